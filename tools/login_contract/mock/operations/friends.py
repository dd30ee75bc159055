"""Lists of friends, and what users do to each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.domain.told_properties import properties
from login_contract.mock.services import Services

LIST_PATH = "/users/me/relationships"


@serves("get-users-friends")
async def get_users_friends(call: Call, services: Services) -> Reply:
    """List relationships of one kind, page by page."""
    asked = call.query
    page = await services.friends.page(
        call.user,
        asked["type"],
        sort_by=asked["sort_by"],
        descending=asked["sort_order"] == "desc",
        after=asked.get("after"),
        limit=asked["limit"],
    )
    shown = {
        "next_after": page.next_after,
        "next_url": _next_url(call, services, page.next_after),
        "relationships": [_shown(entry, services) for entry in page.entries],
    }
    return Reply.json(shown)


@serves("update-users-friends")
async def update_users_friends(call: Call, services: Services) -> Reply:
    """Let a user act on another one."""
    await services.friends.act(call.user, call.body["action"], call.body["user"])
    return Reply.empty()


@serves("get-social-account-friends")
async def get_social_account_friends(call: Call, services: Services) -> Reply:
    """List whom the user knows at social networks."""
    asked = call.query
    platform: str | None = asked.get("platform")
    page = await services.social_friends.page(
        call.user,
        platform,
        offset=asked["offset"],
        limit=asked["limit"],
        with_users=asked["with_xl_uid"],
    )
    shown = {
        "data": [_social_friend(friend) for friend in page.friends],
        "limit": asked["limit"],
        "offset": asked["offset"],
        "total_count": page.total,
        "with_xl_uid": asked["with_xl_uid"],
    }
    return Reply.json(shown | ({"platform": platform} if platform is not None else {}))


@serves("update-social-account-friends")
async def update_social_account_friends(call: Call, services: Services) -> Reply:
    """Ask the social networks whom the user knows there."""
    await services.social_friends.renew(call.user, call.query.get("platform"))
    return Reply.empty()


def _social_friend(friend: Any) -> Mapping[str, Any]:
    shown = {
        "name": friend.profile["name"],
        "platform": friend.platform,
        "user_id": friend.profile["id"],
        "avatar": friend.profile.get("picture"),
        "xl_uid": friend.user_id,
        "tag": friend.tag,
    }
    return {name: value for name, value in shown.items() if value is not None}


def _next_url(call: Call, services: Services, after: str | None) -> str | None:
    if after is None:
        return None
    names = ("type", "sort_by", "sort_order", "limit")
    query = {**{name: call.query[name] for name in names}, "after": after}
    return f"{services.settings.api}{LIST_PATH}?{urlencode(query)}"


def _shown(entry: Any, services: Services) -> Mapping[str, Any]:
    return {
        "status_incoming": entry.stand.incoming,
        "status_outgoing": entry.stand.outgoing,
        "updated": entry.updated,
        "user": {
            "id": entry.other.user_id,
            "name": properties(entry.other.fields)["name"],
            "nickname": entry.other.nickname,
            "picture": services.pictures.address(entry.other.picture),
            "tag": entry.other.tag,
            "presence": entry.presence,
        },
    }
