"""Login of a device, without asking its user anything."""

from __future__ import annotations

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.domain.linked_accounts import user_behind
from login_contract.mock.flows.login import Grant
from login_contract.mock.operations.requests import login_request
from login_contract.mock.services import Services
from login_contract.mock.store import users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User

# In place of a provider's name, which has no capital letters.
DEVICE = "DEVICE"


async def jwt_auth_via_device_id(call: Call, services: Services) -> Reply:
    """Log a device in and answer its token."""
    return await services.logins.token_reply(call, await _login(call, services, redirects_on=False))


async def oauth_20_auth_via_device_id(call: Call, services: Services) -> Reply:
    """Log a device in and answer the redirect URI with a code."""
    return await services.logins.reply(call, await _login(call, services, redirects_on=True))


async def _login(call: Call, services: Services, *, redirects_on: bool) -> Grant:
    request = login_request(call, login_type="device", redirects_on=redirects_on)

    def login(tx: Transaction) -> Grant:
        return services.logins.grant(tx, call, _user(tx, call, services), request)

    return await services.store.transaction(login)


def _user(tx: Transaction, call: Call, services: Services) -> User:
    """Return the one user of a device; its first login makes one."""
    project_id = call.project.project_id
    made: list[User] = []

    def make() -> User:
        user = User(user_id=services.randomness.uuid(), project_id=project_id, confirmed=True)
        users.create(tx, user)
        made.append(user)
        return user

    user = user_behind(tx, project_id, DEVICE, call.body["device_id"], make)
    if user in made:
        services.events.registered(tx, call.project, user, login_type="device")
    return user
