"""The commands `login-contract generate` and `verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from login_contract import extras


def generate(
    part: Annotated[
        str, typer.Argument(help="What to write: openapi, or a client by its language, e.g. python.")
    ] = "all",
    *,
    output: Annotated[
        Path | None, typer.Option(help="Folder to write to, instead of the checkout's generated/.")
    ] = None,
) -> None:
    """Write what is derived from the description: its bundles and the clients."""
    extras.require("generate", what="generate")
    from login_contract.codegen.generate import generate
    from login_contract.codegen.parts import missing

    for place, changed in generate(part, output=output):
        typer.echo(f"{'wrote' if changed else 'unchanged:'} {place}")
    for name, reason in missing(part).items():
        typer.echo(f"left as it is: {name}, {reason}")


def verify() -> None:
    """Prove that generated/ is what the description makes, and that it is sound."""
    extras.require("generate", what="verify")
    from login_contract.codegen.verify import verify

    without = verify()
    for name, reason in without.items():
        typer.echo(f"not judged: {name}, {reason}")
    typer.echo("generated/ is current")
