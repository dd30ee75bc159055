"""Build hook: the wheel carries the description, the overlays and the suite inside the package.

An editable install reads them from the checkout, so nothing is copied there, and it can be made
while `generated/` is missing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = {
    "openapi": "login_contract/_data/openapi",
    "overlays": "login_contract/_data/overlays",
    "generated/openapi": "login_contract/_data/generated/openapi",
    "contract_tests": "login_contract/_suite",
    "docs": "login_contract/_data/docs",
    "examples": "login_contract/_data/examples",
}
# Single files that the documentation and the clients are made of.
DOCUMENTS = ("CHANGELOG.md", "LICENSE", "generated/SUPPORTED.md", "generated/python/samples.json")


class CarryData(BuildHookInterface[Any]):
    """Maps the files of some folders into the wheel, without the caches that tools leave beside them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the files to a standard wheel; `version` is "editable" for an editable install."""
        if version == "editable":
            return
        for source, target in CARRIED.items():
            folder = Path(self.root, source)
            for path in sorted(folder.rglob("*")):
                name = path.relative_to(folder)
                if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in name.parts):
                    build_data["force_include"][str(path)] = f"{target}/{name.as_posix()}"
        for document in DOCUMENTS:
            build_data["force_include"][str(Path(self.root, document))] = f"login_contract/_data/{document}"
