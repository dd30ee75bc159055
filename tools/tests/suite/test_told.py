from __future__ import annotations

import copy
import json
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.jwt_client import query_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.reporting.recorder import Recorder
from login_contract.suite.told import LackingError, refusal_in, told

REFUSAL = {"error": {"code": "003-019", "description": "The project does not exist"}}


def answered(status: int = 200, **answer: Any) -> httpx.Response:
    """Return an answer as every client of the suite gets it."""
    transport = httpx.MockTransport(lambda request: httpx.Response(status, **answer))
    with httpx.Client(transport=transport, event_hooks=Recorder().hooks()) as client:
        return client.post("http://login.test/api/login?projectId=1")


@pytest.mark.parametrize(
    ("read", "sentence"),
    [
        (lambda: answered(json={}).json()["payload"], "the answer of POST /api/login lacks `payload`"),
        (
            lambda: answered(json={"a": [{"b": {}}]}).json()["a"][0]["b"]["c"],
            "the answer of POST /api/login lacks `a[].b.c`",
        ),
        (lambda: answered(json={"a": []}).json()["a"][0], "the answer of POST /api/login has nothing in `a`"),
        (lambda: answered(json=[1]).json()[-2], "the answer of POST /api/login has 1 items"),
        (
            lambda: answered(json=[1]).json()["a"],
            "the answer of POST /api/login is a list where `a` is read",
        ),
        (
            lambda: answered(404, json=REFUSAL).json()["login_url"],
            "the answer of POST /api/login lacks `login_url`: 404 003-019 The project does not exist",
        ),
        (
            lambda: answered(502, text="<p>Bad\nGateway").json(),
            "the answer of POST /api/login is no JSON: 502 <p>Bad Gateway",
        ),
        (
            lambda: answered(text='{"a":' * 9999 + "1" + "}" * 9999).json(),
            "the answer of POST /api/login is nested too deep to be read",
        ),
        (lambda: answered().headers["allow"], "the answer of POST /api/login lacks the header `allow`"),
        (lambda: query_of("https://x/y?a=1")["token"], "the query of https://x/y lacks `token`"),
        (lambda: claims("e30.e30.e30")["aud"], "the token lacks `aud`"),
        (lambda: claims("opaque"), "the token is no JSON Web Token: it has 1 parts, not three"),
    ],
)
def test_what_is_missing_is_named_with_the_answer(read: Any, sentence: str) -> None:
    with pytest.raises(LackingError) as lack:
        read()

    assert str(lack.value) == sentence


def test_answer_is_otherwise_what_it_was() -> None:
    body = {"a": [1, {"b": None}], "c": {}}
    answer = answered(json=body, headers={"X-A": "1"})

    read = answer.json()

    assert read == body
    assert json.dumps(read) == json.dumps(body)
    assert repr(read) == repr(body)
    assert copy.deepcopy(read) == body
    assert (read.get("d"), read["a"][1:], read["a"][-1]["b"]) == (None, [{"b": None}], None)
    assert {**read, "c": 1} == {**body, "c": 1}
    assert (answer.headers.get("x-a"), answer.headers["X-A"], answer.headers.get("x-b")) == ("1", "1", None)


def test_lack_is_an_error_of_its_kind_too() -> None:
    for kind in (KeyError, AssertionError):
        with pytest.raises(kind):
            told(dict[str, str](), "it")["x"]
    with pytest.raises(IndexError):
        told(list[str](), "it")[0]


@pytest.mark.parametrize(
    ("status", "content", "line"),
    [
        (404, json.dumps(REFUSAL), "404 003-019: The project does not exist"),
        (404, '{"error": {"code": "003-019"}}', "404 003-019"),
        (200, json.dumps(REFUSAL), ""),
        (404, "[]", ""),
        (404, "no JSON", ""),
        (None, "", ""),
    ],
)
def test_refusal_is_told_in_a_line(status: int | None, content: str, line: str) -> None:
    assert refusal_in(status, content) == line
