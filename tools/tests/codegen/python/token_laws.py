"""What `TokenAuth` promises, as laws: each is a function that raises AssertionError when it is broken."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from xsolla_login_client.errors import LoginError, SessionEnded, TransportError
from xsolla_login_client.token_auth import TokenAuth, Tokens

from tests.codegen.python.login_server import BASE_URL, ORIGIN, PATIENCE, LoginServer, Seen, envelope

FIFTY = 50


def ended(**options: object) -> LoginServer:
    """A server that has ended the access token of the login."""
    server = LoginServer(**options)  # type: ignore[arg-type]
    server.end()
    return server


def first() -> Tokens:
    return LoginServer().tokens(0)


def get(server: LoginServer, auth: TokenAuth) -> httpx.Response:
    with server.client(auth) as client:
        return client.get("/users/me")


async def get_async(server: LoginServer, auth: TokenAuth) -> httpx.Response:
    async with server.async_client(auth) as client:
        return await asyncio.wait_for(client.get("/users/me"), PATIENCE)


async def many(server: LoginServer, auth: TokenAuth, count: int) -> list[int]:
    answers = await asyncio.gather(*(get_async(server, auth) for _ in range(count)))
    return [answer.status_code for answer in answers]


def one_for_fifty_threads() -> None:
    server = ended(awaited=FIFTY, delay=0.05)
    auth = server.auth(first())
    with ThreadPoolExecutor(FIFTY) as pool:
        answers = list(pool.map(lambda _: get(server, auth).status_code, range(FIFTY)))
    assert (set(answers), server.refreshes) == ({200}, 1)


def one_for_fifty_tasks() -> None:
    server = ended(awaited=FIFTY, delay=0.05)
    assert set(asyncio.run(many(server, server.auth(first()), FIFTY))) == {200}
    assert server.refreshes == 1


def one_for_threads_and_loops_together() -> None:
    server = ended(awaited=FIFTY, delay=0.05)
    auth = server.auth(first())
    with ThreadPoolExecutor(FIFTY) as pool:
        loops = [pool.submit(lambda: asyncio.run(many(server, auth, 6))) for _ in range(5)]
        threads = [pool.submit(lambda: get(server, auth).status_code) for _ in range(20)]
        answers = [one for loop in loops for one in loop.result(PATIENCE)]
        answers += [thread.result(PATIENCE) for thread in threads]
    assert (answers, server.refreshes) == ([200] * FIFTY, 1)


def an_older_token_is_only_exchanged_for_the_present_one() -> None:
    server = ended()
    auth = server.auth(first())
    late = auth.sync_auth_flow(httpx.Request("GET", f"{BASE_URL}/users/me"))
    sent = next(late)
    assert get(server, auth).status_code == 200

    refusal = envelope(401, "002-016")
    refusal.request = sent
    again = late.send(refusal)

    assert again.headers["authorization"] == f"Bearer {server.tokens().access_token}"
    assert (server.refreshes, server.misused) == (1, 0)


def a_request_is_sent_twice_at_most() -> None:
    server = ended(instead=lambda: httpx.Response(200, json=refused_anyway()))
    assert get(server, server.auth(first())).status_code == 401
    assert [one.authorization for one in server.seen] == [
        "Bearer access0.b.c",
        "Bearer refused.b.c",
    ]


def refused_anyway() -> dict[str, object]:
    return {
        "access_token": "refused.b.c",
        "token_type": "bearer",
        "expires_in": 3600,
        "refresh_token": "next",
    }


def only_an_ended_token_is_renewed() -> None:
    for refusal in (
        envelope(401, "003-001"),
        envelope(403, "003-020"),
        envelope(401, "1901-0001"),
        envelope(422, "002-016"),
        httpx.Response(401, text="<html>002-016</html>"),
        httpx.Response(401, json=["002-016"]),
        httpx.Response(401),
    ):
        server = ended()
        server.refusal = lambda refusal=refusal: refusal  # type: ignore[misc]
        status = get(server, server.auth(first())).status_code
        assert (status, server.refreshes, len(server.seen)) == (refusal.status_code, 0, 1)


def new_tokens_are_saved_before_they_are_used() -> None:
    server, saved, used = ended(), list[Tokens](), list[bool]()

    def save(tokens: Tokens) -> None:
        used.append(any(tokens.access_token in str(one.authorization) for one in server.seen))
        saved.append(tokens)

    auth = server.auth(first(), save=save)
    for _ in range(2):
        assert get(server, auth).status_code == 200
        server.end()
    assert (saved, used) == ([server.tokens(2), server.tokens(4)], [False, False])


def what_could_not_be_saved_is_not_used_and_not_lost() -> None:
    server, saved = ended(), list[Tokens]()
    failures = [OSError("disk full"), OSError("still full")]

    def save(tokens: Tokens) -> None:
        if failures:
            raise failures.pop(0)
        saved.append(tokens)

    auth = server.auth(first(), save=save)
    for message in ("disk full", "still full"):
        with pytest.raises(LoginError, match="could not be saved") as caught:
            get(server, auth)
        assert str(caught.value.__cause__) == message
        assert auth.tokens == first()
    assert get(server, auth).status_code == 200
    assert ([one.authorization for one in server.seen], server.refreshes) == (
        ["Bearer access0.b.c", "Bearer access2.b.c"],
        1,
    )
    assert saved == [auth.tokens] == [server.tokens(2)]


def every_renewal_uses_the_newest_refresh_token() -> None:
    server = ended()
    auth = server.auth(first())
    for _ in range(3):
        assert get(server, auth).status_code == 200
        server.end()
    assert (server.refreshes, server.misused) == (3, 0)


def a_refused_renewal_ends_it_for_all_and_for_good() -> None:
    server = ended(
        awaited=FIFTY, delay=0.05, instead=lambda: envelope(400, "010-023", "The token is not valid.")
    )
    auth = server.auth(first())
    with ThreadPoolExecutor(FIFTY) as pool:
        calls = [pool.submit(get, server, auth) for _ in range(FIFTY)]
        errors = [call.exception(PATIENCE) for call in calls]
    assert {type(error) for error in errors} == {SessionEnded}
    assert len({id(error) for error in errors}) == FIFTY
    server.instead = None
    for _ in range(2):
        with pytest.raises(SessionEnded) as caught:
            get(server, auth)
        assert (caught.value.code, caught.value.status) == ("010-023", 400)
    assert (server.refreshes, len(server.seen)) == (1, FIFTY)


def a_lost_renewal_is_tried_again_later() -> None:
    def lost() -> httpx.Response:
        raise httpx.ConnectError("no route")

    server = ended(instead=lost, awaited=5)
    auth = server.auth(first())
    with ThreadPoolExecutor(5) as pool:
        errors = [call.exception(PATIENCE) for call in [pool.submit(get, server, auth) for _ in range(5)]]
    assert {type(error) for error in errors} == {TransportError}
    assert {type(error.__cause__) for error in errors if error} == {httpx.ConnectError}
    server.instead = None
    with pytest.raises(TransportError):
        get(server, auth)
    assert server.refreshes == 1
    server.now += 1
    assert get(server, auth).status_code == 200
    assert server.refreshes == 2


def a_cancelled_task_strands_nobody() -> None:
    server = ended()
    server.gate.clear()
    auth = server.auth(first())

    async def run() -> int:
        leader = asyncio.create_task(get_async(server, auth))
        await asyncio.to_thread(server.until_asked)
        others = [asyncio.create_task(get_async(server, auth)) for _ in range(3)]
        await asyncio.sleep(0.01)
        leader.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await leader
        server.gate.set()
        return sum([(await other).status_code == 200 for other in others])

    assert asyncio.run(run()) == 3
    assert server.refreshes == 1


def a_loop_that_ends_strands_nobody() -> None:
    server = ended()
    server.gate.clear()
    auth = server.auth(first())

    async def give_up() -> None:
        task = asyncio.create_task(get_async(server, auth))
        await asyncio.to_thread(server.until_asked)
        assert not task.done()

    asyncio.run(give_up())
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(get, server, auth)
        time.sleep(0.01)
        server.gate.set()
        assert other.result(PATIENCE).status_code == 200
    assert server.refreshes == 1


def tokens_go_to_the_api_alone() -> None:
    server = LoginServer()
    auth = server.auth(early=None)
    for url in (
        "https://other.example/api/users/me",
        "http://login.example/api/users/me",
        "https://login.example:8443/api/users/me",
        "https://login.example.evil.example/api/users/me",
    ):
        with server.client(auth) as client:
            assert client.get(url).status_code == 401
        assert server.seen[-1].authorization is None
    with server.client(auth) as client:
        assert client.get("HTTPS://LOGIN.example:443/api/users/me").status_code == 200
    assert server.refreshes == 0


def a_redirect_carries_no_token_away() -> None:
    server = LoginServer()
    there = envelope(401, "002-016")

    def handle(request: httpx.Request) -> httpx.Response:
        server.seen.append(Seen.of(request))
        if str(request.url).startswith(ORIGIN):
            return httpx.Response(307, headers={"location": "https://other.example/"})
        return there

    auth = server.auth(http=httpx.Client(transport=httpx.MockTransport(handle), follow_redirects=True))
    with httpx.Client(transport=httpx.MockTransport(handle), auth=auth, follow_redirects=True) as client:
        assert client.get(f"{BASE_URL}/users/me").status_code == 401
        server.now += 7200
        with contextlib.suppress(LoginError):
            client.get(f"{BASE_URL}/users/me")
    away = [one for one in server.seen if one.host == "other.example"]
    assert away
    assert all(one.authorization is None and b"refresh" not in one.body for one in away)
    assert sum(one.path == "/api/oauth2/token" for one in server.seen) == 1


def a_body_that_is_read_once_is_sent_once() -> None:
    server = ended()
    auth = server.auth(first())

    def parts() -> Iterator[bytes]:
        yield b"a picture"

    with server.client(auth) as client:
        refused = client.post("/users/me/picture", content=parts())
        assert (refused.status_code, len(server.seen), server.refreshes) == (401, 1, 1)
        assert client.post("/users/me/picture", content=parts()).status_code == 200
        server.end()
        answer = client.post("/users/me/picture", content=b"a picture")
        assert (answer.status_code, len(server.seen)) == (200, 4)
    assert [one.body for one in server.seen[2:]] == [b"a picture"] * 2


def waiting_tasks_do_not_block_their_loop() -> None:
    server = ended()
    server.gate.clear()
    auth = server.auth(first())

    async def run() -> int:
        tasks = [asyncio.create_task(get_async(server, auth)) for _ in range(3)]
        # Only a loop that goes on lets the server answer.
        release = threading.Timer(5, server.gate.set)
        release.start()
        await asyncio.sleep(0.05)
        went_on = not server.gate.is_set()
        release.cancel()
        server.gate.set()
        statuses = [(await task).status_code for task in tasks]
        assert statuses == [200] * 3
        return went_on

    started = time.monotonic()
    assert asyncio.run(run()), f"the loop stood still for {time.monotonic() - started:.1f} s"


def tokens_are_renewed_shortly_before_they_end() -> None:
    server = LoginServer()
    auth = server.auth()
    for wait, refreshes in ((3569, 0), (1, 1), (1, 1), (3568, 1), (1, 2)):
        server.now += wait
        assert get(server, auth).status_code == 200
        assert server.refreshes == refreshes, f"after {wait} s"
    assert server.refused == 0


def tokens_that_last_are_used_while_no_others_can_be_had() -> None:
    server = LoginServer(instead=lambda: httpx.Response(503))
    auth = server.auth()
    server.now += 3580
    for refreshes in (1, 1):
        assert get(server, auth).status_code == 200
        assert server.refreshes == refreshes
    server.now += 5
    assert get(server, auth).status_code == 200
    assert server.refreshes == 2
    server.now += 16
    with pytest.raises(LoginError):
        get(server, auth)


LAWS = (
    one_for_fifty_threads,
    one_for_fifty_tasks,
    one_for_threads_and_loops_together,
    an_older_token_is_only_exchanged_for_the_present_one,
    a_request_is_sent_twice_at_most,
    only_an_ended_token_is_renewed,
    new_tokens_are_saved_before_they_are_used,
    what_could_not_be_saved_is_not_used_and_not_lost,
    every_renewal_uses_the_newest_refresh_token,
    a_refused_renewal_ends_it_for_all_and_for_good,
    a_lost_renewal_is_tried_again_later,
    a_cancelled_task_strands_nobody,
    a_loop_that_ends_strands_nobody,
    tokens_go_to_the_api_alone,
    a_redirect_carries_no_token_away,
    a_body_that_is_read_once_is_sent_once,
    waiting_tasks_do_not_block_their_loop,
    tokens_are_renewed_shortly_before_they_end,
    tokens_that_last_are_used_while_no_others_can_be_had,
)
