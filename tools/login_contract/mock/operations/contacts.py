"""E-mail address, phone numbers and password of an account."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import login_request
from login_contract.mock.calls.serving import serves
from login_contract.mock.domain import passwords, second_factors
from login_contract.mock.domain.credentials import Credentials
from login_contract.mock.flows.phones import LinkCode
from login_contract.mock.services import Services


@serves("get-user-email")
async def get_user_email(call: Call, services: Services) -> Reply:
    """Tell the address of the account."""
    return Reply.json({"current_email": call.user.user.email})


@serves("get-user-phone-number")
async def get_user_phone_number(call: Call, services: Services) -> Reply:
    """Tell the number that the codes of the second factor go to."""
    return Reply.json({"phone_number": second_factors.number_for_codes(call.user.user)})


@serves("update-user-phone-number")
async def update_user_phone_number(call: Call, services: Services) -> Reply:
    """Set the number that the codes of the second factor go to."""
    await services.phones.set_for_codes(call.user, call.body["phone_number"])
    return Reply.empty()


@serves("delete-user-phone-number")
async def delete_user_phone_number(call: Call, services: Services) -> Reply:
    """Take a number away."""
    await services.phones.remove(call.user, call.path["phoneNumber"])
    return Reply.empty()


@serves("link-phone-number")
async def link_phone_number(call: Call, services: Services) -> Reply:
    """Send a code to a number that is to be linked."""
    operation_id = await services.phones.start_link(call.user, call.body["phone_number"])
    return Reply.json({"operation_id": operation_id})


@serves("confirm-phone-number")
async def confirm_phone_number(call: Call, services: Services) -> Reply:
    """Take the code, and let its number be the one to log in with."""
    given = {name: call.body[name] for name in ("phone_number", "operation_id", "code")}
    await services.phones.link(call.user, LinkCode(**given))
    return Reply.empty()


@serves("add-username-email-auth-to-account")
async def add_username_email_auth_to_account(call: Call, services: Services) -> Reply:
    """Add username, address and password; tell whether a mailed link has to be opened first."""
    wanted = Credentials(
        username=call.body["username"],
        email=call.body["email"],
        password_hash=passwords.hashed(call.body["password"]),
        promo_email_agreement=int(call.body.get("promo_email_agreement", 1)),
    )
    request = login_request(call, login_type="xsolla_login")
    mailed = await services.added_passwords.add(call.user, wanted, request)
    return Reply.json({"email_confirmation_required": mailed})
