"""The fields that a project asks of its users after login."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from login_contract.mock import expressions
from login_contract.mock.settings.project import Project
from login_contract.mock.store.user_rows import User

AskField = Mapping[str, Any]
CHANNELS = {"email": "email", "phone_number": "phone"}


EMAIL: AskField = {
    "name": "email",
    "type": "email",
    "required": True,
    "step": 0,
    "confirmation_type": "code",
}


def outstanding(project: Project, user: User, *, asks_email: bool = False) -> list[AskField]:
    """Return the fields that the user has not given yet, in ``step`` order [seed].

    ``asks_email`` adds the address that a social login with the scope ``email`` wants.
    """
    asked: list[AskField] = project["ask_fields"]
    if asks_email and all(field["name"] != "email" for field in asked):
        asked = [EMAIL, *asked]
    return sorted(
        (field for field in asked if not _given(user, field["name"])), key=lambda field: field["step"]
    )


def needs_answers(missing: Iterable[AskField]) -> bool:
    """Say whether a login is incomplete while these fields are missing."""
    return any(field["required"] for field in missing)


def _given(user: User, name: str) -> bool:
    if name == "email":
        return user.email is not None
    if name == "phone_number":
        return user.phone_number is not None
    return name in user.fields


def accepts(field: AskField, value: str) -> bool:
    """Judge a value by the ``validation`` rules of its field; lengths count Unicode code points."""
    return all(rule.keeps(value) for rule in rules(field))


@frozen
class Rule:
    """One rule for a value, under the name of the text that tells it, which ``n`` and ``characters`` fill."""

    name: str
    keeps: Callable[[str], bool]
    n: int = 0
    characters: str = ""


def rules(field: AskField) -> list[Rule]:
    """Return the rules that the ``validation`` of a field has."""
    given: Mapping[str, Any] = field.get("validation") or {}
    return [*_of_length(given), *_of_characters(given), *map(_expression, given.get("regexps") or ())]


def _of_length(given: Mapping[str, Any]) -> Iterator[Rule]:
    shortest: int = given.get("min_length", 0)
    if shortest:
        yield Rule("too_short", lambda value: len(value) >= shortest, shortest)
    longest: int | None = given.get("max_length")
    if longest is not None:
        yield Rule("too_long", lambda value: len(value) <= longest, longest)


def _of_characters(given: Mapping[str, Any]) -> Iterator[Rule]:
    if allowed := given.get("allowed_characters"):
        yield Rule("only", lambda value: set(value) <= set(allowed), characters=allowed)
    if forbidden := given.get("forbidden_characters"):
        yield Rule("without", lambda value: not set(value) & set(forbidden), characters=forbidden)
    yield from (_count(wanted) for wanted in given.get("should_contain") or () if wanted["count"])


def _count(wanted: Mapping[str, Any]) -> Rule:
    characters: str = wanted["characters"]
    count: int = wanted["count"]

    def keeps(value: str) -> bool:
        return sum(value.count(character) for character in set(characters)) >= count

    return Rule("at_least", keeps, count, characters)


def _expression(expression: str) -> Rule:
    return Rule("unsuitable", lambda value: expressions.matches(expression, value))
