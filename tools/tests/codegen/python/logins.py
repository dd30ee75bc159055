"""What holds of `LoginApi` and `LoginServerApi` whatever a server, an attacker or a program does: laws."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from xsolla_login_client import AsyncLoginApi, LoginApi, LoginServerApi
from xsolla_login_client.error_codes import CODES
from xsolla_login_client.errors import LoginError, Refusal, UnexpectedAnswer
from xsolla_login_client.tokens import Tokens

from tests.codegen.python.hiding import SECRET
from tests.codegen.python.login_server import BASE_URL, LoginServer, envelope

PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
CALLBACK = "https://game.test/callback"
OAUTH: dict[str, Any] = {"client_id": 1001, "redirect_url": CALLBACK, "is_oauth2": True}
Handler = Callable[[httpx.Request], httpx.Response]


def through(handler: Handler, **given: Any) -> dict[str, Any]:
    """How a facade is made whose requests a function answers."""
    return {"base_url": BASE_URL, "httpx_args": {"transport": httpx.MockTransport(handler)}, **given}


def judge_tokens_in_headers() -> None:
    """Judge that a token which no header can carry is told of, but not told."""
    with LoginApi(PROJECT, **through(_never)) as api:
        for token in (f"{SECRET}\n", f"{SECRET}ö", ""):
            for call in (api.get_ask_fields, lambda given: api.logout(given, "all")):
                with pytest.raises(ValueError, match="Authorization: ") as caught:
                    call(token)
                problem: BaseException | None = caught.value
                while problem:
                    assert SECRET not in repr(problem)
                    problem = problem.__context__
                assert SECRET not in "".join(traceback.format_exception(caught.value))


def judge_landings() -> None:
    """Judge that an address which anybody can make logs nobody in where a state is to guard the login."""
    foreign = f"{CALLBACK}?token=foreign.token.here"
    with LoginApi(PROJECT, **OAUTH, **through(_never)) as api:
        for address in (foreign, f"{foreign}&code=c0de", f"{foreign}&code=c0de&state=guessed-it"):
            with pytest.raises(ValueError, match="login_url: "):
                api.complete(address)
            assert api.tokens is None
    with LoginApi(PROJECT, **OAUTH, **through(_logging_in)) as api:
        result = api.login_with_email_code(email="a@b.co", code="1", operation_id="o", is_oauth2=False)
        assert api.complete(result.login_url) == Tokens("own.token.here")


def judge_landings_that_tell_of_a_failure() -> None:
    """Judge that a login which failed on the way is told as any other refusal."""
    with LoginApi(PROJECT, **OAUTH, **through(_never)) as api:
        for query, kind in (
            ("error_code=010-026&error=access_denied", CODES["010-026"]),
            ("error=access_denied", LoginError),
        ):
            with pytest.raises(LoginError, match="Nobody agreed") as caught:
                api.complete(f"{CALLBACK}?{query}&error_description=Nobody+agreed+code%3D{SECRET}")
            assert SECRET not in str(caught.value), caught.value
            assert type(caught.value) is kind, repr(caught.value)


def judge_tokens_that_could_not_be_saved() -> None:
    """Judge that the tokens of a login are not lost with the disk that was full."""
    exchanges: list[str] = []
    saved: list[Tokens] = []

    def save(tokens: Tokens) -> None:
        if not tried:
            tried.append(tokens)
            raise OSError("disk full")
        saved.append(tokens)

    tried: list[Tokens] = []
    with LoginApi(
        PROJECT, **OAUTH, state="abcdefgh9", save=save, **through(_server(exchanges, iter(())))
    ) as api:
        address = f"{CALLBACK}?code=c0de&state=abcdefgh9"
        with pytest.raises(LoginError, match="saved") as caught:
            api.complete(address)
        assert isinstance(caught.value.__cause__, OSError)
        assert [api.tokens] == [None]
        assert api.complete(address) == tried[0] == api.tokens
        assert (saved, len(exchanges)) == (tried, 1), f"{len(exchanges)} exchanges"
        api.complete(address)
        assert len(exchanges) == 2, "a code is kept for ever"


def judge_renewal_after_closing() -> None:
    """Judge that a facade which was closed renews its login as before."""
    server = LoginServer()
    ended = Tokens("ended.b.c", "refresh0", 1.0)
    api = LoginApi(PROJECT, **OAUTH, tokens=ended, **through(server.handle))
    with api:
        pass
    _ask(lambda: api.account.get_user_email())
    assert server.refreshes == 1

    async def awaited() -> None:
        server = LoginServer()
        api = AsyncLoginApi(PROJECT, **OAUTH, tokens=ended, **through(server.handle))
        async with api:
            with pytest.raises(UnexpectedAnswer):
                await api.account.get_user_email()
        server.end()
        with pytest.raises(UnexpectedAnswer):
            await api.account.get_user_email()
        assert server.refreshes == 2
        await api.aclose()

    asyncio.run(awaited())


def judge_forbidden_calls() -> None:
    """Judge that a call which no token is good for takes no new token, and is made once."""
    paths: list[str] = []
    refusals = iter([envelope(403, "003-061")] * 2 + [envelope(403, "1901-0001")] * 4)
    with LoginServerApi(client_id=1, client_secret="s", **through(_server(paths, refusals))) as api:
        for made in (2, 3, 6):
            with pytest.raises(Refusal):
                api.get_attributes_schema(PROJECT)  # type: ignore[arg-type]
            assert len(paths) == made, f"{len(paths)} requests instead of {made}: {paths}"


def judge_server_tokens_stay_at_home() -> None:
    """Judge that the token of a server goes to the API alone."""
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return _granted() if request.url.path.endswith("/token") else httpx.Response(200)

    with LoginServerApi(client_id=1, client_secret="s", **through(handler)) as api:
        http = api.client.get_httpx_client()
        for address in (f"{BASE_URL}/x", "https://login.example.evil.test/x", "http://login.example/x"):
            http.get(address)
    carried = [str(each.url) for each in seen if "x-server-authorization" in each.headers]
    assert carried == [f"{BASE_URL}/x"], carried


def judge_server_tokens_that_are_none() -> None:
    """Judge that a server token which no header can carry is an answer that nobody expects."""
    for text in (f"{SECRET}ö", f"{SECRET}\r\nX: y", ""):
        with LoginServerApi(client_id=1, client_secret="s", **through(lambda _: _granted(text))) as api:  # noqa: B023
            with pytest.raises(UnexpectedAnswer) as caught:
                api.get_attributes_schema(PROJECT)  # type: ignore[arg-type]
            assert SECRET not in "".join(traceback.format_exception(caught.value))


def _ask(call: Callable[[], object]) -> None:
    # The server in memory knows who asks, but nothing of what is asked.
    with pytest.raises(LoginError) as caught:
        call()
    assert isinstance(caught.value, UnexpectedAnswer), repr(caught.value)


def _never(request: httpx.Request) -> httpx.Response:
    raise AssertionError(f"{request.method} {request.url} is made")


def _logging_in(_: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"login_url": f"{CALLBACK}?token=own.token.here"})


def _server(paths: list[str], refusals: Iterator[httpx.Response]) -> Handler:
    def handler(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.path)
        return _granted() if request.url.path.endswith("/token") else next(refusals)

    return handler


def _granted(text: str = "server-token") -> httpx.Response:
    return httpx.Response(200, json={"access_token": text, "token_type": "bearer", "expires_in": 3600})
