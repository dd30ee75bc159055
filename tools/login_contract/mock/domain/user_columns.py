"""Users as lines of values: what each column means, read for an import and written for an export."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from login_contract.mock import moments
from login_contract.mock.contract.compiled import Checker
from login_contract.mock.domain.key_map import CUSTOM_ID, is_date
from login_contract.mock.domain.told_properties import GENDERS, properties
from login_contract.mock.settings.project import Project
from login_contract.mock.store.many_users import STEAM, Newcomer
from login_contract.mock.store.user_rows import Ban, User

OF_STEAM = f"provider|{STEAM}"
IMPORTED_BAN = "The user was imported with a ban."
# One of them has to be known of a user.
NAMING = ("email", "username", "phone_number", "server_custom_id", OF_STEAM)
FIELDS = {"birth_date": "birthday", "gender": "gender", "full_name": "name"}
FIELDS |= {name: name for name in ("last_name", "first_name")}
LONGEST = 255
LONGEST_ADDRESS = 2048
YEAR_TEN_THOUSAND = 253_402_300_800
_EMAIL = Checker({"type": "string", "format": "email", "maxLength": LONGEST})
_ADDRESS = Checker({"type": "string", "format": "uri", "maxLength": LONGEST_ADDRESS})
_BCRYPT = re.compile(r"\$2[aby]\$(?:0[4-9]|1[0-2])\$[./A-Za-z0-9]{53}")
# ITU-T E.123: a plus sign, and groups of digits with spaces between them.
_NUMBER = re.compile(r"\+[0-9]+(?: [0-9]+)*")
_DIGITS = re.compile(r"\+[0-9]{5,25}")
_SPELLED = {"true": True, "1": True, "false": False, "0": False}


class Unfit(ValueError):
    """A line is no user; the message says why, without its values."""


def _email(text: str) -> str:
    if not _EMAIL.accepts(text):
        raise Unfit("no e-mail address")
    return text


def _yes_or_no(text: str) -> bool:
    if text.lower() not in _SPELLED:
        raise Unfit("neither true nor false")
    return _SPELLED[text.lower()]


def _user_id(text: str) -> str:
    try:
        is_uuid = str(UUID(text)) == text.lower()
    except ValueError:
        is_uuid = False
    if not is_uuid:
        raise Unfit("no UUID")
    return text.lower()


def _short(text: str) -> str:
    if len(text) > LONGEST:
        raise Unfit(f"longer than {LONGEST} characters")
    return text


def _birth_date(text: str) -> str:
    if not is_date(text):
        raise Unfit("no day YYYY-MM-DD")
    return text


def _gender(text: str) -> str:
    if text not in GENDERS:
        raise Unfit(f"none of {', '.join(sorted(GENDERS))}")
    return text


def _picture(text: str) -> str:
    if not text.startswith(("http://", "https://")) or not _ADDRESS.accepts(text):
        raise Unfit("no address of a picture")
    return text


def _password_hash(text: str) -> str:
    if not _BCRYPT.fullmatch(text):
        raise Unfit("no bcrypt hash of cost 4 to 12")
    return text


def _phone_number(text: str) -> str:
    digits = text.replace(" ", "")
    if not _NUMBER.fullmatch(text) or not _DIGITS.fullmatch(digits):
        raise Unfit("no phone number in the international notation of E.123")
    return digits


def _custom_id(text: str) -> str:
    if not CUSTOM_ID.fullmatch(text):
        raise Unfit("no id of 1 to 255 letters, digits, dots, hyphens and underscores")
    return text


def _moment(text: str) -> float:
    try:
        moment = datetime.fromisoformat(text)
        seconds = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        raise Unfit("no time by ISO 8601") from None
    if seconds < 0:
        raise Unfit("before 1970")
    # In another time zone it may be a year that UTC cannot tell, and nothing could show the user.
    if seconds >= YEAR_TEN_THOUSAND:
        raise Unfit("after the year 9999")
    return seconds


# In the order in which an export writes them.
COLUMNS: Mapping[str, Callable[[str], Any]] = {
    "email": _email,
    "email_verified": _yes_or_no,
    "user_id": _user_id,
    "is_active": _yes_or_no,
    "is_banned": _yes_or_no,
    "username": _short,
    "birth_date": _birth_date,
    "gender": _gender,
    "full_name": _short,
    "last_name": _short,
    "first_name": _short,
    "nickname": _short,
    "picture": _picture,
    "password_hash": _password_hash,
    "phone_number": _phone_number,
    "server_custom_id": _custom_id,
    "last_login_date": _moment,
    OF_STEAM: _short,
}


def read(project: Project, mapping: Mapping[str, int], values: Sequence[str], user_id: str) -> Newcomer:
    """Return the user of a line; ``user_id`` is the id of one whose line names none.

    Raises:
        Unfit: a value is wrong or missing, or nothing names the user.
    """
    told = {name: _value(name, mapping[name], values) for name in COLUMNS if name in mapping}
    known = {name: value for name, value in told.items() if value is not None}
    if known.keys().isdisjoint(NAMING):
        raise Unfit(f"it has none of {', '.join(NAMING)}")
    user = User(
        user_id=known.get("user_id", user_id),
        project_id=project.project_id,
        username=known.get("username"),
        email=known.get("email"),
        phone_number=known.get("phone_number"),
        password_hash=known.get("password_hash"),
        confirmed=known.get("email_verified", True) and known.get("is_active", True),
        ban=Ban(reason=IMPORTED_BAN, begins=0) if known.get("is_banned") else None,
        nickname=known.get("nickname"),
        picture=known.get("picture"),
        fields={field: known[name] for name, field in FIELDS.items() if name in known},
        last_login=known.get("last_login_date"),
    )
    accounts = {STEAM: known[OF_STEAM]} if OF_STEAM in known else {}
    return Newcomer(user, known.get("server_custom_id"), accounts)


def _value(name: str, place: int, values: Sequence[str]) -> Any:
    if place >= len(values):
        raise Unfit(f"it has no value {place}, which is the {name}")
    if not values[place]:
        return None
    try:
        return COLUMNS[name](values[place])
    except Unfit as problem:
        raise Unfit(f"the {name} is {problem}") from None


def write(newcomer: Newcomer, picture: str | None) -> list[str]:
    """Return the values of a user in the order of the columns; ``picture`` is its address.

    A password hash is a secret and stays here.
    """
    user, properties_of_user = newcomer.user, properties(newcomer.user.fields)
    told: dict[str, Any] = {
        **{
            name: getattr(user, name) for name in ("email", "user_id", "username", "nickname", "phone_number")
        },
        **{name: properties_of_user[field] for name, field in FIELDS.items()},
        "email_verified": _spelled(user.confirmed) if user.email is not None else None,
        "is_active": _spelled(user.confirmed),
        "is_banned": _spelled(user.banned),
        "picture": picture,
        "server_custom_id": newcomer.server_custom_id,
        "last_login_date": moments.whole(user.last_login) if user.last_login is not None else None,
        OF_STEAM: newcomer.accounts.get(STEAM),
    }
    return [str(told.get(name) or "") for name in COLUMNS]


def _spelled(value: bool) -> str:
    return "true" if value else "false"
