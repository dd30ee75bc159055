"""Defects of authorization codes and of the proof keys that guard them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.domain.clients import Client
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import authorization as flows
from login_contract.mock.flows.grants import authorization_code
from login_contract.mock.flows.grants.authorization_code import AuthorizationCodeGrant
from login_contract.mock.flows.grants.token_request import TokenRequest
from login_contract.mock.flows.oauth_tokens import OAuthTokens
from login_contract.mock.flows.sign_ins import SignIns
from login_contract.mock.operations import authorization
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import authorization_codes, refresh_tokens
from login_contract.mock.store.authorization_codes import AuthorizationCode
from login_contract.mock.store.database import Store, Transaction
from tests.defects.planting import alter_found, disguise_grant, wrap_operation

CODE, SERVER = "authorization_code", "client_credentials"
TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token_exchange"
ENDPOINT = "generate-jwt"
KNOWN_SCOPES = ("offline", "email", "phone", "playfab")


def code_usable_twice(patch: pytest.MonkeyPatch) -> None:
    alter_found(patch, authorization_codes, lambda code: evolve(code, consumed=False))
    patch.setattr(authorization_codes, "consume", lambda tx, code: True)


def second_use_ends_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(OAuthTokens, "revoke_family", lambda self, tx, family: None)


def late_second_use_ends_nothing(patch: pytest.MonkeyPatch) -> None:
    """Forget a code when its minute is over, and with it that it was used."""
    sound = authorization_codes.find

    def find(tx: Transaction, code: str) -> AuthorizationCode | None:
        given = sound(tx, code)
        return given if given is not None and given.expires_at > tx.now else None

    patch.setattr(authorization_codes, "find", find)


def second_use_leaves_refresh_tokens(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(refresh_tokens, "revoke_family", lambda tx, family: None)


def code_outlives_a_minute(patch: pytest.MonkeyPatch) -> None:
    sound = authorization_codes.add
    patch.setattr(
        authorization_codes,
        "add",
        lambda tx, code: sound(tx, evolve(code, expires_at=code.expires_at + 60)),
    )


def code_for_any_client(patch: pytest.MonkeyPatch) -> None:
    def become(client: Client, given: AuthorizationCode) -> Client:
        return Client(client.project, {**client.settings, "client_id": given.client_id})

    _become(patch, become)


def code_for_any_project(patch: pytest.MonkeyPatch) -> None:
    def become(client: Client, given: AuthorizationCode) -> Client:
        project = Project({**client.project.settings, "project_id": given.project_id})
        return Client(project, {**client.settings, "client_id": given.client_id or client.client_id})

    _become(patch, become)


def code_for_any_redirect_uri(patch: pytest.MonkeyPatch) -> None:
    async def disguise(client: Client, asked: TokenRequest, store: Store) -> tuple[Client, TokenRequest]:
        return client, evolve(asked, redirect_uri=None)

    disguise_grant(patch, AuthorizationCodeGrant, disguise)


def code_for_a_similar_redirect_uri(patch: pytest.MonkeyPatch) -> None:
    async def disguise(client: Client, asked: TokenRequest, store: Store) -> tuple[Client, TokenRequest]:
        return client, evolve(asked, redirect_uri=(asked.redirect_uri or "").lower())

    disguise_grant(patch, AuthorizationCodeGrant, disguise)


def refused_exchange_uses_the_code_up(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        try:
            return await sound(call, services)
        except LoginError:
            await services.store.transaction(
                lambda tx: authorization_codes.consume(tx, call.body.get("code", ""))
            )
            raise

    wrap_operation(patch, ENDPOINT, around)


def concurrent_exchanges_all_win(patch: pytest.MonkeyPatch) -> None:
    """Look whether the code is used, answer, and only then mark it as used."""
    consume = authorization_codes.consume
    patch.setattr(authorization_codes, "consume", lambda tx, code: True)

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        reply = await sound(call, services)
        await asyncio.sleep(0.2)
        await services.store.transaction(lambda tx: consume(tx, call.body["code"]))
        return reply

    wrap_operation(patch, ENDPOINT, around)


def exchange_widens_scopes(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        with pytest.MonkeyPatch.context() as leniency:
            if call.body.get("scope"):
                wider = {"scope": call.body["scope"]}
                alter_found(
                    leniency,
                    authorization_codes,
                    lambda code: evolve(code, context={**code.context, **wider}),
                )
            return await sound(call, services)

    wrap_operation(patch, ENDPOINT, around)


def proof_key_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(authorization_code, "proves_challenge", lambda challenge, verifier: True)


def any_proof_key_accepted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        authorization_code,
        "proves_challenge",
        lambda challenge, verifier: challenge is None or bool(verifier),
    )


def missing_proof_key_accepted(patch: pytest.MonkeyPatch) -> None:
    sound = authorization_code.proves_challenge
    patch.setattr(
        authorization_code,
        "proves_challenge",
        lambda challenge, verifier: verifier is None or sound(challenge, verifier),
    )


def challenge_passes_for_its_proof_key(patch: pytest.MonkeyPatch) -> None:
    sound = authorization_code.proves_challenge
    patch.setattr(
        authorization_code,
        "proves_challenge",
        lambda challenge, verifier: verifier == challenge or sound(challenge, verifier),
    )


def plain_proof_key_accepted(patch: pytest.MonkeyPatch) -> None:
    _accept_method(patch, "plain")


def unsaid_proof_key_method_taken_for_plain(patch: pytest.MonkeyPatch) -> None:
    _accept_method(patch, None)


def proof_key_lost_on_the_sign_in_page(patch: pytest.MonkeyPatch) -> None:
    _forget_on_page(patch, code_challenge=None)


def audience_lost_on_the_sign_in_page(patch: pytest.MonkeyPatch) -> None:
    _forget_on_page(patch, audience="")


def payload_lost_with_the_code(patch: pytest.MonkeyPatch) -> None:
    alter_found(
        patch, authorization_codes, lambda code: evolve(code, context={**code.context, "payload": None})
    )


def _become(patch: pytest.MonkeyPatch, become: Callable[[Client, AuthorizationCode], Client]) -> None:
    """Let whoever presents a code pass for the client that it was given to."""

    async def disguise(client: Client, asked: TokenRequest, store: Store) -> tuple[Client, TokenRequest]:
        given = await store.read(lambda tx: authorization_codes.find(tx, asked.code or ""))
        return (client if given is None else become(client, given)), asked

    disguise_grant(patch, AuthorizationCodeGrant, disguise)


def _accept_method(patch: pytest.MonkeyPatch, method: str | None) -> None:
    sound = flows.proven

    def proven(request: Any, response_type: Any, challenge: str | None, given_method: str | None) -> Any:
        if challenge is not None and given_method == method:
            return evolve(request, code_challenge=challenge)
        return sound(request, response_type, challenge, given_method)

    patch.setattr(authorization, "proven", proven)


def _forget_on_page(patch: pytest.MonkeyPatch, **forgotten: Any) -> None:
    sound = SignIns.page_url

    def page_url(self: SignIns, tx: Transaction, project: Project, request: Any, **options: Any) -> str:
        return sound(self, tx, project, evolve(request, **forgotten), **options)

    patch.setattr(SignIns, "page_url", page_url)


def proof_key_demanded_of_everybody(patch: pytest.MonkeyPatch) -> None:
    sound = flows.proven

    def proven(request: Any, response_type: Any, challenge: str | None, method: str | None) -> Any:
        if challenge is None:
            raise flows.BadAuthorization("invalid_request", "A proof key is needed.")
        return sound(request, response_type, challenge, method)

    patch.setattr(authorization, "proven", proven)
