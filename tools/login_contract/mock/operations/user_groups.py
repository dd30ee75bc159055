"""Groups of a project's users, and who is in them."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.domain.groups import shown
from login_contract.mock.services import Services


@serves("get-project-user-groups")
async def get_project_user_groups(call: Call, services: Services) -> Reply:
    """List the groups of a project, the default one first."""
    return Reply.json(shown(await services.project_groups.listed(call.project)))


@serves("post-project-user-group")
async def post_project_user_group(call: Call, services: Services) -> Reply:
    """Create a group."""
    await services.project_groups.create(call.project, call.body["name"])
    return Reply.empty()


@serves("put-project-user-group")
async def put_project_user_group(call: Call, services: Services) -> Reply:
    """Rename a group."""
    await services.project_groups.rename(call.project, call.path["group_id"], call.body["new_name"])
    return Reply.empty()


@serves("del-project-user-group")
async def del_project_user_group(call: Call, services: Services) -> Reply:
    """Delete a group."""
    await services.project_groups.remove(call.project, call.path["group_id"])
    return Reply.empty()


@serves("get-user-groups")
async def get_user_groups(call: Call, services: Services) -> Reply:
    """List the groups of a user, the default one first."""
    return Reply.json(shown(await services.memberships.of_user(call.project, call.path["user_id"])))


@serves("manage-user-groups")
async def manage_user_groups(call: Call, services: Services) -> Reply:
    """Put a user into groups and take them out of others."""
    joined, left = (call.body.get(f"{verb}_user_groups") or [] for verb in ("add", "remove"))
    changed = await services.memberships.change(call.project, call.path["user_id"], joined=joined, left=left)
    return Reply.json(shown(changed))


@serves("update-user-groups")
async def update_user_groups(call: Call, services: Services) -> Reply:
    """Replace the groups of a user."""
    wanted = call.body["user_groups"]
    return Reply.json(shown(await services.memberships.replace(call.project, call.path["user_id"], wanted)))


@serves("delete-user-groups")
async def delete_user_groups(call: Call, services: Services) -> Reply:
    """Take a user out of groups."""
    left = call.body["user_groups"]
    await services.memberships.change(call.project, call.path["user_id"], joined=(), left=left)
    return Reply.empty()
