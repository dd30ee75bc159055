"""Attributes of users, read and written in the name of a user or of a partner's server."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services

CLIENT, SERVER = "client", "server"
SHOWN = ("key", "value", "data_type", "description", "format", "permission")


@serves("get-users-attributes-from-client")
async def get_users_attributes_from_client(call: Call, services: Services) -> Reply:
    """List attributes of the type ``client``."""
    return _listed(await services.attributes.of_client(call.user, call.body, attr_type=CLIENT))


@serves("get-users-read-only-attributes-from-client")
async def get_users_read_only_attributes_from_client(call: Call, services: Services) -> Reply:
    """List attributes of the type ``server``."""
    return _listed(await services.attributes.of_client(call.user, call.body, attr_type=SERVER))


@serves("update-users-attributes-from-client")
async def update_users_attributes_from_client(call: Call, services: Services) -> Reply:
    """Change attributes that a client may change."""
    await services.attribute_updates.by_client(call.user, call.body)
    return Reply.empty()


@serves("get-users-attributes-from-server")
async def get_users_attributes_from_server(call: Call, services: Services) -> Reply:
    """List attributes of the type ``client`` of a user."""
    user_id = call.path["user_id"]
    return _listed(await services.attributes.of_user(call.project, user_id, call.body, attr_type=CLIENT))


@serves("get-users-read-only-attributes-from-server")
async def get_users_read_only_attributes_from_server(call: Call, services: Services) -> Reply:
    """List attributes of the type ``server`` of a user."""
    user_id = call.path["user_id"]
    return _listed(await services.attributes.of_user(call.project, user_id, call.body, attr_type=SERVER))


@serves("update-users-attributes-from-server")
async def update_users_attributes_from_server(call: Call, services: Services) -> Reply:
    """Change attributes of a user, each of the type that it tells."""
    await services.attribute_updates.by_server(call.project, call.path["user_id"], call.body)
    return Reply.empty()


@serves("update-users-read-only-attributes-from-server")
async def update_users_read_only_attributes_from_server(call: Call, services: Services) -> Reply:
    """Change attributes of a user, all of the type ``server``."""
    user_id = call.path["user_id"]
    await services.attribute_updates.by_server(call.project, user_id, call.body, attr_type=SERVER)
    return Reply.empty()


@serves("update-users-attributes-from-server-by-server-custom-id")
async def update_users_attributes_from_server_by_server_custom_id(call: Call, services: Services) -> Reply:
    """Change attributes of a user whom the server knows by an id of its own."""
    custom_id = call.path["server_custom_id"]
    await services.attribute_updates.by_custom_id(call.project, custom_id, call.body)
    return Reply.empty()


@serves("get-users-by-attribute-from-server")
async def get_users_by_attribute_from_server(call: Call, services: Services) -> Reply:
    """List users who have an attribute."""
    page = await services.attribute_search.by_attribute(call.project, call.body)
    found = [
        {
            "user_id": each.user_id,
            "email": each.email,
            "attributes": [_shown(attribute) for attribute in each.attributes],
        }
        for each in page.users
    ]
    return Reply.json({"users": found, "next_after": page.next_after})


@serves("get-attributes-by-server-custom-id")
async def get_attributes_by_server_custom_id(call: Call, services: Services) -> Reply:
    """List attributes of users whom the server knows by ids of its own."""
    found = await services.attribute_search.by_custom_ids(call.project, call.body)
    return Reply.json(
        [
            {
                "server_custom_id": each.server_custom_id,
                "user_id": each.user_id,
                "attributes": [
                    {**_shown(attribute), "attr_type": attribute.attr_type, "readonly": attribute.locked}
                    for attribute in each.attributes
                ],
            }
            for each in found
        ]
    )


def _listed(attributes: Iterable[Any]) -> Reply:
    return Reply.json([_shown(each) for each in attributes])


def _shown(attribute: Any) -> dict[str, Any]:
    return {name: getattr(attribute, name) for name in SHOWN}
