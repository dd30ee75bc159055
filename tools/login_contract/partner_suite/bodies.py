"""Bodies of deliveries, made from their schemas: about a user, as long or as short as they may be."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from login_contract.description.message import JSON, MediaType
from login_contract.description.model import described
from login_contract.partner_suite.people import Person

Body = dict[str, Any]
Write = Callable[[str, Mapping[str, Any]], Any]

# What programs get wrong: accents, other scripts, right to left, marks that combine, planes beyond the first.
UNICODE = (
    "Zoë Ångström",
    "Łukasz Żółć",
    "Дмитрий",
    "Ελένη",
    "山田太郎",
    "김민준",
    "สมชาย",
    "محمد علي",
    "e\u0301a\u0308\u200d\u00a0",
    "🎮👩‍🚀🇺🇦",
    "𝒳𝓈𝑜𝓁𝓁𝒶",
    "\u2028\u2029\ufeff\ufffd",
    "ﬃ ß İ ı",
    "\x7f\x80\x9f\t\n\r",
)
EXTRA = {
    "x_text": "more",
    "x_number": 1.5,
    "x_flag": True,
    "x_nothing": None,
    "x_list": [1, {"a": []}],
    "x_object": {"nested": {"deeper": "still"}},
}
# Texts whose content means something, so that not every text can stand there.
BOUND = ("token", "picture")


def plain(name: str, person: Person) -> Body:
    """Return the usual delivery about somebody: everything that is known of them."""
    return _made(body_schema(name), _known(person))


def smallest(name: str, person: Person) -> list[Body]:
    """Return the deliveries without whatever may be left out: one for each way to name the user."""
    schema, known = body_schema(name), person.values()
    needed = schema.get("required", [])
    return [
        _made({**schema, "required": [*needed, *named]}, _known(person), only_required=True)
        for named in alternatives(schema)
        if known.keys() >= set(named)
    ]


def alternatives(schema: Mapping[str, Any]) -> list[list[str]]:
    """Return the names of which a body has to have one, each as a list; one empty list is no rule."""
    rules = [part["anyOf"] for part in schema.get("allOf", ()) if "anyOf" in part]
    return [list(choice["required"]) for rule in rules for choice in rule] or [[]]


def can_be_about(name: str, person: Person) -> bool:
    """Say whether enough is known of somebody for a delivery about them."""
    schema, known = body_schema(name), set(person.values())
    needed = set(schema.get("required", ()))
    return any(needed | set(named) <= known for named in alternatives(schema))


def forms(name: str, usual: Body) -> dict[str, Body]:
    """Return the usual delivery in the form of each documented sample, by the sample's name.

    A form that tells more of the user than is known is left out.
    """
    return {
        key: _formed(sample, usual)
        for key, sample in samples(name).items()
        if usual.keys() >= sample.keys() & {"username", "email", "password"}
    }


def longest(name: str, person: Person) -> Body:
    """Return a delivery whose texts are as long as they may be."""
    return _made(body_schema(name), lambda key, schema: _stretched(key, schema, _value(person, key, schema)))


def shortest(name: str, person: Person) -> Body:
    """Return a delivery whose texts are as short as they may be."""
    return _made(body_schema(name), lambda key, schema: _shrunk(key, schema, _value(person, key, schema)))


def with_text(name: str, person: Person, text: str) -> Body:
    """Return a delivery with ``text`` in every property that may hold any text."""

    def write(key: str, schema: Mapping[str, Any]) -> Any:
        value = _value(person, key, schema)
        # The beginning keeps people apart.
        return f"{value[: schema.get('maxLength', 100) - 40]} {text}" if _is_free(key, schema) else value

    return _made(body_schema(name), write)


def has_free_text(name: str) -> bool:
    """Say whether a delivery has a property that may hold any text."""
    found: list[str] = []

    def write(key: str, schema: Mapping[str, Any]) -> str:
        found.extend([key] if _is_free(key, schema) else [])
        return ""

    _made(body_schema(name), write)
    return bool(found)


def with_extras(body: Body) -> Body:
    """Return a delivery with properties that no description knows, in every object of it."""
    return {
        **{key: with_extras(value) if isinstance(value, dict) else value for key, value in body.items()},
        **EXTRA,
    }


def reversed_order(body: Body) -> Body:
    """Return a delivery whose properties stand in the opposite order."""
    return {
        key: reversed_order(value) if isinstance(value, dict) else value
        for key, value in reversed(list(body.items()))
    }


def encoded(body: Any) -> bytes:
    """Write a body as JSON without spaces, in UTF-8."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _spaced(body: Body) -> bytes:
    return json.dumps(body, indent="\t").replace("\n", "\r\n").encode()


