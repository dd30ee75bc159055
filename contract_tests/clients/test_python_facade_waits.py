"""The wait for a link to be opened, through the Python facade: how it goes on, and what ends it."""

from __future__ import annotations

import asyncio
import math
import threading
import time
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from xsolla_login_client.error_codes import CODES
from xsolla_login_client.errors import Cancelled, LoginError, Refusal, TransportError, UnexpectedAnswer
from xsolla_login_client.facade import waiting
from xsolla_login_client.login_api import AsyncLoginApi, CancelToken, LoginApi

PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
WANTED: dict[str, Any] = {"login": "ann@example.com", "operation_id": "op"}
NOT_YET = httpx.Response(408, json={"error": {"code": "010-050", "description": "Deadline exceeded."}})
TOO_MANY = httpx.Response(
    429, json={"error": {"code": "003-038", "description": "Too many."}}, headers={"retry-after": "60"}
)
CODE = httpx.Response(200, json={"code": "482913"})
Step = httpx.Response | Exception
Wait = Callable[..., Any]


class Script:
    """Answers with one step after the other, the last one for ever."""

    def __init__(self, *steps: Step) -> None:
        self.steps = list(steps)
        self.calls = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        step = self.steps[min(self.calls, len(self.steps) - 1)]
        self.calls += 1
        if isinstance(step, Exception):
            raise step
        return httpx.Response(step.status_code, content=step.content, headers=step.headers)


@pytest.fixture(params=["sync", "async"])
def wait(request: pytest.FixtureRequest) -> Wait:
    """Waits with a facade that speaks to a script."""

    def blocking(script: Script, **given: Any) -> Any:
        with LoginApi(PROJECT, httpx_args={"transport": httpx.MockTransport(script)}) as api:
            return api.get_confirm_code(**WANTED, **given)

    async def awaited(script: Script, **given: Any) -> Any:
        async with AsyncLoginApi(PROJECT, httpx_args={"transport": httpx.MockTransport(script)}) as api:
            return await api.get_confirm_code(**WANTED, **given)

    return (
        blocking if request.param == "sync" else lambda *steps, **given: asyncio.run(awaited(*steps, **given))
    )


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PACE", 0.01)


@pytest.mark.parametrize(
    "given", [{}, {"timeout": None}, {"timeout": math.inf}, {"cancel_token": CancelToken()}], ids=str
)
def test_wait_begins_again_until_the_code_is_there(wait: Wait, given: dict[str, Any]) -> None:
    script = Script(NOT_YET, NOT_YET, CODE)

    assert wait(script, **given).code == "482913"
    assert script.calls == 3


def test_hiccups_of_the_network_and_of_gateways_do_not_end_it(wait: Wait) -> None:
    hiccups: list[Step] = [httpx.ReadError("gone"), httpx.Response(504), httpx.Response(408)]
    script = Script(*hiccups, TOO_MANY, NOT_YET, CODE)

    assert wait(script).code == "482913"
    assert script.calls == 6


def test_hiccups_are_counted_anew_after_an_answer(wait: Wait) -> None:
    hiccups = [httpx.Response(502)] * waiting.FAILURES

    assert wait(Script(*hiccups, NOT_YET, *hiccups, CODE)).code == "482913"


@pytest.mark.parametrize(
    ("step", "error"), [(httpx.ConnectError("no"), TransportError), (httpx.Response(502), UnexpectedAnswer)]
)
def test_server_that_is_gone_ends_it(wait: Wait, step: Step, error: type[LoginError]) -> None:
    script = Script(step)

    with pytest.raises(error):
        wait(script)
    assert script.calls == waiting.FAILURES + 1


def test_refusal_ends_it_at_once(wait: Wait) -> None:
    script = Script(httpx.Response(404, json={"error": {"code": "003-019", "description": "Unknown."}}))

    with pytest.raises(CODES["003-019"]):
        wait(script)
    assert script.calls == 1


