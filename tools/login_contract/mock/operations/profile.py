"""The profile of a user, and what others may see of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from login_contract.mock import moments
from login_contract.mock.calls import shown_users
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import INVALID_VALUE, UNKNOWN_PROJECT
from login_contract.mock.domain import groups
from login_contract.mock.domain.ages import is_old_enough
from login_contract.mock.domain.key_map import is_date
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.pictures import Pictures
from login_contract.mock.flows.profiles import Profile, last_login
from login_contract.mock.services import Services

CHANGEABLE = ("birthday", "first_name", "last_name", "nickname", "gender")


@serves("get-user-details")
async def get_user_details(call: Call, services: Services) -> Reply:
    """Show the user of the token their profile."""
    return Reply.json(_shown(await services.profiles.of(call.user), services.pictures))


@serves("update-user-details")
async def update_user_details(call: Call, services: Services) -> Reply:
    """Change what is named, and show the profile as it is then."""
    given = {name: call.body[name] for name in CHANGEABLE if name in call.body}
    return Reply.json(_shown(await services.profiles.change(call.user, given), services.pictures))


@serves("get-user-public-profile")
async def get_user_public_profile(call: Call, services: Services) -> Reply:
    """Show a user of the project to another."""
    user = await services.profiles.public(call.project, call.path["user_id"])
    return Reply.json(_public(user, services.pictures))


@serves("search-users-by-nickname")
async def search_users_by_nickname(call: Call, services: Services) -> Reply:
    """List users whose nickname begins as asked."""
    asked, bearer = call.query, call.user
    found = await services.nickname_search.find(
        bearer, asked["nickname"], offset=asked["offset"], limit=asked["limit"]
    )
    shown = [
        {**_public(user, services.pictures), "is_me": user.user_id == bearer.user.user_id}
        for user in found.users
    ]
    return Reply.json({"offset": asked["offset"], "total_count": found.total, "users": shown})


@serves("check-users-age")
async def check_users_age(call: Call, services: Services) -> Reply:
    """Say whether somebody is old enough where the callers of a project are."""
    project = services.projects.named(call.body["project_id"], UNKNOWN_PROJECT)
    if not is_date(call.body["dob"]):
        raise LoginError(INVALID_VALUE, "The property dob is no day.")
    now = await services.store.read(lambda tx: tx.now)
    return Reply.json({"accepted": is_old_enough(project, date.fromisoformat(call.body["dob"]), now)})


def _shown(profile: Profile, pictures: Pictures) -> dict[str, Any]:
    user = profile.user
    shown = {
        "id": user.user_id,
        "username": user.username,
        "email": user.email,
        "nickname": user.nickname,
        **profile.told,
        "picture": pictures.address(user.picture),
        "phone": user.two_factor_phone,
        "external_id": profile.external_id,
        # Only a Korean identity service tells it.
        "connection_information": None,
        "is_anonymous": profile.anonymous,
        **shown_users.standing(user),
        "registered": moments.with_offset(user.created_at),
        "last_login": moments.with_offset(profile.last_login),
        "ban": profile.ban and shown_users.ban(profile.ban),
        "groups": groups.shown(profile.groups),
        "devices": list(profile.devices),
    }
    optional = {"tag": user.tag, "phone_auth": user.phone_number and user.phone_number.lstrip("+")}
    return shown | _present(optional)


def _public(user: Any, pictures: Pictures) -> dict[str, Any]:
    shown = {
        "user_id": user.user_id,
        "nickname": user.nickname,
        "registered": moments.rfc3339(user.created_at),
        "last_login": moments.rfc3339(last_login(user)),
    }
    return shown | _present({"tag": user.tag, "avatar": pictures.address(user.picture)})


def _present(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
