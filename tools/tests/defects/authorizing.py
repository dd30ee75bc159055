"""Defects of how an OAuth 2.0 login begins and where it leads: redirect URIs, state, protocol."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from attrs import evolve
from starlette.datastructures import MutableHeaders

from login_contract.mock.calls import login_reply
from login_contract.mock.calls import login_request as login_requests
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.domain import redirects
from login_contract.mock.domain.clients import Client
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import ask_fields, code_login, login
from login_contract.mock.flows.authorization import Authorizations
from login_contract.mock.flows.login import Grant, Onward
from login_contract.mock.flows.login_request import LaterWord, LoginRequest
from login_contract.mock.flows.one_time_code import GivenCode, OneTimeCodes
from login_contract.mock.operations import authorization, devices, password, passwordless, registration
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import one_time_codes, sessions
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.one_time_codes import OneTimeCode
from tests.defects.planting import alter_description, alter_headers, altered, answer_refusals, wrap_operation


def unregistered_redirect_uri_accepted(patch: pytest.MonkeyPatch) -> None:
    _also_accept(patch, lambda given, registered: True)


def redirect_uri_compared_by_its_beginning(patch: pytest.MonkeyPatch) -> None:
    _also_accept(patch, lambda given, registered: given.startswith(registered))


def letter_case_of_a_redirect_uri_ignored(patch: pytest.MonkeyPatch) -> None:
    _also_accept(patch, lambda given, registered: given.lower() == registered.lower())


def first_of_several_redirect_uris_taken(patch: pytest.MonkeyPatch) -> None:
    sound = Client.redirect_uri
    patch.setattr(
        Client,
        "redirect_uri",
        lambda self, given: sound(self, given if given is not None else self.settings["redirect_uris"][0]),
    )


def errors_told_to_any_redirect_uri(patch: pytest.MonkeyPatch) -> None:
    """Answer a mistake in the request before looking where the answer goes."""

    sound = Client.redirect_uri

    async def tell(
        refusal: LoginError, query: Mapping[str, Sequence[str]], services: Services
    ) -> Reply | None:
        with pytest.MonkeyPatch.context() as leniency:
            leniency.setattr(Client, "redirect_uri", lambda self, given: given or sound(self, given))
            return await authorization.tell_client(refusal, query, services)

    answer_refusals(patch, "oauth2-authorize", tell)


def failure_told_to_any_address(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(authorization, "redirects", altered(redirects, is_known_page=lambda project, url: True))


def failure_address_compared_by_its_beginning(patch: pytest.MonkeyPatch) -> None:
    def is_known_page(project: Project, url: str) -> bool:
        return url.startswith("https://example.com")

    patch.setattr(authorization, "redirects", altered(redirects, is_known_page=is_known_page))


def login_url_obeyed(patch: pytest.MonkeyPatch) -> None:
    sound = login_requests.login_request

    def login_request(call: Call, **options: Any) -> LoginRequest:
        request = sound(call, **options)
        return evolve(request, login_url=call.query.get("login_url", request.login_url))

    patch.setattr(password, "login_request", login_request)


def confirmation_turns_the_login_elsewhere(patch: pytest.MonkeyPatch) -> None:
    sound = code_login._joined

    def joined(sent: OneTimeCode, later: LaterWord, login_url: str | None) -> LoginRequest:
        return sound(sent, later, later.address or login_url)

    patch.setattr(code_login, "_joined", joined)


def one_time_code_for_any_client(patch: pytest.MonkeyPatch) -> None:
    sound = OneTimeCodes.take

    def take(self: OneTimeCodes, tx: Transaction, project: Project, given: GivenCode) -> OneTimeCode:
        sent = one_time_codes.find(tx, given.operation_id)
        client_id = sent.context.get("client_id") if sent else None
        return sound(self, tx, project, evolve(given, client_id=client_id))

    patch.setattr(OneTimeCodes, "take", take)


def client_of_another_project_accepted(patch: pytest.MonkeyPatch) -> None:
    def alter(document: dict[str, Any]) -> None:
        parameters = document["paths"]["/oauth2/login"]["post"]["parameters"]
        parameters[:] = [each for each in parameters if _name(document, each) != "projectId"]

    alter_description(patch, alter)


def state_dropped(patch: pytest.MonkeyPatch) -> None:
    sound = login_reply._carried
    patch.setattr(login_reply, "_carried", lambda grant, token: _stateless(sound(grant, token)))


def state_of_a_signed_in_user_dropped(patch: pytest.MonkeyPatch) -> None:
    sound = authorization._present
    patch.setattr(authorization, "_present", lambda **told: _stateless(sound(**told)))
    _forget_in_grant(patch, "authorize")


def state_of_an_sso_check_dropped(patch: pytest.MonkeyPatch) -> None:
    _forget_in_grant(patch, "code")


def state_cut_short(patch: pytest.MonkeyPatch) -> None:
    sound = login_requests.login_request

    def login_request(call: Call, **options: Any) -> LoginRequest:
        request = sound(call, **options)
        return evolve(request, state=(request.state or "")[:64])

    patch.setattr(password, "login_request", login_request)


def short_state_accepted(patch: pytest.MonkeyPatch) -> None:
    def alter(document: dict[str, Any]) -> None:
        document["components"]["parameters"]["State"]["schema"]["minLength"] = 7

    alter_description(patch, alter)


def protocol_not_looked_at(patch: pytest.MonkeyPatch) -> None:
    def alter(document: dict[str, Any]) -> None:
        for item in document["paths"].values():
            for operation in item.values():
                if isinstance(operation, dict):
                    operation.pop("x-protocol", None)

    alter_description(patch, alter)


def payload_of_a_device_dropped(patch: pytest.MonkeyPatch) -> None:
    _forget_at_start(patch, devices, payload=None)


def audience_of_a_code_request_dropped(patch: pytest.MonkeyPatch) -> None:
    _forget_at_start(patch, passwordless, audience="")


def jwt_logout_leaves_refresh_tokens(patch: pytest.MonkeyPatch) -> None:
    async def around(function: Function, call: Call, services: Services) -> Reply:
        with pytest.MonkeyPatch.context() as leniency:
            leniency.setattr(login, "end_tokens", sessions.revoke_all)
            return await function(call, services)

    wrap_operation(patch, "auth-by-username-and-password", around)


def registration_signs_no_browser_in(patch: pytest.MonkeyPatch) -> None:
    _without_cookie(patch, "oauth-20-register-new-user")


def device_login_signs_no_browser_in(patch: pytest.MonkeyPatch) -> None:
    _without_cookie(patch, "oauth-20-auth-via-device-id")


def scopes_lost_with_a_confirmation(patch: pytest.MonkeyPatch) -> None:
    _forget_at_start(patch, registration, scope="")


def audience_lost_with_an_ask(patch: pytest.MonkeyPatch) -> None:
    sound = ask_fields._resumed
    patch.setattr(ask_fields, "_resumed", lambda *given: evolve(sound(*given), audience=""))


def redirects_may_be_cached(patch: pytest.MonkeyPatch) -> None:
    def alter(status: int, headers: MutableHeaders) -> None:
        if status == 302:
            headers["cache-control"] = "public, max-age=60"

    alter_headers(patch, alter)


def banned_user_gets_a_code(patch: pytest.MonkeyPatch) -> None:
    async def around(function: Function, call: Call, services: Services) -> Reply:
        sound = login.Logins.grant
        with pytest.MonkeyPatch.context() as leniency:
            leniency.setattr(
                login.Logins,
                "grant",
                lambda self, tx, project, user, request, **known: sound(
                    self, tx, project, evolve(user, banned=False), request, **known
                ),
            )
            return await function(call, services)

    wrap_operation(patch, "oauth-20-complete-auth-by-email", around)


def _also_accept(patch: pytest.MonkeyPatch, similar: Any) -> None:
    sound = Client.redirect_uri

    def redirect_uri(self: Client, given: str | None) -> str:
        if given and any(similar(given, registered) for registered in self.settings["redirect_uris"]):
            return given
        return sound(self, given)

    patch.setattr(Client, "redirect_uri", redirect_uri)


def _without_cookie(patch: pytest.MonkeyPatch, operation_id: str) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        return evolve(await sound(call, services), headers={})

    wrap_operation(patch, operation_id, around)


def _forget_at_start(patch: pytest.MonkeyPatch, operations: Any, **forgotten: Any) -> None:
    """Let the login calls of a module, of the OAuth 2.0 family only, forget what they were asked."""
    sound = operations.login_request

    def login_request(call: Call, **options: Any) -> LoginRequest:
        request: LoginRequest = sound(call, **options)
        return evolve(request, **forgotten) if call.client is not None else request

    patch.setattr(operations, "login_request", login_request)


def _forget_in_grant(patch: pytest.MonkeyPatch, way: str) -> None:
    """Let a code that a signed-in browser gets go without the state."""
    sound = getattr(Authorizations, way)

    async def stateless(self: Authorizations, *given: Any, **options: Any) -> Grant | Onward:
        outcome: Grant | Onward = await sound(self, *given, **options)
        if isinstance(outcome, Onward):
            return outcome
        return evolve(outcome, request=evolve(outcome.request, state=None))

    patch.setattr(Authorizations, way, stateless)


def _stateless(carried: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in carried.items() if name != "state"}


def _name(document: dict[str, Any], parameter: dict[str, Any]) -> str:
    name = parameter.get("$ref", "").rpartition("/")[2]
    resolved = document["components"]["parameters"][name] if name else parameter
    return str(resolved["name"])
