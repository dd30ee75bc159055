"""Logins that stop on the page for asked fields, and go on from there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from attrs import asdict, evolve, frozen

from login_contract.mock.contract.refusals import NOT_FOUND, WRONG_CODE
from login_contract.mock.domain import ask_fields
from login_contract.mock.domain.ask_fields import CHANNELS, AskField
from login_contract.mock.domain.messenger import Wording
from login_contract.mock.domain.projects import Projects
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.ask_fields import AskFields, Pending
from login_contract.mock.flows.code_link import CodeLinks
from login_contract.mock.flows.code_login import CodeLogins
from login_contract.mock.flows.login import Grant, Onward
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.one_time_code import Dispatch, GivenCode
from login_contract.mock.flows.sign_ins import SECONDS, SignIn, SignIns
from login_contract.mock.randomness import Randomness
from login_contract.mock.store import sessions, tickets, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.tickets import ASK, Ticket
from login_contract.mock.store.user_rows import User

PAGE = "/_mock/ask"
OPENED_PAGE = f"{PAGE}/opened"


@frozen
class Sent:
    """A code on its way to a contact: the ask field, the address or number, and which code it is."""

    name: str
    recipient: str
    operation_id: str
    by_link: bool


@frozen
class AskStop:
    """A login on the page: whose it is, what the page asks now, and the code that it waits for.

    ``passed`` names the optional fields that were on the page before; ``now`` is when it was looked at, in
    unix seconds.
    """

    sign_in: SignIn
    user: User
    fields: Sequence[AskField]
    passed: tuple[str, ...]
    sent: Sent | None
    now: float

    @property
    def may_skip(self) -> bool:
        """Whether nothing has to be answered."""
        return not ask_fields.needs_answers(self.fields)

    def context(self, **changed: Any) -> Mapping[str, Any]:
        """Return what the ticket keeps."""
        sent = asdict(self.sent) if self.sent is not None else None
        known = {"user_id": self.sign_in.user_id, "session": self.sign_in.session}
        return {**known, "passed": self.passed, "sent": sent, **changed}

    def passed_with(self, given: Mapping[str, str]) -> tuple[str, ...]:
        """Return which optional fields need not be shown again once these values were given."""
        unanswered = (each["name"] for each in self.fields if each["name"] not in given)
        return (*self.passed, *unanswered)


@frozen(kw_only=True)
class AskStops:
    """Stops logins that lack something, and lets them go on with the answers."""

    _store: Store
    _projects: Projects
    _randomness: Randomness
    _ask_fields: AskFields
    _code_logins: CodeLogins
    _code_links: CodeLinks
    _sign_ins: SignIns
    _origin: str

    async def stop(self, grant: Grant, *, locale: str | None, passed: Sequence[str] = ()) -> Onward | None:
        """Return the page that a login in a browser has to pass, or None where nothing is asked any more."""
        if grant.claims is None or not _asked(grant.ask_fields, passed):
            return None
        secret = self._randomness.token(40)
        context = {
            "user_id": grant.claims["sub"],
            "session": grant.claims["jti"],
            "passed": passed,
            "sent": None,
        }

        def keep(tx: Transaction) -> None:
            ticket = Ticket(secret, grant.project.project_id, "", ASK, context, tx.now + SECONDS)
            tickets.add(tx, ticket)

        await self._store.transaction(keep)
        query = {"ticket": secret} | ({"locale": locale} if locale is not None else {})
        return Onward(f"{self._origin}{PAGE}?{urlencode(query)}")

    async def find(self, ticket: str) -> AskStop | None:
        """Return a login that waits on the page."""
        return await self._store.read(lambda tx: self._find(tx, ticket))

    def _find(self, tx: Transaction, ticket: str) -> AskStop | None:
        held = tickets.find(tx, ticket, ASK)
        project = self._projects.find(held.project_id) if held else None
        if held is None or project is None:
            return None
        known = held.context
        user = users.by_id(tx, project.project_id, known["user_id"])
        session = sessions.find(tx, known["session"])
        if user is None or user.banned or session is None or not sessions.goes_on(tx, session.jti):
            return None
        request = evolve(LoginRequest.from_json(session.context), with_logout=False)
        missing = ask_fields.outstanding(project, user, asks_email=request.asks_email)
        return AskStop(
            sign_in=SignIn(ticket, project, request, user.user_id, session.jti),
            user=user,
            fields=_one_proof(_asked(missing, known["passed"])),
            passed=tuple(known["passed"]),
            sent=Sent(**known["sent"]) if known["sent"] is not None else None,
            now=tx.now,
        )

    async def taken(self, stop: AskStop, given: Mapping[str, str]) -> frozenset[str]:
        """Return which of the contacts that are given belong to other users."""

        def look(tx: Transaction) -> frozenset[str]:
            return frozenset(
                name
                for name, channel in CHANNELS.items()
                if name in given and not users.contact_is_free(tx, stop.user, channel, given[name])
            )

        return await self._store.read(look)

    async def answer(
        self, stop: AskStop, given: Mapping[str, str], *, locale: str | None, browser: str | None
    ) -> Grant | None:
        """Take the answers and go on; None where a code is on its way first, for which the page waits now.

        Raises:
            LoginError: 422 002-027, 003-004 or 002-043, of the answers; 404 003-061, the login is over.
        """
        sign_in, project = stop.sign_in, stop.sign_in.project

        def update(tx: Transaction) -> Grant | None:
            self._sign_ins.check(tx, sign_in)
            user = users.by_id(tx, project.project_id, stop.user.user_id) or stop.user
            outcome = tickets.spend(
                tx,
                sign_in.ticket,
                ASK,
                lambda: self._ask_fields.take(
                    tx,
                    project,
                    user,
                    sign_in.request,
                    given,
                    lambda name: self._dispatch(stop, name, given[name], locale),
                    browser=browser,
                ),
            )
            if outcome is None:
                raise LoginError(NOT_FOUND)
            if isinstance(outcome, Grant):
                return outcome
            tickets.keep(tx, sign_in.ticket, _waiting(stop, outcome, given))
            return None

        return await self._store.transaction(update)

    async def send_again(self, stop: AskStop, *, locale: str | None, browser: str | None) -> Grant | None:
        """Send a new code to the contact that is to be proven; the page knows the old one no more.

        Where the project wants no proof any more, the login goes on.

        Raises:
            LoginError: as ``answer``.
        """
        if stop.sent is None:
            raise LoginError(NOT_FOUND, because="no code was sent")
        given = {stop.sent.name: stop.sent.recipient}
        return await self.answer(stop, given, locale=locale, browser=browser)

    async def forget_code(self, stop: AskStop) -> None:
        """Show the fields again instead of waiting for the code that was sent."""

        def forget(tx: Transaction) -> None:
            if tickets.take(tx, stop.sign_in.ticket, ASK) is not None:
                tickets.keep(tx, stop.sign_in.ticket, stop.context(sent=None))

        await self._store.transaction(forget)

    async def prove(self, stop: AskStop, code: str, *, browser: str | None) -> Grant:
        """Take the code that the page waits for, or none where the link of the message was opened, and go on.

        Raises:
            LoginError: 401 003-039 or 422 003-049, of the code; 422 003-004, the contact is another user's by
                now; 404 003-061, the login is over.
        """
        sent, sign_in = stop.sent, stop.sign_in
        if sent is None:
            raise LoginError(WRONG_CODE, because="no code was sent")
        if not code:
            opened = await self._code_links.opened(sign_in.project, sent.operation_id, sent.recipient)
            if opened is None:
                raise LoginError(WRONG_CODE, because="the link is not opened, and no code was entered")
            code = opened
        given = GivenCode(
            channel=CHANNELS[sent.name],
            recipient=sent.recipient,
            operation_id=sent.operation_id,
            code=code,
            client_id=sign_in.request.client_id,
        )
        return await self._code_logins.complete_sign_in(sign_in, given, browser=browser)

    def _dispatch(self, stop: AskStop, name: str, recipient: str, locale: str | None) -> Dispatch:
        query = f"?{urlencode({'locale': locale})}" if locale is not None else ""
        return Dispatch(
            channel=CHANNELS[name],
            recipient=recipient,
            send_link=_by_link(stop, name),
            # Whoever reads the message need not be who signs in: the link leads to a page that knows nothing.
            link_url=f"{self._origin}{OPENED_PAGE}{query}",
            wording=Wording(locale),
            user_id=stop.user.user_id,
            confirms_address=True,
        )


def _asked(missing: Sequence[AskField], passed: Sequence[str]) -> list[AskField]:
    """Return the fields that are still to be shown."""
    return [each for each in missing if each["required"] or each["name"] not in passed]


def _one_proof(fields: Sequence[AskField]) -> list[AskField]:
    """Return the fields without the contacts that would be the second ones to prove: those come later."""
    proven = [each for each in fields if each["name"] in CHANNELS and each.get("confirmation_type")]
    return [each for each in fields if each not in proven[1:]]


def _by_link(stop: AskStop, name: str) -> bool:
    kinds = {each["name"]: each.get("confirmation_type") for each in stop.fields}
    return kinds.get(name) == "link" and bool(stop.sign_in.project["magic_links"])


def _waiting(stop: AskStop, pending: Pending, given: Mapping[str, str]) -> Mapping[str, Any]:
    """Return what the ticket keeps while the page waits for a code."""
    by_link = _by_link(stop, pending.name)
    sent = Sent(pending.name, given[pending.name], pending.operation_id, by_link)
    return stop.context(sent=asdict(sent))
