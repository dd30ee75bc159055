"""Attributes and their schema."""

from __future__ import annotations

from collections.abc import Mapping

from login_contract.suite.generated.fillers.inputs import Filler, Inputs
from login_contract.suite.generated.live_stock import Stock


def _attribute_update(inputs: Inputs, stock: Stock) -> None:
    # No two have one key, and no value has to be the text of anything.
    given = {each["key"]: dict(each) for each in inputs.body.get("attributes") or ()}
    for each in given.values():
        each.update({name: None for name in ("data_type", "format") if name in each})
    if inputs.body.get("attributes"):
        inputs.body["attributes"] = list(given.values())


def _attribute_update_by_custom_id(inputs: Inputs, stock: Stock) -> None:
    inputs.path_parameters["server_custom_id"] = stock.custom_id()
    _attribute_update(inputs, stock)


def _attribute_schema(inputs: Inputs, stock: Stock) -> None:
    # A schema is that of every later update: it has to be about nothing that one of them names.
    inputs.body = {"type": "object", "properties": {stock.name(): {"type": "integer"}}}


BODIES: Mapping[str, Filler] = {
    "AttributeSchema": _attribute_schema,
    "ClientAttributeUpdate": _attribute_update,
    "ReadOnlyAttributeUpdate": _attribute_update,
    "ServerAttributeUpdate": _attribute_update,
}
ALONE: Mapping[str, Filler] = {
    "update-users-attributes-from-server-by-server-custom-id": _attribute_update_by_custom_id,
}
