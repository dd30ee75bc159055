"""What a program that makes a call is given: the examples of the description, or what a reader puts there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, field, frozen

from login_contract.description.operation import Operation

#: Where programs find a Login server: that of `login-contract mock`, whose users and ids the examples name.
ADDRESS = "http://127.0.0.1:8480/api"
#: What stands in the place of the token of a user, and of that of a partner's server.
USER_TOKEN = "YOUR_USER_TOKEN"
SERVER_TOKEN = "YOUR_SERVER_TOKEN"
#: The OAuth 2.0 client of a server there, and its secret.
SERVER_CLIENT = (2001, "mock-server-secret")
#: How the names of values end that an earlier answer or a message tells.
_TOLD = ("token", "code", "operation_id", "challenge_id")
_BROWSER = {"SsoCookie"}


@frozen(kw_only=True)
class Values:
    """What a call is given, as JSON says it: parameters by place and name, and the body."""

    path: Mapping[str, Any] = field(factory=dict)
    query: Mapping[str, Any] = field(factory=dict)
    headers: Mapping[str, Any] = field(factory=dict)
    cookies: Mapping[str, Any] = field(factory=dict)
    body: Any = None

    @classmethod
    def examples(cls, operation: Operation, named: str | None = None) -> Values:
        """Return the examples of what the operation requires, and one of its body: the first or the named.

        Raises:
            KeyError: the body has no example of this name.
        """
        body = next(iter(operation.bodies.values()), None)
        given = body.examples[named] if body and named is not None else body and body.example
        return cls(
            path=_required(operation, "path"),
            query=_required(operation, "query"),
            headers=_required(operation, "header"),
            cookies=_required(operation, "cookie"),
            body=given,
        )

    @classmethod
    def shown(cls, operation: Operation, named: str | None = None) -> Values:
        """Return the examples, with a placeholder for what only a server tells: tokens, codes, their ids.

        Args:
            operation: what is called.
            named: the example of its body, the first one without it.
        """
        values = cls.examples(operation, named)
        secret = [each.name for each in operation.parameters if each.definition.get("x-secret")]
        return evolve(
            values,
            query=_with_placeholders(values.query, secret),
            cookies={**values.cookies, **_cookies(operation)},
            body=_with_placeholders(values.body) if isinstance(values.body, dict) else values.body,
        )


def placeholder(name: str) -> str:
    """Return what stands for a value that its reader has to put there, like `YOUR_CODE`."""
    return f"YOUR_{name.upper()}"


def _required(operation: Operation, place: str) -> dict[str, Any]:
    needed = (each for each in operation.parameters if each.location == place and each.required)
    return {each.name: each.example for each in needed}


def _with_placeholders(values: Mapping[str, Any], secret: Iterable[str] = ()) -> dict[str, Any]:
    return {
        name: placeholder(name)
        if isinstance(value, str) and (name in secret or name.endswith(_TOLD))
        else value
        for name, value in values.items()
    }


def _cookies(operation: Operation) -> dict[str, str]:
    """The cookie of the single sign-on, where no request does without."""
    if not operation.needs(*_BROWSER):
        return {}
    schemes = operation.document["components"]["securitySchemes"]
    return {schemes[name]["name"]: placeholder("sso_cookie") for name in sorted(_BROWSER)}
