"""The commands `login-contract overlay`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

overlay_app = typer.Typer(help="Work with OpenAPI Overlay documents.")


@overlay_app.command("apply")
def overlay_apply(
    document: Annotated[Path, typer.Argument(help="The description, YAML or JSON; - is standard input.")],
    overlays: Annotated[
        list[Path], typer.Argument(metavar="OVERLAY...", help="Overlays 1.0 to 1.2, applied in this order.")
    ],
    *,
    output: Annotated[Path | None, typer.Option(help="File to write (default: standard output).")] = None,
    form: Annotated[
        Literal["yaml", "json"] | None,
        typer.Option("--format", help="Form of the result (default: yaml; json for an output *.json)."),
    ] = None,
    allow_invalid: Annotated[
        bool,
        typer.Option("--allow-invalid", help="Write the result even if it is no valid description any more."),
    ] = False,
) -> None:
    """Change a description by overlays, strictly: a target that matches nothing is an error.

    Example: login-contract overlay apply api.yaml test.overlay.yaml
    """
    from login_contract.document.overlaid import write_overlaid

    write_overlaid(document, overlays, output=output, form=form, allow_invalid=allow_invalid)