def _escaped(value: Any) -> str:
    if isinstance(value, dict):
        members = (f"{_escaped(key)}:{_escaped(item)}" for key, item in value.items())
        return "{" + ",".join(members) + "}"
    if isinstance(value, str):
        raw = value.encode("utf-16-be")
        units = (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2))
        return '"' + "".join(f"\\u{unit:04x}" for unit in units) + '"'
    return json.dumps(value)


# Other ways to write the same JSON.
SPELLINGS: Mapping[str, Callable[[Body], bytes]] = {
    "every character escaped": lambda body: _escaped(body).encode(),
    "slashes escaped": lambda body: encoded(body).replace(b"/", b"\\/"),
    "spaces and line ends between all tokens": _spaced,
    "nothing but ASCII": lambda body: json.dumps(body).encode(),
}


def body_schema(name: str) -> Mapping[str, Any]:
    """Return the JSON Schema of a webhook's body, the references inside not followed."""
    schema: Mapping[str, Any] = described("partner").resolve(_body(name).schema)
    return schema


def samples(name: str) -> Mapping[str, Any]:
    """Return the documented samples of a webhook's body by their names."""
    return _body(name).examples


def _body(name: str) -> MediaType:
    return described("partner").by_label[f"POST /{name}"].bodies[JSON]


def _made(schema: Mapping[str, Any], write: Write, *, only_required: bool = False) -> Body:
    resolve = described("partner").resolve
    needed = schema.get("required", [])
    body: Body = {}
    for key, given in schema.get("properties", {}).items():
        definition = resolve(given)
        if only_required and key not in needed:
            continue
        if definition.get("type") == "object":
            body[key] = _made(definition, write, only_required=only_required)
            continue
        value = write(key, definition)
        if value is not None or key in needed:
            body[key] = value
    return body


def _formed(sample: Body, usual: Body) -> Body:
    """Put what is known of somebody into the place of what stands in a sample."""
    body: Body = {}
    for key, value in sample.items():
        if isinstance(value, dict):
            body[key] = _formed(value, usual.get(key, {}))
        elif key == "username" and value == sample.get("email"):
            body[key] = usual["email"]
        else:
            body[key] = usual.get(key, value)
    return body


def _known(person: Person) -> Write:
    """Write what is known of somebody; of what is not, only the examples that every delivery needs."""
    values = person.values()

    def write(key: str, schema: Mapping[str, Any]) -> Any:
        if key in values:
            return values[key]
        return schema["examples"][0] if key in BOUND[:1] else None

    return write


def _value(person: Person, key: str, schema: Mapping[str, Any]) -> str:
    return str(person.values().get(key) or schema["examples"][0])


def _is_free(key: str, schema: Mapping[str, Any]) -> bool:
    unbound = "pattern" not in schema and schema.get("format") in (None, "password")
    return schema.get("type") == "string" and unbound and key not in BOUND


def _stretched(key: str, schema: Mapping[str, Any], value: str) -> str:
    limit: int = schema.get("maxLength", len(value))
    if key == "phone_number":
        return value.ljust(16, "0")
    if schema.get("format") == "email":
        local, _, _ = value.partition("@")
        return f"{local.ljust(64, 'x')}@{_long_domain(limit - 65)}"
    return value.ljust(limit, "x")


def _long_domain(length: int) -> str:
    """Return a domain of so many characters, none of whose labels is longer than 63."""
    ending = ".example.com"
    labels, left = [], length - len(ending)
    while left > 0:
        labels.append("a" * min(63, left))
        left -= len(labels[-1]) + 1
    return (".".join(labels) + ending)[-length:]


def _shrunk(key: str, schema: Mapping[str, Any], value: str) -> str:
    if key == "phone_number":
        return value[:8]
    if schema.get("format") == "email":
        return f"{value.partition('@')[0][-1:]}@b.co"
    if key in BOUND:
        return value
    # The end of a made-up value is what keeps people apart.
    return value[len(value) - schema.get("minLength", 0) :]
