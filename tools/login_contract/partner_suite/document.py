"""The partner's view of the description: the webhooks of custom user-data storage as an ordinary API."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from login_contract import resources
from login_contract.description.documented import Description


@cache
def partner_description() -> Description:
    """Return the partner's view, read once."""
    return Description(json.loads(resources.path("generated/openapi/partner.json").read_bytes()))


def body_schema(name: str) -> Mapping[str, Any]:
    """Return the JSON Schema of a webhook's body, the references inside not followed."""
    schema: Mapping[str, Any] = partner_description().resolve(_json_body(name)["schema"])
    return schema


def samples(name: str) -> Mapping[str, Any]:
    """Return the documented samples of a webhook's body by their names."""
    return {key: example["value"] for key, example in _json_body(name)["examples"].items()}


def component(name: str) -> Mapping[str, Any]:
    """Return a schema of the description by its name."""
    schema: Mapping[str, Any] = partner_description().document["components"]["schemas"][name]
    return schema


def _json_body(name: str) -> Mapping[str, Any]:
    description = partner_description()
    operation = description.by_label[f"POST /{name}"]
    body: Mapping[str, Any] = description.resolve(operation.definition["requestBody"])
    media: Mapping[str, Any] = body["content"]["application/json"]
    return media
