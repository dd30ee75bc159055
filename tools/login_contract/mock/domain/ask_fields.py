"""The fields that a project asks of its users after login."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

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


def _given(user: User, name: str) -> bool:
    if name == "email":
        return user.email is not None
    if name == "phone_number":
        return user.phone_number is not None
    return name in user.fields


def accepts(field: AskField, value: str) -> bool:
    """Judge a value by the ``validation`` rules of its field; lengths count Unicode code points."""
    rules: Mapping[str, Any] = field.get("validation") or {}
    if not rules.get("min_length", 0) <= len(value) <= rules.get("max_length", len(value)):
        return False
    if not all(re.search(expression, value) for expression in rules.get("regexps") or ()):
        return False
    allowed, forbidden = rules.get("allowed_characters"), rules.get("forbidden_characters")
    if allowed and not set(value) <= set(allowed):
        return False
    if forbidden and set(value) & set(forbidden):
        return False
    return all(
        sum(value.count(character) for character in set(rule["characters"])) >= rule["count"]
        for rule in rules.get("should_contain") or ()
    )
