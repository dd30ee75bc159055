"""Whom a user knows at social networks, as the networks told when they were asked last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.flows.social_networks import Profile, identities, identity
from login_contract.mock.settings.project import Project
from login_contract.mock.store import external_accounts, relationships, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.relationships import BLOCKED

# The networks that tell whom somebody knows there [doc].
PLATFORMS = ("facebook", "steam", "twitter", "vk", "xbox")


@frozen(kw_only=True)
class SocialFriend:
    """Somebody whom a user knows at a network; ``user_id`` and ``tag`` are those of the project's user."""

    platform: str
    profile: Mapping[str, Any]
    user_id: str | None = None
    tag: str | None = None


@frozen(kw_only=True)
class SocialFriendPage:
    """Some of a user's social friends, and how many there are in all."""

    friends: Sequence[SocialFriend]
    total: int


@frozen
class SocialFriends:
    """Lists the social friends of users, and asks the networks for them."""

    _store: Store
    _tokens: Tokens

    async def page(
        self, bearer: Bearer, platform: str | None, *, offset: int, limit: int, with_users: bool
    ) -> SocialFriendPage:
        """Return so many friends, by network and by id there; ``with_users`` looks who uses the project."""

        def read(tx: Transaction) -> SocialFriendPage:
            known = _known(tx, bearer, platform)
            shown = known[offset : offset + limit]
            if with_users:
                shown = [_with_user(tx, bearer, friend) for friend in shown]
            return SocialFriendPage(friends=shown, total=len(known))

        return await self._store.read(read)

    async def renew(self, bearer: Bearer, platform: str | None) -> None:
        """Ask a network, or all of them, whom the user knows there now.

        Raises:
            LoginError: 401 002-016, the token has ended meanwhile.
        """

        def renew(tx: Transaction) -> None:
            user = self._tokens.holder(tx, bearer)
            for account in external_accounts.of_user(tx, user.user_id):
                told = _at(tx, bearer.project, account.provider).get(account.external_id)
                if told is not None and platform in (None, account.provider):
                    external_accounts.tell(tx, user.project_id, account.provider, account.external_id, told)

        await self._store.transaction(renew)


def _known(tx: Transaction, bearer: Bearer, platform: str | None) -> list[SocialFriend]:
    found: dict[tuple[str, str], SocialFriend] = {}
    for account in external_accounts.of_user(tx, bearer.user.user_id):
        if account.provider not in PLATFORMS or platform not in (None, account.provider):
            continue
        there = _at(tx, bearer.project, account.provider)
        for friend_id in account.profile.get("friends", ()):
            profile = there.get(friend_id) or identity(friend_id, {})
            friend = SocialFriend(platform=account.provider, profile=profile)
            found[account.provider, friend_id] = friend
    return [found[key] for key in sorted(found)]


def _with_user(tx: Transaction, bearer: Bearer, friend: SocialFriend) -> SocialFriend:
    """Say who of the project's users a friend is, unless that one has blocked the user who asks."""
    project_id = bearer.project.project_id
    user_id = external_accounts.user_id(tx, project_id, friend.platform, friend.profile["id"])
    user = users.by_id(tx, project_id, user_id) if user_id is not None else None
    if user is None or relationships.stand(tx, bearer.user.user_id, user.user_id).incoming == BLOCKED:
        return friend
    return evolve(friend, user_id=user.user_id, tag=user.tag)


def _at(tx: Transaction, project: Project, provider: str) -> Mapping[str, Profile]:
    return {known["id"]: known for known in identities(tx, project, provider)}
