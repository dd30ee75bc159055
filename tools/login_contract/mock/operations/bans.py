"""Bans, in the name of a partner's server."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services


@serves("post-projects-users-ban")
async def post_projects_users_ban(call: Call, services: Services) -> Reply:
    """Shut a user out."""
    asked = call.body
    await services.bans.ban(
        call.project,
        call.path["user_id"],
        reason=asked["reason"],
        begins=asked.get("date_from"),
        ends=asked.get("date_to"),
    )
    return Reply.empty()


@serves("del-projects-users-ban")
async def del_projects_users_ban(call: Call, services: Services) -> Reply:
    """Let a user in again."""
    await services.bans.lift(call.project, call.path["user_id"])
    return Reply.empty()
