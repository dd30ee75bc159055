from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generators.description import portable


@pytest.fixture(scope="package")
def description(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The description that generators are given, in JSON."""
    return portable(tmp_path_factory.mktemp("description") / "portable.json")


@pytest.fixture(scope="package")
def document(description: Path) -> dict[str, Any]:
    """The same, read; nobody changes it."""
    read: dict[str, Any] = json.loads(description.read_bytes())
    return read
