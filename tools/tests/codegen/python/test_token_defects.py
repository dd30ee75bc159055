"""Defects planted in what renews tokens: each breaks a law, and the law notices."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from concurrent.futures import CancelledError, Future
from typing import Any

import attrs
import httpx
import pytest
from xsolla_login_client import origin, refresh_grant, renewal, single_flight, token_auth
from xsolla_login_client.errors import LoginError
from xsolla_login_client.token_auth import TokenAuth, Tokens

from tests.codegen.python import login_server, test_token_auth, token_laws

Plant = Callable[[pytest.MonkeyPatch], None]
Law = Callable[[], None]


def a_refresh_for_every_caller(patch: pytest.MonkeyPatch) -> None:
    sound = single_flight.SingleFlight.join

    def join(self: single_flight.SingleFlight[Any]) -> Future[Any]:
        self._future = None
        return sound(self)

    patch.setattr(single_flight.SingleFlight, "join", join)


def a_lock_for_every_loop(patch: pytest.MonkeyPatch) -> None:
    """Each event loop, and all threads without one, have a renewal under way of their own."""
    sound = single_flight.SingleFlight.join
    flights: dict[object, Future[Any]] = {}

    def join(self: single_flight.SingleFlight[Any]) -> Future[Any]:
        place = id(asyncio._get_running_loop()), id(self)
        if place not in flights:
            self._future = None
            flights[place] = sound(self)
        return flights[place]

    patch.setattr(single_flight.SingleFlight, "join", join)


def an_older_token_renews_again(patch: pytest.MonkeyPatch) -> None:
    def after_refusal(self: renewal.Renewal, _: Tokens) -> renewal.Held:
        with self._flight.lock:
            return self._joined()

    patch.setattr(renewal.Renewal, "after_refusal", after_refusal)


def the_old_token_is_repeated(patch: pytest.MonkeyPatch) -> None:
    sound = token_auth._with

    def attach(request: httpx.Request, tokens: Tokens) -> httpx.Request:
        return request if "Authorization" in request.headers else sound(request, tokens)

    patch.setattr(token_auth, "_with", attach)


def requests_are_repeated_until_they_pass(patch: pytest.MonkeyPatch) -> None:
    def flow(self: TokenAuth, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        sent = self.tokens
        for _ in range(5):
            response = yield token_auth._with(request, sent)
            if response.status_code < 400:
                return
            sent = renewal.taken(renewal.settled(self._renewal.after_refusal(sent)))

    patch.setattr(TokenAuth, "sync_auth_flow", flow)


def every_refusal_renews(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(token_auth, "_has_ended", lambda *_: True)


def nothing_is_saved(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(renewal.Renewal, "_work", lambda self: self._ask(self._tokens))


def tokens_are_saved_when_somebody_has_used_them(patch: pytest.MonkeyPatch) -> None:
    sound = TokenAuth.sync_auth_flow

    def flow(self: TokenAuth, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        save, self._renewal._save = self._renewal._save, None
        before = self.tokens
        yield from sound(self, request)
        if save is not None and self.tokens != before:
            save(self.tokens)
        self._renewal._save = save

    patch.setattr(TokenAuth, "sync_auth_flow", flow)


def a_failed_save_is_passed_over(patch: pytest.MonkeyPatch) -> None:
    def work(self: renewal.Renewal) -> Any:
        outcome = self._ask(self._tokens)
        try:
            if isinstance(outcome, Tokens) and self._save is not None:
                self._save(outcome)
        except OSError:
            pass
        return outcome

    patch.setattr(renewal.Renewal, "_work", work)


def unsaved_tokens_are_lost(patch: pytest.MonkeyPatch) -> None:
    sound = renewal.Renewal._work

    def work(self: renewal.Renewal) -> Any:
        outcome = sound(self)
        self._unsaved = None
        return outcome

    patch.setattr(renewal.Renewal, "_work", work)


def the_first_refresh_token_is_kept(patch: pytest.MonkeyPatch) -> None:
    sound = refresh_grant.RefreshGrant.ask

    def ask(self: refresh_grant.RefreshGrant, tokens: Tokens) -> Tokens | LoginError:
        outcome = sound(self, tokens)
        if isinstance(outcome, LoginError):
            return outcome
        return attrs.evolve(outcome, refresh_token=tokens.refresh_token)

    patch.setattr(refresh_grant.RefreshGrant, "ask", ask)


def the_end_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    sound = renewal.Renewal._settle

    def settle(self: renewal.Renewal, outcome: Any) -> None:
        sound(self, outcome)
        self._ended = None

    patch.setattr(renewal.Renewal, "_settle", settle)


def a_lost_answer_is_the_end(patch: pytest.MonkeyPatch) -> None:
    sound = refresh_grant.RefreshGrant.ask

    def ask(self: refresh_grant.RefreshGrant, tokens: Tokens) -> Tokens | LoginError:
        outcome = sound(self, tokens)
        return refresh_grant._ended(outcome) if isinstance(outcome, LoginError) else outcome

    patch.setattr(refresh_grant.RefreshGrant, "ask", ask)


def who_stops_waiting_cancels_it_for_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Future, "set_running_or_notify_cancel", lambda _: True)


def waiters_are_stranded(patch: pytest.MonkeyPatch) -> None:
    """The one that asked first brings the outcome to the others, unless it is cancelled meanwhile."""
    told: dict[int, asyncio.Event] = {}

    async def wait_async(held: renewal.Held) -> Any:
        if not isinstance(held, Future):
            return held
        leads = id(held) not in told
        event = told.setdefault(id(held), asyncio.Event())
        if leads:
            outcome = await asyncio.wrap_future(held)
            event.set()
            return outcome
        await event.wait()
        return held.result()

    patch.setattr(token_auth, "settled_async", wait_async)


def waiters_block_their_loop(patch: pytest.MonkeyPatch) -> None:
    async def wait_async(held: renewal.Held) -> Any:
        return renewal.settled(held)

    patch.setattr(token_auth, "settled_async", wait_async)


def any_host_gets_tokens(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(token_auth, "origin", lambda _: ("https", "login.example", 443))


def hosts_are_compared_by_their_beginning(patch: pytest.MonkeyPatch) -> None:
    for module in (token_auth, origin):
        patch.setattr(module, "origin", lambda url: (url.scheme, url.host[:13], url.port))


def secrets_follow_redirects(patch: pytest.MonkeyPatch) -> None:
    sound = httpx.Client.send

    def send(self: httpx.Client, request: httpx.Request, **options: Any) -> httpx.Response:
        options["follow_redirects"] = True
        return sound(self, request, **options)

    patch.setattr(httpx.Client, "send", send)


def every_body_is_sent_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(token_auth, "_can_be_sent_again", lambda _: True)


def nothing_is_renewed_early(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(renewal.Renewal, "_is_due", lambda self: self._flight.is_under_way)


def tokens_are_renewed_before_every_request(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(renewal.Renewal, "_is_due", lambda _: True)


def tokens_that_last_are_given_up(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(renewal.Renewal, "usable", lambda _, outcome: renewal.taken(outcome))


DEFECTS: list[tuple[Plant, Law]] = [
    (a_refresh_for_every_caller, token_laws.one_for_fifty_threads),
    (a_refresh_for_every_caller, token_laws.one_for_fifty_tasks),
    (a_lock_for_every_loop, token_laws.one_for_threads_and_loops_together),
    (an_older_token_renews_again, token_laws.an_older_token_is_only_exchanged_for_the_present_one),
    (the_old_token_is_repeated, token_laws.one_for_fifty_threads),
    (requests_are_repeated_until_they_pass, token_laws.a_request_is_sent_twice_at_most),
    (every_refusal_renews, token_laws.only_an_ended_token_is_renewed),
    (nothing_is_saved, token_laws.new_tokens_are_saved_before_they_are_used),
    (tokens_are_saved_when_somebody_has_used_them, token_laws.new_tokens_are_saved_before_they_are_used),
    (a_failed_save_is_passed_over, token_laws.what_could_not_be_saved_is_not_used_and_not_lost),
    (unsaved_tokens_are_lost, token_laws.what_could_not_be_saved_is_not_used_and_not_lost),
    (the_first_refresh_token_is_kept, token_laws.every_renewal_uses_the_newest_refresh_token),
    (the_end_is_forgotten, token_laws.a_refused_renewal_ends_it_for_all_and_for_good),
    (a_lost_answer_is_the_end, token_laws.a_lost_renewal_is_tried_again_later),
    (who_stops_waiting_cancels_it_for_all, token_laws.a_cancelled_task_strands_nobody),
    (waiters_are_stranded, token_laws.a_cancelled_task_strands_nobody),
    (who_stops_waiting_cancels_it_for_all, token_laws.a_loop_that_ends_strands_nobody),
    (waiters_block_their_loop, token_laws.waiting_tasks_do_not_block_their_loop),
    (any_host_gets_tokens, token_laws.tokens_go_to_the_api_alone),
    (hosts_are_compared_by_their_beginning, token_laws.tokens_go_to_the_api_alone),
    (secrets_follow_redirects, token_laws.a_redirect_carries_no_token_away),
    (every_body_is_sent_again, token_laws.a_body_that_is_read_once_is_sent_once),
    (nothing_is_renewed_early, token_laws.tokens_are_renewed_shortly_before_they_end),
    (tokens_are_renewed_before_every_request, token_laws.tokens_are_renewed_shortly_before_they_end),
    (tokens_that_last_are_given_up, token_laws.tokens_that_last_are_used_while_no_others_can_be_had),
    (nothing_is_saved, lambda: test_token_auth.check_order(["end", "request"])),
    (
        a_failed_save_is_passed_over,
        lambda: test_token_auth.check_order(["end", "spoil", "request", "request"]),
    ),
    (
        unsaved_tokens_are_lost,
        lambda: test_token_auth.check_order(["end", "spoil", "request", "mend", "request"]),
    ),
    (
        the_first_refresh_token_is_kept,
        lambda: test_token_auth.check_order(["end", "request", "end", "request"]),
    ),
    (the_end_is_forgotten, lambda: test_token_auth.check_order(["end", "refuse", "request", "request"])),
]


NOTICED = (
    AssertionError,
    TimeoutError,
    LoginError,
    httpx.HTTPError,
    pytest.fail.Exception,
    asyncio.CancelledError,
    CancelledError,
)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize(
    ("plant", "law"), DEFECTS, ids=[f"{plant.__name__}-{law.__name__}" for plant, law in DEFECTS]
)
def test_a_planted_defect_is_noticed(plant: Plant, law: Law, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (login_server, token_laws):
        monkeypatch.setattr(module, "PATIENCE", 1.0)
    plant(monkeypatch)
    with pytest.raises(NOTICED):
        law()
