"""What a change takes away breaks who rests on it, and spares who does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from login_contract.changes.comparison import compare
from login_contract.changes.consumer import judge
from tests.changes.one_call import SHORT, TEXT, Safe
from tests.changes.recordings import call, recording, write
from tests.changes.small import small

KEY = {"type": "apiKey", "in": "header", "name": "X-KEY"}
SCHEMES = {"securitySchemes": {"Key": KEY, "Token": {"type": "http", "scheme": "bearer"}}}


def proved(*names: str) -> Any:
    return small(security=[{name: []} for name in names]) | {"components": SCHEMES}


@pytest.mark.parametrize(
    ("headers", "spared"),
    [
        ({"X-Key": "a"}, False),
        ({"Authorization": "Bearer a"}, True),
        # A recording that was cleaned of proofs tells of none.
        ({"Accept": "*/*"}, False),
    ],
)
def test_a_proof_that_is_gone_breaks_who_brings_it(safe: Safe, headers: dict[str, str], spared: bool) -> None:
    assert safe(proved("Key", "Token"), proved("Token"), headers=headers) is spared


def test_members_of_any_name_are_judged(safe: Safe) -> None:
    old, new = (small(body={"additionalProperties": each}) for each in (TEXT, SHORT))

    assert not safe(old, new, body={"b": "long"})
    assert safe(old, new, body={"b": "a"})


def test_a_body_that_becomes_required_breaks_who_sends_none(safe: Safe) -> None:
    old, new = small(body=TEXT), small(body=TEXT)
    old["paths"]["/one"]["post"]["requestBody"]["required"] = False

    assert not safe(old, new)
    assert safe(old, new, body="a")


def refusing(**codes: list[str]) -> Any:
    told = {
        status: {"description": "No.", "x-error-codes": dict.fromkeys(listed, "Meant.")}
        for status, listed in codes.items()
    }
    return small(responses={"200": {"description": "Done."}, **told})


@pytest.mark.parametrize("reads", [{"error": {"code": "003-001"}}, {"error_code": "003-001"}])
def test_a_code_that_is_gone_breaks_who_got_it_with_its_status(safe: Safe, reads: Any) -> None:
    old = refusing(**{"401": ["003-001", "003-002"], "422": ["003-001"]})
    new = refusing(**{"401": ["003-002"], "422": ["003-001"]})

    assert not safe(old, new, status=401, reads=reads)
    assert safe(old, new, status=422, reads=reads)
    assert safe(old, new, status=401, reads={"error": {"code": "003-002"}})


def test_a_range_of_statuses_that_is_gone_breaks_who_got_one_of_it(safe: Safe) -> None:
    old, new = refusing(**{"4XX": []}), refusing()

    assert not safe(old, new, status=404)
    assert safe(old, new, status=500)


def test_another_host_breaks_nobody_and_another_path_everybody(safe: Safe) -> None:
    old, host, path = (
        small() | {"servers": [{"url": url}]}
        for url in ("https://a.test/api", "https://b.test/api", "https://a.test/v2")
    )

    assert safe(old, host)
    assert not safe(old, path)


def test_a_path_without_parameters_is_no_other_one(tmp_path: Path) -> None:
    done = {"responses": {"200": {"description": "Done."}}}
    named = [{"name": "id", "in": "path", "required": True, "schema": TEXT}]
    paths = {
        "/users/{id}": {"parameters": named, "get": done, "delete": done},
        "/users/me": {"get": done},
    }
    document = small() | {"paths": paths}
    made = [("GET", "me"), ("GET", "a1"), ("DELETE", "me"), ("DELETE", "a1")]
    entries = [call(method, f"https://a.test/users/{name}", reads={}) for method, name in made]

    verdict = judge(compare(document, document), [write(tmp_path, recording(*entries))])

    assert verdict.used == {"GET /users/me": 1, "GET /users/{id}": 1, "DELETE /users/{id}": 1}
    assert verdict.traffic.strange == {"DELETE /users/me": 1}
