"""The generated client takes parameters by the names that the reference publishes."""

from __future__ import annotations

import copy
from typing import Any

from login_contract.codegen.published_names import as_published


def parameter(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}, **more}


def test_operations_of_one_path_get_the_paths_and_names_they_are_published_under() -> None:
    put = {"operationId": "put", "parameters": [parameter("either", **{"x-published-name": "kind"})]}
    drop = {
        "operationId": "drop",
        "parameters": [
            {"$ref": "#/components/parameters/Other"},
            parameter("either", **{"x-published-name": "id"}),
        ],
    }
    read = {"operationId": "read", "parameters": [parameter("either")]}
    item = {"summary": "Things", "put": put, "delete": drop, "get": read}
    document = {"openapi": "3.1.0", "paths": {"/things/{either}": item, "/plain": {"get": {}}}}
    before = copy.deepcopy((document, put))

    published = as_published(document)

    assert {path: sorted(each) for path, each in published["paths"].items()} == {
        "/things/{either}": ["get", "summary"],
        "/things/{kind}": ["put", "summary"],
        "/things/{id}": ["delete", "summary"],
        "/plain": ["get"],
    }
    assert published["paths"]["/things/{kind}"]["put"]["parameters"][0]["name"] == "kind"
    assert [each.get("name") for each in published["paths"]["/things/{id}"]["delete"]["parameters"]] == [
        None,
        "id",
    ]
    assert (document, put) == before
