"""The tokens of a login, which of them to use, and when they are renewed: once, for everybody."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeAlias

from xsolla_login_client.errors import (
    LoginError,
    Refusal,
    SessionEnded,
    TransportError,
    UnexpectedAnswer,
)
from xsolla_login_client.refresh_grant import Outcome
from xsolla_login_client.single_flight import SingleFlight, wait, wait_async
from xsolla_login_client.tokens import Tokens

#: What is known at once, or what somebody has to wait for.
Held: TypeAlias = Future[Outcome] | Outcome
#: So many seconds after a renewal that failed before it was needed, the next one is tried.
PAUSE = 5.0
#: So long a renewal that failed is not repeated, so that all who were refused at once share it; in seconds.
SHARED = 1.0
_LATER = (TransportError, Refusal, UnexpectedAnswer)


class Renewal:
    """Knows the tokens that count, and lets nobody use new ones before they are saved.

    Args:
        tokens: of the login.
        ask: renews them, and returns what came of it.
        save: told new tokens before anybody uses them.
        early: so many seconds before their end tokens are renewed; None never does so.
        clock: seconds since 1970.
    """

    def __init__(
        self,
        tokens: Tokens,
        *,
        ask: Callable[[Tokens], Outcome],
        save: Callable[[Tokens], object] | None,
        early: float | None,
        clock: Callable[[], float],
    ) -> None:
        self._tokens = tokens
        self._unsaved: Tokens | None = None
        self._ended: SessionEnded | None = None
        self._failed: LoginError | None = None
        self._failed_at = -math.inf
        self._ask = ask
        self._save = save
        self._early = math.inf if early is None else early
        self._clock = clock
        self._renew_at = math.inf if tokens.expires_at is None else tokens.expires_at - self._early
        if early is None or tokens.refresh_token is None:
            self._renew_at = math.inf
        self._flight: SingleFlight[Outcome] = SingleFlight(
            self._work, settle=self._settle, name="xsolla-login-renewal"
        )

    @property
    def tokens(self) -> Tokens:
        """The newest tokens that are saved."""
        with self._flight.lock:
            return self._tokens

    def before_use(self) -> Held:
        """Return the tokens for a request, or what will bring them when they are due.

        Raises:
            RuntimeError: the caller is `save`, which would wait for itself.
        """
        if self._flight.is_here():
            raise RuntimeError(
                "save: it calls the API with the login that it saves, and would wait for itself"
            )
        with self._flight.lock:
            if self._ended is not None:
                return self._ended
            return self._joined() if self._is_due() else self._tokens

    def after_refusal(self, refused: Tokens) -> Held:
        """Return the tokens to send after some were refused, or what will bring them.

        Where they are the refused ones there is no refresh token to renew them with.
        """
        with self._flight.lock:
            if self._ended is not None:
                return self._ended
            present = self._tokens
            is_present = refused.access_token == present.access_token
            if self._is_due() or (is_present and present.refresh_token is not None):
                return self._joined()
            return refused if is_present else present

    def usable(self, outcome: Outcome) -> Tokens:
        """Return the tokens for a request. The present ones do while they last and no others can be had.

        Raises:
            LoginError: there are none.
        """
        if isinstance(outcome, _LATER):
            present = self.tokens
            if present.expires_at is not None and self._clock() < present.expires_at:
                return present
        return taken(outcome)

    def _is_due(self) -> bool:
        return self._flight.is_under_way or self._unsaved is not None or self._clock() >= self._renew_at

    def _joined(self) -> Held:
        if self._failed is not None and 0 <= self._clock() - self._failed_at < SHARED:
            return self._failed
        try:
            return self._flight.join()
        except RuntimeError as problem:
            error = TransportError(f"the login cannot be renewed now: {problem}")
            error.__cause__ = problem
            return error

    def _work(self) -> Outcome:
        outcome: Outcome = self._ask(self._tokens) if self._unsaved is None else self._unsaved
        if isinstance(outcome, LoginError):
            return outcome
        # What has not been saved is the only token that is worth anything: it must not be lost either.
        self._unsaved = outcome
        try:
            if self._save is not None:
                self._save(outcome)
        except BaseException as problem:
            error = LoginError("the renewed tokens could not be saved")
            error.__cause__ = problem
            return error
        return outcome

    def _settle(self, outcome: Outcome) -> None:
        if isinstance(outcome, SessionEnded):
            self._ended = outcome
        elif isinstance(outcome, _LATER):
            self._failed, self._failed_at = outcome, self._clock()
            self._renew_at = max(self._renew_at, self._clock() + PAUSE)
        elif isinstance(outcome, Tokens):
            self._tokens, self._unsaved, self._failed = outcome, None, None
            self._renew_at = self._next(outcome)

    def _next(self, tokens: Tokens) -> float:
        # Tokens that live shorter than `early` would be renewed before every request.
        if tokens.expires_at is None or math.isinf(self._early):
            return math.inf
        lifetime = tokens.expires_at - self._clock()
        return tokens.expires_at - min(self._early, lifetime / 2)


def settled(held: Held) -> Outcome:
    """Return the outcome, and block this thread until there is one."""
    return wait(held) if isinstance(held, Future) else held


async def settled_async(held: Held) -> Outcome:
    """Return the outcome, and let this task wait until there is one."""
    return await wait_async(held) if isinstance(held, Future) else held


def taken(outcome: Outcome) -> Tokens:
    """Return the tokens, or raise the error; each of those who wait gets one of its own.

    Raises:
        LoginError: it came to that.
    """
    if isinstance(outcome, LoginError):
        error = copy.copy(outcome)
        raise error from outcome.__cause__
    return outcome
