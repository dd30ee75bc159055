"""Which second factor a login of somebody wants, and where its code goes."""

from __future__ import annotations

from login_contract.mock.store.users import User

EMAIL, SMS = "email", "sms"


def number_for_codes(user: User) -> str | None:
    """Return the number that gets the codes of the second factor: that for it alone, or else the login's."""
    return user.two_factor_phone or user.phone_number


def needs_number(user: User) -> bool:
    """Say whether a user has turned on a second factor that comes by SMS."""
    return bool(user.mfa.get("enabled")) and user.mfa.get("mfa_type") == SMS
