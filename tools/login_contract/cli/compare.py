"""The command `login-contract compare`: what can be asked for, and where the answer is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer


def compare(
    *,
    official: Annotated[
        Path,
        typer.Option(
            metavar="FILE",
            help="The vendor's own description: OpenAPI 3.0 or later in one file, YAML or JSON.",
        ),
    ],
    ours: Annotated[
        Path | None,
        typer.Option(
            "--description", metavar="FILE", help="What to compare it with, instead of the kit's description."
        ),
    ] = None,
    weight: Annotated[
        Literal["light", "medium", "heavy"], typer.Option(help="The lightest differences that count.")
    ] = "light",
    form: Annotated[
        Literal["table", "markdown", "json"], typer.Option("--format", help="Form of the report.")
    ] = "table",
    output: Annotated[Path | None, typer.Option(help="File to write (default: standard output).")] = None,
) -> None:
    """Tell where our description and the vendor's own differ, in both directions.

    Each difference has a weight and the origin of our fact. Heavy: calls fail or answers are misread. Medium:
    something possible is missing. Light: limits, names, formats.

    The exit status is 0 when nothing differs that counts, 1 when something does, 2 when the file is no such
    description.

    Example: login-contract compare --official vendor.yaml --weight medium
    """
    from login_contract import output as outputs
    from login_contract.official.comparison import compare as compared
    from login_contract.official.comparison import read_official, read_ours
    from login_contract.official.difference import Weight
    from login_contract.official.report import render

    theirs = read_official(official)
    name = f"{official} or {ours}" if ours else str(official)
    found = compared(read_ours(ours), theirs, name=name).at_least(Weight[weight.upper()])
    outputs.write(render(found, form).encode(), output)
    raise typer.Exit(1 if found.found else 0)
