"""What the templates ask of the description, beside what the generator tells them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from login_contract.description.operation import Operation, operations
from login_contract.errors import Failure

SECRET = "x-secret"


@frozen
class Facts:
    """Operations by the name of their module, and the properties of models that are secret."""

    calls: Mapping[str, Operation] = field(repr=False)
    hidden: Mapping[str, frozenset[str]] = field(repr=False)

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> Facts:
        """Read a bundled description with the names that the client is generated with.

        Raises:
            Failure: two operations would be the same module.
        """
        from openapi_python_client.schema.untrusted_string import UntrustedString
        from openapi_python_client.strings import ClassName, PythonIdentifier

        def module(operation: Operation) -> str:
            return str(PythonIdentifier(UntrustedString(operation.operation_id), "field_"))

        hidden: dict[str, frozenset[str]] = {}
        for path, names in _secrets(document):
            hidden[str(ClassName(UntrustedString("_".join(path)), "field_"))] = names
        calls: dict[str, Operation] = {}
        for each in operations(document):
            if not each.is_webhook and (other := calls.setdefault(module(each), each)) is not each:
                ids = f"{other.operation_id} and {each.operation_id}"
                raise Failure(f"the operationIds {ids} are one name in Python, {module(each)}")
        return cls(calls, hidden)

    def endpoints(self, data: Any) -> Iterator[tuple[Any, str, Operation]]:
        """Yield what the generator read of each operation, with the package that it stands in."""
        for tag, collection in data.endpoint_collections_by_tag.items():
            for endpoint in collection.endpoints:
                yield endpoint, str(tag), self.calls[str(endpoint.name)]

    def operation(self, endpoint: Any) -> str:
        """Return the code of the facts about an endpoint."""
        operation = self.calls[str(endpoint.name)]
        successes = ", ".join(f"{status!r}: {kind!r}" for status, kind in _successes(operation))
        return (
            f"Operation({operation.operation_id!r}, repeatable={operation.repeatable}, "
            f"successes={{{successes}}})"
        )

    def parameter(self, endpoint: Any, parameter: Any) -> str:
        """Return the line about a parameter or a body in a docstring, with the text of the description."""
        from openapi_python_client.strings import safe_for_docstring

        operation = self.calls[str(endpoint.name)]
        name = parameter.name.get_untrusted_value()
        texts = [
            [each.definition.get("description", ""), each.schema.get("description", "")]
            for each in operation.parameters
            if each.name == name and parameter.python_name != "body"
        ]
        text = _joined(texts[0]) if texts else _joined([_of(parameter)]) or "What is sent."
        kind = parameter.get_type_string().as_unembedded_code()
        line = f"{parameter.python_name} ({kind}): {text}"
        return str(safe_for_docstring(line))

    def secrets(self, model: Any) -> str:
        """Return the code of the fields of a model that are secret."""
        hidden = self.hidden.get(str(model.class_info.name), frozenset())
        fields = [*model.required_properties, *model.optional_properties]
        return _tuple(str(each.python_name) for each in fields if each.name.get_untrusted_value() in hidden)

    def optional(self, model: Any) -> str:
        """Return the code of the properties of a model that may be left out, but never are null."""
        return _tuple(
            each.name.get_untrusted_value()
            for each in model.optional_properties
            if not _takes_null(each.get_type_string(no_optional=True).as_unembedded_code())
        )


def _joined(texts: list[str]) -> str:
    """Return what is said of a parameter and of its schema, one thing once, on one line."""
    told = [" ".join(each.split()) for each in texts]
    return told[0] if not told[1:] or told[1] in told[0] else " ".join(told).strip()


def _of(parameter: Any) -> str:
    return parameter.description.get_untrusted_value() if parameter.description else ""


def _takes_null(kind: str) -> bool:
    return kind == "Any" or "None" in kind.split(" | ")


def _tuple(names: Iterator[str]) -> str:
    found = sorted(names)
    return f"({', '.join(map(repr, found))}{',' if len(found) == 1 else ''})"


def _successes(operation: Operation) -> Iterator[tuple[str, str]]:
    for status, response in operation.responses.items():
        if status.startswith("3"):
            yield status, "location"
        elif status.startswith("2") or status == "default":
            yield status, "body" if any(each.schema for each in response.content.values()) else "nothing"


def _secrets(document: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    """Yield the path of names of each schema that has secret properties, and these."""
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        yield from _secrets_of((name,), schema)


def _secrets_of(path: tuple[str, ...], schema: Any) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    if not isinstance(schema, dict):
        return
    properties = schema.get("properties", {})
    found = frozenset(
        name for name, each in properties.items() if isinstance(each, dict) and each.get(SECRET)
    )
    if found:
        yield path, found
    for name, each in properties.items():
        yield from _secrets_of((*path, name), each)
