"""Renders the classes whose methods are operations: those for a user, and those for a partner's server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from login_contract.codegen.python.facade.code import Argument, docstring, indented, signature
from login_contract.codegen.python.facade.written import PACKAGE, Endpoint, Given, fields
from login_contract.codegen.sdk_reader import body_of
from login_contract.description.operation import Operation
from login_contract.description.references import resolve

TIMEOUT = Argument(
    name="timeout",
    kind="Timeout | Unset",
    default="UNSET",
    text="seconds for this call, instead of the client's; None waits for ever.",
)
TYPES = f"from {PACKAGE}.types import UNSET, Timeout, Unset"
RAISES = "LoginError: the server refused or did not answer as it should; each documented code has a class."


@frozen(kw_only=True)
class Method:
    """One operation as a method: how it is called, and what goes on to the operation's module."""

    endpoint: Endpoint
    positional: tuple[Argument, ...]
    named: tuple[Argument, ...]
    forwarded: tuple[str, ...]
    imports: frozenset[str]

    @classmethod
    def of(cls, package: Path, endpoint: Endpoint, operation: Operation) -> Method:
        """Spread the properties of the body over the arguments, unless another argument has such a name.

        Args:
            package: the folder of the package.
            endpoint: the module of the operation.
            operation: it says what the generator has not written of a property that refers to a schema.
        """
        taken = {each.name for each in (*endpoint.path, *endpoint.others)}
        spread = fields(package, endpoint) if endpoint.body else None
        if spread and spread[1] and endpoint.body and not taken & {each.name for each in spread[1]}:
            source, given = spread[0], _told(spread[1], operation)
            imports = source.needed(_codes(given)) | endpoint.source.needed([endpoint.body.kind])
            values = ", ".join(f"{each.name}={each.name}" for each in given)
            body = [f"body={endpoint.body.kind}({values})"]
        else:
            given = (endpoint.body,) if endpoint.body else ()
            imports = endpoint.source.needed(_codes(given))
            body = [f"body={each.name}" for each in given]
        needed = endpoint.source.needed([*_codes((*endpoint.path, *endpoint.others)), endpoint.result])
        named = sorted((*given, *endpoint.others), key=lambda each: each.default is not None)
        return cls(
            endpoint=endpoint,
            positional=tuple(map(_argument, endpoint.path)),
            named=(*map(_argument, named), TIMEOUT),
            forwarded=(
                *(each.name for each in endpoint.path),
                "client=self._client",
                *body,
                *(f"{each.name}={each.name}" for each in endpoint.others),
                "timeout=timeout",
            ),
            imports=frozenset({*imports, *needed, f"from {endpoint.origin} import {endpoint.module}", TYPES}),
        )

    def code(self, *, awaited: bool) -> str:
        """The method, as it stands in a class."""
        arguments = (*self.positional, *self.named)
        call = f"{self.endpoint.module}.{'asyncio' if awaited else 'sync'}({', '.join(self.forwarded)})"
        given = f"await {call}" if awaited else call
        result = self.endpoint.result
        return "\n".join(
            (
                signature(self.endpoint.module, self.positional, self.named, result, awaited=awaited),
                indented(docstring(self.endpoint.text, arguments, raises=(RAISES,))),
                indented(given if result == "None" else f"return {given}"),
            )
        )


def class_of(head: str, said: str, methods: Iterable[Method], *, awaited: bool, start: str) -> str:
    """A class with this docstring and these methods; `start` is code that comes before them."""
    parts = [indented(said), indented(start)]
    parts += [indented(each.code(awaited=awaited)) for each in methods]
    return f"class {head}:\n" + "\n\n".join(parts)


def _told(given: Iterable[Given], operation: Operation) -> tuple[Given, ...]:
    properties = body_of(operation).get("properties", {})
    return tuple(
        each if each.text else evolve(each, text=_text(operation, properties.get(each.name, {})))
        for each in given
    )


def _text(operation: Operation, schema: Mapping[str, Any]) -> str:
    found = schema.get("description") or resolve(operation.document, schema).get("description", "")
    return " ".join(found.split())


def _argument(given: Given) -> Argument:
    return Argument(name=given.name, kind=given.kind, default=given.default, text=given.text)


def _codes(given: Iterable[Given]) -> list[str]:
    return [code for each in given for code in (each.kind, each.default) if code is not None]


__all__ = ["RAISES", "TIMEOUT", "TYPES", "Method", "class_of"]
