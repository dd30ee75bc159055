"""Every rule that the description states about a request, broken one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import httpx
import pytest
from attrs import frozen

from login_contract.description.message import FORM, JSON, MULTIPART, carries_bytes
from login_contract.description.model import Description, described
from login_contract.description.operation import Operation
from login_contract.suite.actors.jwt_client import JwtClient, query_of, refusal
from login_contract.suite.generated.good_requests import BODY_KINDS, media_type
from login_contract.suite.judging.refusals import INVALID_VALUE, MISSING_VALUE, UNREADABLE_BODY

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
OF_ANY_RULE = (UNREADABLE_BODY.code, MISSING_VALUE.code, INVALID_VALUE.code)
TELLS_BY_REDIRECT = "oauth2-authorize"
PROJECT = ("projectId", "project_id")


@frozen
class Breach:
    """A value that breaks a rule (None in a query: left out), and the code and status that answer it."""

    location: str
    name: str
    value: Any
    code: str
    status: int = 400

    def within(self, location: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of a part of a request, with the broken one among them."""
        return {**values, self.name: self.value} if location == self.location else dict(values)


@law("A request that breaks one rule of the description is refused with the code of that rule")
@pytest.mark.parametrize("operation_id", described().operations)
def test_every_rule_is_kept(
    make_jwt_client: MakeJwtClient, description: Description, operation_id: str
) -> None:
    jwt_client = make_jwt_client(otc_wait_seconds=0.05)
    operation = description.operations[operation_id]
    body = example_body(operation)
    query = examples(operation, "query")
    path = examples(operation, "path")
    sent_as = BODY_KINDS.get(media_type(operation) or "", "body")
    good: dict[str, Any] = {"query": query, "path": path, "bearer": "x", sent_as: body}
    kept = jwt_client.call(operation_id, **good)
    assert kept.status_code != 400 or refusal(kept)[1] not in OF_ANY_RULE

    for breach in breaches(description, operation, body):
        broken = {
            "query": breach.within("query", query),
            "path": breach.within("path", path),
            "headers": breach.within("header", {}),
            sent_as: without_none(breach, body) if body is not None else None,
        }
        answer = jwt_client.call(operation_id, **{**good, **broken})

        refused = answer.is_client_error or operation_id == TELLS_BY_REDIRECT
        assert refused, f"{breach} was answered {answer.status_code}"
        status, code = told(answer)
        assert status == breach.status, f"{breach} was answered {answer.status_code}"
        assert code == breach.code, breach


@law("Null for every optional property of a body is the same as leaving them out")
@pytest.mark.parametrize(
    "operation_id",
    [name for name, each in described().operations.items() if media_type(each) == JSON],
)
def test_null_says_nothing(
    make_jwt_client: MakeJwtClient, description: Description, operation_id: str
) -> None:
    operation = description.operations[operation_id]
    body = example_body(operation)
    whole = body_schema(description, operation)
    answers = []

    for spare in ("absent", "null"):
        jwt_client = make_jwt_client()
        answer = jwt_client.call(
            operation_id,
            query=examples(operation, "query"),
            path=examples(operation, "path"),
            bearer="x",
            body=without_spare(description, whole, body, null=spare == "null"),
        )
        answers.append((answer.status_code, refusal(answer)[1] if answer.is_client_error else None))

    absent, null = answers
    assert null == absent
    assert null[1] not in OF_ANY_RULE


def without_spare(description: Description, schema: Any, value: Any, *, null: bool) -> Any:
    """Return a value with every optional property in it taken away, or null."""
    schema = description.resolve(schema)
    if not isinstance(value, Mapping):
        return value
    properties = schema.get("properties", {})
    kept = {
        name: without_spare(description, properties[name], value[name], null=null) for name in needed(schema)
    }
    return {**dict.fromkeys(properties), **kept} if null else kept


def needed(schema: Mapping[str, Any]) -> list[str]:
    """Return the properties that an object has to have; where one of several is enough, the first."""
    choices = [each["anyOf"][0] for each in schema.get("allOf", ()) if "anyOf" in each]
    return [name for each in (schema, *choices) for name in each.get("required", ())]


