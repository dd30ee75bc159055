"""Programs that make one call: what the reference shows, and what tests run with values of their own.

A snippet is made of what the generator knows of an endpoint, so that it names arguments, models and types as
the client does, and of values as they stand in JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from login_contract.codegen.values import SERVER_TOKEN, USER_TOKEN, Values
from login_contract.description.operation import SERVER_TOKENS, Operation

SERVER_HEADER = "X-SERVER-AUTHORIZATION"
_LIBRARIES = {
    "UUID": "from uuid import UUID",
    "date": "from datetime import date",
    "BytesIO": "from io import BytesIO",
}


@frozen
class Snippet:
    """A program in Python that makes one call of an endpoint, blocking, for its result."""

    endpoint: Any = field(repr=False)
    tag: str
    operation: Operation
    values: Values
    base_url: str

    def __str__(self) -> str:
        call = self._call()
        return "\n".join([*self._imports(call), "", self._client(), call]) + "\n"

    @property
    def returns(self) -> bool:
        """Whether there is a result to show."""
        kinds = {"body", "location"}
        return any(status[0] in "23" and self._kind(status) in kinds for status in self.operation.responses)

    def _kind(self, status: str) -> str:
        content = self.operation.responses[status].content.values()
        return (
            "location" if status[0] == "3" else "body" if any(each.schema for each in content) else "nothing"
        )

    def _imports(self, call: str) -> Iterator[str]:
        libraries = [
            line for name, line in sorted(_LIBRARIES.items()) if f"{name}(" in call or f"{name}." in call
        ]
        yield from (*libraries, "") if libraries else ()
        yield f"from xsolla_login_client import {self._class}"
        yield f"from xsolla_login_client.api.{self.tag} import {self.endpoint.name}"
        models = sorted({each for each in self._models() if f"{each}(" in call or f"{each}." in call})
        if models:
            yield f"from xsolla_login_client.models import {', '.join(models)}"
        if "File(" in call:
            yield "from xsolla_login_client.types import File"

    def _models(self) -> Iterator[str]:
        for body in self.endpoint.bodies:
            yield from _classes(body.prop)

    @property
    def _class(self) -> str:
        return "AuthenticatedClient" if self.operation.user_token or self.operation.server_token else "Client"

    def _client(self) -> str:
        given = [repr(self.base_url)]
        if self.operation.user_token:
            given.append(f"token={USER_TOKEN!r}")
        elif self.operation.server_token:
            given.append(f"token={SERVER_TOKEN!r}")
            if self._server_header:
                given += ['prefix=""', f"auth_header_name={SERVER_HEADER!r}"]
        if self.values.cookies:
            given.append(f"cookies={dict(self.values.cookies)!r}")
        return f"client = {self._class}({', '.join(given)})"

    @property
    def _server_header(self) -> bool:
        schemes = self.operation.document["components"]["securitySchemes"]
        names = [name for need in self.operation.security for name in need if name in SERVER_TOKENS]
        return any(schemes[name].get("type") == "apiKey" for name in names)

    def _call(self) -> str:
        given = [*_given(self.endpoint.path_parameters, self.values.path, named=False), "client=client"]
        if self.endpoint.bodies and self.values.body is not None:
            given.append(f"body={code(self.endpoint.bodies[0].prop, self.values.body)}")
        given += _given(self.endpoint.query_parameters, self.values.query)
        given += _given(self.endpoint.header_parameters, self.values.headers)
        call = f"{self.endpoint.name}.sync({', '.join(given)})"
        return f"print({call})" if self.returns else call


def _given(properties: list[Any], values: Mapping[str, Any], *, named: bool = True) -> Iterator[str]:
    for each in properties:
        name = each.name.get_untrusted_value()
        if name in values:
            yield f"{each.python_name}={code(each, values[name])}" if named else code(each, values[name])


def code(prop: Any, value: Any) -> str:
    """Return the Python for a value as JSON says it, of the type that a property of the generator has."""
    if value is None or isinstance(value, bool):
        return repr(value)
    kind = type(prop).__name__
    if kind == "UnionProperty":
        return code(_fitting(prop.inner_properties, value), value)
    if kind == "ModelProperty" and isinstance(value, dict):
        return _model(prop, value)
    if kind == "ListProperty" and isinstance(value, list):
        return f"[{', '.join(code(prop.inner_property, each) for each in value)}]"
    if kind == "UuidProperty":
        return f"UUID({str(value)!r})"
    if kind == "DateProperty":
        return f"date.fromisoformat({str(value)!r})"
    if kind == "FileProperty":
        content = value if isinstance(value, bytes) else str(value).encode()
        return f'File(BytesIO({content!r}), "file")'
    return repr(value)


def _model(prop: Any, value: dict[str, Any]) -> str:
    known = {
        each.name.get_untrusted_value(): each
        for each in (*(prop.required_properties or ()), *(prop.optional_properties or ()))
    }
    name = str(prop.class_info.name)
    if not value.keys() <= known.keys():
        return f"{name}.from_dict({value!r})"
    given = ", ".join(f"{known[each].python_name}={code(known[each], part)}" for each, part in value.items())
    return f"{name}({given})"


def _fitting(properties: list[Any], value: Any) -> Any:
    """Return the alternative that a value is of: a model with all of its properties before a plain type."""
    for each in properties:
        kind = type(each).__name__
        if kind == "ModelProperty" and isinstance(value, dict):
            names = {one.name.get_untrusted_value() for one in each.required_properties or ()}
            if names <= value.keys():
                return each
        if kind == "ListProperty" and isinstance(value, list):
            return each
        if kind in ("UuidProperty", "DateProperty") and isinstance(value, str):
            return each
    return next(
        (each for each in properties if type(each).__name__ not in ("ModelProperty", "NoneProperty")), None
    )


def _classes(prop: Any) -> Iterator[str]:
    kind = type(prop).__name__
    if kind == "ModelProperty":
        yield str(prop.class_info.name)
        for each in (*(prop.required_properties or ()), *(prop.optional_properties or ())):
            yield from _classes(each)
    elif kind == "UnionProperty":
        for each in prop.inner_properties:
            yield from _classes(each)
    elif kind == "ListProperty":
        yield from _classes(prop.inner_property)
