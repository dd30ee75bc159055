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
    overlay: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="Make the client from the description with this overlay applied; may be repeated, in order. "
            "Without a file of that name: one of the kit's, e.g. client-side, server-side, jwt, oauth2.",
        ),
    ] = None,
    input_: Annotated[
        Path | None,
        typer.Option(
            "--input",
            metavar="DESCRIPTION",
            help="Make the client from this OpenAPI 3.0 or 3.1 description, YAML or JSON, instead of ours.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            help="Folder to write to, instead of the checkout's generated/: a client comes into a folder of "
            "its name. One that is neither empty nor written by this command is left alone (exit status 2); "
            "in one that is, files that others put there stay.",
        ),
    ] = None,
) -> None:
    """Write what is derived from the description: its bundles and the clients.

    With --overlay or --input, write a client of your own: components that nothing uses are left out, and so
    are links to operations that are gone.

    Example: login-contract generate python --overlay client-side --overlay team.yaml --output client
    """
    extras.require("generate", what="generate")
    from login_contract.codegen.generate import generate, generate_own
    from login_contract.codegen.parts import missing

    if overlay or input_:
        written = generate_own(part, source=input_, overlays=overlay or (), output=output)
    else:
        written = generate(part, output=output)
    for place, changed in written:
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
