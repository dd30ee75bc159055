"""Renders the routes of the SDK's calls: where a request goes, and what of the initialisation it carries."""

from __future__ import annotations

from login_contract.codegen.python.facade.names import snake_case
from login_contract.codegen.python.facade.written import Endpoint
from login_contract.codegen.sdk_calls import SdkCall
from login_contract.codegen.sdk_reader import body_of
from login_contract.description.operation import Operation


def constant(endpoint: Endpoint) -> str:
    """The name of the route of an operation."""
    return f"_{endpoint.module.upper()}"


def route(call: SdkCall, operation: Operation, endpoint: Endpoint) -> str:
    """The line that makes the route of an operation."""
    query: list[str] = []
    body: list[str] = []
    fixed: dict[str, object] = {}
    needed: dict[str, str] = {}
    required = {each.name for each in operation.parameters if each.required}
    required.update(body_of(operation).get("required", ()))
    for each in call.sent(operation):
        name, parameter, is_body = each.place.name, each.parameter, each.place.location == "body"
        if parameter.const is not None and (is_body or parameter.protocol == operation.protocol):
            # A body has it among its own properties.
            fixed.update({} if is_body else {name: parameter.const})
            continue
        (body if is_body else query).append(name)
        if name in required:
            needed[name] = snake_case(parameter.name)
    options = {
        "operation": f"{endpoint.module}.OPERATION",
        "parse": f"{endpoint.module}._parse_response",
        "method": repr(operation.method.lower()),
        "path": repr(_positional(operation.path)),
        "query": repr(tuple(query)),
        "body": repr(tuple(body)),
        "fixed": repr(fixed),
        "needed": repr(needed),
    }
    given = ", ".join(f"{name}={code}" for name, code in options.items() if code not in ("()", "{}"))
    return f"{constant(endpoint)}: Route[{endpoint.result}] = Route({given})"


def _positional(path: str) -> str:
    return "/".join("{}" if part.startswith("{") else part for part in path.split("/"))


__all__ = ["constant", "route"]
