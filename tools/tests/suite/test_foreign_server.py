from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from starlette.types import Message, Scope

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.forecast import requests_of
from login_contract.suite.runner import Selection
from login_contract.suite.settings import TargetSettings
from login_contract.suite.target import MOCK_PROJECT_ID
from tests.suite.command import run
from tests.suite.foreign import foreign_server

KNOWN = {"LOGIN_CONTRACT_USERNAME": "demo", "LOGIN_CONTRACT_PASSWORD": "password123"}
PROJECT = ("--project-id", MOCK_PROJECT_ID)


def is_of(request: tuple[str, str], operation: Operation) -> bool:
    """Whether a request, by its method and path, is one of an operation."""
    pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(operation.path))
    return request[0] == operation.method and re.fullmatch(pattern, request[1]) is not None


@pytest.mark.long
def test_nothing_is_written_without_leave(tmp_path: Path) -> None:
    with foreign_server() as foreign:
        done = run(tmp_path, "--url", foreign.url, *PROJECT, "--rate", "500", "--examples", "5", **KNOWN)

    assert done.status == 0, done.out + done.err
    assert "writing to the target needs --allow-writes" in done.out
    assert "(no control interface)" in done.out
    assert "skipped" in done.html
    looked = {("POST", "/token/validate"), ("GET", f"/projects/{MOCK_PROJECT_ID}/keys")}
    assert looked <= set(foreign.requests)
    foretold = requests_of(Selection(deep=5), TargetSettings(), writes=False)
    assert foretold / 2 < len(foreign.requests) < foretold * 2
    others = {each for each in foreign.requests if each[0] not in ("GET", "HEAD", "OPTIONS")}
    readers = [each for each in described().operations.values() if each.changes_nothing]
    assert ("POST", "/token/validate") in others
    assert [each for each in others if not any(is_of(each, reader) for reader in readers)] == []


def test_known_user_is_logged_in_with_leave(tmp_path: Path) -> None:
    with foreign_server() as foreign:
        arguments = ("--url", foreign.url, *PROJECT, "--allow-writes", "--rate", "500", "--flows")
        done = run(tmp_path, *arguments, "-k", "test_known_user", **KNOWN)

    assert done.status == 0, done.out + done.err
    assert "6 passed" in done.out
    assert ("POST", "/login") in foreign.requests


def test_requests_keep_to_the_rate(tmp_path: Path) -> None:
    with foreign_server() as foreign:
        started = time.perf_counter()
        done = run(tmp_path, "--url", foreign.url, "--flows", "-k", "test_unknown_path", "--rate", "4")
        seconds = time.perf_counter() - started

    assert done.status == 0, done.out + done.err
    assert seconds > (len(foreign.requests) - 1) / 4


def test_mismatch_on_an_inferred_fact_is_unverified(tmp_path: Path) -> None:
    def other_code(scope: Scope, message: Message) -> None:
        if message["type"] == "http.response.body" and b'"415"' in message["body"]:
            message["body"] = message["body"].replace(b'"415"', b'"999"')

    with foreign_server(other_code) as foreign:
        done = run(
            tmp_path, "--url", foreign.url, "--properties", "-k", "coverage and validate", "--rate", "500"
        )

    assert done.status == 0, done.out + done.err
    # `validate-jwt` and `validate-server-jwt`.
    assert "2 unverified" in done.out
    assert "999" in done.html


def test_inferred_law_is_unverified_elsewhere(tmp_path: Path) -> None:
    def other_status(scope: Scope, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 400:
            message["status"] = 418

    with foreign_server(other_status) as foreign:
        done = run(
            tmp_path,
            "--url",
            foreign.url,
            "--flows",
            "-k",
            "test_unreadable_token_is_refused",
            "--rate",
            "500",
        )

    assert done.status == 0, done.out + done.err
    assert "failed" not in done.out
    assert "unverified" in done.out


def test_mismatch_on_a_documented_fact_fails(tmp_path: Path) -> None:
    def other_shape(scope: Scope, message: Message) -> None:
        if message["type"] == "http.response.body" and scope["path"].endswith("/jwks.json"):
            message["body"] = message["body"].replace(b'"keys"', b'"kays"')

    with foreign_server(other_shape) as foreign:
        done = run(
            tmp_path,
            "--url",
            foreign.url,
            *PROJECT,
            "--flows",
            "-k",
            "test_keys_can_be_read",
            "--rate",
            "500",
        )

    assert done.status == 1, done.out + done.err
    assert f"{foreign.url}/projects/{MOCK_PROJECT_ID}/jwks.json" in done.out


def test_run_gets_through_a_gateway_and_shows_nothing_of_what_opened_it(tmp_path: Path) -> None:
    def tell_tales(scope: Scope, message: Message) -> None:
        if message["type"] == "http.response.body" and scope["path"].endswith("/jwks.json"):
            message["body"] = message["body"].replace(b"RSA", b"open-sesame")

    with foreign_server(tell_tales, gate=(b"x-gate", b"open-sesame")) as foreign:
        chosen = "test_keys_can_be_read or (test_examples and json-web-key-set)"
        arguments = ("--url", foreign.url, *PROJECT, "--rate", "500", "-k", chosen, "-n", "2")
        closed = run(tmp_path, *arguments)
        done = run(tmp_path, *arguments, "--header", "X-Gate: env:GATE", GATE="open-sesame")

    assert closed.status == 2
    assert "403 to everything, also to what needs no token" in closed.err
    assert done.status == 1, done.out + done.err
    assert "2 failed" in done.out
    for text in (done.out, done.err, done.html, done.junit):
        assert "open-sesame" not in text


def test_server_error_is_never_excused(tmp_path: Path) -> None:
    def broken(scope: Scope, message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 415:
            message["status"] = 500

    with foreign_server(broken) as foreign:
        done = run(
            tmp_path, "--url", foreign.url, "--properties", "-k", "coverage and validate", "--rate", "500"
        )

    assert done.status == 1, done.out + done.err
