"""Defects of social networks that are linked to an account."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.domain import redirects, ways_in
from login_contract.mock.flows import linked_networks, social_networks
from login_contract.mock.flows.linked_networks import LinkedNetworks
from login_contract.mock.flows.social import NetworkVisit, SocialLogins
from login_contract.mock.store import external_accounts, sessions, tickets, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.tickets import PROVIDER_PAGE
from login_contract.mock.store.user_rows import User
from tests.defects.planting import altered


def identity_moves_to_who_links_it(patch: pytest.MonkeyPatch) -> None:
    def link(tx: Transaction, project_id: str, provider: str, external_id: str, user_id: str) -> bool:
        external_accounts.unlink(tx, project_id, provider, external_id)
        return external_accounts.link(tx, project_id, provider, external_id, user_id)

    patch.setattr(linked_networks, "external_accounts", altered(external_accounts, link=link))


def second_identity_takes_the_place_of_the_first(patch: pytest.MonkeyPatch) -> None:
    sound = LinkedNetworks._linked

    def linked(self: LinkedNetworks, tx: Transaction, visit: NetworkVisit, user: User, profile: Any) -> Any:
        for account in linked_networks._at(tx, user, visit.provider):
            external_accounts.unlink(tx, user.project_id, visit.provider, account.external_id)
        return sound(self, tx, visit, user, profile)

    patch.setattr(LinkedNetworks, "_linked", linked)


def letter_case_of_an_identity_ignored(patch: pytest.MonkeyPatch) -> None:
    _spelled(patch, str.lower)


def white_space_of_an_identity_ignored(patch: pytest.MonkeyPatch) -> None:
    _spelled(patch, str.strip)


def _spelled(patch: pytest.MonkeyPatch, spelling: Any) -> None:
    for name in ("link", "user_id"):
        sound = getattr(external_accounts, name)

        patch.setattr(external_accounts, name, _of_spelling(sound, spelling))


def _of_spelling(sound: Any, spelling: Any) -> Any:
    def changed(tx: Transaction, project_id: str, provider: str, external_id: str, *user_id: str) -> Any:
        return sound(tx, project_id, provider, spelling(external_id), *user_id)

    return changed


def link_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    sound = redirects.login_url
    anywhere = altered(redirects, login_url=lambda project, given: given or sound(project, None))
    patch.setattr(linked_networks, "redirects", anywhere)


def link_of_a_client_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    sound = LinkedNetworks._address

    def address(self: LinkedNetworks, bearer: Any, login_url: Any, redirect_uri: Any) -> str:
        return redirect_uri or sound(self, bearer, login_url, redirect_uri)

    patch.setattr(LinkedNetworks, "_address", address)


def link_is_a_login(patch: pytest.MonkeyPatch) -> None:
    sound = SocialLogins.visit

    async def visit(self: SocialLogins, provider: str, state: str) -> NetworkVisit | None:
        found = await sound(self, provider, state)
        return found and evolve(found, request=evolve(found.request, linking=None))

    patch.setattr(SocialLogins, "visit", visit)


def ended_login_links(patch: pytest.MonkeyPatch) -> None:
    def asker(self: LinkedNetworks, tx: Transaction, visit: NetworkVisit) -> User | None:
        session = sessions.find(tx, visit.request.linking or "")
        return users.by_id(tx, session.project_id, session.user_id) if session is not None else None

    patch.setattr(LinkedNetworks, "_asker", asker)


def link_page_works_twice(patch: pytest.MonkeyPatch) -> None:
    def take(tx: Transaction, secret: str, purpose: str) -> Any:
        return tickets.find(tx, secret, PROVIDER_PAGE)

    patch.setattr(linked_networks, "tickets", altered(tickets, take=take))


def removed_network_logs_in_still(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        linked_networks, "external_accounts", altered(external_accounts, unlink=lambda tx, *account: None)
    )


def every_network_removed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        linked_networks,
        "_at",
        lambda tx, user, provider: external_accounts.of_user(tx, user.user_id),
    )
    sound = external_accounts.unlink

    def unlink(tx: Transaction, project_id: str, provider: str, external_id: str) -> None:
        for each in ("google", "facebook", "steam"):
            sound(tx, project_id, each, external_id)

    patch.setattr(linked_networks, "external_accounts", altered(external_accounts, unlink=unlink))


def link_lives_for_an_hour(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(social_networks, "LINK_SECONDS", 3600)


def last_way_in_taken_away(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ways_in, "keep_one", lambda *given: None)


def linked_accounts_of_the_project_told(patch: pytest.MonkeyPatch) -> None:
    """Tell what is linked to anybody whose network is the same."""
    sound = external_accounts.of_user

    def of_user(tx: Transaction, user_id: str) -> Any:
        rows = tx.all(
            "SELECT DISTINCT user_id FROM external_accounts WHERE project_id ="
            " (SELECT project_id FROM users WHERE user_id = :user_id)",
            user_id=user_id,
        )
        return [account for row in rows for account in sound(tx, row["user_id"])]

    patch.setattr(linked_networks, "external_accounts", altered(external_accounts, of_user=of_user))


def new_token_is_of_the_old_login(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(linked_networks, "social_request", lambda request, *given: request)
