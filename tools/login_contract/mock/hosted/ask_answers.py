"""What the form for asked fields brings back: the answers, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from attrs import frozen

from login_contract.description.message import JSON
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.domain import ask_fields
from login_contract.mock.domain.ages import is_old_enough
from login_contract.mock.domain.ask_fields import AskField
from login_contract.mock.domain.key_map import is_date
from login_contract.mock.domain.told_properties import SPELLINGS
from login_contract.mock.settings.project import Project

Kind = Literal["email", "str", "pass", "date", "select", "consent", "yes_no", "phone", "multi_select"]
PROPERTIES = {spelling: name for name, spellings in SPELLINGS.items() for spelling in spellings}
GENDERS = ("f", "m", "other", "prefer not to answer")
YES, NO = "true", "false"
CONSENTS = ("consent", "agreement")
LONGEST = 4096  # As the ask calls take it.


@frozen
class Problem:
    """Why an answer is refused: the name of a text, which ``n`` and ``characters`` fill."""

    name: str
    n: int = 0
    characters: str = ""


@frozen
class Input:
    """A field as the form shows it: ``value`` stands in it, ``choices`` is what it offers."""

    asked: AskField
    kind: Kind
    choices: Sequence[str]
    value: str
    problems: Sequence[Problem] = ()

    @property
    def name(self) -> str:
        """The name of the field; its texts and what browsers fill in go by :attr:`meaning`."""
        return str(self.asked["name"])

    @property
    def meaning(self) -> str:
        """The property of a profile that the field is about, or its name."""
        return PROPERTIES.get(self.name, self.name)

    @property
    def required(self) -> bool:
        """Whether there has to be an answer."""
        return bool(self.asked["required"])


def fresh(project: Project, asked: AskField) -> Input:
    """Return a field that nobody has filled in: with its ``default_value``."""
    kind, choices = _kind(project, asked)
    return Input(asked, kind, choices, "" if kind == "pass" else _default(asked.get("default_value")))


def filled(project: Project, asked: AskField, body: Mapping[str, str], now: float) -> Input:
    """Return a field with what the form brought, and what is wrong with that; ``now`` is in unix seconds."""
    kind, choices = _kind(project, asked)
    value = _value(asked, kind, choices, body)
    return Input(asked, kind, choices, value, tuple(_problems(project, asked, kind, choices, value, now)))


def answers(inputs: Sequence[Input]) -> dict[str, str]:
    """Return what is answered, by the names of the fields."""
    return {each.name: each.value for each in inputs if each.value}


def _kind(project: Project, asked: AskField) -> tuple[Kind, Sequence[str]]:
    """Return what kind of field the form has; without choices to offer, a selection is a text."""
    kind, name = str(asked["type"]), str(asked["name"])
    if kind == "bool":
        return ("consent" if name.endswith(CONSENTS) else "yes_no"), (YES, NO)
    if kind == "str" and PROPERTIES.get(name) == "birthday":
        return "date", ()
    if kind not in ("select", "multi-select"):
        return kind, ()  # type: ignore[return-value]
    choices = project["ask_choices"].get(name) or (GENDERS if name == "gender" else ())
    if not choices:
        return "str", ()
    return ("select" if kind == "select" else "multi_select"), choices


def _default(value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list):
        return ",".join(map(str, value))
    return "" if value is None or isinstance(value, dict) else str(value)


def _value(asked: AskField, kind: Kind, choices: Sequence[str], body: Mapping[str, str]) -> str:
    name = asked["name"]
    if kind == "multi_select":
        parts = (body.get(f"choice.{number}.{name}") for number in range(len(choices)))
        return ",".join(part for part in parts if part)
    value = body.get(f"field.{name}", "")
    if kind == "phone":
        return re.sub(r"[\s().\-]", "", value)
    if kind == "consent" and not value and not asked["required"]:
        return NO
    if kind in ("pass", "str", "select"):
        return value if value.strip() else ""
    return value.strip()


def _problems(
    project: Project, asked: AskField, kind: Kind, choices: Sequence[str], value: str, now: float
) -> Iterator[Problem]:
    if not value:
        if asked["required"]:
            yield Problem("required")
        return
    if asked["required"] and kind == "consent" and value == NO:
        yield Problem("required")
    if (kind == "email" or asked["name"] == "email") and not _described("email", value):
        yield Problem("invalid_email")
    if (kind == "phone" or asked["name"] == "phone_number") and not _described("phone_number", value):
        yield Problem("invalid_phone")
    if len(value) > LONGEST:
        yield Problem("too_long", LONGEST)
    if choices and not set(value.split(",") if kind == "multi_select" else [value]) <= set(choices):
        yield Problem("unsuitable")
    if kind == "date":
        yield from _problems_of_day(project, asked, value, now)
    for rule in ask_fields.rules(asked):
        if not rule.keeps(value):
            yield Problem(rule.name, rule.n, rule.characters)


def _problems_of_day(project: Project, asked: AskField, value: str, now: float) -> Iterator[Problem]:
    if not is_date(value):
        yield Problem("invalid_date")
        return
    is_birthday = PROPERTIES.get(asked["name"]) == "birthday"
    if is_birthday and not is_old_enough(project, date.fromisoformat(value), now):
        yield Problem("too_young")


def _described(name: str, value: str) -> bool:
    """Say whether the ask call takes a value under a name that its description knows."""
    judge = compiled().operations["update-token"].bodies[JSON]
    return judge.accepts({"token": "-", "updatedFields": {name: value}})
