"""What profiles and searches show of users alike."""

from __future__ import annotations

from typing import Any

from login_contract.mock import moments
from login_contract.mock.domain import groups
from login_contract.mock.flows.user_search import FoundUser


def found(it: FoundUser) -> dict[str, Any]:
    """Return a user as the search shows them [doc]."""
    profile, user = it.profile, it.profile.user
    shown = {
        "id": user.user_id,
        "external_id": profile.external_id,
        "last_login": moments.rfc3339(profile.last_login),
        "login_type": it.login_type,
        **standing(user),
        "phone_auth": user.phone_number and user.phone_number.lstrip("+"),
        "ban": profile.ban and ban(profile.ban),
        "groups": groups.shown(profile.groups),
        "is_anonymous": profile.anonymous,
    }
    told = {"username": user.username, "email": user.email, "nickname": user.nickname}
    told |= {name: profile.told[name] for name in ("first_name", "last_name", "name")}
    return shown | {name: value for name, value in told.items() if value is not None}


def standing(user: Any) -> dict[str, Any]:
    """Return whether the address of a user is proven, and whether they can log in."""
    return {
        "is_last_email_confirmed": user.email is not None and user.confirmed,
        "is_user_active": user.confirmed,
    }


def ban(held: Any) -> dict[str, Any]:
    """Return a ban that holds or is to come, as profiles show it [doc]."""
    return {
        "date_from": moments.with_offset(held.begins),
        "date_to": moments.with_offset(held.ends) if held.ends is not None else None,
        "reason": held.reason,
    }
