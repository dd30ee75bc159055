"""What to answer a delivery: that it is accepted, with what the partner tells of the user, or refused."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from xsolla_login_client import documents
from xsolla_login_client.models import PartnerAttribute
from xsolla_login_client.webhooks.errors import AnswerError, Refusal

MAX_FREE_CHARACTERS = 1000
MAX_VALUE_CHARACTERS = 256
MAX_ANSWER_BYTES = 64 * 1024
_KEY = re.compile(r"[A-Za-z0-9_-]{1,256}", re.ASCII)
_ALLOWED: Mapping[str, tuple[object, ...]] = {
    "attr_type": ("client", "server"),
    "permission": ("public", "private", None),
    "read_only": (True, False, "true", "false"),
}


def accept(
    attributes: Iterable[PartnerAttribute | Mapping[str, Any]] = (),
    data: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Build the answer that accepts a delivery; send it as JSON with status 200.

    Args:
        attributes: what to store as attributes of the user, each with `key` and `value` (a text, a number, a
            boolean or null; the Login server keeps it as text), and where wanted
            `attr_type` (`client`, `server`), `permission` (`public`, `private`) and `read_only`.
        data: any other JSON. It becomes the claim `partner_data` of the user's tokens. Written without
            spaces, it may have up to 1000 characters.

    Raises:
        AnswerError: the Login server would refuse the answer.
    """
    answer = _free_json(data or {})
    described = [_attribute(one) for one in attributes]
    twice = next(_repeated(one["key"] for one in described), None)
    if twice is not None:
        raise AnswerError(f"attributes: two have the key {twice}")
    if described:
        answer["attributes"] = described
    # As frameworks write it, which is longer: with spaces, and with escapes for all but ASCII.
    if len(json.dumps(answer)) > MAX_ANSWER_BYTES:
        raise AnswerError(f"the answer is larger than {MAX_ANSWER_BYTES} bytes")
    return answer


def refuse(code: str, description: str) -> dict[str, Any]:
    """Build the answer that refuses a delivery; send it as JSON with status 400.

    Args:
        code: a code of the partner's choice, 1 to 64 characters.
        description: a sentence that a login form can show, 1 to 1000 characters.

    Raises:
        ValueError: one of them is shorter or longer.
    """
    return Refusal(code, description).answer()


def _free_json(data: Mapping[str, Any]) -> dict[str, Any]:
    for name in ("attributes", "error"):
        if name in data:
            raise AnswerError(f"data: {name} has another meaning in an answer")
    try:
        text = documents.compact(dict(data))
    except ValueError as problem:
        raise AnswerError(f"data {problem}") from None
    if data and len(text) > MAX_FREE_CHARACTERS:
        raise AnswerError(f"data: {len(text)} characters, at most {MAX_FREE_CHARACTERS} are kept")
    answer: dict[str, Any] = json.loads(text)
    return answer


def _attribute(given: PartnerAttribute | Mapping[str, Any]) -> dict[str, Any]:
    attribute = given.to_dict() if isinstance(given, PartnerAttribute) else dict(given)
    key = attribute.get("key")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise AnswerError(f"attributes: the key {key!r} is not 1 to 256 letters, digits, _ and -")
    if "value" not in attribute:
        raise AnswerError(f"attributes: {key} has no value")
    _check_value(key, attribute["value"])
    for name in attribute.keys() - {"key", "value"}:
        if name not in _ALLOWED:
            raise AnswerError(f"attributes: {key} has {name!r}, which no attribute has")
        value = attribute[name]
        if not any(value == one and type(value) is type(one) for one in _ALLOWED[name]):
            raise AnswerError(f"attributes: {key} cannot have the {name} {value!r}")
    return attribute


def _check_value(key: str, value: object) -> None:
    if not (value is None or isinstance(value, (str, int, float))):
        raise AnswerError(f"attributes: the value of {key} is no text, number, boolean or null")
    try:
        text = value if isinstance(value, str) else documents.compact(value)
        documents.check(value)
    except ValueError as problem:
        raise AnswerError(f"attributes: the value of {key} {problem}") from None
    if len(text) > MAX_VALUE_CHARACTERS:
        raise AnswerError(f"attributes: the value of {key} has more than {MAX_VALUE_CHARACTERS} characters")


def _repeated(keys: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            yield key
        seen.add(key)
