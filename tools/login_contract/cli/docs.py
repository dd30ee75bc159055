"""The commands `login-contract docs`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

docs_app = typer.Typer(no_args_is_help=True, help="The documentation as a folder of pages.")


@docs_app.callback()
def docs() -> None:
    """The documentation as a folder of pages."""


@docs_app.command("build")
def build(
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            help="Folder to write to (default: where the mock finds it and serves it at /docs). One that is "
            "neither empty nor written by this command is left alone (exit status 2)."
        ),
    ] = None,
) -> None:
    """Write guides, reference and error codes as pages that work without a network, also opened from disk.

    Example: login-contract docs build --output site
    """
    from login_contract.site.build import build

    place, changed = build(output)
    typer.echo(f"{'wrote' if changed else 'unchanged:'} {place}")
    typer.echo(f"open {(place / 'index.html').as_uri()}" + ("" if output else ", or a running mock at /docs"))
