"""The part of the package that is written by hand, `thin/`, copied as it stands.

A folder of it that needs models which the description does not have is left out: a client for games
has no use for the webhooks of partners.
"""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

from login_contract.codegen.python.templating import GenerationError

_SOURCE = Path(__file__).parent / "thin"


def copy_thin_layer(package: Path) -> None:
    """Copies it into a generated package.

    Raises:
        GenerationError: it would overwrite what was generated, or a module beside the folders needs a model
            that is not there.
    """
    models = _models(package / "models" / "__init__.py")
    sources = {path: path.relative_to(_SOURCE) for path in sorted(_SOURCE.rglob("*.py"))}
    lacking = {name.parts[0] for path, name in sources.items() if _needed(path) - models}
    for path, name in sources.items():
        place = package / name
        if place.exists():
            raise GenerationError(f"{name.as_posix()} of the thin layer is a generated file too")
        if name.parts[0] not in lacking:
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
        elif len(name.parts) == 1:
            raise GenerationError(f"{name} of the thin layer needs models that the description does not have")


def _models(module: Path) -> set[str]:
    """The names that the generated models are exported by."""
    found: set[str] = set()
    for node in ast.parse(module.read_text("utf-8")).body if module.is_file() else ():
        if isinstance(node, ast.ImportFrom):
            found |= {alias.asname or alias.name for alias in node.names}
    return found


def _needed(module: Path) -> set[str]:
    return {
        alias.name
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and str(node.module).endswith(".models")
        for alias in node.names
    }
