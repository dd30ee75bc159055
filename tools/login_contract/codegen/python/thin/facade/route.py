"""A request of a facade: where it goes, what reads its answer, and what is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import httpx
from attrs import Factory, field, frozen
from xsolla_login_client.operation import Operation

T = TypeVar("T")


@frozen(eq=False, kw_only=True)
class Route(Generic[T]):
    """An operation as a facade calls it; a success of it is a `T`.

    `query` and `body` name what of the facade's initialisation goes along, `fixed` is what always does,
    in the query. What is in `needed` has to be given: the names on the wire, each with the parameter's.
    """

    operation: Operation
    parse: Callable[[httpx.Response], Any] = field(repr=False)
    method: str
    path: str
    query: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    fixed: Mapping[str, str] = Factory(dict)
    needed: Mapping[str, str] = Factory(dict)


@frozen(eq=False)
class Prepared(Generic[T]):
    """A request that is ready: its route, and the arguments of `httpx.Client.request`."""

    route: Route[T]
    arguments: dict[str, Any] = field(repr=False)


__all__ = ["Prepared", "Route"]
