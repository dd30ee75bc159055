"""The fields of a body, one row each: a field within another has the path to it as its name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from login_contract.description.message import ORIGIN
from login_contract.site.reference import BADGES
from login_contract.site.table import table

Schema = Mapping[str, Any]
NULL = {"type": "null"}
# A longer one tells nobody anything that its description does not.
LONGEST_PATTERN = 48


@frozen
class Field:
    """A field: its path, its JSON type in words, whether it is always there, and what is said of it."""

    path: str
    kind: str
    required: bool
    told: str


def fields(schema: Any) -> str:
    """Return a table of the fields of a schema, whose references are followed already; empty without any."""
    rows = ([f"`{one.path}`", one.kind, "yes" if one.required else "no", one.told] for one in within(schema))
    return table(["Field", "Type", "Required", "What it is"], rows)


def within(schema: Any, path: str = "") -> Iterator[Field]:
    """Yield the fields of an object, and of the objects in it, each once."""
    for whole in _forms(schema):
        if "items" in whole:
            yield from within(whole["items"], f"{path}[]")
        needed = frozenset(whole.get("required", ()))
        for name, each in whole.get("properties", {}).items():
            here = f"{path}.{name}" if path else name
            yield Field(here, kind(each), name in needed, told(each))
            yield from within(each, here)
        if isinstance(whole.get("additionalProperties"), dict):
            more = whole["additionalProperties"]
            here = f"{path}.*" if path else "*"
            yield Field(here, kind(more), False, told(more) or "Any other name.")
            yield from within(more, here)


def kind(schema: Any) -> str:
    """Return the JSON types of a value in words."""
    words = list(dict.fromkeys(word for form in _forms(schema, nulls=True) for word in _kinds(form)))
    return " or ".join(words) or "any value"


def told(schema: Any) -> str:
    """Return what is said of a value: its description, values, bounds, default and origin."""
    whole = _merged(schema)
    forms = list(_forms(schema))
    found = [
        str(whole.get("description", "")).strip(),
        *dict.fromkeys(_values(each) for each in forms),
        *dict.fromkeys(_bounds(each) for each in forms),
        f"Default: `{_code(whole['default'])}`." if "default" in whole else "",
        f"_(Origin: {BADGES[whole[ORIGIN]]}.)_" if whole.get(ORIGIN) in BADGES else "",
    ]
    return " ".join(filter(None, found))


def _forms(schema: Any, *, nulls: bool = False) -> Iterator[Schema]:
    """Yield what holds whatever a value is, and then what it may be, one after the other."""
    whole = _merged(schema)
    alternatives = [*whole.get("oneOf", ()), *whole.get("anyOf", ())]
    # What only says which fields have to be there is no form of its own.
    forms = [each for each in alternatives if each.get("type") or "oneOf" in each or "anyOf" in each]
    yield {key: value for key, value in whole.items() if key not in ("oneOf", "anyOf")}
    for each in forms:
        if nulls or each != NULL:
            yield from _forms(each, nulls=nulls)


def _merged(schema: Any) -> dict[str, Any]:
    """Return a schema with what its `allOf` adds."""
    if not isinstance(schema, Mapping):
        return {}
    made: dict[str, Any] = {key: value for key, value in schema.items() if key != "allOf"}
    for part in map(_merged, schema.get("allOf", ())):
        properties = {**part.get("properties", {}), **made.get("properties", {})}
        made = {**part, **made} | ({"properties": properties} if properties else {})
    return made


def _kinds(schema: Schema) -> Iterator[str]:
    given = schema.get("type", ())
    for name in [given] if isinstance(given, str) else given:
        if name == "array":
            yield f"list of {kind(schema.get('items'))}"
        else:
            yield f"{name} ({schema['format']})" if name == "string" and "format" in schema else name


def _values(schema: Schema) -> str:
    if "const" in schema:
        return f"Always `{_code(schema['const'])}`."
    values = schema.get("enum", schema.get("items", {}).get("enum", ()))
    return f"One of {', '.join(f'`{_code(one)}`' for one in values)}." if values else ""


def _bounds(schema: Schema) -> str:
    spans = [
        _span(schema, "minLength", "maxLength", "characters"),
        _span(schema, "minItems", "maxItems", "items"),
        _span(schema, "minimum", "maximum", ""),
        f"pattern `{schema['pattern']}`" if len(schema.get("pattern", "x" * 99)) <= LONGEST_PATTERN else "",
    ]
    words = ", ".join(filter(None, spans))
    return f"{words[0].upper()}{words[1:]}." if words else ""


def _span(schema: Schema, least: str, most: str, of: str) -> str:
    low, high = schema.get(least), schema.get(most)
    span = {
        (True, True): f"from {low} to {high}",
        (True, False): f"at least {low}",
        (False, True): f"at most {high}",
    }
    words = span.get((low is not None, high is not None), "")
    return f"{words} {of}".strip() if words else ""


def _code(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
