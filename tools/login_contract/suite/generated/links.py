"""Links of the description, seen from the operation that they lead to, and what their expressions read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from attrs import frozen

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.generated.fillers.inputs import Inputs

IN_QUERY, IN_PATH, IN_BODY, IN_ANSWER = (
    "$request.query.",
    "$request.path.",
    "$request.body#/",
    "$response.body#/",
)
READS_BACK = "x-reads-back"


@frozen(kw_only=True)
class LinkHere:
    """A link of the description, seen from the operation that it leads to."""

    source: Operation
    status: int
    inputs: Mapping[str, Any]
    reads_back: bool | tuple[str, ...] = False

    @property
    def told(self) -> set[str]:
        """The inputs that the answer of its source tells."""
        return {name for name, value in self.inputs.items() if str(value).startswith(IN_ANSWER)}

    def helps(self, operation: Operation) -> bool:
        """Say whether its source tells something, or else brings about what the operation is about."""
        if self.told:
            return self.told != {"token"}
        alike = (self.source.user_token, self.source.server_token)
        return (
            (operation.user_token or operation.server_token)
            and not self.source.changes_nothing
            and alike == (operation.user_token, operation.server_token)
        )


def links_to(operation: Operation) -> Sequence[LinkHere]:
    """Return the links that lead to an operation, in the order of the description."""
    return _links().get(operation.operation_id, ())


@cache
def _links() -> Mapping[str, Sequence[LinkHere]]:
    """Return all links by the id of the operation that they lead to."""
    found: dict[str, list[LinkHere]] = {}
    for source in described().operations.values():
        for status, response in source.definition["responses"].items():
            for link in described().resolve(response).get("links", {}).values():
                here = LinkHere(
                    source=source,
                    status=int(status),
                    inputs={**link.get("parameters", {}), **link.get("requestBody", {})},
                    reads_back=_reads_back(link.get(READS_BACK, False)),
                )
                found.setdefault(link["operationId"], []).append(here)
    return found


def _reads_back(value: Any) -> bool | tuple[str, ...]:
    return value if isinstance(value, bool) else tuple(value)


def part_of(operation: Operation, inputs: Inputs, name: str) -> dict[str, Any]:
    """Return the part of a request that an input stands in."""
    for parameter in operation.parameters:
        if parameter.name == name:
            return inputs.path_parameters if parameter.location == "path" else inputs.query
    return inputs.body if isinstance(inputs.body, dict) else {}


def told_by(link: LinkHere, asked: Inputs, answer: Any) -> dict[str, Any]:
    """Return what a link says of its inputs, given the request and the answer that it goes out from."""
    parts = ((IN_QUERY, asked.query), (IN_PATH, asked.path_parameters), (IN_BODY, asked.body))
    read = {}
    for name, value in link.inputs.items():
        expression = str(value)
        part, prefix = next(
            ((part, prefix) for prefix, part in parts if expression.startswith(prefix)), (answer, IN_ANSWER)
        )
        read[name] = at(part, expression.removeprefix(prefix)) if expression.startswith("$") else value
    return read


def say(request: Inputs, expression: str, value: Any) -> None:
    """Let a request say a value where a link's expression reads it."""
    for prefix, part in (
        (IN_QUERY, request.query),
        (IN_PATH, request.path_parameters),
        (IN_BODY, request.body),
    ):
        if expression.startswith(prefix):
            *outer, last = expression.removeprefix(prefix).split("/")
            for name in outer:
                part = part.setdefault(name, {})
            part[last] = value


def at(answer: Any, expression: str) -> Any:
    """Return what a link's expression reads from an answer, None where there is nothing."""
    for name in expression.removeprefix(IN_ANSWER).split("/"):
        if isinstance(answer, list) and name.isdecimal():
            answer = answer[int(name)] if int(name) < len(answer) else None
        else:
            answer = answer.get(name) if isinstance(answer, dict) else None
    return answer
