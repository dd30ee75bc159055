"""What a partner's server does with the users of a project."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from login_contract.mock.calls import shown_users
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import login_request
from login_contract.mock.calls.server_call import check_project
from login_contract.mock.calls.serving import serves
from login_contract.mock.flows.custom_ids import LOGIN_TYPE, CustomIdLogin
from login_contract.mock.flows.server_registration import ServerRegistration
from login_contract.mock.flows.user_search import PlatformUser, UserPage
from login_contract.mock.services import Services


@serves("register-new-user-from-server")
async def register_new_user_from_server(call: Call, services: Services) -> Reply:
    """Make an account of what the server knows of its user."""
    wanted = ServerRegistration(
        email=call.body.get("email"),
        phone_number=call.body.get("phone_number"),
        external_id=call.body.get("external_account_id"),
    )
    user = await services.server_registrations.register(call.project, wanted)
    return Reply.json({"user_id": user.user_id})


@serves("auth-by-custom-id")
async def auth_by_custom_id(call: Call, services: Services) -> Reply:
    """Let a user in by an id of the server's own."""
    account = call.body.get("social_profile", {})
    given = CustomIdLogin(
        custom_id=call.body["server_custom_id"],
        attributes=call.body.get("attributes", ()),
        platform=account.get("platform"),
        platform_user_id=account.get("user_id", ""),
    )
    request = login_request(call, login_type=LOGIN_TYPE, redirects_on=False)
    made = await services.custom_ids.log_in(call.project, given, request)
    token = await services.tokens.sign(call.project, made.grant.claims or {})
    return Reply.json({"token": token, "is_new": made.is_new})


@serves("put-user-custom-id")
async def put_user_custom_id(call: Call, services: Services) -> Reply:
    """Give a user an id, or take it away."""
    await services.custom_ids.give(call.project, call.path["user_id"], call.body["server_custom_id"])
    return Reply.empty()


@serves("delete-user")
async def delete_user(call: Call, services: Services) -> Reply:
    """Delete a user with all that is kept of them."""
    await services.user_deletions.delete(call.project, call.path["user_id"])
    return Reply.empty()


@serves("get-user")
async def get_user(call: Call, services: Services) -> Reply:
    """Show a user."""
    return Reply.json(shown_users.found(await services.user_search.one(call.project, call.path["user_id"])))


@serves("search-users-by-filter")
async def search_users_by_filter(call: Call, services: Services) -> Reply:
    """Show the users that meet every filter, a page of them."""
    return Reply.json(_page(await services.user_search.search(call.project, call.query)))


@serves("get-user-for-project")
async def get_user_for_project(call: Call, services: Services) -> Reply:
    """Show the users of the project in their order, a page of them, and where the next one is."""
    page = await services.user_search.listed(call.project, call.query)
    next_url = None
    if page.next is not None:
        kept = {name: value for name, value in call.query.items() if name != "offset" and value is not None}
        query = urlencode({**kept, "after": page.next}, doseq=True)
        next_url = f"{services.settings.api}/projects/{call.project.project_id}/users?{query}"
    return Reply.json({**_page(page), "next_url": next_url})


@serves("get-users-ids-by-social-id-and-platform")
async def get_users_ids_by_social_id_and_platform(call: Call, services: Services) -> Reply:
    """Tell whom accounts at gaming platforms stand for."""
    check_project(call, services)
    found = await services.user_search.behind(call.project, call.body["users"])
    return Reply.json([_behind(each) for each in found])


def _page(page: UserPage) -> dict[str, Any]:
    users = [shown_users.found(each) for each in page.users]
    return {"count": page.count, "next_after": page.next, "users": users}


def _behind(it: PlatformUser) -> dict[str, Any]:
    return {
        "platform": it.platform,
        "user_id": it.platform_user_id,
        "xl_uid": it.user and it.user.user_id,
        "email": it.user and it.user.email,
        "external_account_id": it.external_id,
    }
