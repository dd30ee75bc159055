"""Every rule that the description states about a request, broken one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from attrs import frozen

from login_contract.suite.description import Description, Operation, described
from login_contract.suite.player import Player, refusal

law = pytest.mark.law
MakePlayer = Callable[..., Player]
MISSING, INVALID = "002-028", "002-027"


@frozen
class Breach:
    """A value that breaks a rule (None in a query: left out), and the code that answers it."""

    location: str
    name: str
    value: Any
    code: str

    def within(self, location: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of a part of a request, with the broken one among them."""
        return {**values, self.name: self.value} if location == self.location else dict(values)


@law("A request that breaks one rule of the description is refused with the code of that rule")
@pytest.mark.parametrize("operation_id", described().operations)
def test_every_rule_is_kept(make_player: MakePlayer, description: Description, operation_id: str) -> None:
    player = make_player(otc_wait_seconds=0.05)
    operation = description.operations[operation_id]
    body = example_body(description, operation)
    query = example_query(description, operation)
    assert player.call(operation_id, query=query, body=body, bearer="x").status_code != 400

    for breach in breaches(description, operation, body):
        answer = player.call(
            operation_id,
            query=breach.within("query", query),
            path=breach.within("path", {}),
            headers=breach.within("header", {}),
            body=without_none(breach, body) if body is not None else None,
            bearer="x",
        )

        assert answer.status_code == 400, f"{breach} was answered {answer.status_code}"
        assert refusal(answer)[1] == breach.code, breach


def without_none(breach: Breach, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return a body with the broken property, or without it where its absence breaks the rule."""
    if breach.location == "absent":
        return {name: value for name, value in body.items() if name != breach.name}
    return breach.within("body", body)


def example_query(description: Description, operation: Operation) -> dict[str, Any]:
    """Return the required query parameters but ``projectId``, with their documented examples."""
    return {
        parameter["name"]: parameter["example"]
        for parameter in description.parameters(operation)
        if parameter["in"] == "query" and parameter.get("required") and parameter["name"] != "projectId"
    }


def example_body(description: Description, operation: Operation) -> dict[str, Any] | None:
    """Return the first documented example of a body, None where there is no body."""
    if "requestBody" not in operation.definition:
        return None
    media = description.resolve(operation.definition["requestBody"])["content"]["application/json"]
    examples = iter(media["examples"].values())
    return dict(description.resolve(next(examples))["value"])


def breaches(
    description: Description, operation: Operation, body: Mapping[str, Any] | None
) -> Iterator[Breach]:
    """Yield a breach of every rule about the operation's parameters and the properties of its body."""
    for parameter in description.parameters(operation):
        schema = description.resolve(parameter["schema"])
        own = parameter.get("x-error-code") or schema.get("x-error-code")
        if parameter.get("required") and parameter["in"] == "query":
            yield Breach("query", parameter["name"], None, own or MISSING)
        for value in texts_against(schema):
            # An empty segment of a path makes it another path.
            if value or parameter["in"] != "path":
                yield Breach(parameter["in"], parameter["name"], value, own or INVALID)
    if body is not None:
        yield from breaches_of_body(description, operation)


def breaches_of_body(description: Description, operation: Operation) -> Iterator[Breach]:
    media = description.resolve(operation.definition["requestBody"])["content"]["application/json"]
    whole = description.resolve(media["schema"])
    for name, property_schema in whole["properties"].items():
        schema = {**description.resolve(property_schema), **property_schema}
        own = schema.get("x-error-code")
        if name in whole.get("required", ()):
            yield Breach("absent", name, None, own or MISSING)
        for value in values_against(schema):
            yield Breach("body", name, value, own or INVALID)


def values_against(schema: Mapping[str, Any]) -> Iterator[Any]:
    """Yield JSON values that a schema forbids."""
    yield from ([7], None)
    if schema["type"] == "string":
        yield 7
        yield from texts_against(schema)
    else:
        yield "nonsense"
    if "minimum" in schema:
        yield schema["minimum"] - 1
    if "maximum" in schema:
        yield schema["maximum"] + 1


def texts_against(schema: Mapping[str, Any]) -> Iterator[str]:
    """Yield texts that a schema for strings forbids."""
    if schema.get("minLength", 0) > 0:
        yield "x" * (schema["minLength"] - 1)
    if "maxLength" in schema:
        yield "x" * (schema["maxLength"] + 1)
    if {"enum", "format", "pattern"} & set(schema):
        yield "nonsense"
