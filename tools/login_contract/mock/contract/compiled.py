"""The description compiled: routes, operations, and one validator per distinct schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import jsonschema_rs
from attrs import field, frozen

from login_contract.mock.contract.description import described, resolved
from login_contract.mock.contract.refusals import INVALID_VALUE, MISSING_VALUE
from login_contract.mock.contract.schema_words import complaint
from login_contract.mock.errors import Refusal

ADMIN_SCHEME = "AdminToken"
USER_SCHEME = "UserToken"
BROWSER_SCHEME = "SsoCookie"
SERVER_SCHEME = "ServerToken"
METHODS = ("get", "put", "post", "delete", "patch")
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


def _nodes_on_the_way(schema: Schema, path: list[str | int]) -> Iterator[Any]:
    node: Any = schema
    yield node
    for part in path:
        node = node[part]
        yield node


def _nearest_error_code(schema: Schema, path: list[str | int]) -> str | None:
    codes = [
        node["x-error-code"]
        for node in _nodes_on_the_way(schema, path)
        if isinstance(node, Mapping) and "x-error-code" in node
    ]
    return codes[-1] if codes else None


def _error_code_of_property(schema: Schema, path: list[str | int], name: str) -> str | None:
    *_, owner, _required = _nodes_on_the_way(schema, path)
    code: str | None = owner.get("properties", {}).get(name, {}).get("x-error-code")
    return code


@frozen
class Parameter:
    """A query, path or header parameter.

    Each item of an ``exploded`` list is a parameter of its own; those of another stand between commas.
    """

    name: str
    location: str
    required: bool
    kind: str
    checker: Checker
    exploded: bool = True
    error_code: str | None = None
    default: Any = None


@frozen
class DocumentedResponse:
    """What one status of an operation may carry."""

    media_types: Mapping[str, Checker | None]
    error_codes: Mapping[str, str] | None
    required_headers: tuple[str, ...]
    partner_codes: bool = False


@frozen
class Operation:
    """One operation of the description, ready to judge requests and answers."""

    operation_id: str
    method: str
    path: str
    tag: str
    parameters: tuple[Parameter, ...]
    body: Mapping[str, Checker] | None
    body_required: bool
    answers: Mapping[str, DocumentedResponse]
    bearer: bool
    cookie: bool
    server: bool
    control: bool
    protocol: str | None

    def answer(self, status: int) -> DocumentedResponse | None:
        """Return what is described for a status, or None when it is not documented."""
        return self.answers.get(str(status)) or self.answers.get("default")


@frozen
class Webhook:
    """One call that this server makes, and how it may be answered; answers by status, ``5XX`` among them."""

    name: str
    body: Checker
    answers: Mapping[str, DocumentedResponse]

    def answer(self, status: int) -> DocumentedResponse | None:
        """Return what is described for a status, or None when it is not documented."""
        return self.answers.get(str(status)) or self.answers.get(f"{status // 100}XX")


@frozen
class Route:
    """A path and its operations by method."""

    pattern: re.Pattern[str] | None
    operations: dict[str, Operation] = field(factory=dict)


class Contract:
    """Every operation of a bundled description, found by method and path."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._checkers: dict[str, Checker] = {}
        self._fixed: dict[str, Route] = {}
        self._templated: dict[str, Route] = {}
        self.operations: dict[str, Operation] = {}
        self.webhooks = {
            name: self._webhook(name, item["post"]) for name, item in document.get("webhooks", {}).items()
        }
        self.request_headers: set[str] = {"authorization", "content-type"}
        for path, item in document["paths"].items():
            for method in METHODS:
                if method in item:
                    self._add(path, method, item)

    def find(self, path: str) -> tuple[Route, dict[str, str]] | None:
        """Return the route of a request path and the path parameters in it, or None."""
        route = self._fixed.get(path)
        if route is not None:
            return route, {}
        for route in self._templated.values():
            match = route.pattern.fullmatch(path) if route.pattern else None
            if match:
                return route, match.groupdict()
        return None

    def _add(self, path: str, method: str, item: Mapping[str, Any]) -> None:
        raw = item[method]
        servers = raw.get("servers") or item.get("servers") or self._document["servers"]
        whole = urlsplit(servers[0]["url"]).path.rstrip("/") + path
        described = {
            (parameter["name"], parameter["in"]): parameter
            for parameter in map(self._resolve, [*item.get("parameters", ()), *raw.get("parameters", ())])
        }
        content = self._resolve(raw["requestBody"]) if "requestBody" in raw else None
        schemes = [set(need) for need in raw.get("security", self._document.get("security", []))]
        operation = Operation(
            operation_id=raw["operationId"],
            method=method.upper(),
            path=whole,
            tag=raw["tags"][0],
            parameters=tuple(self._parameter(parameter) for parameter in described.values()),
            body={name: self._checker(media["schema"]) for name, media in content["content"].items()}
            if content
            else None,
            body_required=bool(content and content.get("required", False)),
            answers={
                status: self._answer(self._resolve(answer)) for status, answer in raw["responses"].items()
            },
            bearer=bool(schemes) and all(USER_SCHEME in names for names in schemes),
            cookie=bool(schemes) and all(BROWSER_SCHEME in names for names in schemes),
            server=bool(schemes) and all(SERVER_SCHEME in names for names in schemes),
            protocol=raw.get("x-protocol"),
            control=any(ADMIN_SCHEME in names for names in schemes),
        )
        self.request_headers |= {p.name.lower() for p in operation.parameters if p.location == "header"}
        self.operations[operation.operation_id] = operation
        routes = self._templated if "{" in whole else self._fixed
        if whole not in routes:
            routes[whole] = Route(_pattern(whole) if "{" in whole else None)
        routes[whole].operations[operation.method] = operation

    def _webhook(self, name: str, raw: Mapping[str, Any]) -> Webhook:
        (media,) = self._resolve(raw["requestBody"])["content"].values()
        answers = {status: self._answer(self._resolve(answer)) for status, answer in raw["responses"].items()}
        return Webhook(name, self._checker(media["schema"]), answers)

    def _resolve(self, node: Any) -> Any:
        return resolved(node, self._document)

    def _checker(self, schema: Schema) -> Checker:
        schema = self._resolve(schema)
        key = json.dumps(schema, sort_keys=True)
        if key not in self._checkers:
            self._checkers[key] = Checker(schema)
        return self._checkers[key]

    def _parameter(self, raw: Mapping[str, Any]) -> Parameter:
        checker = self._checker(raw["schema"])
        kinds = checker.schema.get("type", "string")
        return Parameter(
            name=raw["name"],
            location=raw["in"],
            required=raw.get("required", False),
            kind=kinds if isinstance(kinds, str) else next(kind for kind in kinds if kind != "null"),
            checker=checker,
            exploded=raw.get("explode", raw["in"] == "query"),
            error_code=raw.get("x-error-code"),
            default=checker.schema.get("default"),
        )

    def _answer(self, raw: Mapping[str, Any]) -> DocumentedResponse:
        return DocumentedResponse(
            media_types={
                name: self._checker(media["schema"]) if "json" in name and "schema" in media else None
                for name, media in raw.get("content", {}).items()
            },
            error_codes=raw.get("x-error-codes"),
            partner_codes=raw.get("x-partner-codes", False),
            required_headers=tuple(
                name.lower() for name, header in raw.get("headers", {}).items() if header.get("required")
            ),
        )


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"\{([^}]+)\}", path)
    return re.compile(
        "".join(
            re.escape(part) if number % 2 == 0 else f"(?P<{part}>[^/]+)" for number, part in enumerate(parts)
        )
    )


@lru_cache(maxsize=1)
def compiled() -> Contract:
    """Return the contract of the description that the mock serves, compiled once per process."""
    return Contract(described())
