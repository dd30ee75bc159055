"""Words for what breaks a schema: the rule, what else may have been meant, and never a secret."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

Schema = Mapping[str, Any]
SECRET_WORDS = ("password", "token", "secret", "private_key", "ticket", "verifier")
LONGEST_VALUE = 200
HOST_AND_PORT = re.compile(r"[A-Za-z0-9.-]+:[0-9]{1,5}(?:[/?#].*)?")
# A host with a dot in it, or this machine, and perhaps a path: what people write who leave the scheme out.
HOST = re.compile(r"(?:localhost|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)(?::[0-9]{1,5})?(?:[/?#].*)?")
WEB_ADDRESS = "^https?://"
TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a table",
    "null": "null",
}
LIMITS = {
    "minimum": "is less than {}",
    "maximum": "is more than {}",
    "exclusiveMinimum": "is not more than {}",
    "exclusiveMaximum": "is not less than {}",
}
SIZES = {
    "minLength": "has {} characters, at least {} are needed",
    "maxLength": "has {} characters, at most {} are allowed",
    "minItems": "has {} items, at least {} are needed",
    "maxItems": "has {} items, at most {} are allowed",
}
FORMATS = {"uuid": "UUID", "email": "e-mail address", "uri": "URL"}


def complaint(error: Any, schema: Schema, *, name: str = "", unknown: str = "is unknown") -> tuple[str, str]:
    """Return where in a value a validator's error is, and what to say about it.

    ``name`` is what the whole value is called: with where the error is, it tells whether the value is secret.
    ``unknown`` is said of names that the schema does not have.
    """
    where = dotted(error.instance_path)
    kind = error.kind
    if kind.name == "required":
        return dotted([*error.instance_path, kind.property]), "is missing"
    if kind.name in ("additionalProperties", "unevaluatedProperties"):
        first, *others = kind.unexpected
        verb = "are" if len(others) > 1 else "is"
        also = f" (and so {verb} {', '.join(map(shown, others))})" if others else ""
        known = list(_node(schema, error.schema_path[:-1]).get("properties", {}))
        meant = did_you_mean(first, known) or f" (known: {', '.join(known)})"
        return dotted([*error.instance_path, first]), f"{unknown}{also}{meant}"
    if kind.name == "not" and set(kind.schema) == {"required"}:
        return dotted([*error.instance_path, *kind.schema["required"][:1]]), "is one too many"
    return where, _why(f"{name}.{where}", error)


def _why(where: str, error: Any) -> str:
    kind, value = error.kind, error.instance
    quoted = "it" if is_secret(where) else shown(json.dumps(value, ensure_ascii=False, default=str))
    if kind.name in SIZES:
        return SIZES[kind.name].format(len(value), kind.limit)
    if kind.name in LIMITS:
        return f"{quoted} {LIMITS[kind.name].format(kind.limit)}"
    if kind.name == "enum":
        options = [str(option) if option is not None else "null" for option in kind.options]
        return f"{quoted} is none of {', '.join(options)}{did_you_mean(str(value), options)}"
    if kind.name == "type":
        return _wrong_type(value, kind.types)
    if kind.name == "format":
        hint = _scheme_hint(where, value) if kind.format == "uri" else ""
        return f"{quoted} is no {FORMATS.get(kind.format, kind.format)}{hint}"
    if kind.name == "pattern":
        return f"{quoted} does not match {kind.pattern}{_web_hint(where, value, kind.pattern)}"
    if kind.name == "propertyNames":
        return f"a name in it is wrong: {_why(where, kind.error)}"
    if kind.name in ("oneOf", "anyOf") and not isinstance(value, (Mapping, list)):
        return f"{quoted} is nothing of what is allowed"
    # What else there is quotes the value first, and a whole object may hold a secret.
    hidden = is_secret(where) or error.message[:1] in ("{", "[")
    return "it breaks the documented rule" if hidden else shown(str(error.message))


def is_secret(where: str) -> bool:
    """Say whether a property's name says that its value is secret."""
    return any(word in where for word in SECRET_WORDS)


def shown(text: str) -> str:
    """Return a text whole, unless it is very long."""
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def _wrong_type(value: Any, types: Iterable[str]) -> str:
    wanted = " or ".join(TYPES.get(name, name) for name in sorted(types))
    given = next(name for name, test in _TESTS.items() if test(value))
    return f"must be {wanted}, not {TYPES[given]}"


_TESTS: Mapping[str, Any] = {
    "null": lambda value: value is None,
    "boolean": lambda value: isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)),
    "string": lambda value: isinstance(value, str),
    "object": lambda value: isinstance(value, Mapping),
    "array": lambda value: True,
}


def did_you_mean(name: str, known: Collection[str]) -> str:
    """Return ``; did you mean …?`` with every known name that is close to a given one, else nothing."""
    lower = {candidate.lower(): candidate for candidate in known}
    close = difflib.get_close_matches(name.lower().replace("-", "_"), lower, n=5, cutoff=0.7)
    close = close or difflib.get_close_matches(name.lower(), lower, n=5, cutoff=0.7)
    return f"; did you mean {' or '.join(lower[found] for found in close)}?" if close else ""


def without_scheme(schema: Schema, value: Any, where: str = "") -> tuple[str, str] | None:
    """Find a URL that begins with a host and a port, which would pass for a scheme; say what is wrong."""
    if isinstance(value, Mapping):
        properties: Schema = schema.get("properties", {})
        rest = schema.get("additionalProperties")
        others: Schema = rest if isinstance(rest, Mapping) else {}
        parts = [(properties.get(name, others), item, f"{where}.{name}") for name, item in value.items()]
    elif isinstance(value, Sequence) and not isinstance(value, str):
        parts = [(schema.get("items", {}), item, f"{where}[{number}]") for number, item in enumerate(value)]
    elif isinstance(value, str) and schema.get("format") == "uri" and HOST_AND_PORT.fullmatch(value):
        return where.lstrip("."), f'"{shown(value)}" is no URL{_scheme_hint(where, value)}'
    else:
        return None
    return next((found for part in parts if (found := without_scheme(*part)) is not None), None)


def _web_hint(where: str, value: str, pattern: str) -> str:
    """Say what an address was meant to be that breaks a pattern for addresses of the web."""
    if not pattern.startswith(WEB_ADDRESS) or is_secret(where):
        return ""
    bare = value.rstrip("/")
    if re.search(pattern, bare):
        return f"; did you mean {shown(bare)}?"
    return _scheme_hint(where, bare if pattern.endswith("$") else value)


def _scheme_hint(where: str, value: Any) -> str:
    if not isinstance(value, str) or is_secret(where) or not HOST.fullmatch(value):
        return ""
    scheme = "http" if value.startswith(("localhost", "127.")) else "https"
    return f": it has no scheme; did you mean {scheme}://{shown(value)}?"


def dotted(path: Iterable[str | int]) -> str:
    """Return a path in settings as a person writes it: ``projects[0].users[1].email``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def _node(schema: Schema, path: Iterable[str | int]) -> Schema:
    node: Any = schema
    for part in path:
        node = node[part]
    owner: Schema = node
    return owner
