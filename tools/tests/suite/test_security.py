"""What is about security is never excused, least of all on a server that nobody here knows."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.types import Message, Scope

from login_contract.description.model import described
from login_contract.suite.generated import security_checks
from login_contract.suite.generated.checks import answer_is_utf8, secret_stays_out_of_caches
from login_contract.suite.judging import origin
from login_contract.suite.reporting.results import Finding
from login_contract.suite.runner import Selection
from login_contract.suite.runner import run as run_suite
from login_contract.suite.settings import PREFIX, TargetSettings
from login_contract.suite.target import MOCK_PROJECT_ID
from tests.defects import redirects
from tests.defects.test_defects import Nobody
from tests.suite.foreign import Alter, foreign_server

STRAY = "https://evil.example/callback"
LAW = "flows/test_known_user.py::test_unregistered_login_url_is_refused"
ALIKE = "flows/test_known_user.py::test_wrong_password_answers_like_an_unknown_user"


def found(monkeypatch: pytest.MonkeyPatch, law: str, alter: Alter | None = None) -> Finding:
    """Return what a law finds at a server without a control interface."""
    monkeypatch.setenv(f"{PREFIX}PASSWORD", "password123")
    with foreign_server(alter) as foreign:
        settings = TargetSettings(
            url=foreign.url, project_id=MOCK_PROJECT_ID, username="demo", allow_writes=True, rate=500
        )
        results = run_suite(settings, Selection(parts=(law,)), Nobody())
    (only,) = results.findings
    return only


def test_open_redirect_fails_though_the_fact_is_inferred(monkeypatch: pytest.MonkeyPatch) -> None:
    redirects.unregistered_login_url_accepted(monkeypatch)

    finding = found(monkeypatch, LAW)

    assert (finding.origin, finding.security, finding.verdict) == ("inferred", True, "failed")
    assert "this is no refusal: 200" in finding.reason


def test_server_error_fails_though_the_fact_is_inferred(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(scope: Scope, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 401:
            message["status"] = 500

    assert found(monkeypatch, ALIKE, broken).verdict == "failed"


def test_other_refusal_of_an_inferred_fact_is_unverified(monkeypatch: pytest.MonkeyPatch) -> None:
    body = json.dumps({"error": {"code": "003-001", "description": "no"}}).encode()

    def otherwise(scope: Scope, message: Message) -> None:
        if message.get("status") == 422:
            scope["other"] = True
            message["status"] = 401
            message["headers"] = [pair for pair in message["headers"] if pair[0] != b"content-length"]
        elif scope.get("other"):
            message["body"] = body

    finding = found(monkeypatch, LAW, otherwise)

    assert (finding.verdict, finding.reason) == (
        "unverified",
        "assert (401, '003-001') == (422, '010-012')",
    )


def exchange(
    status: int = 200, *, headers: dict[str, list[str]] | None = None, body: Any = None, **sent: Any
) -> tuple[Any, Any]:
    """Return a generated request and its answer as the checks see them."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    response = SimpleNamespace(status_code=status, headers=headers or {}, content=content)
    case = SimpleNamespace(**{"query": {}, "body": {}, "path_parameters": {}, "headers": {}, **sent})
    return response, case


LEADS = security_checks.leads_where_allowed(["https://example.com", "http://127.0.0.1:1"])


@pytest.mark.parametrize(
    ("response", "case"),
    [
        exchange(302, headers={"location": [f"{STRAY}?token=x"]}, query={"login_url": STRAY}),
        exchange(body={"login_url": f"{STRAY}?token=x"}, query={"redirect_uri": STRAY}),
    ],
)
def test_answer_that_leads_where_only_the_request_points_is_found(response: Any, case: Any) -> None:
    with pytest.raises(AssertionError, match=r"open redirect: the answer leads to https://evil\.example"):
        LEADS(None, response, case)


@pytest.mark.parametrize(
    ("response", "case"),
    [
        exchange(302, headers={"location": ["https://example.com/x"]}, query={"a": "https://example.com/"}),
        exchange(302, headers={"location": ["https://network.example/"]}, query={"login_url": STRAY}),
        exchange(302, headers={"location": ["/relative"]}, query={"login_url": "no address"}),
        exchange(302, headers={"location": ["http://["]}, query={"login_url": "http://["}),
        exchange(422, body={"error": {"description": STRAY}}, query={"login_url": STRAY}),
        exchange(body={"url": "https://login.xsolla.com/x"}, query={"a": "https://login.xsolla.com/y"}),
    ],
)
def test_answer_that_leads_elsewhere_is_none(response: Any, case: Any) -> None:
    LEADS(None, response, case)


def test_refusal_that_repeats_a_secret_is_found() -> None:
    response, _ = exchange(400, body={"error": {"description": "swordfish is wrong"}})
    _, case = exchange(query={"password": "swordfish"})

    with pytest.raises(AssertionError, match="repeats a password"):
        security_checks.refusal_repeats_no_secret(None, response, case)


@pytest.mark.parametrize(
    "sent", [{"query": {"username": "swordfish"}}, {"query": {"password": "sword"}}, {"body": b"swordfish"}]
)
def test_refusal_that_repeats_something_else_is_none(sent: dict[str, Any]) -> None:
    response, _ = exchange(400, body={"error": {"description": "swordfish is wrong"}})
    _, case = exchange(**sent)

    security_checks.refusal_repeats_no_secret(None, response, case)


@pytest.mark.parametrize(
    "check",
    [LEADS, security_checks.refusal_repeats_no_secret, secret_stays_out_of_caches, answer_is_utf8],
)
def test_check_about_security_is_known_as_such(check: Any) -> None:
    title = f"Custom check failed: `{check.__name__}`"
    failure = type("CustomFailure", (Exception,), {"title": title})()
    operation = described().operations["revoke-jwt"]

    assert origin.of_failure(operation, failure, None, 400) is None


@pytest.mark.parametrize("kind", origin.NEVER_EXCUSED)
def test_failure_of_a_kind_is_never_excused(kind: str) -> None:
    from schemathesis import openapi
    from schemathesis.core import failures

    assert hasattr(failures, kind) or hasattr(openapi.checks, kind)
    failure = type(kind, (Exception,), {"title": kind})()
    operation = described().operations["revoke-jwt"]

    assert origin.of_failure(operation, failure, None, 400) is None
