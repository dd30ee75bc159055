"""What strangers get with accounts and tokens of others: no control interface is needed to notice."""

from __future__ import annotations

import pytest

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import login_request
from login_contract.mock.calls.serving import Function
from login_contract.mock.contract.refusals import CONTACT_TAKEN, INVALID_TOKEN, USERNAME_TAKEN
from login_contract.mock.domain import passwords
from login_contract.mock.domain.tokens import InvalidToken, Tokens, _parts
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant
from login_contract.mock.http import request
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User
from tests.defects.planting import wrap_operation

TAKEN = (USERNAME_TAKEN, CONTACT_TAKEN)


def second_registration_logs_in(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def log_in(tx: Transaction) -> Grant:
            request = login_request(call, login_type="x")
            user = _namesake(tx, call)
            return services.registrations._logins.grant(tx, call.project, user, request, browser=call.browser)

        try:
            return await sound(call, services)
        except LoginError as refusal:
            if refusal.refusal not in TAKEN:
                raise
            return await login_reply.reply(await services.store.transaction(log_in), services)

    wrap_operation(patch, "jwt-register-new-user", around)


def second_registration_sets_the_password(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def take_over(tx: Transaction) -> None:
            users.set_password(tx, _namesake(tx, call).user_id, passwords.hashed(call.body["password"]))

        try:
            return await sound(call, services)
        except LoginError as refusal:
            if refusal.refusal in TAKEN:
                await services.store.transaction(take_over)
            raise

    wrap_operation(patch, "jwt-register-new-user", around)


def any_reset_code_accepted(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def set_password(tx: Transaction) -> None:
            users.set_password(tx, call.body["user_id"], passwords.hashed(call.body["new_password"]))

        await services.store.transaction(set_password)
        return Reply.empty()

    wrap_operation(patch, "confirm-password-reset", around)


def signature_of_a_server_token_not_checked(patch: pytest.MonkeyPatch) -> None:
    async def identify_server(self: Tokens, token: str, project: Project | None) -> Project:
        try:
            _, content = _parts(token)
            asked = project or self._project_of(content)
        except InvalidToken:
            raise LoginError(INVALID_TOKEN) from None
        if content.get("xsolla_login_project_id") != asked.project_id or "client_id" not in content:
            raise LoginError(INVALID_TOKEN)
        return asked

    patch.setattr(Tokens, "identify_server", identify_server)


def user_token_opens_server_calls(patch: pytest.MonkeyPatch) -> None:
    sound = Tokens.identify_server

    async def identify_server(self: Tokens, token: str, project: Project | None) -> Project:
        try:
            return (await self.check(token)).project
        except InvalidToken:
            return await sound(self, token, project)

    patch.setattr(Tokens, "identify_server", identify_server)


def server_token_not_needed(patch: pytest.MonkeyPatch) -> None:
    sound = Tokens.identify_server

    async def identify_server(self: Tokens, token: str, project: Project | None) -> Project:
        if not token and project is not None:
            return project
        return await sound(self, token, project)

    patch.setattr(Tokens, "identify_server", identify_server)
    patch.setattr(request, "_server_token", lambda incoming: incoming.headers.get(request.SERVER_HEADER, ""))


def _namesake(tx: Transaction, call: Call) -> User:
    """Return the user who has the name or the address already."""
    project_id, body = call.project.project_id, call.body
    found = users.by_login(tx, project_id, body["username"]) or users.by_login(tx, project_id, body["email"])
    assert found is not None
    return found
