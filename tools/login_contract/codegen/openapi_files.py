"""`generated/openapi`: the bundled description and its variants, as YAML to read and JSON to load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs

from login_contract import resources
from login_contract.document import published
from login_contract.document.bundle import bundle
from login_contract.document.check import check
from login_contract.document.loader import load
from login_contract.document.overlay import Overlay
from login_contract.document.problem import DocumentError, Problem
from login_contract.document.prune import pruned
from login_contract.document.writer import to_json, to_yaml

VARIANTS = ("login", "mock", "partner")


@attrs.frozen
class Descriptions:
    """The variants of the description, and the record of the names published so far."""

    login: dict[str, Any]
    mock: dict[str, Any]
    partner: dict[str, Any]
    published: str


def read_descriptions() -> Descriptions:
    """Bundles the description, applies the overlays and checks every variant.

    Raises:
        DocumentError: anything is wrong with any of them.
    """
    bundled = bundle(resources.path("openapi/login.yaml"))
    check(bundled.document, name="generated/openapi/login.yaml", origin=bundled)
    mock = _overlaid(bundled.document, "mock")
    check(mock, name="generated/openapi/mock.yaml")
    partner = pruned(_overlaid(bundled.document, "partner"))
    check(partner, name="generated/openapi/partner.yaml")
    record = published.record(bundled.document, recorded=_recorded(), name="openapi/login.yaml")
    return Descriptions(bundled.document, mock, partner, record)


def write_openapi(descriptions: Descriptions, folder: Path) -> None:
    """Writes the files into an empty or missing folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in VARIANTS:
        document = getattr(descriptions, name)
        (folder / f"{name}.yaml").write_bytes(to_yaml(document).encode())
        (folder / f"{name}.json").write_bytes(to_json(document).encode())
    (folder / published.FILE).write_bytes(descriptions.published.encode())


def _overlaid(document: dict[str, Any], variant: str) -> dict[str, Any]:
    for path in overlay_files(variant):
        name = path.relative_to(resources.path("overlays").parent).as_posix()
        document = Overlay.from_document(load(path, name=name), name=name).apply(document)
    return document


def overlay_files(variant: str) -> list[Path]:
    """The overlays of a variant as they apply: `overlays/<variant>.yaml`, then those of a folder so called.

    Raises:
        DocumentError: there are none.
    """
    overlays = resources.path("overlays")
    found = [*overlays.glob(f"{variant}.y*ml"), *sorted((overlays / variant).glob("*.y*ml"))]
    if not found:
        raise DocumentError([Problem("overlays", f"no document for the variant {variant}")])
    return found


def _recorded() -> Path:
    return resources.path("openapi").parent / "generated" / "openapi" / published.FILE
