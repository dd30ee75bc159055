"""Defaults are the server's: a client tells of them, and sends what it was given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from login_contract.description.schemas import schemas


def as_texts(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a bundled description whose defaults stand in the descriptions of their schemas alone."""
    copy: dict[str, Any] = deepcopy(dict(document))
    for _, schema in schemas(copy):
        if "default" in schema:
            told = f"Left out, it is `{json.dumps(schema.pop('default'), ensure_ascii=False)}`."
            schema["description"] = f"{schema.get('description', '').rstrip()} {told}".strip()
    return copy
