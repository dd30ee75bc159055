"""The words of a schema: a misspelt keyword or format is no error to JSON Schema, it just says nothing."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any

from login_contract.description.schemas import schemas
from login_contract.document.problem import Fault

_EXTENSION = "x-"
# JSON Schema 2020-12 by its vocabularies, then the base vocabulary of OpenAPI 3.1.
_KEYWORDS = """
    $schema $id $ref $anchor $dynamicRef $dynamicAnchor $vocabulary $comment $defs
    allOf anyOf oneOf not if then else dependentSchemas prefixItems items contains properties
    patternProperties additionalProperties propertyNames unevaluatedItems unevaluatedProperties
    type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength
    pattern maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required
    dependentRequired title description default deprecated readOnly writeOnly examples format
    contentEncoding contentMediaType contentSchema
    discriminator xml externalDocs example
"""
_FORMATS = """
    date-time date time duration email idn-email hostname idn-hostname ipv4 ipv6 uri uri-reference iri
    iri-reference uuid uri-template json-pointer relative-json-pointer regex
    int32 int64 float double password binary
"""
KEYWORDS = frozenset(_KEYWORDS.split())
FORMATS = frozenset(_FORMATS.split())


def vocabulary_faults(document: dict[str, Any]) -> Iterator[Fault]:
    """Keywords and formats that neither JSON Schema 2020-12 nor OpenAPI 3.1 has; `x-` is free."""
    for pointer, schema in schemas(document):
        for keyword in schema:
            if keyword not in KEYWORDS and not keyword.startswith(_EXTENSION):
                yield (*pointer, keyword), f"{keyword} is no keyword of a schema{_meant(keyword, KEYWORDS)}"
        name = schema.get("format")
        if isinstance(name, str) and name not in FORMATS:
            yield (*pointer, "format"), f"{name} is no format{_meant(name, FORMATS)}"


def _meant(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return f" (did you mean {close[0]}?)" if close else ""
