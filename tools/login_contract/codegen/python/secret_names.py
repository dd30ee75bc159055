"""`secret_names.py` of the client: what the description calls secret, by which the client hides it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from login_contract.codegen.python.facts import SECRET
from login_contract.description.operation import operations

_CREDENTIAL = {"http": ("authorization",), "apiKey:cookie": ("cookie", "set-cookie")}
_TEXT = '''"""What the API description calls secret."""

from __future__ import annotations

#: Parameters of addresses and properties of JSON objects, by their names.
NAMES: frozenset[str] = frozenset({names})
#: Headers, in small letters.
HEADERS: frozenset[str] = frozenset({headers})
'''


def secret_names(document: Mapping[str, Any]) -> str:
    """Return the module."""
    parameters = _parameters(document)
    headers = {name.lower() for location, name, hidden in parameters if hidden and location == "header"}
    return _TEXT.format(names=_set(secrets(document)), headers=_set(headers | set(_credentials(document))))


def secrets(document: Mapping[str, Any]) -> set[str]:
    """Return the names of parameters in addresses, and of properties, that are secret.

    A property that is secret has the name of a parameter here and there that never is, like `login_url`: such
    a name tells nothing.
    """
    parameters = _parameters(document)
    secret = {name for location, name, hidden in parameters if hidden and location != "header"}
    public = {name for location, name, _ in parameters if location == "query"}
    return secret | (set(_properties(document)) - public)


def _parameters(document: Mapping[str, Any]) -> set[tuple[str, str, bool]]:
    return {
        (each.location, each.name, bool(each.definition.get(SECRET)))
        for operation in operations(document)
        for each in operation.parameters
    }


def _set(names: Iterable[str]) -> str:
    return f"{{{', '.join(map(repr, sorted(names)))}}}"


def _properties(node: Any) -> Iterator[str]:
    """Yield the names of the properties that are secret, wherever in a description they stand."""
    if isinstance(node, list):
        for each in node:
            yield from _properties(each)
    elif isinstance(node, dict):
        properties = node.get("properties")
        if isinstance(properties, dict):
            yield from (n for n, each in properties.items() if isinstance(each, dict) and each.get(SECRET))
        for each in node.values():
            yield from _properties(each)


def _credentials(document: Mapping[str, Any]) -> Iterator[str]:
    for scheme in document.get("components", {}).get("securitySchemes", {}).values():
        if scheme["type"] == "apiKey" and scheme["in"] == "header":
            yield scheme["name"].lower()
        else:
            yield from _CREDENTIAL.get(scheme["type"], _CREDENTIAL.get(f"apiKey:{scheme.get('in')}", ()))