def told(answer: httpx.Response) -> tuple[int, str]:
    """Return the refusal that a redirect tells; once the redirect URI is known, it is told there."""
    if not answer.is_redirect:
        return refusal(answer)
    query = query_of(answer.headers["location"])
    return 400 if query["error"] == "invalid_request" else 302, query["error_code"]


def without_none(breach: Breach, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return a body with the broken property, or without it where its absence breaks the rule."""
    if breach.location == "absent":
        return {name: value for name, value in body.items() if name != breach.name}
    return breach.within("body", body)


def examples(operation: Operation, location: str) -> dict[str, Any]:
    """Return the required parameters of a part but the project, with their documented examples."""
    return {
        parameter.name: parameter.example
        for parameter in operation.parameters
        if parameter.location == location and parameter.required and parameter.name not in PROJECT
    }


def body_schema(description: Description, operation: Operation) -> Mapping[str, Any]:
    (media,) = operation.bodies.values()
    schema: Mapping[str, Any] = description.resolve(media.schema)
    return schema


def example_body(operation: Operation) -> dict[str, Any] | None:
    """Return the first documented example of a body, None where there is no body."""
    return next((dict(media.example) for media in operation.bodies.values()), None)


def breaches(
    description: Description, operation: Operation, body: Mapping[str, Any] | None
) -> Iterator[Breach]:
    """Yield a breach of every rule about the operation's parameters and the properties of its body."""
    for parameter in operation.parameters:
        own, status = parameter.error_code, parameter.error_status
        if parameter.required and parameter.location == "query":
            yield Breach("query", parameter.name, None, own or MISSING_VALUE.code, status)
        for value in texts_against(parameter.schema):
            # An empty segment of a path makes it another path.
            if value or parameter.location != "path":
                yield Breach(parameter.location, parameter.name, value, own or INVALID_VALUE.code, status)
    if body is not None:
        yield from breaches_of_body(description, operation)


def breaches_of_body(description: Description, operation: Operation) -> Iterator[Breach]:
    whole = body_schema(description, operation)
    for name, property_schema in whole.get("properties", {}).items():
        schema = {**description.resolve(property_schema), **property_schema}
        own = schema.get("x-error-code")
        if name in whole.get("required", ()):
            yield Breach("absent", name, None, own or MISSING_VALUE.code)
        for value in against(operation, schema):
            yield Breach("body", name, value, own or INVALID_VALUE.code)


def against(operation: Operation, schema: Mapping[str, Any]) -> Iterator[Any]:
    """Yield what a property of a body may not be; of a file, any bytes are as well-formed as others."""
    if carries_bytes(schema):
        return iter(())
    is_text = media_type(operation) == FORM or (
        media_type(operation) == MULTIPART and schema.get("type") == "string"
    )
    return texts_against(schema) if is_text else values_against(schema)


def values_against(schema: Mapping[str, Any]) -> Iterator[Any]:
    """Yield JSON values that a schema forbids."""
    kinds = set(kinds_of(schema))
    yield [[7]] if "array" in kinds else [7]
    if "null" not in kinds:
        yield None
    if kinds - {"null"} == {"string"}:
        yield 7
        yield from texts_against(schema)
    else:
        yield "No sense!"
    if "minimum" in schema:
        yield schema["minimum"] - 1
    if "maximum" in schema:
        yield schema["maximum"] + 1


def kinds_of(schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield the types that a schema, or an alternative in it, allows."""
    kinds = schema.get("type", ())
    yield from [kinds] if isinstance(kinds, str) else kinds
    for alternative in (*schema.get("oneOf", ()), *schema.get("anyOf", ())):
        yield from kinds_of(described().resolve(alternative))


def texts_against(schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield texts that a schema for strings forbids."""
    if schema.get("minLength", 0) > 0:
        yield "x" * (schema["minLength"] - 1)
    if "maxLength" in schema:
        yield "x" * (schema["maxLength"] + 1)
    if {"enum", "format", "pattern"} & set(schema):
        yield "No sense!"
