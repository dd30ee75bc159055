"""Which calls are made once more, after which wait, and how long a call may take."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import httpx
import pytest
from xsolla_login_client import AuthenticatedClient, Client, Retries

from tests.codegen.python import repeating
from tests.codegen.python.calls import calls, client_to


@pytest.fixture(scope="module")
def silent() -> Iterator[str]:
    """The address of a socket that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def test_a_call_is_repeated_where_that_is_safe() -> None:
    repeating.judge_what_is_repeated()


def test_retry_after_is_waited_for_in_either_form() -> None:
    repeating.judge_waits()


def test_not_everybody_comes_back_at_once() -> None:
    repeating.judge_spread()


def test_the_hook_is_told_of_each_retry_and_may_end_the_call() -> None:
    repeating.judge_hook()


def test_a_socket_that_never_answers_ends_a_call_in_time(silent: str) -> None:
    repeating.judge_timeouts(silent)


@pytest.mark.parametrize("client", [Client("http://x"), AuthenticatedClient("http://x", token="t")])
def test_a_call_without_a_timeout_of_its_own_takes_that_of_httpx(client: Client) -> None:
    assert client.get_httpx_client().timeout == httpx.Timeout(5)
    assert client.get_async_httpx_client().timeout == httpx.Timeout(5)
    assert client.with_timeout(None).get_httpx_client().timeout == httpx.Timeout(None)


def test_no_operation_that_proves_something_once_may_be_repeated() -> None:
    once = {"confirm-account", "otp-validate", "push-confirmation-code"}
    once |= {"jwt-silent-authentication", "oauth-20-silent-authentication"}
    repeatable = {each.facts.id for each in calls() if each.facts.repeatable}
    assert not repeatable & once
    assert {"get-user-details", "get-confirmation-code", "validate-jwt"} <= repeatable
    assert not any(
        each.operation.method in ("PUT", "PATCH", "DELETE") for each in calls() if each.facts.repeatable
    )


@pytest.mark.parametrize("wrong", [{"attempts": 0}, {"attempts": 1.5}, {"longest_wait": -1}])
def test_retries_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises((ValueError, TypeError)):
        Retries(**wrong)  # type: ignore[arg-type]


def test_a_file_is_sent_once_whatever_comes_of_it() -> None:
    sent: list[bytes] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request.read())
        return httpx.Response(429)

    for each in calls():
        if "multipart/form-data" in each.operation.bodies:
            sent.clear()
            each.make("sync_detailed", client_to(handler, retries=Retries()))
            assert len(sent) == 1
