"""What requests and answers consist of: parameters, bodies by media type, and responses."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import field, frozen

from login_contract.description.references import resolve

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
ERROR_CODE = "x-error-code"
ERROR_STATUS = "x-error-status"
ORIGIN = "x-origin"
PUBLISHED_NAME = "x-published-name"
Definition = Mapping[str, Any]


@frozen(kw_only=True)
class Parameter:
    """A parameter of the path, the query, a header or a cookie.

    `error_code` answers a missing or invalid value, where one is described, with `error_status`. Each item of
    an `exploded` list is a parameter of its own; those of another stand between commas.
    """

    name: str
    location: str
    required: bool
    exploded: bool
    schema: Definition = field(repr=False)
    error_code: str | None
    error_status: int
    origin: str | None
    definition: Definition = field(repr=False)

    @classmethod
    def read(cls, document: Definition, node: Any) -> Parameter:
        """Reads a parameter object, or a reference to one."""
        definition = resolve(document, node)
        given = resolve(document, definition.get("schema"))
        # `true` is a schema, too, and some parameters have a media type in its place.
        schema = given if isinstance(given, dict) else {}
        return cls(
            name=definition["name"],
            location=definition["in"],
            required=definition.get("required", False),
            exploded=definition.get("explode", definition["in"] in ("query", "cookie")),
            schema=schema,
            error_code=definition.get(ERROR_CODE, schema.get(ERROR_CODE)),
            error_status=definition.get(ERROR_STATUS, 400),
            origin=definition.get(ORIGIN),
            definition=definition,
        )

    @property
    def published_name(self) -> str:
        """What the reference calls it, where the description has to call it otherwise."""
        return str(self.definition.get(PUBLISHED_NAME, self.name))

    @property
    def example(self) -> Any:
        """Its example, or the first one of its schema; None without any."""
        return self.definition.get("example", next(iter(self.schema.get("examples", ())), None))

    @cached_property
    def default(self) -> Any:
        """What it is when it is left out, None where nothing is said."""
        return self.schema.get("default")

    @cached_property
    def kind(self) -> str:
        """The JSON type that its text is read as."""
        kinds = self.schema.get("type", "string")
        return kinds if isinstance(kinds, str) else next(kind for kind in kinds if kind != "null")

    @cached_property
    def item_kind(self) -> str:
        """The JSON type that the text of each item of a list is read as."""
        kind: str = self.schema.get("items", {}).get("type", "string")
        return kind


@frozen
class MediaType:
    """A body in one media type: its schema, as it stands, and its examples by name.

    With `max_bytes` it is read as it comes and may be so large: a form of parts, or else line by line, each
    of the schema.
    """

    schema: Any
    examples: Mapping[str, Any]
    max_bytes: int | None = None

    @classmethod
    def read(cls, document: Definition, node: Definition) -> MediaType:
        """Reads a media type object."""
        named = {name: resolve(document, each)["value"] for name, each in node.get("examples", {}).items()}
        examples = named | ({"": node["example"]} if "example" in node else {})
        return cls(node.get("schema"), examples, node.get("x-max-bytes"))

    @property
    def example(self) -> Any:
        """The first of its examples, None without any."""
        return next(iter(self.examples.values()), None)


def carries_bytes(schema: Definition) -> bool:
    """Says whether a part of a form is bytes of any kind, rather than text [OpenAPI 3.1]."""
    return "contentMediaType" in schema and "contentEncoding" not in schema


def content(document: Definition, node: Definition) -> dict[str, MediaType]:
    """Reads the media types of a body or a response."""
    return {name: MediaType.read(document, media) for name, media in node.get("content", {}).items()}


@frozen(kw_only=True)
class Response:
    """An answer: its media types and headers, and its error codes with their meanings, where any are listed.

    With `partner_codes` a partner's refusal may be told, whose codes are of the partner's choice. A `flat`
    one tells a refusal without the envelope, as `error_code` and `error_description`.
    """

    content: Mapping[str, MediaType]
    headers: Mapping[str, Definition]
    error_codes: Mapping[str, str] | None
    partner_codes: bool
    origin: str | None
    flat: bool = False

    @classmethod
    def read(cls, document: Definition, node: Any) -> Response:
        """Reads a response object, or a reference to one."""
        definition = resolve(document, node)
        bodies = content(document, definition)
        told = resolve(document, bodies[JSON].schema) if JSON in bodies else None
        return cls(
            content=bodies,
            headers={name: resolve(document, each) for name, each in definition.get("headers", {}).items()},
            error_codes=definition.get("x-error-codes"),
            partner_codes=definition.get("x-partner-codes", False),
            origin=definition.get(ORIGIN),
            flat=isinstance(told, dict) and "error_code" in told.get("properties", {}),
        )

    @cached_property
    def required_headers(self) -> tuple[str, ...]:
        """The headers that are always there, in lower case."""
        return tuple(name.lower() for name, each in self.headers.items() if each.get("required"))
