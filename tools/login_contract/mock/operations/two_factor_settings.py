"""Which second factor a user has, and which ones a project offers."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.flows.second_factor_settings import WantedFactor
from login_contract.mock.services import Services


@serves("update-users-two-factor-authentication-settings")
async def update_users_two_factor_authentication_settings(call: Call, services: Services) -> Reply:
    """Send a code and answer the page that asks for it."""
    wanted = WantedFactor(mfa_type=call.body["mfa_type"], enabled=call.body.get("enabled", False))
    page = await services.second_factor_settings.start_change(
        call.user, wanted, call.query.get("login_url"), call.body.get("locale")
    )
    return Reply.json({"url": page.url})


@serves("get-server-mfa")
async def get_server_mfa(call: Call, services: Services) -> Reply:
    """Tell the second factor of a user."""
    found = await services.second_factor_settings.of(call.project, call.path["user_id"])
    return Reply.json({"enabled": False, "change_restricted": False, **found})


@serves("update-server-mfa")
async def update_server_mfa(call: Call, services: Services) -> Reply:
    """Set the second factor of a user."""
    wanted = WantedFactor(
        mfa_type=call.body["mfa_type"],
        enabled=call.body.get("enabled", False),
        change_restricted=call.body.get("change_restricted", False),
    )
    await services.second_factor_settings.set(call.project, call.path["user_id"], wanted)
    return Reply.empty()


@serves("get-project-two-factor-authentication-settings")
async def get_project_two_factor_authentication_settings(call: Call, services: Services) -> Reply:
    """Tell the second factors that a project offers."""
    page = call.project["mfa_url"]
    offered = sorted(call.project["mfa_types"], key=lambda each: int(each["priority"]))
    return Reply.json({"mfa_types": offered, **({"mfa_url": page} if page is not None else {})})


@serves("update-project-two-factor-authentication-settings")
async def update_project_two_factor_authentication_settings(call: Call, services: Services) -> Reply:
    """Change the second factors that a project offers."""
    types, page = call.body["mfa_types"], call.body.get("mfa_url")
    await services.second_factor_settings.offer(call.project, types, page)
    return Reply.empty()
