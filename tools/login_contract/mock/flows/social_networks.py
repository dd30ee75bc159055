"""The social networks of projects: simulated ones, whose identities are test data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from attrs import evolve

from login_contract.mock.contract.refusals import NOT_FOUND, SOCIAL_NETWORK_REFUSES
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.linked_accounts import user_behind
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import external_accounts, provider_identities, tickets, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.tickets import ACCESS_TOKEN, PROVIDER_PAGE, Ticket
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import shown

LINK_SECONDS = 600
TOKEN_SECONDS = 3600
Profile = Mapping[str, Any]


class SocialNetworks:
    """The networks that projects offer, and who is known there."""

    def __init__(self, randomness: Randomness, events: Events, *, origin: str) -> None:
        self._randomness = randomness
        self._events = events
        self._origin = origin

    def page_url(self, tx: Transaction, project: Project, provider: str, request: LoginRequest) -> str:
        """Return the address of the provider's page, good for ten minutes [doc].

        Raises:
            LoginError: 404 003-061, the project does not offer the provider.
        """
        check_offered(project, provider)
        state = self._keep(tx, project, provider, PROVIDER_PAGE, request.to_json(), LINK_SECONDS)
        return f"{self._origin}/_mock/provider/{provider}?{urlencode({'state': state})}"

    def mint(self, tx: Transaction, project: Project, provider: str, purpose: str, profile: Profile) -> str:
        """Make what a provider's own SDK would give an application: an access token or a code."""
        return self._keep(tx, project, provider, purpose, dict(profile), TOKEN_SECONDS)

    def token_for(
        self, tx: Transaction, project: Project, provider: str, profile: Profile, *, held: str | None = None
    ) -> str | None:
        """Return the access token of the network that the user's token carries, if the project wants one.

        What the network gives for a code, a ticket or a sign-in on its page is made here; ``held`` is what
        the application showed.
        """
        if not project["social_access_token"]:
            return None
        return held or self.mint(tx, project, provider, ACCESS_TOKEN, profile)

    def _keep(
        self,
        tx: Transaction,
        project: Project,
        provider: str,
        purpose: str,
        context: Mapping[str, Any],
        seconds: int,
    ) -> str:
        secret = self._randomness.token(40)
        ticket = Ticket(secret, project.project_id, provider, purpose, context, tx.now + seconds)
        tickets.add(tx, ticket)
        return secret

    def profile_of(
        self,
        tx: Transaction,
        project: Project,
        provider: str,
        secret: str,
        purpose: str = ACCESS_TOKEN,
        *,
        keep: bool = False,
    ) -> Profile:
        """Return whom an access token or a code of the provider stands for; a code is used up unless kept.

        Raises:
            LoginError: 404 003-061, the provider is not offered; 422 010-015, it knows no such credential.
        """
        check_offered(project, provider)
        look = tickets.find if keep or purpose == ACCESS_TOKEN else tickets.take
        held = look(tx, secret, purpose)
        if held is None or held.provider != provider or held.project_id != project.project_id:
            raise LoginError(
                SOCIAL_NETWORK_REFUSES,
                because=f"{provider} made no such credential for this project",
            )
        return held.context

    def user_of(self, tx: Transaction, project: Project, provider: str, profile: Profile) -> User:
        """Return the user behind an identity; the first sign-in makes one."""
        made: list[User] = []

        def make() -> User:
            made.append(self._new_user(tx, project, profile))
            return made[0]

        user = user_behind(tx, project.project_id, provider, profile["id"], make)
        external_accounts.tell(tx, project.project_id, provider, profile["id"], profile)
        if user in made:
            self._events.registered(tx, project, user, login_type="social", provider=provider)
        return user

    def _new_user(self, tx: Transaction, project: Project, profile: Profile) -> User:
        user = User(
            user_id=self._randomness.uuid(),
            project_id=project.project_id,
            email=profile.get("email"),
            nickname=profile.get("name"),
            picture=profile.get("picture"),
            fields={"name": profile["name"]} if "name" in profile else {},
            confirmed=profile.get("email") is not None,
        )
        if not users.create(tx, user):
            # An address that somebody has is no proof of being them, so the new account goes without it.
            user = evolve(user, email=None, confirmed=False)
            users.create(tx, user)
        return user


def identity(provider_user_id: str, given: Mapping[str, Any]) -> Profile:
    """Return an identity as networks tell it; one without a name is called by its id."""
    return {"name": provider_user_id, **given, "id": provider_user_id}


def check_offered(project: Project, provider: str) -> None:
    """Refuse a provider that the project does not offer.

    Raises:
        LoginError: 404 003-061.
    """
    if provider not in project["social_providers"]:
        raise LoginError(NOT_FOUND, because=f"{shown(provider)} is not in social_providers")


def identities(tx: Transaction, project: Project, provider: str) -> list[Profile]:
    """Return the provider's test identities: those of the settings, then those added on the spot."""
    return [
        *project["social_identities"].get(provider, ()),
        *provider_identities.added(tx, project.project_id, provider),
    ]


def social_request(
    request: LoginRequest, provider: str, profile: Profile, token: str | None, *, silent: bool = False
) -> LoginRequest:
    """Add what the token of a social login tells about the identity; ``silent``: nobody was asked [doc]."""
    social = {
        "provider": provider,
        "id": profile["id"],
        "is_cross_auth": silent,
        "name": profile.get("name"),
        "picture": profile.get("picture"),
        "social_access_token": token,
    }
    return evolve(
        request,
        login_type="social",
        social={name: value for name, value in social.items() if value is not None},
    )
