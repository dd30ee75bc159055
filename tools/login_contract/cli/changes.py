"""The commands `login-contract diff`, `compat` and `release`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

_Form = Annotated[
    Literal["table", "markdown", "json"], typer.Option("--format", help="How to write what is found.")
]
_OLD = "The older description: a file, YAML or JSON, or a git revision such as v0.1.0 or HEAD~3."
_NEW = "The newer one, likewise."


def diff(
    old: Annotated[str, typer.Argument(help=_OLD)],
    new: Annotated[str, typer.Argument(help=_NEW)],
    *,
    form: _Form = "table",
    output: Annotated[Path | None, typer.Option(help="File to write (default: standard output).")] = None,
    redocly: Annotated[
        bool,
        typer.Option("--redocly", help="Ask Redocly's comparison too; needs a clone and the extra web."),
    ] = False,
) -> None:
    """Tell what changed between two descriptions, by operation, and whom it breaks.

    Exit status: 0 nothing breaks, 1 something does, 2 the two could not be compared.

    Example: login-contract diff v0.1.0 openapi/login.yaml --format markdown
    """
    from login_contract.changes.command import run_diff

    raise typer.Exit(run_diff(old, new, form=form, output=output, redocly=redocly))


def compat(
    old: Annotated[str, typer.Argument(help=_OLD)],
    new: Annotated[str, typer.Argument(help=_NEW)],
    *,
    consumer: Annotated[
        list[Path],
        typer.Option(
            "--consumer", metavar="FILE.har", help="What the consumer was recorded to do; may be repeated."
        ),
    ],
    webhook: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=URL",
            help="A webhook that the recording has calls of, and where it was received; repeat.",
        ),
    ] = None,
    form: _Form = "table",
    output: Annotated[Path | None, typer.Option(help="File to write (default: standard output).")] = None,
) -> None:
    """Tell whether a newer description is safe for one consumer, by what its recorded traffic uses.

    Exit status: 0 it is, 1 something that it uses breaks, 2 that could not be judged.

    Example: login-contract compat --consumer game.har v0.1.0 openapi/login.yaml
    """
    from login_contract.changes.command import run_compat

    raise typer.Exit(
        run_compat(old, new, consumers=consumer, webhooks=webhook or (), form=form, output=output)
    )


def release() -> None:
    """Record the description as that of a release, in generated/openapi/released.

    Refuses when it breaks what was released before and its version does not say so.
    """
    from login_contract.changes.released import record

    typer.echo(record())
