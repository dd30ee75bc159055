"""`account-api.ts` and `login-server-api.ts`: calls about the account, and those of a server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from login_contract.codegen.sdk_reader import CALL
from login_contract.codegen.typescript.text import camel, comment, literal
from login_contract.description.operation import Operation, operations
from login_contract.errors import Failure

_ACCOUNT = """/** What a user does with the account. */
import type { LoginClient } from "./client.js";
import type { Answer, CallArguments } from "./operation.js";

/** The calls that are made with the token of a user. */
export class AccountApi {
  readonly #client: LoginClient;

  constructor(client: LoginClient) {
    this.#client = client;
  }
"""
_SERVER = """/** What the server of a game or a shop does. */
import type { Answer } from "./operation.js";
import { ServerCalls, type ServerArguments } from "./server-calls.js";

/** The calls that are made with the token of a server, which it gets and renews by itself. */
export class LoginServerApi extends ServerCalls {
"""


def account_api(document: Mapping[str, Any]) -> str:
    """Return the module with the class `AccountApi`."""
    calls = [each for each in _calls(document) if is_account(each)]
    methods = "\n".join(_method(each, "CallArguments", "this.#client.call") for each in _apart(calls))
    return f"{_ACCOUNT}\n{methods}}}\n"


def server_api(document: Mapping[str, Any]) -> str:
    """Return the module with the class `LoginServerApi`."""
    calls = [each for each in _calls(document) if is_server(each)]
    methods = "\n".join(_method(each, "ServerArguments", "this.make") for each in _apart(calls))
    return f"{_SERVER}{methods}}}\n"


def is_account(operation: Operation) -> bool:
    """Whether `AccountApi` has an operation."""
    return operation.user_token and CALL not in operation.definition


def is_server(operation: Operation) -> bool:
    """Whether `LoginServerApi` has an operation."""
    return operation.server_token


def _calls(document: Mapping[str, Any]) -> Iterator[Operation]:
    return (each for each in operations(document) if not each.is_webhook)


def _apart(calls: Iterable[Operation]) -> Iterator[Operation]:
    """The same, none of which is called like another.

    Raises:
        Failure: two are.
    """
    names: set[str] = set()
    for each in calls:
        name = camel(each.operation_id)
        if name in names:
            raise Failure(f"{each.operation_id}: another operation is called {name} too")
        names.add(name)
        yield each


def _method(operation: Operation, arguments: str, make: str) -> str:
    definition = operation.definition
    about = comment(f"{definition.get('summary', '')}.", definition.get("description", ""), indent="  ")
    key = literal(operation.operation_id)
    return (
        f"{about}  {camel(operation.operation_id)}(...init: {arguments}<{key}>): Promise<Answer<{key}>> {{\n"
        f"    return {make}({key}, ...init);\n  }}\n"
    )
