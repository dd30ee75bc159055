"""How models are shown: whole, but for what is secret."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import attrs
from xsolla_login_client.types import Unset

_MASK = "'…'"


def shown(model: Any, *, secrets: Collection[str]) -> str:
    """Return the `repr` of a model: without what was left out, secrets masked, unknown fields by name only.

    Args:
        model: an instance of a class of attrs.
        secrets: the names of its fields that are not shown.
    """
    parts = []
    for name, value in ((each.name, getattr(model, each.name)) for each in attrs.fields(type(model))):
        if name == "additional_properties":
            parts += [f"{name}={_unknown(value)}"] if value else []
        elif not isinstance(value, Unset):
            parts.append(f"{name}={_MASK if name in secrets else repr(value)}")
    return f"{type(model).__name__}({', '.join(parts)})"


def _unknown(properties: dict[str, Any]) -> str:
    return "{" + ", ".join(f"{name!r}: …" for name in properties) + "}"
