from __future__ import annotations

from typing import Any

import pytest

from login_contract.codegen.python.defaults import as_texts
from login_contract.codegen.python.server import base_url, server


@pytest.mark.parametrize(
    ("servers", "address"),
    [
        ([{"url": "https://a.example/api"}, {"url": "https://b.example"}], "https://a.example/api"),
        (
            [
                {
                    "url": "https://{host}/{version}",
                    "variables": {"host": {"default": "a"}, "version": {"default": 2}},
                }
            ],
            "https://a/2",
        ),
        ([], "/"),
    ],
)
def test_address_is_that_of_the_first_server(servers: list[dict[str, Any]], address: str) -> None:
    assert base_url({"servers": servers}) == address
    names: dict[str, str] = {}
    exec(server({"servers": servers}), names)
    assert names["BASE_URL"] == address


def test_the_default_of_a_required_parameter_is_the_clients_own() -> None:
    def parameter(*, required: bool) -> dict[str, Any]:
        return {
            "name": "a",
            "in": "query",
            "required": required,
            "schema": {"type": "string", "default": "x"},
        }

    shared = {"Given": parameter(required=True), "Other": parameter(required=False)}
    own = [parameter(required=True), parameter(required=False)]
    changed = as_texts({"paths": {"/a": {"get": {"parameters": own}}}, "components": {"parameters": shared}})

    given, other = changed["components"]["parameters"].values()
    assert (given["schema"]["default"], other["schema"]) == (
        "x",
        {"type": "string", "description": 'Left out, it is `"x"`.'},
    )
    required, optional = changed["paths"]["/a"]["get"]["parameters"]
    assert ("default" in required["schema"], "default" in optional["schema"]) == (True, False)
