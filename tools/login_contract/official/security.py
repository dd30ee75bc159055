"""What a call has to prove, told by how it is sent: each description names its schemes as it likes."""

from __future__ import annotations

from typing import Any

from login_contract.description.operation import Operation
from login_contract.official.schema_view import Node, follow

BEARER = "bearer token"
NOTHING = "nothing"
#: A header that a parameter cannot describe, by the rules of OpenAPI; some descriptions try.
AUTHORIZATION = "authorization"
# Which flow issues a token is another question than how it is sent.
_AS_BEARER = ("oauth2", "openIdConnect")


def needs(operation: Operation) -> frozenset[str]:
    """The alternatives of an operation, each as a text such as `bearer token` or `header X-KEY`."""
    schemes = operation.document.get("components", {}).get("securitySchemes", {})
    found = set()
    for alternative in operation.security:
        sent = {_sent(operation.document, schemes.get(name), name) for name in alternative}
        found.add(" and ".join(sorted(sent)) or NOTHING)
    if found <= {NOTHING} and any(_is_authorization(each) for each in headers(operation)):
        return frozenset({BEARER})
    return frozenset(found or {NOTHING})


def headers(operation: Operation) -> list[str]:
    """The names of the headers that an operation describes as parameters, in lower case."""
    given = (follow(operation.document, node) for _, node in operation.parameter_nodes)
    return [
        str(each.get("name")).lower()
        for each in given
        if isinstance(each, dict) and each.get("in") == "header"
    ]


def _is_authorization(name: str) -> bool:
    return name == AUTHORIZATION


def _sent(document: Node, scheme: Any, name: str) -> str:
    scheme = follow(document, scheme)
    if not isinstance(scheme, dict):
        return name
    kind = scheme.get("type")
    if kind in _AS_BEARER or (kind == "http" and str(scheme.get("scheme")).lower() == "bearer"):
        return BEARER
    if kind == "http":
        return f"{str(scheme.get('scheme')).lower()} authentication"
    where, sent_as = scheme.get("in"), str(scheme.get("name"))
    if where == "header":
        return BEARER if _is_authorization(sent_as.lower()) else f"header {sent_as.lower()}"
    return f"{where} {sent_as}"
