"""Renders the modules of the facade from the description and from what the generator wrote of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from login_contract.codegen.python.facade.code import Argument, docstring, indented, module, signature
from login_contract.codegen.python.facade.login import CONNECTION, CONVERTED, Facade
from login_contract.codegen.python.facade.operations import TYPES, Method, class_of
from login_contract.codegen.python.facade.requests import Requests
from login_contract.codegen.python.facade.written import PACKAGE, Endpoint, endpoints
from login_contract.codegen.python.templating import GenerationError
from login_contract.codegen.sdk_reader import read_sdk
from login_contract.description.operation import Operation, operations

_CLIENT = f"from {PACKAGE}.client import Client"
_SERVER = (
    Argument(
        name="token",
        kind="str | None",
        default="None",
        text="a server token that somebody else keeps; or instead",
    ),
    Argument(
        name="client_id", kind="int | str | None", default="None", text="the server OAuth 2.0 client, with"
    ),
    Argument(
        name="client_secret",
        kind="str | None",
        default="None",
        text="its secret: a token is got for it, and the next one before it ends.",
    ),
)


def rendered(document: Mapping[str, Any], package: Path) -> dict[str, str]:
    """Return the modules of the facade by their names, for a package that the generator has written.

    Args:
        document: the bundled description that it was written from.
        package: the folder of the package.

    Raises:
        GenerationError: what was written is not as the facade expects.
        SdkCallError: what the description says of the SDK's calls does not fit its operations.
    """
    found = endpoints(package)
    described = [each for each in operations(document) if not each.is_webhook]
    sdk = read_sdk(document)
    calls = sdk.by_operation if sdk else {}
    others = [each for each in described if each.operation_id not in calls]
    account = [each for each in others if is_account(each)]
    server = [each for each in others if is_server(each)]
    modules = {
        "account_api.py": _account(_methods(package, account, found)),
        "login_server_api.py": _server(_methods(package, server, found), _header(server)),
    }
    if sdk is not None:
        requests = Requests(document=document, sdk=sdk, endpoints=found)
        modules["login_requests.py"] = requests.module()
        modules["login_api.py"] = Facade(requests=requests).module()
    return modules


def is_account(operation: Operation) -> bool:
    """Whether `LoginApi.account` has an operation that is none of the SDK's calls."""
    return operation.user_token and operation.definition.get("x-audience") == "client"


def is_server(operation: Operation) -> bool:
    """Whether `LoginServerApi` has an operation that is none of the SDK's calls."""
    return bool(operation.definition.get("x-audience") == "server")


def _methods(package: Path, chosen: Iterable[Operation], found: Mapping[str, Endpoint]) -> list[Method]:
    return [Method.of(package, found[each.operation_id], each) for each in chosen]


def _account(methods: Sequence[Method]) -> str:
    text = "The calls for who is logged in{}; see `LoginApi.account`."
    start = "def __init__(self, client: Client) -> None:\n    self._client = client"
    return module(
        "The calls for who is logged in, as methods: `LoginApi.account` and `AsyncLoginApi.account`.",
        {_CLIENT, *(line for each in methods for line in each.imports)},
        class_of("AccountApi", docstring(text.format(""), ()), methods, awaited=False, start=start),
        class_of(
            "AsyncAccountApi", docstring(text.format(", awaited"), ()), methods, awaited=True, start=start
        ),
        '__all__ = ["AccountApi", "AsyncAccountApi"]',
    )


def _server(methods: Sequence[Method], header: str) -> str:
    connection = tuple(each for each in CONNECTION if each.name not in ("client_secret", "tokens", "save"))
    given = ", ".join(f"{each.name}={CONVERTED.get(each.name, each.name)}" for each in connection)
    arguments = (*_SERVER, *connection)
    start = "\n".join(
        (
            signature("__init__", (), arguments, "None", awaited=False),
            indented(f"connection = Connection({given})"),
            indented("proof = Proof(token=token, client_id=client_id, client_secret=client_secret)"),
            indented(f"super().__init__(connection, proof, header={header!r})"),
        )
    )
    imports = {
        "from collections.abc import Mapping",
        "from ssl import SSLContext",
        "from typing import Any",
        f"from {PACKAGE}.facade.connection import Connection",
        f"from {PACKAGE}.server import BASE_URL",
        f"from {PACKAGE}.facade.server import AwaitedServer, BlockingServer, Proof",
        f"from {PACKAGE}.retries import Retries",
        TYPES,
        *(line for each in methods for line in each.imports),
    }

    def one(name: str, above: str, *, awaited: bool) -> str:
        text = (
            f"The calls of a partner's server{', awaited' if awaited else ''}.\n\n"
            "Close it, or use it in a `with` block. Calls raise `LoginError` and what is derived of it."
        )
        said = docstring(text, arguments, raises=("ValueError: neither a token is given nor id and secret.",))
        return class_of(f"{name}({above})", said, methods, awaited=awaited, start=start)

    return module(
        "The calls of a partner's server: `LoginServerApi`, and `AsyncLoginServerApi` to be awaited.",
        imports,
        one("LoginServerApi", "BlockingServer", awaited=False),
        one("AsyncLoginServerApi", "AwaitedServer", awaited=True),
        '__all__ = ["AsyncLoginServerApi", "LoginServerApi"]',
    )


def _header(found: Iterable[Operation]) -> str:
    """The header that carries the token of a server."""
    schemes = {scheme for each in found for need in each.security for scheme in need}
    document = next((each.document for each in found), {})
    known = document.get("components", {}).get("securitySchemes", {})
    names = {known[each]["name"] for each in schemes if known[each].get("in") == "header"}
    if len(names) > 1:
        raise GenerationError(f"servers prove themselves by several headers: {sorted(names)}")
    return str(next(iter(names), "Authorization"))


__all__ = ["is_account", "is_server", "rendered"]
