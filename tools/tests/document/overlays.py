"""A document to lay overlays over, and how a test does it in one line."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.document.overlay import Overlay
from login_contract.document.problem import DocumentError

DOCUMENT: dict[str, Any] = {
    "info": {"title": "T", "contact": {"name": "n"}},
    "tags": [{"name": "a"}, {"name": "b"}, {"name": "c"}],
    "paths": {
        "/a": {"get": {"operationId": "get-a", "tags": ["a"]}},
        "/b": {
            "get": {"operationId": "get-b", "tags": ["b"]},
            "put": {"operationId": "put-b", "tags": ["b"]},
        },
    },
}

every_version = pytest.mark.parametrize("version", ["1.0.0", "1.1.0", "1.2.0"])


def written(*actions: Any, version: str = "1.1.0", **fields: Any) -> dict[str, Any]:
    """An overlay document."""
    return {
        "overlay": version,
        "info": {"title": "O", "version": "1"},
        "actions": list(actions),
        **fields,
    }


def overlay(*actions: Any, version: str = "1.1.0", **fields: Any) -> Overlay:
    return Overlay.from_document(written(*actions, version=version, **fields), name="o.yaml")


def apply(*actions: Any, version: str = "1.1.0", document: Any = DOCUMENT) -> Any:
    return overlay(*actions, version=version).apply(document)


def refusal(*actions: Any, version: str = "1.1.0", document: Any = DOCUMENT, **fields: Any) -> str:
    """What is said when an overlay is refused, either when it is read or when it is applied."""
    with pytest.raises(DocumentError) as caught:
        overlay(*actions, version=version, **fields).apply(document)
    return str(caught.value)
