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
}


class CarryData(BuildHookInterface[Any]):
    """Maps folders of the checkout into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the folders to a standard wheel; `version` is "editable" for an editable install."""
        if version == "editable":
            return
        build_data["force_include"].update(
            {str(Path(self.root, source)): target for source, target in CARRIED.items()}
        )
