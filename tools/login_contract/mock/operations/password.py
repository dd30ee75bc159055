"""Login with a password, and a new password for those who forgot it."""

from __future__ import annotations

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import login_request, wording
from login_contract.mock.calls.serving import serves
from login_contract.mock.flows.password import GivenPassword
from login_contract.mock.flows.password_reset import NewPassword
from login_contract.mock.services import Services


@serves("auth-by-username-and-password", "oauth-20-auth-by-username-and-password")
async def auth_by_username_and_password(call: Call, services: Services) -> Reply:
    """Check a password, unless too many wrong ones have locked the account, and log in."""
    request = login_request(call, login_type="xsolla_login", remember_me=call.body.get("remember_me"))
    outcome = await services.password_logins.log_in(
        _given(call), request, browser=call.browser, locale=call.query.get("locale")
    )
    return await login_reply.reply(outcome, services)


@serves("jwt-auth-by-username-and-password")
async def jwt_auth_by_username_and_password(call: Call, services: Services) -> Reply:
    """Check a password and answer tokens at once."""
    if call.client is None:
        raise LookupError("the operation has a client_id")
    request = login_request(call, login_type="xsolla_login", redirects_on="redirect_uri" in call.query)
    issued = await services.password_logins.log_in_for_tokens(
        _given(call), request, client_id=call.client.client_id
    )
    return Reply.json(await services.oauth_tokens.response(call.project, issued))


def _given(call: Call) -> GivenPassword:
    return GivenPassword(call.project, call.body["username"], call.body["password"], call.headers)


@serves("reset-password")
async def reset_password(call: Call, services: Services) -> Reply:
    """Mail a reset link, if there is an account to reset; the answer never tells."""
    login_url = call.query.get("login_url")
    await services.password_resets.start(call.project, call.body["username"], login_url, wording(call))
    return Reply.empty()


@serves("confirm-password-reset")
async def confirm_password_reset(call: Call, services: Services) -> Reply:
    """Set a new password; the old one, older tokens and other reset links die."""
    wanted = NewPassword(
        user_id=call.body["user_id"],
        reset_code=call.body["reset_code"],
        new_password=call.body["new_password"],
        verify_code=call.body.get("verify_code"),
    )
    await services.password_resets.finish(call.project, wanted, call.query.get("login_url"))
    return Reply.empty()
