"""What a facade was made with, as its requests carry it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from urllib.parse import quote
from uuid import UUID

import httpx
from xsolla_login_client.facade.route import Prepared, Route
from xsolla_login_client.header_values import header_value

T = TypeVar("T")
Value = str | int


class Initialisation:
    """Adds to a request what the facade was made with, which does not change: it is put together once.

    Args:
        sent: by the name on the wire. What is None, empty or false is not sent, as the SDK has it.
        oauth2: whether calls that are there for both protocols are those of OAuth 2.0.
        link: the setting of the project for links in messages, None as long as it is not known.
        links_held_back: whether messages shall carry no link even so.
        made_up: makes, by the name on the wire, what a request needs and nobody has given.
    """

    def __init__(
        self,
        sent: Mapping[str, Value | None],
        *,
        oauth2: bool,
        links_held_back: bool = False,
        made_up: Mapping[str, Callable[[], str]] | None = None,
    ) -> None:
        self._sent = {name: value for name, value in sent.items() if value}
        self._made_up = made_up or {}
        self.oauth2 = oauth2
        #: Whether a login may end on a token: calls of OAuth 2.0 have a code instead.
        self.takes_token = not oauth2
        self.link_setting: bool | None = None
        self._links_held_back = links_held_back
        self._queries: dict[Route[Any], dict[str, Value]] = {}

    @property
    def send_link(self) -> bool | None:
        """Whether a message shall carry a link, None where the project's setting is not known."""
        return None if self.link_setting is None else self.link_setting and not self._links_held_back

    def value(self, name: str) -> Value | None:
        """Return what is sent under a name, or None."""
        return self._sent.get(name)

    def chosen(self, oauth2: bool | None) -> bool:
        """Return whether a call is one of OAuth 2.0: as it says, or else as the facade was made."""
        chosen = self.oauth2 if oauth2 is None else oauth2
        self.takes_token = self.takes_token or not chosen
        return chosen

    def prepared(
        self,
        route: Route[T],
        *,
        path: tuple[str, ...] = (),
        query: dict[str, Any] | None = None,
        body: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
    ) -> Prepared[T]:
        """Return a request with all that it carries.

        Raises:
            ValueError: the facade was made without something that the request needs, or a text can be in no
                header.
        """
        own = self._queries.get(route) or self._query(route)
        arguments: dict[str, Any] = {
            "method": route.method,
            "url": route.path.format(*(quote(each, safe="") for each in path)) if path else route.path,
            "params": {**own, **query} if query else own,
        }
        if body is not None:
            arguments["json"] = {**self._chosen(route.body), **body} if route.body else body
        if headers is not None:
            arguments["headers"] = {name: header_value(name, value) for name, value in headers.items()}
        return Prepared(route, arguments)

    def address(self, base_url: str, prepared: Prepared[Any]) -> str:
        """Return the whole address of a request, for a browser."""
        arguments = prepared.arguments
        return str(httpx.URL(base_url.rstrip("/") + arguments["url"], params=arguments["params"]))

    def _query(self, route: Route[Any]) -> dict[str, Value]:
        for wire in route.needed:
            if wire not in self._sent and wire in self._made_up:
                self._sent.setdefault(wire, self._made_up[wire]())
        missing = [name for wire, name in route.needed.items() if wire not in self._sent]
        if missing:
            raise ValueError(f"{route.operation.id}: {', '.join(missing)} is needed, which was not given")
        self._queries[route] = {**self._chosen(route.query), **route.fixed}
        return self._queries[route]

    def _chosen(self, names: tuple[str, ...]) -> dict[str, Value]:
        return {name: self._sent[name] for name in names if name in self._sent}


def identifier(name: str, value: UUID | str) -> str:
    """Return a UUID as text.

    Raises:
        ValueError: it is none.
    """
    try:
        return str(value if isinstance(value, UUID) else UUID(value))
    except (ValueError, AttributeError, TypeError):
        raise ValueError(f"{name}: a UUID is expected") from None


def number(name: str, value: int | str | None) -> int | None:
    """Return a number that may have come as text.

    Raises:
        ValueError: it is none.
    """
    try:
        return None if value is None else int(value)
    except ValueError:
        raise ValueError(f"{name}: a number is expected") from None


def at_least(name: str, value: str | None, length: int) -> str | None:
    """Return a text that is long enough.

    Raises:
        ValueError: it is shorter than so many characters.
    """
    if value and len(value) < length:
        raise ValueError(f"{name}: at least {length} characters are expected")
    return value


def underscored(value: str | None) -> str | None:
    """Return a locale as the API spells it: the first `-` is a `_`."""
    return value.replace("-", "_", 1) if value else value


def truth(value: bool) -> str | None:
    """Return a truth as the API spells it, None where there is none to tell."""
    return "1" if value else None


__all__ = ["Initialisation", "at_least", "identifier", "number", "truth", "underscored"]
