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


def test_an_empty_kind_goes() -> None:
    assert "parameters" not in pruned(DOCUMENT)["components"]


def test_the_document_itself_is_not_changed() -> None:
    assert pruned(DOCUMENT) is not DOCUMENT
    assert list(DOCUMENT["components"]["schemas"]) == ["Alone", "Lonely", "List"]


def operation(named: str, **more: Any) -> dict[str, Any]:
    return {"operationId": named, "responses": {"200": {"description": "Done."}}, **more}


def test_what_spoke_of_operations_that_are_gone_goes_with_them() -> None:
    links = {"here": {"operationId": "kept"}, "there": {"operationId": "gone"}}
    document = {
        "tags": [{"name": "used"}, {"name": "unused"}],
        "paths": {
            "/a": {"get": operation("kept", tags=["used"], **{"x-changes-of-others": ["gone", "kept"]})},
            "/b": {"parameters": [{"$ref": "#/components/parameters/B"}]},
        },
        "components": {
            "parameters": {"B": {"name": "b", "in": "query"}},
            "responses": {"Told": {"description": "Told.", "links": dict(links)}},
            "links": {"Gone": {"operationId": "gone"}},
        },
    }
    get: dict[str, Any] = document["paths"]["/a"]["get"]  # type: ignore[index]
    named = {"named": {"$ref": "#/components/links/Gone"}}
    get["responses"] |= {
        "201": {"description": "Made.", "links": links | named},
        "202": {"$ref": "#/components/responses/Told"},
    }
    kept = pruned(document)

    assert list(kept["paths"]) == ["/a"]
    assert kept["paths"]["/a"]["get"]["x-changes-of-others"] == ["kept"]
    assert list(kept["paths"]["/a"]["get"]["responses"]["201"]["links"]) == ["here"]
    assert kept["tags"] == [{"name": "used"}]
    assert kept["components"] == {
        "responses": {"Told": {"description": "Told.", "links": {"here": {"operationId": "kept"}}}}
    }


def test_security_schemes_stay_that_an_operation_names_itself_or_by_default() -> None:
    schemes = {name: {"type": "http", "scheme": "bearer"} for name in ("own", "default", "unused")}
    document = {
        "security": [{"default": []}],
        "paths": {"/a": {"get": operation("a"), "put": operation("b", security=[{"own": []}])}},
        "components": {"securitySchemes": schemes},
    }

    assert list(pruned(document)["components"]["securitySchemes"]) == ["own", "default"]


def test_what_a_discriminator_names_stays() -> None:
    document = {
        "paths": {
            "/a": {"get": operation("a", requestBody={"$ref": "#/components/requestBodies/Pet"})},
        },
        "components": {
            "requestBodies": {
                "Pet": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}}
            },
            "schemas": {
                "Pet": {
                    "discriminator": {
                        "propertyName": "kind",
                        "mapping": {"cat": "Cat", "dog": "#/components/schemas/Dog"},
                    }
                },
                **{name: {"allOf": [{"$ref": "#/components/schemas/Pet"}]} for name in ("Cat", "Dog", "Elf")},
            },
        },
    }

    assert list(pruned(document)["components"]["schemas"]) == ["Pet", "Cat", "Dog"]