@pytest.mark.parametrize("step", [NOT_YET, TOO_MANY, httpx.ReadTimeout("late")], ids=["408", "429", "late"])
def test_deadline_ends_it(wait: Wait, step: Step) -> None:
    begun = time.monotonic()

    with pytest.raises(CODES["010-050"]) as caught:
        wait(Script(step), timeout=0.05)

    assert time.monotonic() - begun < 1
    assert caught.value.operation == "get-confirmation-code"
    assert isinstance(caught.value, Refusal)


def test_no_time_at_all_is_one_call(wait: Wait) -> None:
    script = Script(NOT_YET)

    with pytest.raises(CODES["010-050"]):
        wait(script, timeout=0)
    assert script.calls == 1


@pytest.mark.parametrize("seconds", [-1, float("nan")])
def test_time_that_is_none_is_refused(wait: Wait, seconds: float) -> None:
    with pytest.raises(ValueError, match="timeout"):
        wait(Script(CODE), timeout=seconds)


def test_token_that_was_cancelled_before_ends_it(wait: Wait) -> None:
    token, script = CancelToken(), Script(CODE)
    token.cancel()
    token.cancel()

    with pytest.raises(Cancelled):
        wait(script, cancel_token=token)


def test_pause_between_two_calls_is_cancelled_too(wait: Wait, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "PACE", 20.0)
    token = CancelToken()
    timer = threading.Timer(0.1, token.cancel)
    timer.start()
    begun = time.monotonic()

    with pytest.raises(Cancelled):
        wait(Script(NOT_YET), cancel_token=token, timeout=60)

    assert time.monotonic() - begun < 5
    timer.join()


def test_call_under_way_is_left_when_it_is_cancelled() -> None:
    begun, release = threading.Event(), threading.Event()

    def held(request: httpx.Request) -> httpx.Response:
        begun.set()
        release.wait(10)
        return httpx.Response(200, json={"code": "1"})

    token = CancelToken()
    with LoginApi(PROJECT, httpx_args={"transport": httpx.MockTransport(held)}) as api:

        def stop() -> None:
            begun.wait(5)
            token.cancel()

        stopper = threading.Thread(target=stop)
        stopper.start()
        with pytest.raises(Cancelled):
            api.get_confirm_code(**WANTED, cancel_token=token)
        assert not release.is_set()
        release.set()
        stopper.join()


@pytest.mark.parametrize("token", [None, CancelToken()], ids=["alone", "with-token"])
def test_task_that_is_cancelled_ends_the_call(token: CancelToken | None) -> None:
    ended: list[str] = []

    async def held(request: httpx.Request) -> httpx.Response:
        try:
            await asyncio.sleep(20)
        finally:
            ended.append("ended")
        raise AssertionError

    async def run() -> None:
        async with AsyncLoginApi(PROJECT, httpx_args={"transport": httpx.MockTransport(held)}) as api:
            task = asyncio.create_task(api.get_confirm_code(**WANTED, cancel_token=token))
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(run())
    assert ended == ["ended"]


def test_task_that_is_cancelled_stays_so_whatever_its_token_says() -> None:
    token = CancelToken()

    async def held(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(20)
        raise AssertionError

    async def run() -> None:
        async with AsyncLoginApi(PROJECT, httpx_args={"transport": httpx.MockTransport(held)}) as api:
            task = asyncio.create_task(api.get_confirm_code(**WANTED, cancel_token=token))
            await asyncio.sleep(0.05)
            task.cancel()
            token.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(run())


def test_token_is_done_with_a_wait_that_is_over() -> None:
    token = CancelToken()
    with LoginApi(PROJECT, httpx_args={"transport": httpx.MockTransport(Script(CODE))}) as api:
        api.get_confirm_code(**WANTED, cancel_token=token)

    assert token._listeners == []
    assert repr(token) == "CancelToken(waiting)"
