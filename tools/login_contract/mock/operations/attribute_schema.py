"""The schema of attributes, read and written in the name of a partner's server."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services


@serves("get-attributes-schema")
async def get_attributes_schema(call: Call, services: Services) -> Reply:
    """Tell the schema of a project."""
    return Reply.json(await services.attribute_schemas.read(call.project))


@serves("put-attributes-schema")
async def put_attributes_schema(call: Call, services: Services) -> Reply:
    """Let updates keep a schema."""
    await services.attribute_schemas.put(call.project, call.body)
    return Reply.empty()


@serves("delete-attributes-schema")
async def delete_attributes_schema(call: Call, services: Services) -> Reply:
    """Let updates be anything."""
    await services.attribute_schemas.remove(call.project)
    return Reply.empty()
