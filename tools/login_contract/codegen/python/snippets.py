"""Programs that make one call: what the reference shows, and what tests run with values of their own.

A snippet is made of what the generator knows of an endpoint, so that it names arguments, models and types as
the client does, and of values as they stand in JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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
        head = imports(
            self.endpoint,
            call,
            f"from xsolla_login_client import {self._class}",
            f"from xsolla_login_client.api.{self.tag} import {self.endpoint.name}",
        )
        return "\n".join([*head, "", f"with {self._client()} as client:", f"    {call}"]) + "\n"

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
        return f"{self._class}({', '.join(given)})"

    @property
    def _server_header(self) -> bool:
        schemes = self.operation.document["components"]["securitySchemes"]
        names = [name for need in self.operation.security for name in need if name in SERVER_TOKENS]
        return any(schemes[name].get("type") == "apiKey" for name in names)

    def _call(self) -> str:
        given = [
            *properties_given(self.endpoint.path_parameters, self.values.path, named=False),
            "client=client",
        ]
        if self.endpoint.bodies and self.values.body is not None:
            given.append(f"body={code(self.endpoint.bodies[0].prop, self.values.body)}")
        given += properties_given(self.endpoint.query_parameters, self.values.query)
        given += properties_given(self.endpoint.header_parameters, self.values.headers)
        call = f"{self.endpoint.name}.sync({', '.join(given)})"
        return f"print({call})" if returns(self.operation) else call


def returns(operation: Operation) -> bool:
    """Whether a call of an operation has a result to show."""
    kinds = {"body", "location"}
    return any(status[0] in "23" and _kind(operation, status) in kinds for status in operation.responses)


def _kind(operation: Operation, status: str) -> str:
    content = operation.responses[status].content.values()
    return "location" if status[0] == "3" else "body" if any(each.schema for each in content) else "nothing"


def imports(endpoint: Any, call: str, *lines: str) -> Iterator[str]:
    """Yield what a program with a call of an endpoint imports: these lines, and what the call names."""
    libraries = [line for name, line in sorted(_LIBRARIES.items()) if _names(call, name)]
    yield from (*libraries, "") if libraries else ()
    models = sorted({each for body in endpoint.bodies for each in _classes(body.prop) if _names(call, each)})
    found = [f"from xsolla_login_client.models import {', '.join(models)}"] if models else []
    if _names(call, "File"):
        found.append("from xsolla_login_client.types import File")
    yield from sorted((*lines, *found), key=lambda line: line.split()[1])


def _names(call: str, name: str) -> bool:
    return re.search(rf"\b{name}[(.]", call) is not None


def properties(prop: Any) -> list[Any]:
    """Return the properties of a model, those that are required first; none of what is no model."""
    if type(prop).__name__ != "ModelProperty":
        return []
    return [*(prop.required_properties or ()), *(prop.optional_properties or ())]


def properties_given(
    properties: Iterable[Any], values: Mapping[str, Any], *, named: bool = True
) -> Iterator[str]:
    """Yield the arguments for those of the properties that have a value, by its name in JSON."""
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
    known = {each.name.get_untrusted_value(): each for each in properties(prop)}
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
        for each in properties(prop):
            yield from _classes(each)
    elif kind == "UnionProperty":
        for each in prop.inner_properties:
            yield from _classes(each)
    elif kind == "ListProperty":
        yield from _classes(prop.inner_property)
