"""Which second factor a login of somebody wants, and where its code goes."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from login_contract.mock.settings.project import Project
from login_contract.mock.store.user_rows import User

EMAIL, SMS = "email", "sms"


@frozen
class SecondFactor:
    """How a code is sent, ``email`` or ``sms``, and to which address or number."""

    mfa_type: str
    recipient: str = field(repr=False)


def wanted(project: Project, user: User) -> SecondFactor | None:
    """Return the second factor that a login of a user wants: their own, or else what everybody has to give.

    Somebody whom nothing can be sent to is asked for none.
    """
    types = list(_own_types(project, user))
    if project["two_factor"] != "none":
        types.append(project["two_factor"])
    return next((found for each in types if (found := of_type(user, each)) is not None), None)


def own(project: Project, user: User) -> SecondFactor | None:
    """Return the second factor that a user has turned on, as far as the project offers any."""
    return next((found for each in _own_types(project, user) if (found := of_type(user, each))), None)


def of_type(user: User, mfa_type: str) -> SecondFactor | None:
    """Return where a code of a type would go, None where the user has no such contact."""
    recipient = {EMAIL: user.email, SMS: number_for_codes(user)}[mfa_type]
    return SecondFactor(mfa_type, recipient) if recipient is not None else None


def offered(project: Project) -> list[str]:
    """Return the types that users may turn on, in the order of their priority."""
    ranked = sorted(project["mfa_types"], key=lambda each: int(each["priority"]))
    return [str(each["mfa_type"]) for each in ranked]


def number_for_codes(user: User) -> str | None:
    """Return the number that gets the codes of the second factor: that for it alone, or else the login's."""
    return user.two_factor_phone or user.phone_number


def needs_number(user: User) -> bool:
    """Say whether a user has turned on a second factor that comes by SMS."""
    return bool(user.mfa.get("enabled")) and user.mfa.get("mfa_type") == SMS


def _own_types(project: Project, user: User) -> Iterator[str]:
    if user.mfa.get("enabled"):
        # The chosen one first; where the project has withdrawn it, the others in its place.
        yield from sorted(offered(project), key=lambda each: each != user.mfa["mfa_type"])
