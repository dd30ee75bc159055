"""Renders `login_api.py`: `LoginApi` and `AsyncLoginApi`, whose methods are the SDK's calls."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from login_contract.codegen.python.facade.code import Argument, docstring, indented, module, signature
from login_contract.codegen.python.facade.names import snake_case
from login_contract.codegen.python.facade.operations import RAISES, TIMEOUT, TYPES
from login_contract.codegen.python.facade.requests import CAPTCHA, Requests
from login_contract.codegen.python.facade.written import PACKAGE
from login_contract.codegen.sdk_calls import SdkCall

_IMPORTS = (
    "from collections.abc import Callable, Mapping, Sequence",
    "from ssl import SSLContext",
    "from typing import Any, Literal",
    "from uuid import UUID",
    f"from {PACKAGE}.account_api import AccountApi, AsyncAccountApi",
    f"from {PACKAGE}.facade.cancel_token import CancelToken",
    f"from {PACKAGE}.facade.confirmation import ConfirmationRequired, Redirect",
    f"from {PACKAGE}.facade.connection import Connection",
    f"from {PACKAGE}.server import BASE_URL",
    f"from {PACKAGE}.tokens import Tokens",
    f"from {PACKAGE}.facade.login import AwaitedLogin, BlockingLogin",
    f"from {PACKAGE}.login_requests import {CAPTCHA}, LoginRequests",
    f"from {PACKAGE}.login_server_api import AsyncLoginServerApi, LoginServerApi",
    f"from {PACKAGE}.retries import Retries",
    TYPES,
)
_EXPORTS = (
    *("AsyncLoginApi", "AsyncLoginServerApi", "CancelToken", CAPTCHA, "ConfirmationRequired", "LoginApi"),
    *("LoginServerApi", "Redirect"),
)
#: What a facade is made with beside the document's parameters: how the API is spoken to.
CONNECTION = (
    Argument(
        name="client_secret",
        kind="str | None",
        default="None",
        text="of a confidential OAuth 2.0 client, which exchanges codes and renews tokens with it.",
    ),
    Argument(
        name="tokens",
        kind="Tokens | None",
        default="None",
        text="of a login that is still good: `account` goes on with it.",
    ),
    Argument(
        name="save",
        kind="Callable[[Tokens], object] | None",
        default="None",
        text="given the tokens of each login that is completed, and the new ones whenever they are renewed.",
    ),
    Argument(name="base_url", kind="str", default="BASE_URL", text="the address of the API."),
    Argument(name="timeout", kind="Timeout", default="5.0", text="the seconds that a call may take."),
    Argument(name="retries", kind="Retries | None", default="None", text="which calls are made once more."),
    Argument(
        name="headers", kind="Mapping[str, str] | None", default="None", text="sent with every request."
    ),
    Argument(
        name="verify_ssl",
        kind="str | bool | SSLContext",
        default="True",
        text="whether the certificate of the server is checked, or by what.",
    ),
    Argument(
        name="httpx_args",
        kind="Mapping[str, Any] | None",
        default="None",
        text="further arguments of the client of httpx, like `transport`.",
    ),
)
#: How `Connection` takes those that it does not take as they are.
CONVERTED = {
    "retries": "Retries() if retries is None else retries",
    "headers": "headers or {}",
    "httpx_args": "httpx_args or {}",
}
_WAIT = Argument(
    name="timeout",
    kind="float | None | Unset",
    default="UNSET",
    text="seconds to wait, 60 where it is left out; None waits for ever.",
)
_WRONG = "ValueError: an argument is wrong, or this object was made without something that the call needs."


@frozen(kw_only=True)
class Facade:
    """Renders the facade, over the requests that are rendered of the same calls."""

    requests: Requests

    def module(self) -> str:
        """The code of the module."""
        imports = {*_IMPORTS}
        for call in self.requests.sdk.calls:
            for each in call.operations.values():
                found = self.requests.endpoints[each.operation_id]
                # Instead of the one model that has the name of a class of the facade.
                imports |= found.source.needed([found.result]) if not call.confirms else set()
        names = ",\n".join(f'    "{each}"' for each in _EXPORTS)
        text = (
            "The calls of the SDK: `LoginApi`, and `AsyncLoginApi` whose calls are awaited.\n\n"
            '    with LoginApi("4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10") as api:\n'
            '        result = api.login(username="demo", password="password123")\n'
            "        api.complete(result.login_url)\n"
            "        print(api.account.get_user_details())\n"
        )
        exports = f"__all__ = [\n{names},\n]"
        return module(text, imports, self._class(awaited=False), self._class(awaited=True), exports)

    def _class(self, *, awaited: bool) -> str:
        name, above = ("AsyncLoginApi", "AwaitedLogin") if awaited else ("LoginApi", "BlockingLogin")
        parts = [indented(self._docstring(awaited=awaited)), indented(self._made(awaited=awaited))]
        parts += [indented(self._method(each, awaited=awaited)) for each in self.requests.sdk.calls]
        return f"class {name}({above}):\n" + "\n\n".join(parts)

    def _parameters(self) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
        given = self.requests.parameters()
        required = tuple(each for each in given if each.default is None)
        return required, (*(each for each in given if each.default is not None), *CONNECTION)

    def _docstring(self, *, awaited: bool) -> str:
        required, others = self._parameters()
        text = (
            f"The calls of the widget SDK{', awaited' if awaited else ''}; "
            "`account` has those for who is logged in.\n\n"
            "Close it, or use it in a `with` block. It may be shared by "
            f"{'the tasks of one event loop' if awaited else 'threads'}. Calls raise `LoginError` and what "
            "is derived of it, of `xsolla_login_client.errors`; wrong arguments are a `ValueError`."
        )
        return docstring(
            text.replace("`with`", "`async with`") if awaited else text,
            (*required, *others),
            raises=("ValueError: a parameter is not what it should be.",),
        )

    def _made(self, *, awaited: bool) -> str:
        required, others = self._parameters()
        own = ", ".join(f"{each.name}={each.name}" for each in self.requests.parameters())
        connection = ", ".join(f"{each.name}={CONVERTED.get(each.name, each.name)}" for each in CONNECTION)
        account = "AsyncAccountApi" if awaited else "AccountApi"
        return "\n".join(
            (
                signature("__init__", required, others, "None", awaited=False),
                indented(f"self._requests = LoginRequests({own})"),
                indented(f"super().__init__(self._requests.own, Connection({connection}))"),
                indented("#: The calls for who is logged in: first comes `complete`, `use` or `tokens`."),
                indented(f"self.account = {account}(self._account)"),
            )
        )

    def _method(self, call: SdkCall, *, awaited: bool) -> str:
        arguments = self.requests.arguments(call)
        positional = arguments if call.shape != "object" else ()
        named = list(() if positional else arguments)
        is_address = call.answer == "address"
        if call.cancelled_by:
            text = "ends the wait from anywhere: the call raises `Cancelled`."
            name = snake_case(call.cancelled_by)
            named.append(Argument(name=name, kind="CancelToken | None", default="None", text=text))
        if not is_address:
            named.append(_WAIT if call.waits_while else TIMEOUT)
        described = (*positional, *named)
        operation = call.description.definition
        text = f"{operation.get('summary', call.name)}\n\n{operation.get('description', '')}"
        return "\n".join(
            (
                signature(
                    snake_case(call.name),
                    positional,
                    named,
                    self._result(call),
                    awaited=awaited and not is_address,
                ),
                indented(docstring(text, described, raises=(_WRONG,) if is_address else (RAISES, _WRONG))),
                *map(indented, self._statements(call, awaited="await " if awaited else "")),
            )
        )

    def _result(self, call: SdkCall) -> str:
        if call.answer == "address":
            return "str"
        return "Redirect | ConfirmationRequired" if call.confirms else self.requests.result(call)

    def _statements(self, call: SdkCall, *, awaited: str) -> Iterator[str]:
        names = [each.name for each in self.requests.arguments(call)]
        request = f"self._requests.{snake_case(call.name)}({', '.join(f'{each}={each}' for each in names)})"
        if call.answer == "address":
            yield f"return self._own.address(self._connection.base_url, {request})"
        elif call.waits_while:
            token = snake_case(call.cancelled_by) if call.cancelled_by else "None"
            yield f"request = {request}"
            yield f"return {awaited}self._wait(request, timeout, code={call.waits_while!r}, token={token})"
        elif call.confirms:
            yield f"return {awaited}self._confirm({request}, timeout, codes={call.confirms!r})"
        elif call.answer == "nothing":
            yield f"{awaited}self._send({request}, timeout)"
        elif call.tells_setting:
            yield f"answer = {awaited}self._send({request}, timeout)"
            yield f"self._own.link_setting = answer.{snake_case(self.requests.sdk.magic_link.setting)}"
            yield "return answer"
        else:
            yield f"return {awaited}self._send({request}, timeout)"


__all__ = ["CONNECTION", "CONVERTED", "Facade"]
