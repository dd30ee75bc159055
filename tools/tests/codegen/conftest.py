from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from login_contract import resources
from login_contract.codegen import parts
from login_contract.codegen.openapi_files import Descriptions, read_descriptions

pytest.register_assert_rewrite("tests.codegen.python.token_laws")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of this checkout's description and generated files that the package believes to be its own.

    The client that is made with Node is left out, which would be installed anew for each copy.
    """
    copy = tmp_path / "checkout"
    for folder in ("openapi", "overlays", "generated"):
        ignore = shutil.ignore_patterns("__pycache__", ".*_cache", "typescript")
        shutil.copytree(resources.checkout() / folder, copy / folder, ignore=ignore)
    monkeypatch.setattr(resources, "PACKAGE", copy / "tools" / "login_contract")
    monkeypatch.setattr(parts, "clients", lambda: ["python"])
    return copy


@pytest.fixture(scope="session")
def descriptions() -> Descriptions:
    """The descriptions as generation makes them, made once: what changes them takes a copy."""
    return read_descriptions()
