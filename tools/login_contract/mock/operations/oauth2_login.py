"""Sign-up and login of OAuth 2.0 clients: as in the JWT family, but a code for the redirect URI comes out."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.operations import ask_fields, password, passwordless, registration
from login_contract.mock.services import Services


async def oauth_20_register_new_user(call: Call, services: Services) -> Reply:
    """Create an account; mail a confirmation link, or log in at once where none is wanted."""
    return await registration.jwt_register_new_user(call, services)


async def oauth_20_resend_account_confirmation_email(call: Call, services: Services) -> Reply:
    """Mail a new link to an unconfirmed account; any other account name is answered alike."""
    return await registration.jwt_resend_account_confirmation_email(call, services)


async def oauth_20_auth_by_username_and_password(call: Call, services: Services) -> Reply:
    """Check a password and answer the redirect URI with a code."""
    return await password.auth_by_username_and_password(call, services)


async def oauth_20_start_auth_by_phone_number(call: Call, services: Services) -> Reply:
    """Send a code by SMS."""
    return await passwordless.jwt_start_auth_by_phone_number(call, services)


async def oauth_20_start_auth_by_email(call: Call, services: Services) -> Reply:
    """Send a code by e-mail."""
    return await passwordless.jwt_start_auth_by_email(call, services)


async def oauth_20_complete_auth_by_phone_number(call: Call, services: Services) -> Reply:
    """Take a code that came by SMS."""
    return await passwordless.jwt_complete_auth_by_phone_number(call, services)


async def oauth_20_complete_auth_by_email(call: Call, services: Services) -> Reply:
    """Take a code that came by e-mail."""
    return await passwordless.jwt_complete_auth_by_email(call, services)


async def oauth_20_user_ask(call: Call, services: Services) -> Reply:
    """Store what was asked for, and go on with the interrupted authorization."""
    return await ask_fields.update_token(call, services)
