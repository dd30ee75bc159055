"""What a user's fields say of the properties of their profile, whoever told it and in whichever spelling."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from login_contract.mock.domain.key_map import is_date

GENDERS = frozenset({"f", "m", "other", "prefer not to answer"})
# A change of the profile, a partner or a network writes the first spelling; forms and SDKs the others.
SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "name": ("name",),
    "first_name": ("first_name", "given_name", "given-name"),
    "last_name": ("last_name", "family_name", "family-name"),
    "birthday": ("birthday", "bday"),
    "gender": ("gender",),
    "country": ("country", "country_name", "country-name"),
}
FITS: Mapping[str, Callable[[str], bool]] = {"birthday": is_date, "gender": GENDERS.__contains__}


def properties(fields: Mapping[str, Any]) -> dict[str, str | None]:
    """Return the properties that fields tell; None for what they do not, or not as the property wants it."""
    return {name: _told(name, fields) for name in SPELLINGS}


def _told(name: str, fields: Mapping[str, Any]) -> str | None:
    fits = FITS.get(name)
    for spelling in SPELLINGS[name]:
        value = fields.get(spelling)
        if isinstance(value, str) and (fits is None or fits(value)):
            return value
    return None
