"""Defects of the token endpoint: who may ask it, for what, and what its tokens say."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.arrival import Arrival
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.domain import claims
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.flows import password
from login_contract.mock.flows.grants.client_credentials import ClientCredentialsGrant
from login_contract.mock.flows.grants.token_exchange import TokenExchangeGrant
from login_contract.mock.flows.grants.token_request import TokenRequest
from login_contract.mock.flows.oauth_tokens import Issued
from login_contract.mock.flows.password import GivenPassword
from login_contract.mock.services import Services
from login_contract.mock.store import failures, sessions
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User
from tests.defects.planting import altered, disguise_grant, wrap_operation

ENDPOINT = "generate-jwt"
KNOWN_SCOPES = ("offline", "email", "phone", "playfab")


def wrong_secret_accepted(patch: pytest.MonkeyPatch) -> None:
    sound = Client.proves_itself
    patch.setattr(
        Client, "proves_itself", lambda self, secret: secret is not None or bool(sound(self, secret))
    )


def missing_secret_accepted(patch: pytest.MonkeyPatch) -> None:
    sound = Client.proves_itself
    patch.setattr(Client, "proves_itself", lambda self, secret: secret is None or bool(sound(self, secret)))


def letter_case_of_a_secret_ignored(patch: pytest.MonkeyPatch) -> None:
    def proves_itself(self: Client, secret: str | None) -> bool:
        own = self.settings["client_secret"] or ""
        return hmac.compare_digest(own.lower().encode(), (secret or "").lower().encode())

    patch.setattr(Client, "proves_itself", proves_itself)


def public_client_gets_a_server_token(patch: pytest.MonkeyPatch) -> None:
    async def disguise(client: Client, asked: TokenRequest, store: Store) -> tuple[Client, TokenRequest]:
        if client.kind != "public":
            return client, asked
        settings = {**client.settings, "client_secret": "none-at-all", "type": "server"}
        return Client(client.project, settings), evolve(asked, client_secret="none-at-all")

    disguise_grant(patch, ClientCredentialsGrant, disguise)


def confidential_client_gets_a_server_token(patch: pytest.MonkeyPatch) -> None:
    async def disguise(client: Client, asked: TokenRequest, store: Store) -> tuple[Client, TokenRequest]:
        if client.kind == "public":
            return client, asked
        return Client(client.project, {**client.settings, "type": "server"}), asked

    disguise_grant(patch, ClientCredentialsGrant, disguise)


def exchange_takes_foreign_tokens(patch: pytest.MonkeyPatch) -> None:
    _alter_subject(patch, lambda bearer, client: evolve(bearer, project=client.project))


def exchange_takes_ask_tokens(patch: pytest.MonkeyPatch) -> None:
    _alter_subject(patch, lambda bearer, client: bearer, purposes=(sessions.ASK, sessions.FULL))


def payload_lost_in_an_exchange(patch: pytest.MonkeyPatch) -> None:
    def forget(bearer: Bearer, client: Client) -> Bearer:
        context = {**bearer.session.context, "payload": None}
        return evolve(bearer, session=evolve(bearer.session, context=context))

    _alter_subject(patch, forget)


def audience_dropped(patch: pytest.MonkeyPatch) -> None:
    _drop_claim(patch, "aud")


def scopes_dropped(patch: pytest.MonkeyPatch) -> None:
    _drop_claim(patch, "scp")


def own_scopes_dropped(patch: pytest.MonkeyPatch) -> None:
    sound = claims._granted

    def granted(*given: Any) -> dict[str, Any]:
        content = sound(*given)
        known = [scope for scope in content.get("scp", ()) if scope in KNOWN_SCOPES]
        return {**content, "scp": known} if content else content

    patch.setattr(claims, "_granted", granted)


def with_logout_of_a_login_for_tokens_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(password, "end_tokens", lambda tx, user_id: None)


def failed_logins_for_tokens_not_counted(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        with pytest.MonkeyPatch.context() as leniency:
            uncounted = altered(failures, record=lambda *given, **named: None)
            leniency.setattr(password, "failures", uncounted)
            return await sound(call, services)

    wrap_operation(patch, "jwt-auth-by-username-and-password", around)


def banned_user_gets_tokens(patch: pytest.MonkeyPatch) -> None:
    sound = GivenPassword.user
    patch.setattr(GivenPassword, "user", lambda self, *given: evolve(sound(self, *given), banned=False))


def _alter_subject(
    patch: pytest.MonkeyPatch,
    alter: Callable[[Bearer, Client], Bearer],
    *,
    purposes: tuple[str, ...] = (sessions.FULL,),
) -> None:
    """Change what the token exchange sees of the token that it is given."""
    sound = TokenExchangeGrant.issue

    async def issue(
        self: TokenExchangeGrant, client: Client, asked: TokenRequest, arrival: Arrival
    ) -> Issued:
        checks = self._tokens

        class Altered:
            async def check(self, token: str) -> Bearer:
                return alter(await checks.check(token, purposes=purposes), client)

            def held(self, tx: Transaction, bearer: Bearer) -> User:
                return bearer.user

        instead: Any = Altered()
        return await sound(evolve(self, tokens=instead), client, asked, arrival)

    patch.setattr(TokenExchangeGrant, "issue", issue)


def _drop_claim(patch: pytest.MonkeyPatch, name: str) -> None:
    sound = claims._granted

    def granted(*given: Any) -> dict[str, Any]:
        return {claim: value for claim, value in sound(*given).items() if claim != name}

    patch.setattr(claims, "_granted", granted)
