from __future__ import annotations

from datetime import timedelta
from typing import Any

import httpx
import pytest

from login_contract.description.model import described
from login_contract.suite.judging.body import json_of
from login_contract.suite.judging.judge import Judge
from login_contract.suite.judging.refusals import TOO_MANY_REQUESTS, UNREGISTERED_ADDRESS, WRONG_CREDENTIALS
from login_contract.suite.reporting.evidence import UnverifiedError

LOGIN = described().operations["auth-by-username-and-password"]
KEYS = described().operations["get-projects-keys"]
NO_STORE = {"Cache-Control": "no-store"}
LOGIN_URL = {"login_url": "https://example.com/callback?token=a.b.c"}


def answer(status: int, body: Any, headers: dict[str, str] | None = None) -> httpx.Response:
    request = httpx.Request("POST", "http://login.test/api/login")
    response = httpx.Response(status, json=body, headers=headers, request=request)
    response.elapsed = timedelta()
    return response


def refused(status: int, code: str, headers: dict[str, str] | None = None) -> httpx.Response:
    return answer(status, {"error": {"code": code, "description": "no"}}, headers)


@pytest.mark.parametrize(
    "good",
    [
        answer(200, LOGIN_URL, NO_STORE),
        refused(*WRONG_CREDENTIALS),
        refused(*UNREGISTERED_ADDRESS),
        refused(*TOO_MANY_REQUESTS, {"Retry-After": "3"}),
    ],
)
def test_described_answer_is_accepted(good: httpx.Response) -> None:
    Judge(described()).judge(LOGIN, good)


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        (answer(418, {}), "Undocumented status code"),
        (answer(500, {}), "Server error"),
        (answer(200, {}, NO_STORE), "login_url"),
        (answer(200, {**LOGIN_URL, "extra": 1}, NO_STORE), "extra"),
        (answer(200, LOGIN_URL), "Cache-Control"),
        (refused(401, "999-999"), "401 with the code '999-999'; documented are"),
        (answer(401, {"error": "no"}), 'is not of type "object"'),
        (refused(*TOO_MANY_REQUESTS), "Retry-After"),
        (refused(*TOO_MANY_REQUESTS, {"Retry-After": "soon"}), "soon"),
        (answer(200, LOGIN_URL, {**NO_STORE, "Content-Type": "text/html"}), "text/html"),
    ],
)
def test_answer_that_is_not_described_is_refused(bad: httpx.Response, expected: str) -> None:
    with pytest.raises(AssertionError, match="answers what is not described") as failure:
        Judge(described()).judge(LOGIN, bad)

    assert expected in str(failure.value)


def test_answer_in_another_encoding_is_a_finding_of_its_own() -> None:
    latin = answer(401, {})
    latin._content = '{"error":{"code":"003-001","description":"Accès refusé"}}'.encode("latin-1")

    with pytest.raises(AssertionError) as failure:
        Judge(described(), inferred_is_unverified=True).judge(LOGIN, latin)

    assert str(failure.value).endswith(
        "answers what is not described: The answer is not UTF-8: byte 0xe8 at position 45"
    )


def test_operation_with_a_path_parameter_is_judged() -> None:
    Judge(described()).judge(KEYS, answer(200, []))

    with pytest.raises(AssertionError, match="not described"):
        Judge(described()).judge(KEYS, answer(200, {"keys": []}))


def test_mismatch_on_an_inferred_fact_is_unverified_elsewhere() -> None:
    judge = Judge(described(), inferred_is_unverified=True)

    with pytest.raises(UnverifiedError, match="999"):
        judge.judge(LOGIN, refused(415, "999"))


@pytest.mark.parametrize("bad", [answer(418, {}), answer(500, {}), refused(401, "999-999")])
def test_mismatch_on_a_documented_fact_is_wrong_everywhere(bad: httpx.Response) -> None:
    with pytest.raises(AssertionError):
        Judge(described(), inferred_is_unverified=True).judge(LOGIN, bad)


def test_body_that_is_nested_too_deeply_is_no_json() -> None:
    assert json_of(b"[" * 100_000) is None
