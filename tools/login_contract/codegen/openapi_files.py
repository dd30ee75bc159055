"""`generated/openapi`: the bundled description and its variants, as YAML to read and JSON to load."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import yaml

from login_contract import resources
from login_contract.document import published
from login_contract.document.bundle import bundle
from login_contract.document.check import check
from login_contract.document.load import load
from login_contract.document.overlay import Overlay


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


def to_json(document: Any) -> str:
    """JSON in document order, two spaces deep, ending in a newline."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def to_yaml(document: Any) -> str:
    """YAML in document order, with block scalars for texts of several lines."""
    # The pure Python emitter: libyaml folds and indents a little differently.
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)


def _recorded() -> Path:
    return resources.path("openapi").parent / "generated" / "openapi" / published.FILE


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
