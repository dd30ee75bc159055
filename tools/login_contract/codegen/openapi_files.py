"""`generated/openapi`: the bundled description and its variants, as YAML to read and JSON to load."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from login_contract import resources
from login_contract.changes.released import FOLDER as RELEASED
from login_contract.document import published
from login_contract.document.bundle import bundle
from login_contract.document.check import check
from login_contract.document.loader import load
from login_contract.document.overlay import Overlay
from login_contract.document.problem import DocumentError, Problem
from login_contract.document.prune import pruned
from login_contract.document.writer import to_json, to_yaml

FOLDER = "generated/openapi"
LOGIN = "login"
#: What clients are made from.
OPEN = "open"
#: The files of `generated/openapi`: the description itself, and one for each overlay or folder of overlays.
VARIANTS = (LOGIN, "mock", "partner", "client-side", "server-side", "jwt", "oauth2", "docs", "portable", OPEN)


@attrs.frozen
class Descriptions:
    """The description by the name of its variant, and the record of the names published so far."""

    variants: Mapping[str, dict[str, Any]]
    published: str

    @property
    def login(self) -> dict[str, Any]:
        """The description as it is written, bundled."""
        return self.variants[LOGIN]

    @property
    def open(self) -> dict[str, Any]:
        """The description whose answers may grow, which clients are made from."""
        return self.variants[OPEN]


def read_descriptions() -> Descriptions:
    """Bundles the description, applies the overlays and checks every variant.

    Raises:
        DocumentError: anything is wrong with any of them.
    """
    bundled = bundle(resources.path("openapi/login.yaml"))
    check(bundled.document, name=f"{FOLDER}/{LOGIN}.yaml", origin=bundled)
    record = published.record(bundled.document, recorded=_recorded(), name="openapi/login.yaml")
    variants = {LOGIN: bundled.document}
    for variant in VARIANTS[1:]:
        variants[variant] = pruned(overlaid(bundled.document, variant))
        check(variants[variant], name=f"{FOLDER}/{variant}.yaml")
    return Descriptions(variants, record)


def write_openapi(descriptions: Descriptions, folder: Path) -> None:
    """Writes the files into an empty or missing folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, document in descriptions.variants.items():
        (folder / f"{name}.yaml").write_bytes(to_yaml(document).encode())
        (folder / f"{name}.json").write_bytes(to_json(document).encode())
    (folder / published.FILE).write_bytes(descriptions.published.encode())
    # A release writes it, and generation leaves it as it is.
    last = _kept() / RELEASED
    if last.is_dir():
        shutil.copytree(last, folder / RELEASED)


def overlaid(document: dict[str, Any], variant: str) -> dict[str, Any]:
    """A description with the overlays of a variant applied.

    Raises:
        DocumentError: there are none, or one cannot be applied.
    """
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
    return _kept() / published.FILE


def _kept() -> Path:
    return resources.path("openapi").parent / FOLDER
