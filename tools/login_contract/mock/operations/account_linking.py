"""Accounts elsewhere that a user and a partner's server link to the user's own."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.server_call import check_project
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services


@serves("create-code-for-linking-accounts")
async def create_code_for_linking_accounts(call: Call, services: Services) -> Reply:
    """Give the user a code to type elsewhere."""
    return Reply.json({"code": await services.linked_identities.code(call.user)})


@serves("link-accounts-by-code")
async def link_accounts_by_code(call: Call, services: Services) -> Reply:
    """Let an account at a platform stand for the user of a code."""
    check_project(call, services)
    given = call.body
    await services.linked_identities.link_platform(
        call.project, given["code"], given["platform"], given["user_id"]
    )
    return Reply.empty()


@serves("link-user-ids-via-external-id")
async def link_user_ids_via_external_id(call: Call, services: Services) -> Reply:
    """Say which id a user has on the server."""
    given = call.body
    await services.linked_identities.link_external_id(
        call.project, given["user_id"], given["external_account_id"]
    )
    return Reply.empty()
