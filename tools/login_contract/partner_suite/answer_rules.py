"""What an answer of a partner has to be like, one rule each: every function says what is wrong, or None."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from login_contract.description.message import JSON
from login_contract.description.model import described
from login_contract.partner_suite.deliveries import READ_AT_MOST, RecordedAnswer
from login_contract.suite.judging import body

DOCUMENTED = (200, 201, 204, 400)
LONGEST_SHOWN = 60  # characters of a value


def wrong_status(answer: RecordedAnswer) -> str | None:
    """Only 200, 201, 204 and 400 mean something, and 5xx that the partner has trouble for the moment."""
    status = answer.status or 0
    if status in DOCUMENTED or 300 <= status < 400 or status >= 500:
        return None
    return f"answered with {status}, which says nothing to the Login server"


def redirect(answer: RecordedAnswer) -> str | None:
    """No redirect is followed."""
    if answer.status is None or not 300 <= answer.status < 400:
        return None
    return f"redirected to {answer.headers.get('location', 'nowhere')} with {answer.status}"


def wrong_media_type(answer: RecordedAnswer) -> str | None:
    """An answer that means something is JSON, and says so; 204 has no body."""
    if answer.status == 204:
        return f"answered 204 with a body: {answer.brief}" if answer.content else None
    if answer.status not in DOCUMENTED or (answer.status == 400 and not answer.content):
        return None
    if answer.media_type == JSON:
        return None
    media_type = f"as {answer.media_type}" if answer.media_type else "without a media type"
    return f"answered {answer.status} {media_type}: {_text(answer) or '(empty)'}"


def not_utf8(answer: RecordedAnswer) -> str | None:
    """JSON is written in UTF-8."""
    if answer.status is None or answer.oversized or answer.media_type != JSON:
        return None
    wrong = body.not_utf8(answer.media_type, answer.content)
    return f"answered {answer.status}. {wrong}" if wrong else None


def no_object(answer: RecordedAnswer) -> str | None:
    """The body of 200 and 201 is a JSON object in UTF-8."""
    if answer.status not in (200, 201) or answer.oversized or answer.media_type != JSON:
        return None
    if not_utf8(answer):
        return None
    if answer.json is None:
        return f"answered {answer.status} with {_text(answer) or 'nothing'}, which is no JSON object"
    if not isinstance(answer.json, dict):
        return f"answered {answer.status} with JSON that is no object: {_text(answer)}"
    return None


def oversized(answer: RecordedAnswer) -> str | None:
    """No more than 64 KiB are read."""
    return f"answered with more than {READ_AT_MOST // 1024} KiB" if answer.oversized else None


def too_much_free_json(answer: RecordedAnswer) -> str | None:
    """What stands beside the attributes has up to 1000 characters, written without spaces."""
    rule = described("partner").schema("PartnerAnswer")["x-free-json"]
    free = {key: value for key, value in told(answer).items() if key != rule["without"]}
    length = len(json.dumps(free, ensure_ascii=False, separators=(",", ":")))
    if length <= rule["max-characters"]:
        return None
    return (
        f"answered {length} characters of JSON beside `{rule['without']}` "
        f"(written without spaces; up to {rule['max-characters']} are kept)"
    )


def wrong_attributes(answer: RecordedAnswer, aspect: str) -> Iterator[str]:
    """Yield what is wrong with the attributes in one aspect: `key`, `value`, or `other` for all the rest."""
    attributes = told(answer).get("attributes")
    if "attributes" not in told(answer):
        return
    found_at = set()
    for error in _attributes_validator().iter_errors(attributes):
        path = list(error.instance_path)
        name = path[1] if len(path) > 1 else _missing(error.message)
        # A key that is too long has no good form either: the first that is wrong says it.
        if (*path, name) in found_at:
            continue
        found_at.add((*path, name))
        if (name if name in ("key", "value") else "other") == aspect:
            place = f"attributes{''.join(f'[{part}]' for part in path[:1])}"
            property_name = f".{name}" if isinstance(name, str) else ""
            found = f"{place}{property_name} = {_at(attributes, path)}"
            yield f"answered {found}: {_why(attributes, path, error)}"


def _why(attributes: Any, path: list[Any], error: Any) -> str:
    if path[1:] == ["value"] and isinstance(attributes[path[0]]["value"], (dict, list)):
        return "a value is a text, a number, true, false or null, never an object or a list"
    # The value stands before it already, cut where it is long.
    written = json.dumps(error.instance, ensure_ascii=False)
    why = error.message.removeprefix(written).strip() if len(written) > LONGEST_SHOWN else error.message
    return str(why[:200])


def repeated_keys(answer: RecordedAnswer) -> str | None:
    """No two attributes have the same key."""
    attributes = told(answer).get("attributes")
    if not isinstance(attributes, list):
        return None
    unique_by = described("partner").schema("PartnerAttributes")["x-unique-by"]
    keys = [str(each.get(unique_by)) for each in attributes if isinstance(each, dict)]
    repeated = sorted({key for key in keys if keys.count(key) > 1})
    return f"answered several attributes with the key {', '.join(repeated)}" if repeated else None


def wrong_error(answer: RecordedAnswer) -> str | None:
    """The body of 400, where there is one, is the error object."""
    if answer.status != 400 or not answer.content or answer.media_type != JSON or not_utf8(answer):
        return None
    problem = no_error_object(answer)
    return problem and f"refused with {problem}"


def no_error_object(answer: RecordedAnswer) -> str | None:
    """Say what keeps a body from being the error object, None when it is one."""
    if not answer.content:
        return "no body"
    if not isinstance(answer.json, dict):
        return f"{_text(answer)}, which is no JSON object"
    for error in _validator("PartnerRefusal").iter_errors(answer.json):
        place = ".".join(str(part) for part in error.instance_path)
        return f"{_text(answer)}: {f'{place}: ' if place else ''}{error.message[:200]}"
    return None


def told(answer: RecordedAnswer) -> Mapping[str, Any]:
    """Return what an accepting answer tells about the user: its JSON object, empty when there is none."""
    if answer.status in (200, 201) and isinstance(answer.json, dict):
        found: Mapping[str, Any] = answer.json
        return found
    return {}


def _text(answer: RecordedAnswer) -> str:
    text = answer.text
    return f"{text[:160]}…" if len(text) > 160 else text


def _at(attributes: Any, path: list[Any]) -> str:
    value = attributes
    for part in path:
        value = value[part]
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}… ({len(text)} characters)"


def _missing(message: str) -> str | None:
    """Return the name of the property that a message calls missing."""
    quoted = message.split('"')
    return quoted[1] if "required" in message and len(quoted) > 1 else None


@cache
def _attributes_validator() -> Any:
    return _validator("PartnerAttributes")


@cache
def _validator(name: str) -> Any:
    import jsonschema_rs

    document = described("partner").document
    return jsonschema_rs.Draft202012Validator(
        {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    )
