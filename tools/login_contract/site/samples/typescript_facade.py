"""A call with a facade of the TypeScript client: `LoginApi`, its `account`, or `LoginServerApi`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.codegen.sdk_calls import Sdk, SdkCall
from login_contract.codegen.sdk_given import project_id, sdk_given
from login_contract.codegen.typescript.call_groups import is_account, is_server
from login_contract.codegen.typescript.text import camel
from login_contract.codegen.values import ADDRESS, SERVER_CLIENT, USER_TOKEN, Values
from login_contract.description.operation import Operation
from login_contract.site.samples.typescript import init, written


def program(operation: Operation, sdk: Sdk | None) -> tuple[str, str] | None:
    """Return the class of a facade that has a call, and a program that makes it; None where none has."""
    call = sdk.by_operation.get(operation.operation_id) if sdk else None
    if sdk and call:
        return "LoginApi", _sdk(operation, sdk, call)
    if is_server(operation):
        return "LoginServerApi", _server(operation)
    return ("LoginApi", _account(operation)) if is_account(operation) else None


def _sdk(operation: Operation, sdk: Sdk, call: SdkCall) -> str:
    found = sdk_given(sdk, call, operation, Values.shown(operation))
    named: Any = {each.name: value for each, value in found.arguments}
    given = [{call.within: named} if call.within else named] if named else []
    if call.shape == "positions":
        given = [value for _, value in found.arguments]
    made = {**found.made_with, "baseUrl": ADDRESS}
    return written(["LoginApi"], "api", made, f"api.{call.name}(", given, operation)


def _account(operation: Operation) -> str:
    made = {
        "projectId": project_id(operation.document),
        "tokens": {"accessToken": USER_TOKEN},
        "baseUrl": ADDRESS,
    }
    return _method(operation, ["LoginApi"], made, "api.account")


def _server(operation: Operation) -> str:
    client_id, secret = SERVER_CLIENT
    made = {
        "projectId": project_id(operation.document),
        "clientId": client_id,
        "clientSecret": secret,
        "baseUrl": ADDRESS,
    }
    return _method(operation, ["LoginServerApi"], made, "api")


def _method(operation: Operation, names: list[str], made: Mapping[str, Any], of: str) -> str:
    values = Values.shown(operation)
    given = init(operation, values)
    path = {name: value for name, value in values.path.items() if name != "project_id"}
    if names == ["LoginServerApi"]:
        given = {**({"path": path} if path else {}), **{k: v for k, v in given.items() if k != "path"}}
    return written(
        names, "api", made, f"{of}.{camel(operation.operation_id)}(", [given] if given else [], operation
    )
