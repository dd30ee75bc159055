"""Copies of a request in which something is called by another name, or proven by another token."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from attrs import evolve

from login_contract.suite.generated.good_requests import GoodRequest
from login_contract.suite.generated.live_inputs import name_project
from login_contract.suite.generated.live_stock import SERVER_HEADER

PARTS = ("path_parameters", "query", "headers", "cookies", "body")


def copied(request: GoodRequest) -> GoodRequest:
    """Return a copy of a request that can be changed."""
    return evolve(request, **{name: deepcopy(getattr(request, name)) for name in PARTS})


def naming(
    request: GoodRequest, names: Mapping[str, str], *, project_id: str | None = None, like: str = ""
) -> GoodRequest:
    """Return a copy of a request that says these texts by these names, wherever it says any by them.

    With ``like``, the id of a user, only where it names somebody by an id like this.
    """
    changed = copied(request)
    for part in (changed.path_parameters, changed.query, changed.body):
        _rename(part, names, len(like))
        if project_id is not None and isinstance(part, dict):
            name_project(part, project_id)
    return changed


def signed(request: GoodRequest, user_token: str, server_token: str | None = None) -> GoodRequest:
    """Return a copy of a request that presents these tokens, from a browser that nobody has used."""
    changed = naming(request, {"token": user_token})
    changed.cookies = {}
    if request.operation.user_token:
        changed.headers["Authorization"] = f"Bearer {user_token}"
    if request.operation.server_token and server_token is not None:
        changed.headers[SERVER_HEADER] = server_token
    return changed


def _rename(node: Any, names: Mapping[str, str], length: int) -> None:
    if isinstance(node, dict):
        texts = {name: text for name, text in node.items() if isinstance(text, str)}
        said = {name for name, text in texts.items() if length in (0, len(text))}
        node.update({name: names[name] for name in said & names.keys()})
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _rename(child, names, length)
