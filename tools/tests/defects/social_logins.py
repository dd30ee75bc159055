"""Defects of logins that somebody else vouches for: a social network, a platform, a device."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.contract.refusals import SOCIAL_NETWORK_REFUSES
from login_contract.mock.domain import ask_fields as asking
from login_contract.mock.domain import linked_accounts
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import ask_fields, devices, social
from login_contract.mock.flows import social_networks as networks
from login_contract.mock.flows.login import Grant, Onward
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.social import SocialLogins
from login_contract.mock.flows.social_networks import Profile, SocialNetworks
from login_contract.mock.operations import social as operations
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import external_accounts, sessions, tickets, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.external_accounts import DEVICE
from login_contract.mock.store.tickets import CODE, PROVIDER_PAGE, Ticket
from login_contract.mock.store.user_rows import User
from tests.defects.planting import altered, wrap_operation

DEVICE_LOGIN = "jwt-auth-via-device-id"
UNKNOWN: ContextVar[bool] = ContextVar("unknown", default=False)


def every_device_login_makes_a_user(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(devices, "user_behind", lambda tx, project_id, provider, device_id, make: make())


def device_types_are_apart(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        device_id = f"{call.path['device_type']} {call.body['device_id']}"
        return await sound(evolve(call, body={**call.body, "device_id": device_id}), services)

    for operation_id in (DEVICE_LOGIN, "oauth-20-auth-via-device-id"):
        wrap_operation(patch, operation_id, around)


def letter_case_of_a_device_id_ignored(patch: pytest.MonkeyPatch) -> None:
    sound = linked_accounts.user_behind
    patch.setattr(
        devices,
        "user_behind",
        lambda tx, project_id, provider, device_id, make: sound(
            tx, project_id, provider, device_id.lower(), make
        ),
    )


def concurrent_first_logins_make_a_user_each(patch: pytest.MonkeyPatch) -> None:
    """Look whether the device is known, and only then make its user."""
    sound = linked_accounts.user_behind

    def user_behind(
        tx: Transaction, project_id: str, provider: str, device_id: str, make: Callable[[], User]
    ) -> User:
        return make() if UNKNOWN.get() else sound(tx, project_id, provider, device_id, make)

    async def around(function: Function, call: Call, services: Services) -> Reply:
        device_id, project_id = call.body["device_id"], call.project.project_id
        known = await services.store.read(
            lambda tx: external_accounts.user_id(tx, project_id, DEVICE, device_id)
        )
        await asyncio.sleep(0.2)
        UNKNOWN.set(known is None)
        return await function(call, services)

    patch.setattr(devices, "user_behind", user_behind)
    wrap_operation(patch, DEVICE_LOGIN, around)


def identity_enters_the_account_with_its_address(patch: pytest.MonkeyPatch) -> None:
    sound = SocialNetworks._new_user

    def new_user(self: SocialNetworks, tx: Transaction, project: Project, profile: Profile) -> User:
        owner = users.by_email(tx, project.project_id, profile["email"]) if profile.get("email") else None
        return owner or sound(self, tx, project, profile)

    patch.setattr(SocialNetworks, "_new_user", new_user)


def identity_takes_an_address_from_its_account(patch: pytest.MonkeyPatch) -> None:
    sound = SocialNetworks._new_user

    def new_user(self: SocialNetworks, tx: Transaction, project: Project, profile: Profile) -> User:
        tx.execute(
            "UPDATE users SET email = NULL, email_key = NULL"
            " WHERE project_id = :project_id AND email = :email",
            project_id=project.project_id,
            email=profile.get("email"),
        )
        return sound(self, tx, project, profile)

    patch.setattr(SocialNetworks, "_new_user", new_user)


def networks_share_identities(patch: pytest.MonkeyPatch) -> None:
    sound = linked_accounts.user_behind
    patch.setattr(
        networks,
        "user_behind",
        lambda tx, project_id, provider, identity, make: sound(tx, project_id, "any", identity, make),
    )


def every_social_login_makes_a_user(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(networks, "user_behind", lambda tx, project_id, provider, identity, make: make())


def unverified_token_accepted(patch: pytest.MonkeyPatch) -> None:
    """Take whatever an application calls a token for somebody's word."""
    sound = SocialNetworks.profile_of

    def profile_of(
        self: SocialNetworks,
        tx: Transaction,
        project: Project,
        provider: str,
        secret: str,
        *purpose: str,
        keep: bool = False,
    ) -> Profile:
        try:
            return sound(self, tx, project, provider, secret, *purpose, keep=keep)
        except LoginError as refusal:
            if refusal.refusal != SOCIAL_NETWORK_REFUSES or purpose == (CODE,):
                raise
            return {"id": secret}

    patch.setattr(SocialNetworks, "profile_of", profile_of)


def token_of_another_network_accepted(patch: pytest.MonkeyPatch) -> None:
    _alter_credential(patch, lambda project, provider, held: evolve(held, provider=provider))


def token_of_another_project_accepted(patch: pytest.MonkeyPatch) -> None:
    _alter_credential(patch, lambda project, provider, held: evolve(held, project_id=project.project_id))


