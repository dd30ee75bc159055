from __future__ import annotations

from typing import Any

from login_contract.document.prune import pruned

DOCUMENT: dict[str, Any] = {
    "paths": {"/a": {"post": {"responses": {"200": {"$ref": "#/components/responses/Told"}}}}},
    "components": {
        "responses": {
            "Told": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/List"}}}},
            "Unused": {"description": "Nobody answers this."},
        },
        "schemas": {
            "Alone": {"$ref": "#/components/schemas/Lonely"},
            "Lonely": {"type": "string"},
            "List": {"type": "array", "items": {"$ref": "#/components/schemas/List"}},
        },
        "parameters": {"Unused": {"name": "a", "in": "query"}},
        "securitySchemes": {"Token": {"type": "http", "scheme": "bearer"}},
    },
}


def test_what_is_referred_to_stays_even_through_others() -> None:
    components = pruned(DOCUMENT)["components"]
    assert list(components["responses"]) == ["Told"]
    assert list(components["schemas"]) == ["List"]


def test_an_empty_kind_goes_and_security_schemes_stay() -> None:
    components = pruned(DOCUMENT)["components"]
    assert "parameters" not in components
    assert list(components["securitySchemes"]) == ["Token"]


def test_the_document_itself_is_not_changed() -> None:
    assert pruned(DOCUMENT) is not DOCUMENT
    assert list(DOCUMENT["components"]["schemas"]) == ["Alone", "Lonely", "List"]
