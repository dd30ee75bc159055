"""The versions of the generators, from where they are pinned."""

from __future__ import annotations

import json
import tomllib

from login_contract import resources
from node import npm

GROUP = "generators"


def of_python(package: str) -> str:
    """Returns the version of a package that the dependency group `generators` pins.

    Raises:
        LookupError: it pins none.
    """
    project = tomllib.loads((resources.checkout() / "pyproject.toml").read_text("utf-8"))
    for requirement in project["dependency-groups"][GROUP]:
        name, pinned, version = requirement.partition("==")
        if (name, pinned) == (package, "=="):
            return str(version)
    raise LookupError(f"the group {GROUP} pins no {package}")


def of_node(folder: str, package: str) -> str:
    """Returns the version of a package that a folder of the npm tools pins."""
    return str(json.loads((npm.HERE / folder / "package.json").read_bytes())["dependencies"][package])
