"""What a project asks for after a login, and the login that goes on with the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from attrs import field, frozen

from login_contract.mock.contract.refusals import CONTACT_TAKEN, UNPROCESSABLE_VALUE
from login_contract.mock.domain import ask_fields, captcha, redirects
from login_contract.mock.domain.ask_fields import CHANNELS, AskField
from login_contract.mock.domain.messenger import Wording
from login_contract.mock.domain.tokens import ANY_LOGIN, Bearer, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant, Logins
from login_contract.mock.flows.login_request import LaterWord, LoginRequest
from login_contract.mock.flows.one_time_code import Dispatch, OneTimeCodes
from login_contract.mock.settings.project import Project
from login_contract.mock.store import sessions, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import shown


@frozen(kw_only=True)
class Answers:
    """What a user answers; ``sending`` says by the name of a contact how its code is sent."""

    token: str = field(repr=False)
    given: Mapping[str, str]
    sending: Mapping[str, Mapping[str, Any]]
    wording: Wording


@frozen
class Pending:
    """A contact whose code was sent: the ask field and the operation that confirms it."""

    name: str
    operation_id: str


@frozen
class AskFields:
    """Tells what is asked for, and takes the answers."""

    _store: Store
    _tokens: Tokens
    _codes: OneTimeCodes
    _logins: Logins

    def outstanding(self, bearer: Bearer) -> list[AskField]:
        """Return the fields that the user of a token has not given yet."""
        asks_email = LoginRequest.from_json(bearer.session.context).asks_email
        return ask_fields.outstanding(bearer.project, bearer.user, asks_email=asks_email)

    async def answer(
        self,
        project: Project,
        answers: Answers,
        later: LaterWord,
        *,
        browser: str | None,
        headers: Mapping[str, Any],
    ) -> Grant | Pending:
        """Store what was asked for; a contact to be proven gets a code first, anything else a new token.

        Raises:
            LoginError: 401 002-016, the token is not valid; 422 010-011 or 010-012, there is no telling where
                to go on; 422 003-038, a captcha has to be solved; 422 002-027 or 003-004, of the answers.
        """
        bearer = await self._tokens.identify(answers.token, project, purposes=ANY_LOGIN)
        request = _resumed(project, bearer, later)
        captcha.demand(project, captcha.ASK, headers)

        def update(tx: Transaction) -> Grant | Pending:
            user = self._tokens.holder(tx, bearer)
            sent = partial(_dispatch, project, user, answers)
            return self.take(tx, project, user, request, answers.given, sent, browser=browser)

        return await self._store.transaction(update)

    def take(
        self,
        tx: Transaction,
        project: Project,
        user: User,
        request: LoginRequest,
        given: Mapping[str, str],
        dispatch: Callable[[str], Dispatch],
        *,
        browser: str | None,
    ) -> Grant | Pending:
        """Store what a user gives who is known, and go on with the login, as ``answer`` does.

        ``dispatch`` says how the code leaves for the contact that an ask field names.

        Raises:
            LoginError: 422 002-027, 003-004 or 002-043, of the answers.
        """
        if CHANNELS.keys() & given.keys():
            # What is found to be free stays so until it is stored.
            users.one_at_a_time(tx, project.project_id)
        missing = ask_fields.outstanding(project, user, asks_email=request.asks_email)
        to_prove = _to_prove(tx, project, user, given, {each["name"]: each for each in missing})
        trusted = {name: value for name, value in given.items() if name != to_prove}
        if to_prove is None:
            _store(tx, user, trusted)
            now = users.by_id(tx, project.project_id, user.user_id) or user
            return self._logins.grant(tx, project, now, request, browser=browser)
        pending = Pending(to_prove, self._codes.send(tx, project, dispatch(to_prove), request))
        # Last, because a message that is refused must leave nothing behind.
        _store(tx, user, trusted)
        return pending


def _resumed(project: Project, bearer: Bearer, later: LaterWord) -> LoginRequest:
    """Continue the login that asked for the fields, or begin one where the token is not of this client's ask.

    The call decides which protocol the answer belongs to, whatever protocol the token comes from.

    Raises:
        LoginError: 422 010-011 or 010-012, there is no telling where to go on.
    """
    before = LoginRequest.from_json(bearer.session.context)
    request = later.joined(before, with_logout=later.with_logout)
    client = later.client
    if client is None:
        if before.client_id is None and before.login_url and later.address is None:
            return request
        target = redirects.login_url(project, later.address)
        return later.joined(request, login_url=target, client_id=None, state=None, scope="", audience="")
    if before.client_id == client.client_id and bearer.session.purpose == sessions.ASK:
        if later.address is not None:
            client.redirect_uri(later.address)
        return request
    return later.joined(
        request,
        login_url=client.redirect_uri(later.address),
        client_id=client.client_id,
        state=later.state,
        scope=later.scope,
        audience="",
    )


def _to_prove(
    tx: Transaction,
    project: Project,
    user: User,
    updated: Mapping[str, str],
    missing: Mapping[str, Mapping[str, Any]],
) -> str | None:
    """Judge every field; return the name of the contact that needs a code first.

    Raises:
        LoginError: 422 002-027, a field is not asked for, breaks its rules, or is a second contact to prove;
            422 003-004, a contact belongs to another user.
    """
    asked = {each["name"]: each for each in project["ask_fields"]}
    to_prove = []
    for name, value in updated.items():
        if name not in asked and name not in CHANNELS:
            raise LoginError(UNPROCESSABLE_VALUE, because=f"{shown(name)} is not in ask_fields")
        if name in asked and not ask_fields.accepts(asked[name], value):
            told = "the value" if asked[name]["type"] == "pass" else shown(value)
            because = f"{name}: {told} breaks the rules of ask_fields"
            raise LoginError(UNPROCESSABLE_VALUE, because=because)
        if name in CHANNELS:
            if not users.contact_is_free(tx, user, CHANNELS[name], value):
                raise LoginError(CONTACT_TAKEN, because=f"another user has {shown(value)}")
            # Only a contact that is asked for, still missing and needs no confirmation is taken on trust.
            if name not in missing or missing[name].get("confirmation_type") is not None:
                to_prove.append(name)
    if len(to_prove) > 1:
        because = f"{' and '.join(to_prove)} cannot be proven at once"
        raise LoginError(UNPROCESSABLE_VALUE, because=because)
    return to_prove[0] if to_prove else None


def _store(tx: Transaction, user: User, values: Mapping[str, str]) -> None:
    for name in CHANNELS.keys() & values.keys():
        if not users.set_contact(tx, user, CHANNELS[name], values[name], proven=False):
            raise LoginError(CONTACT_TAKEN, because=f"another user has {shown(values[name])}")
    others = {name: value for name, value in values.items() if name not in CHANNELS}
    if others:
        users.set_fields(tx, user, others)


def _dispatch(project: Project, user: User, answers: Answers, name: str) -> Dispatch:
    wanted = answers.sending.get(name) or {}
    link_url: str | None = wanted.get("link_url")
    redirects.check_link_url(project, link_url)
    return Dispatch(
        channel=CHANNELS[name],
        recipient=answers.given[name],
        send_link=wanted.get("send_link", False),
        link_url=link_url,
        wording=answers.wording,
        user_id=user.user_id,
        confirms_address=True,
    )
