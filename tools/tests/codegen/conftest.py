from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from login_contract import resources


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of this checkout's description and generated files that the package believes to be its own."""
    copy = tmp_path / "checkout"
    for folder in ("openapi", "overlays", "generated"):
        ignore = shutil.ignore_patterns("__pycache__", ".*_cache")
        shutil.copytree(resources.checkout() / folder, copy / folder, ignore=ignore)
    monkeypatch.setattr(resources, "PACKAGE", copy / "tools" / "login_contract")
    return copy
