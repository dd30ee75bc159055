"""The description compiled: routes, and for each schema a validator, made when it is first needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import quote, unquote

import jsonschema_rs
from attrs import field, frozen

from login_contract.description.message import ERROR_CODE, Parameter, Response
from login_contract.description.model import Description, described
from login_contract.description.operation import Operation
from login_contract.mock.contract.refusals import INVALID_TOKEN, INVALID_VALUE, MISSING_VALUE
from login_contract.mock.contract.schema_words import complaint
from login_contract.mock.errors import Refusal

ADMIN_SCHEME = "AdminToken"
BROWSER_SCHEME = "SsoCookie"
HTML = "text/html"
Schema = Mapping[str, Any]


class Checker:
    """One schema and its compiled validator."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._validator = jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True)
        self.accepts = self._validator.is_valid

    def problem(self, value: Any, *, name: str = "") -> Violation | None:
        """Return the first thing wrong with a value, which is called ``name``, or None."""
        for error in self._validator.iter_errors(value):
            code = _nearest_error_code(self.schema, error.schema_path)
            kind: Any = error.kind
            missing = kind.name == "required"
            where, message = complaint(error, self.schema, name=name)
            if missing:
                code = _error_code_of_property(self.schema, error.schema_path, kind.property) or code
            elif kind.name == "anyOf":
                missing = all(_lacks_something(alternative) for alternative in kind.context)
            return Violation(where=where, missing=missing, message=message, error_code=code)
        return None


@frozen
class Violation:
    """Why a value breaks its schema: where, and the ``x-error-code`` that answers it, if one is described."""

    where: str
    missing: bool
    message: str
    error_code: str | None

    @property
    def refusal(self) -> Refusal:
        """How it is refused: with the described code, else as missing or invalid [doc]."""
        otherwise = MISSING_VALUE if self.missing else INVALID_VALUE
        return otherwise if self.error_code is None else Refusal(400, self.error_code)


def _lacks_something(errors: Iterable[Any]) -> bool:
    return any(error.kind.name == "required" for error in errors)


def _nodes_on_the_way(schema: Schema, path: list[str | int]) -> Iterator[Any]:
    node: Any = schema
    yield node
    for part in path:
        node = node[part]
        yield node


def _nearest_error_code(schema: Schema, path: list[str | int]) -> str | None:
    codes = [
        node[ERROR_CODE]
        for node in _nodes_on_the_way(schema, path)
        if isinstance(node, Mapping) and ERROR_CODE in node
    ]
    return codes[-1] if codes else None


def _error_code_of_property(schema: Schema, path: list[str | int], name: str) -> str | None:
    *_, owner, _required = _nodes_on_the_way(schema, path)
    code: str | None = owner.get("properties", {}).get(name, {}).get(ERROR_CODE)
    return code


class Checkers:
    """The validators of a description's schemas."""

    def __init__(self, description: Description) -> None:
        self._description = description
        self._made: dict[int, Checker] = {}

    def of(self, schema: Any) -> Checker:
        """Return the validator of a schema that stands in the description, or is referred to there."""
        refers = schema.keys() == {"$ref"}
        # The description holds every schema for as long as this lives: no other gets its id meanwhile.
        key = id(self._description.resolve(schema) if refers else schema)
        if key not in self._made:
            self._made[key] = Checker(self._description.inlined(schema))
        return self._made[key]


@frozen(eq=False)
class CompiledOperation:
    """One operation or webhook with the validators of what its requests and answers carry."""

    described: Operation
    _checkers: Checkers
    _of_answers: dict[tuple[int, str], Checker] = field(factory=dict)

    @cached_property
    def operation_id(self) -> str:
        """The operationId."""
        return self.described.operation_id

    @cached_property
    def control(self) -> bool:
        """Whether it belongs to the control interface."""
        return any(ADMIN_SCHEME in names for names in self.described.security)

    @cached_property
    def bearer(self) -> bool:
        """Whether it needs a user's token."""
        return self.described.user_token

    @cached_property
    def cookie(self) -> bool:
        """Whether it needs the cookie of single sign-on."""
        return self.described.needs(BROWSER_SCHEME)

    @cached_property
    def server(self) -> bool:
        """Whether it needs the token of a partner's server."""
        return self.described.server_token

    @cached_property
    def token_refusal(self) -> Refusal:
        """How a token that is no good for it is refused."""
        return Refusal(*(self.described.token_refusal or INVALID_TOKEN))

    @cached_property
    def parameters(self) -> tuple[tuple[Parameter, Checker], ...]:
        """Its parameters, each with the validator of its values."""
        return tuple(
            (each, self._checkers.of(each.definition["schema"])) for each in self.described.parameters
        )

    @cached_property
    def bodies(self) -> Mapping[str, Checker]:
        """The validators of its bodies by their media types."""
        return {name: self._checkers.of(media.schema) for name, media in self.described.bodies.items()}

    @cached_property
    def for_browsers(self) -> bool:
        """Whether browsers open it: it can answer a page or a redirect."""
        answers = self.described.responses.items()
        return any(
            status[0] == "3" or (status[0] == "2" and HTML in each.content) for status, each in answers
        )

    @property
    def body_required(self) -> bool:
        """Whether a request without a body is refused."""
        return self.described.body_required

    def response(self, status: int) -> Response | None:
        """Return what is described for a status, or None when it is not documented."""
        return self.described.response(status)

    def answer(self, status: int, media_type: str) -> Checker:
        """Return the validator of what a documented answer carries.

        Raises:
            LookupError: nothing of this media type is described.
        """
        key = status, media_type
        if key not in self._of_answers:
            response = self.response(status)
            if response is None:
                raise LookupError(f"{self.operation_id} has no answer {status}")
            self._of_answers[key] = self._checkers.of(response.content[media_type].schema)
        return self._of_answers[key]


@frozen(eq=False)
class Route:
    """A path from the root of the server, and its operations by method."""

    path: str
    operations: dict[str, CompiledOperation] = field(factory=dict)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What a request's path has to match, and the parameters in it."""
        parts = re.split(r"\{([^}]+)\}", self.path)
        return re.compile(
            "".join(
                re.escape(part) if number % 2 == 0 else f"(?P<{part}>[^/]+)"
                for number, part in enumerate(parts)
            )
        )


class Contract:
    """Every operation of a description, found by method and path, and its webhooks by name."""

    def __init__(self, description: Description) -> None:
        checkers = Checkers(description)
        self.description = description
        self.operations = {
            name: CompiledOperation(each, checkers) for name, each in description.operations.items()
        }
        self.webhooks = {
            name: CompiledOperation(each, checkers) for name, each in description.webhooks.items()
        }
        self._fixed: dict[str, Route] = {}
        self._templated: dict[str, Route] = {}
        for operation in self.operations.values():
            path = operation.described.address
            routes = self._templated if "{" in path else self._fixed
            routes.setdefault(path, Route(path)).operations[operation.described.method] = operation

    def find(self, path: str) -> tuple[Route, dict[str, str]] | None:
        """Return the route of a request path and the path parameters in it, or None.

        ``path`` is percent-encoded as it was sent: an encoded slash belongs to a parameter.
        """
        path = "/".join(quote(unquote(part), safe="") for part in path.split("/"))
        route = self._fixed.get(path)
        if route is not None:
            return route, {}
        for route in self._templated.values():
            match = route.pattern.fullmatch(path)
            if match:
                return route, {name: unquote(value) for name, value in match.groupdict().items()}
        return None


@lru_cache(maxsize=1)
def compiled() -> Contract:
    """Return the contract of the description that the mock serves."""
    return Contract(described("mock"))
