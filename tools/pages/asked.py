"""The page for asked fields: every kind of field, all that can be wrong, and the code of a contact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from login_contract.mock.contract.refusals import WRONG_CODE
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import ask_page
from login_contract.mock.hosted.ask_answers import GENDERS, NO, YES, Input, Kind, Problem
from login_contract.mock.hosted.form import content_security_policy

from .rendered import EMAIL, PROJECT, States, states
from .scene import Scene

RULES = {
    "min_length": 3,
    "max_length": 64,
    "forbidden_characters": "<>&",
    "should_contain": [{"characters": "0123456789", "count": 2}],
}
PROBLEMS: Mapping[str, Sequence[Problem]] = {
    "email": [Problem("invalid_email")],
    "phone": [Problem("invalid_phone"), Problem("taken")],
    "str": [Problem("too_short", 3), Problem("without", characters="<>&")],
    "date": [Problem("too_young")],
    "select": [Problem("unsuitable")],
    "multi_select": [Problem("unsuitable")],
    "yes_no": [Problem("required")],
    "pass": [Problem("required")],
    "consent": [Problem("required")],
}


def scenes() -> Iterator[Scene]:
    """Yields the page in each state that looks different."""
    policy = content_security_policy("https://example.com/")
    yield from states("ask", ask, policy, contained=("fields", "code", "opened"))


def ask(tag: str) -> States:
    """Return the fields, right and wrong, and the page that waits for a code or a link."""
    wrong = [evolve(each, problems=PROBLEMS.get(each.kind, ())) for each in inputs()]
    return {
        "fields": _fields(tag, inputs()),
        "wrong": _fields(tag, wrong),
        "code": _code(tag, sent_again=True, refusal=LoginError(WRONG_CODE)),
        "link": _code(tag, by_link=True),
        "opened": ask_page.opened_page(tag),
    }


def inputs() -> list[Input]:
    """Return a field of each kind, required and optional, with rules and with what was typed."""
    both = (YES, NO)
    return [
        _asked("email", "email", "mia.example.com", required=True),
        _asked("phone_number", "phone", "+120255"),
        _asked("nickname", "str", "M<", required=True, validation=RULES),
        _asked("bday", "date", "2020-04-23", required=True),
        _asked("country-name", "select", "Deutschland", ("Deutschland", "México", "日本")),
        _asked("gender", "select", "", GENDERS),
        _asked("favourite_classes", "multi_select", "Mage", ("Knight", "Mage", "Donaudampfschiff")),
        _asked("own_console", "yes_no", "", both, required=True),
        _asked("pin", "pass", required=True, validation={"min_length": 4}),
        _asked("gdpr_consent", "consent", "", both, required=True),
        _asked("terms_agreement", "consent", YES, both, required=True),
        _asked("promo_email_agreement", "consent", NO, both),
    ]


def _asked(name: str, kind: Kind, value: str = "", choices: Sequence[str] = (), **of_field: Any) -> Input:
    return Input({"name": name, "required": False, **of_field}, kind, choices, value)


def _fields(tag: str, shown: Sequence[Input]) -> str:
    return ask_page.fields_page(ticket="t-1", project_name=PROJECT, inputs=shown, refusal=None, locale=tag)


def _code(tag: str, **given: Any) -> str:
    known: dict[str, Any] = {"ticket": "t-1", "project_name": PROJECT, "recipient": EMAIL, "locale": tag}
    state = {"by_link": False, "sent_again": False, "refusal": None}
    return ask_page.code_page(**{**known, **state, **given})
