"""Attributes of users, read and written in the name of a user or of a partner's server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services


@serves("get-users-attributes-from-client")
async def get_users_attributes_from_client(call: Call, services: Services) -> Reply:
    """List the attributes that a client may change."""
    asked, bearer = call.body, call.user
    found = await services.attributes.of_client(bearer, asked.get("user_id"), asked.get("keys"))
    return Reply.json(_shown(found))


@serves("get-users-attributes-from-server")
async def get_users_attributes_from_server(call: Call, services: Services) -> Reply:
    """List the attributes of a user that a client may change."""
    found = await services.attributes.of_user(call.project, call.path["user_id"], call.body.get("keys"))
    return Reply.json(_shown(found))


def _shown(attributes: Iterable[Any]) -> list[Mapping[str, Any]]:
    return [{"key": each.key, "value": each.value, "permission": each.permission} for each in attributes]
