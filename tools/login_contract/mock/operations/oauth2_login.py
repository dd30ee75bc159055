"""Sign-up and login of OAuth 2.0 clients: as in the JWT family, but a code for the redirect URI comes out."""

from __future__ import annotations

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.refusals import BANNED_USER, SECOND_FACTOR_REQUIRED
from login_contract.mock.domain.logout import end_tokens
from login_contract.mock.domain.oauth_tokens import Issued
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.password import PasswordLogin
from login_contract.mock.operations import ask_fields, password, passwordless, registration
from login_contract.mock.operations.requests import login_request
from login_contract.mock.services import Services
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User


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


async def jwt_auth_by_username_and_password(call: Call, services: Services) -> Reply:
    """Check a password and answer tokens at once."""
    client = call.client
    if client is None:
        raise LookupError("the operation has a client_id")
    request = login_request(call, login_type="xsolla_login", redirects_on="redirect_uri" in call.query)
    login = PasswordLogin(call.project, call.body["username"], call.body["password"], call.headers)

    def decide(tx: Transaction, user: User) -> Issued:
        login.admit(user)
        if user.banned:
            raise LoginError(BANNED_USER, because="the user is banned")
        if services.second_factor.applies(call.project, user):
            because = (
                f'the project has two_factor = "{call.project["two_factor"]}", which this call cannot do'
            )
            raise LoginError(SECOND_FACTOR_REQUIRED, because=because)
        if request.with_logout:
            end_tokens(tx, user.user_id)
        told = services.logins.announce(tx, call.project, user, request)
        return services.oauth_tokens.issue(tx, call.project, user, told, client_id=client.client_id)

    issued = await services.partners.transaction(
        call.project,
        login.question,
        identify=lambda tx: login.user(tx, services.randomness, services.events),
        finish=decide,
    )
    return Reply.json(await services.oauth_tokens.response(call.project, issued))
