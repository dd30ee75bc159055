"""Puts what a server knows into the place of the examples of a sample."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from login_contract.codegen.values import SERVER_TOKEN, USER_TOKEN, Values
from login_contract.suite.generated.good_requests import GoodRequest
from login_contract.suite.generated.live_stock import SERVER_HEADER


def pairs(shown: Values, request: GoodRequest) -> dict[str, str]:
    """Return by each text of a sample what stands in its place in a request that the server accepts."""
    found: dict[str, str] = {}
    headers = dict(request.headers)
    bearer, server = headers.pop("Authorization", ""), headers.pop(SERVER_HEADER, "")
    places = [
        (dict(shown.path), request.path_parameters),
        (dict(shown.query), request.query),
        (dict(shown.headers), headers),
        (dict(shown.cookies), request.cookies),
        (shown.body, request.body),
        (USER_TOKEN if bearer else "", bearer.removeprefix("Bearer ")),
        (SERVER_TOKEN if server else "", server),
    ]
    for before, after in places:
        for old, new in _leaves(before, after):
            assert found.setdefault(old, new) == new, f"{old} would be both {found[old]} and {new}"
    return {old: new for old, new in found.items() if old != new}


def _leaves(before: Any, after: Any) -> Iterator[tuple[str, str]]:
    """Yield each value of the first that the second has another one for: what the second leaves out stays."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in before.keys() & after.keys():
            yield from _leaves(before[name], after[name])
    elif isinstance(before, list) and isinstance(after, list):
        for one, other in zip(before, after, strict=False):
            yield from _leaves(one, other)
    elif _is_written(before) and _is_written(after):
        yield str(before), str(after)


def _is_written(value: Any) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def with_values(source: str, values: Mapping[str, str]) -> str:
    """Return a sample with other values, in whatever way they are written in it."""
    if not values:
        return source
    written = {form(old): form(new) for old, new in values.items() for form in (str, _in_address)}
    pattern = "|".join(
        rf"(?<![\w-]){re.escape(old)}(?![\w-])" for old in sorted(written, key=len, reverse=True)
    )
    return re.sub(pattern, lambda found: written[found[0]], source)


def _in_address(value: str) -> str:
    return quote(value, safe=":/,")
