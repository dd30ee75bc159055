"""Defects of bans, and of the check of an age."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls import shown_users
from login_contract.mock.domain import ages, tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import bans, code_login, login, oauth_tokens
from login_contract.mock.flows import profiles as profile_flow
from login_contract.mock.flows.oauth_tokens import OAuthTokens
from login_contract.mock.operations import profile as profile_operations
from login_contract.mock.settings.project import Project
from login_contract.mock.store import refresh_tokens, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import Ban, User
from tests.defects.planting import altered, find_in_any_project


def tokens_outlive_a_ban(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tokens, "users", altered(users, by_id=_let_in))


def ban_uses_a_refresh_token_up(patch: pytest.MonkeyPatch) -> None:
    sound = OAuthTokens.present

    def present(self: Any, tx: Any, project: Any, client_id: Any, token: Any, **more: Any) -> Any:
        try:
            return sound(self, tx, project, client_id, token, **more)
        except LoginError:
            refresh_tokens.consume(tx, token, arrived_at=more["arrival"].at)
            raise

    patch.setattr(OAuthTokens, "present", present)


def refresh_outlives_a_ban(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(oauth_tokens, "users", altered(users, by_id=_let_in))


def banned_device_gets_in(patch: pytest.MonkeyPatch) -> None:
    sound = login.Logins.grant

    def grant(self: Any, tx: Any, project: Any, user: User, request: Any, **more: Any) -> Any:
        let_in = evolve(user, banned=user.banned and request.login_type != "device")
        return sound(self, tx, project, let_in, request, **more)

    patch.setattr(login.Logins, "grant", grant)


def banned_user_gets_another_address(patch: pytest.MonkeyPatch) -> None:
    def by_id(*given: Any, **more: Any) -> User | None:
        user = users.by_id(*given, **more)
        return evolve(user, banned=False) if user is not None and more.get("hold") else user

    patch.setattr(code_login, "users", altered(users, by_id=by_id))


def ban_begins_at_once(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Ban, "holds", lambda ban, now: ban.ends is None or now < ban.ends)


def ban_never_ends(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Ban, "holds", lambda ban, now: ban.begins <= now)


def ban_of_the_past_is_told(patch: pytest.MonkeyPatch) -> None:
    sound = profile_flow.profile_of
    patch.setattr(profile_flow, "profile_of", lambda tx, user: evolve(sound(tx, user), ban=user.ban))


def ban_to_come_is_not_told(patch: pytest.MonkeyPatch) -> None:
    sound = profile_flow.profile_of
    patch.setattr(profile_flow, "profile_of", lambda tx, user: evolve(sound(tx, user), ban=None))


def reason_is_not_told(patch: pytest.MonkeyPatch) -> None:
    sound = shown_users.ban
    patch.setattr(shown_users, "ban", lambda ban: {**sound(ban), "reason": ban.reason[:30]})


def first_ban_counts(patch: pytest.MonkeyPatch) -> None:
    def set_ban(tx: Transaction, user_id: str, ban: Ban | None) -> None:
        row = tx.row("SELECT ban FROM users WHERE user_id = :user_id", user_id=user_id)
        if ban is None or row["ban"] is None:
            users.set_ban(tx, user_id, ban)

    patch.setattr(bans, "users", altered(users, set_ban=set_ban))


def offset_is_dropped(patch: pytest.MonkeyPatch) -> None:
    sound = bans._moment
    patch.setattr(bans, "_moment", lambda text: sound(text and f"{text[:19]}+0000"))


def ban_may_end_before_it_begins(patch: pytest.MonkeyPatch) -> None:
    """Take the earlier of two moments for the beginning."""
    sound = bans.Bans.ban

    async def ban(self: Any, project: Any, user_id: str, **asked: Any) -> None:
        if asked["begins"] and asked["ends"] and asked["ends"] < asked["begins"]:
            asked.update(begins=asked["ends"], ends=asked["begins"])
        await sound(self, project, user_id, **asked)

    patch.setattr(bans.Bans, "ban", ban)


def stranger_is_banned(patch: pytest.MonkeyPatch) -> None:
    find_in_any_project(patch, bans)


def day_is_no_birthday_yet(patch: pytest.MonkeyPatch) -> None:
    def is_old_enough(project: Project, born: date, now: float) -> bool:
        return _years(born, now) > _required(project)

    patch.setattr(profile_operations, "is_old_enough", is_old_enough)


def months_do_not_count(patch: pytest.MonkeyPatch) -> None:
    def is_old_enough(project: Project, born: date, now: float) -> bool:
        return _years(born, now) >= _required(project)

    patch.setattr(profile_operations, "is_old_enough", is_old_enough)


def country_does_not_count(patch: pytest.MonkeyPatch) -> None:
    sound = ages.is_old_enough

    def is_old_enough(project: Project, born: date, now: float) -> bool:
        return sound(evolve(project, settings={**project.settings, "geo_country": "US"}), born, now)

    patch.setattr(profile_operations, "is_old_enough", is_old_enough)


def _required(project: Project) -> int:
    years: int = project["required_ages"].get(project["geo_country"], project["required_age"])
    return years


def _years(born: date, now: float) -> int:
    return date.fromtimestamp(now).year - born.year


def _let_in(tx: Transaction, project_id: str, user_id: str, *, hold: bool = False) -> User | None:
    user = users.by_id(tx, project_id, user_id, hold=hold)
    return evolve(user, banned=False) if user is not None else None
