"""E-mail address, phone numbers and password of an account."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services


@serves("get-user-email")
async def get_user_email(call: Call, services: Services) -> Reply:
    """Tell the address of the account."""
    return Reply.json({"current_email": call.user.user.email})
