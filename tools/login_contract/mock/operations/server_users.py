"""What a partner's server does with the users of a project."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import login_request
from login_contract.mock.calls.serving import serves
from login_contract.mock.flows.custom_ids import LOGIN_TYPE, CustomIdLogin
from login_contract.mock.flows.server_registration import ServerRegistration
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