def code_passes_for_a_token(patch: pytest.MonkeyPatch) -> None:
    sound = tickets.find
    patch.setattr(
        networks,
        "tickets",
        altered(
            tickets, find=lambda tx, secret, purpose: sound(tx, secret, purpose) or sound(tx, secret, CODE)
        ),
    )


def terms_answer_every_question(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        with pytest.MonkeyPatch.context() as leniency:
            leniency.setattr(asking, "outstanding", lambda *given, **options: [])
            return await sound(call, services)

    wrap_operation(patch, "social-consent", around)


def social_code_usable_twice(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(networks, "tickets", altered(tickets, take=tickets.find))


def page_of_a_network_works_twice(patch: pytest.MonkeyPatch) -> None:
    _keep(patch, PROVIDER_PAGE)


def sign_in_page_works_twice(patch: pytest.MonkeyPatch) -> None:
    _keep(patch, tickets.SIGN_IN)


def page_of_a_network_forgets_the_state(patch: pytest.MonkeyPatch) -> None:
    _forget_on_page(patch, state=None)


def page_of_a_network_forgets_the_payload(patch: pytest.MonkeyPatch) -> None:
    _forget_on_page(patch, payload=None)


def network_need_not_be_offered(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(networks, "check_offered", lambda project, provider: None)


def token_keeps_the_network_secret(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        social,
        "social_request",
        lambda request, *about, silent=False: evolve(request, login_type="social"),
    )


def missing_address_not_asked_for(patch: pytest.MonkeyPatch) -> None:
    sound = operations._request
    patch.setattr(
        operations, "_request", lambda call, **options: evolve(sound(call, **options), asks_email=False)
    )


def asked_address_taken_on_trust(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ask_fields, "_to_prove", lambda *given: None)


def silent_failure_loses_the_state(patch: pytest.MonkeyPatch) -> None:
    sound = social.told
    patch.setattr(social, "told", lambda request, *told: sound(evolve(request, state=None), *told))


def refused_terms_leave_the_token(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(social, "sessions", altered(sessions, revoke=lambda tx, jti: None))


def with_logout_of_a_social_login_forgotten(patch: pytest.MonkeyPatch) -> None:
    sound = operations._request
    patch.setattr(
        operations, "_request", lambda call, **options: evolve(sound(call, **options), with_logout=False)
    )


def _alter_credential(patch: pytest.MonkeyPatch, alter: Callable[[Project, str, Ticket], Ticket]) -> None:
    """Change what a network's credential is seen as, for the project and the network that it is shown to."""
    sound = SocialNetworks.profile_of

    def profile_of(
        self: SocialNetworks,
        tx: Transaction,
        project: Project,
        provider: str,
        secret: str,
        *purpose: str,
        keep: bool = False,
    ) -> Profile:
        def find(tx: Transaction, secret: str, purpose: str) -> Ticket | None:
            held = tickets.find(tx, secret, purpose)
            return alter(project, provider, held) if held else None

        with pytest.MonkeyPatch.context() as leniency:
            leniency.setattr(networks, "tickets", altered(tickets, find=find))
            return sound(self, tx, project, provider, secret, *purpose, keep=keep)

    patch.setattr(SocialNetworks, "profile_of", profile_of)


def _keep(patch: pytest.MonkeyPatch, kept: str) -> None:
    """Let tickets of one purpose be taken again and again."""
    sound = tickets.take

    def take(tx: Transaction, secret: str, purpose: str) -> Ticket | None:
        return (tickets.find if purpose == kept else sound)(tx, secret, purpose)

    patch.setattr(tickets, "take", take)


def _forget_on_page(patch: pytest.MonkeyPatch, **forgotten: Any) -> None:
    sound = SocialNetworks.page_url

    def page_url(
        self: SocialNetworks, tx: Transaction, project: Project, provider: str, request: LoginRequest
    ) -> str:
        return sound(self, tx, project, provider, evolve(request, **forgotten))

    patch.setattr(SocialNetworks, "page_url", page_url)


def network_token_always_carried(patch: pytest.MonkeyPatch) -> None:
    sound = SocialNetworks.token_for

    def token_for(
        self: SocialNetworks, tx: Transaction, project: Project, *given: Any, **held: Any
    ) -> str | None:
        wanting = Project({**project.settings, "social_access_token": True})
        return sound(self, tx, wanting, *given, **held)

    patch.setattr(SocialNetworks, "token_for", token_for)


def network_token_invented(patch: pytest.MonkeyPatch) -> None:
    sound = networks.social_request
    patch.setattr(
        social,
        "social_request",
        lambda request, name, profile, token, **about: sound(
            request, name, profile, token and "invented", **about
        ),
    )


def page_of_a_network_gives_no_token(patch: pytest.MonkeyPatch) -> None:
    sound = SocialLogins.pick

    async def pick(self: SocialLogins, *given: Any, **options: Any) -> Grant | Onward:
        with pytest.MonkeyPatch.context() as leniency:
            leniency.setattr(SocialNetworks, "token_for", lambda *given, **held: None)
            return await sound(self, *given, **options)

    patch.setattr(SocialLogins, "pick", pick)
