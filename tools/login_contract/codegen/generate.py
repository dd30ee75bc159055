"""Rewrites what is generated: all of it in a temporary place first, then what changed where it belongs."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from login_contract import resources
from login_contract.codegen.compare import differences
from login_contract.codegen.openapi_files import read_descriptions, write_openapi
from login_contract.codegen.parts import OPENAPI, chosen, missing, write_client
from login_contract.errors import UsageError


def generate(part: str, *, output: Path | None) -> Iterator[tuple[Path, bool]]:
    """Writes a part's folder into `output` (default: `generated/` of the checkout); "all" means every part.

    Yields each folder and whether it had to change. A folder is replaced whole, so what generation no
    longer makes disappears. Nothing is touched when the description is wrong.

    Raises:
        DocumentError: the description is wrong.
        GenerationError: a generator complained.
        UsageError: there is no such part, or no checkout and no `output`.
    """
    chosen(part)
    if output is None and not resources.is_checkout():
        raise UsageError("this is not a checkout: say with --output where to write")
    target = output or resources.checkout() / "generated"
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        for folder in write_fresh(part, Path(temporary)):
            place = target / folder.name
            changed = any(differences(folder, place))
            if changed:
                shutil.rmtree(place, ignore_errors=True)
                shutil.copytree(folder, place)
            yield place, changed


def write_fresh(part: str, place: Path) -> list[Path]:
    """Generates into an empty folder and answers the folders written there; raises as `generate`.

    What `parts.missing` names is left out.
    """
    descriptions = read_descriptions()
    folders = []
    without = missing(part)
    for name in (each for each in chosen(part) if each not in without):
        folders.append(place / name)
        if name == OPENAPI:
            write_openapi(descriptions, folders[-1])
        else:
            write_client(name, descriptions.open, folders[-1])
    return folders
