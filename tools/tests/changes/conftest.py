from __future__ import annotations

import json
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from login_contract import resources
from login_contract.description.operation import METHODS, operations
from login_contract.document.prune import pruned
from tests.changes.one_call import Safe, is_safe
from tests.changes.planted import KEPT


def excerpt(operation_ids: Collection[str]) -> str:
    """Some operations and webhooks of the description, as JSON."""
    document = json.loads(resources.path("generated/openapi/login.json").read_bytes())
    for operation in list(operations(document)):
        if operation.operation_id not in operation_ids:
            del operation.item[operation.method.lower()]
    for items in (document["paths"], document["webhooks"]):
        for name in [name for name, item in items.items() if not set(METHODS) & item.keys()]:
            del items[name]
    return json.dumps(pruned(document))


@pytest.fixture(scope="session")
def description_text() -> str:
    """A few operations and webhooks of the description, as JSON."""
    return excerpt(KEPT)


@pytest.fixture
def description(description_text: str) -> dict[str, Any]:
    """A copy of its own of a few operations and webhooks of the description."""
    document: dict[str, Any] = json.loads(description_text)
    return document


@pytest.fixture
def safe(tmp_path: Path) -> Safe:
    """Says whether a change is safe for a consumer that made one call."""
    return partial(is_safe, tmp_path)
