"""Pages for asked fields, with a field of each kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import ask_page
from login_contract.mock.hosted.ask_answers import NO, YES, Input, Kind, Problem

BROKEN = (Problem("required"), Problem("too_short", 3), Problem("only", characters="abc"))


def asked(name: str, kind: Kind, value: str = "", **of_input: Any) -> Input:
    """Return a field as the page shows it; a field of its description is one of ``of_input``."""
    choices: Sequence[str] = of_input.pop("choices", (YES, NO) if kind in ("consent", "yes_no") else ())
    problems: Sequence[Problem] = of_input.pop("problems", ())
    return Input({"name": name, "required": True, **of_input}, kind, choices, value, problems)


def inputs(text: str = "typed", problems: Sequence[Problem] = (), name: str = "") -> list[Input]:
    """Return a field of each kind, named after its kind, with a text typed in and offered."""
    rules = {"min_length": 2, "forbidden_characters": "<>", "allowed_characters": text or "abc"}
    kinds: Mapping[Kind, Mapping[str, Any]] = {
        "email": {},
        "phone": {"required": False},
        "str": {"validation": rules},
        "date": {},
        "select": {"choices": [text, "other"]},
        "multi_select": {"choices": [text, "other"], "required": False},
        "yes_no": {},
        "pass": {},
        "consent": {},
    }
    return [
        asked(f"{name}{kind}", kind, text, problems=problems, **of_input) for kind, of_input in kinds.items()
    ]


def fields_html(
    shown: Sequence[Input],
    *,
    text: str = "Demo Game",
    refusal: LoginError | None = None,
    locale: str = "en",
) -> str:
    """Return the page with fields."""
    return ask_page.fields_page(ticket="t-1", project_name=text, inputs=shown, refusal=refusal, locale=locale)


def code_html(*, text: str = "Demo Game", refusal: LoginError | None = None, **given: Any) -> str:
    """Return the page that waits for a code."""
    known = {"recipient": text, "by_link": False, "sent_again": True, "locale": "en", **given}
    return ask_page.code_page(ticket="t-1", project_name=text, refusal=refusal, **known)
