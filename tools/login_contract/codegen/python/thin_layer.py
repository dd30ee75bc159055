"""The part of the package that is written by hand, `thin/`, copied as it stands.

A module or folder of it is left out with whatever builds on it when it needs models or calls that the
description does not have: a client for games has no use for the webhooks of partners. So is a module that
was rendered on top of it, as the facade is.
"""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from login_contract.codegen.python.templating import GenerationError

_SOURCE = Path(__file__).parent / "thin"
_PACKAGE = "xsolla_login_client"


def copy_thin_layer(package: Path, *, rendered: Iterable[str] = ()) -> None:
    """Copies it into a generated package.

    Args:
        package: the folder of the package.
        rendered: modules there, beside its folders, that may build on the thin layer; those that lack
            something are taken away.

    Raises:
        GenerationError: it would overwrite what was generated.
    """
    sources = {path: path.relative_to(_SOURCE) for path in sorted(_SOURCE.rglob("*.py"))}
    for name in sources.values():
        if (package / name).exists():
            raise GenerationError(f"{name.as_posix()} of the thin layer is a generated file too")
    modules = {package / name: Path(name) for name in rendered}
    needs: dict[str, set[str]] = {}
    for path, name in (sources | modules).items():
        needs.setdefault(_part(name), set()).update(_needed(path))
    without = _without(needs, _generated(package) - {_part(name) for name in modules.values()})
    for path, name in modules.items():
        if _part(name) in without:
            path.unlink()
    for path, name in sources.items():
        if _part(name) not in without:
            (package / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, package / name)


def _part(name: Path) -> str:
    """What goes as a whole: a folder, or a module beside the folders."""
    return Path(name.parts[0]).stem


def _without(needs: dict[str, set[str]], generated: set[str]) -> set[str]:
    """The parts that cannot be, because of the generated names they need or of other parts."""
    lacking: set[str] = set()
    while more := {
        part
        for part, needed in needs.items()
        if part not in lacking and needed - generated - (needs.keys() - lacking)
    }:
        lacking |= more
    return lacking


def _generated(package: Path) -> set[str]:
    """Modules, and the names of models, that were generated, as `_needed` writes them."""
    found = {path.relative_to(package).with_suffix("").as_posix() for path in package.rglob("*.py")}
    found |= {name.removesuffix("/__init__") for name in found}
    models = package / "models" / "__init__.py"
    for node in ast.parse(models.read_text("utf-8")).body if models.is_file() else ():
        if isinstance(node, ast.ImportFrom):
            found |= {f"models/{alias.asname or alias.name}" for alias in node.names}
    return found


def _needed(module: Path) -> Iterator[str]:
    """What a module imports of the package: `models/<name>`, the path of a generated module, or a part."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if not (isinstance(node, ast.ImportFrom) and str(node.module).partition(".")[0] == _PACKAGE):
            continue
        place = str(node.module).removeprefix(_PACKAGE).removeprefix(".").replace(".", "/")
        for name in (alias.name for alias in node.names):
            if place == "models" or (place.startswith("api") and place.count("/") < 2):
                yield f"{place}/{name}"
            elif place.startswith("api"):
                yield place
            else:
                yield (place or name).partition("/")[0]
