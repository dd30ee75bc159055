"""Programs that make one call through a facade: `LoginApi`, its `account`, or `LoginServerApi`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from login_contract.codegen.python.facade.names import snake_case
from login_contract.codegen.python.facade.rendering import is_account, is_server
from login_contract.codegen.python.snippets import code, imports, properties, properties_given, returns
from login_contract.codegen.sdk_calls import Sdk, SdkCall
from login_contract.codegen.sdk_given import project_id, sdk_given
from login_contract.codegen.values import ADDRESS, SERVER_CLIENT, USER_TOKEN, Values
from login_contract.description.operation import Operation

LOGIN, SERVER = "LoginApi", "LoginServerApi"
#: Who logs in with the same object has the cookie; without it the call is refused.
COOKIE = "# After a login with the same api, which keeps its cookie."


@frozen
class FacadeSnippet:
    """A program in Python that makes one call through a facade, blocking, for its result."""

    endpoint: Any = field(repr=False)
    operation: Operation
    values: Values
    sdk: Sdk | None = field(repr=False)

    @property
    def facade(self) -> str | None:
        """The class that has the call, None where none has."""
        if self._sdk_call is None and is_server(self.operation):
            return SERVER if self._is_sayable else None
        if self._sdk_call is None and is_account(self.operation):
            return LOGIN if self._is_sayable else None
        return LOGIN if self._sdk_call else None

    def __str__(self) -> str:
        call = self._sdk(self._sdk_call) if self._sdk_call else self._method()
        shown = f"print({call})" if returns(self.operation) else call
        made = self._server() if self.facade == SERVER else self._login()
        lines = [f"from xsolla_login_client import {self.facade}"]
        if "Tokens(" in made:
            lines.append("from xsolla_login_client.tokens import Tokens")
        head = imports(self.endpoint, call, *lines)
        said = [f"    {COOKIE}"] if self.values.cookies else []
        return "\n".join([*head, "", f"with {made} as api:", *said, f"    {shown}"]) + "\n"

    @property
    def _sdk_call(self) -> SdkCall | None:
        return self.sdk.by_operation.get(self.operation.operation_id) if self.sdk else None

    @property
    def _is_sayable(self) -> bool:
        """Whether the arguments of the method have a name for everything in the body."""
        if not isinstance(self.values.body, dict) or not self._spread:
            return True
        return self.values.body.keys() <= {each.name.get_untrusted_value() for each in self._fields}

    @property
    def _fields(self) -> list[Any]:
        return properties(self.endpoint.bodies[0].prop) if self.endpoint.bodies else []

    @property
    def _spread(self) -> bool:
        """Whether the properties of the body are arguments of the method, as `facade.operations` says."""
        parameters = (
            *self.endpoint.path_parameters,
            *self.endpoint.query_parameters,
            *self.endpoint.header_parameters,
        )
        names = {str(each.python_name) for each in self._fields}
        return bool(names) and names.isdisjoint(str(each.python_name) for each in parameters)

    def _method(self) -> str:
        arguments = [*properties_given(self.endpoint.path_parameters, self.values.path, named=False)]
        if self._spread:
            arguments += properties_given(self._fields, self.values.body or {})
        elif self.endpoint.bodies and self.values.body is not None:
            arguments.append(f"body={code(self.endpoint.bodies[0].prop, self.values.body)}")
        arguments += properties_given(self.endpoint.query_parameters, self.values.query)
        arguments += properties_given(self.endpoint.header_parameters, self.values.headers)
        of = "api" if self.facade == SERVER else "api.account"
        return f"{of}.{self.endpoint.name}({', '.join(arguments)})"

    def _sdk(self, call: SdkCall) -> str:
        arguments = [
            _argument(snake_case(each.name), value, named=call.shape == "object")
            for each, value in self._given(call).arguments
        ]
        return f"api.{snake_case(call.name)}({', '.join(arguments)})"

    def _given(self, call: SdkCall) -> Any:
        assert self.sdk is not None
        return sdk_given(self.sdk, call, self.operation, self.values)

    def _login(self) -> str:
        made: Mapping[str, Any] = {"projectId": project_id(self.operation.document)}
        tokens = [f"tokens=Tokens({USER_TOKEN!r})"]
        if self._sdk_call:
            made, tokens = self._given(self._sdk_call).made_with, []
        first, *others = _made(made)
        return f"{LOGIN}({', '.join([first, *others, *tokens, f'base_url={ADDRESS!r}'])})"

    def _server(self) -> str:
        client_id, secret = SERVER_CLIENT
        return f"{SERVER}(client_id={client_id}, client_secret={secret!r}, base_url={ADDRESS!r})"


def _made(values: Mapping[str, Any]) -> Iterator[str]:
    for place, (name, value) in enumerate(values.items()):
        yield _argument(snake_case(name), value, named=place > 0)


def _argument(name: str, value: Any, *, named: bool) -> str:
    return f"{name}={value!r}" if named else repr(value)
