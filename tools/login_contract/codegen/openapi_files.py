"""`generated/openapi`: the bundled description and its variants, as YAML to read and JSON to load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs

from login_contract import resources
from login_contract.document import published
from login_contract.document.bundle import bundle
from login_contract.document.check import check
from login_contract.document.load import load
from login_contract.document.overlay import Overlay
from login_contract.document.write import to_json, to_yaml


@attrs.frozen
class Descriptions:
    """The variants of the description, and the record of the names published so far."""

    login: dict[str, Any]
    mock: dict[str, Any]
    published: str


def read_descriptions() -> Descriptions:
    """Bundles the description, applies the overlays and checks every variant.

    Raises:
        DocumentError: anything is wrong with any of them.
    """
    bundled = bundle(resources.path("openapi/login.yaml"))
    check(bundled.document, name="generated/openapi/login.yaml", origin=bundled)
    overlay = load(resources.path("overlays/mock.yaml"), name="overlays/mock.yaml")
    mock = Overlay.from_document(overlay, name="overlays/mock.yaml").apply(bundled.document)
    check(mock, name="generated/openapi/mock.yaml")
    record = published.record(bundled.document, recorded=_recorded(), name="openapi/login.yaml")
    return Descriptions(bundled.document, mock, record)


def write_openapi(descriptions: Descriptions, folder: Path) -> None:
    """Writes the files into an empty or missing folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("login", "mock"):
        document = getattr(descriptions, name)
        (folder / f"{name}.yaml").write_bytes(to_yaml(document).encode())
        (folder / f"{name}.json").write_bytes(to_json(document).encode())
    (folder / published.FILE).write_bytes(descriptions.published.encode())


def _recorded() -> Path:
    return resources.path("openapi").parent / "generated" / "openapi" / published.FILE
