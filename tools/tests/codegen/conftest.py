from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from login_contract import resources
from login_contract.codegen import openapi_files, parts
from login_contract.codegen.openapi_files import FOLDER, VARIANTS, Descriptions
from login_contract.document import check, loader, published, yaml_reader
from login_contract.document.problem import Fault


@pytest.fixture(scope="session", autouse=True)
def _nothing_judged_twice() -> Iterator[None]:
    """Read no text and judge no document again that this process has found sound: it takes seconds."""
    read_yaml, openapi_faults = yaml_reader.read_yaml, check._openapi_faults

    @cache
    def kept(text: str, plain_keys: bool) -> bytes:
        return pickle.dumps(read_yaml(text, plain_keys=plain_keys))

    @cache
    def judged(document: str) -> tuple[Fault, ...]:
        return tuple(openapi_faults(json.loads(document)))

    def read(text: str, *, plain_keys: bool = False) -> Any:
        # Whoever reads may change what he gets.
        return pickle.loads(kept(text, plain_keys))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loader, "read_yaml", read)
        patch.setattr(check, "_openapi_faults", lambda document: judged(json.dumps(document)))
        yield


pytest.register_assert_rewrite("tests.codegen.python.token_laws", "tests.codegen.python.validator_laws")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of this checkout's description and generated files that the package believes to be its own.

    The client that is made with Node is left out, which would be installed anew for each copy.
    """
    copy = tmp_path / "checkout"
    for folder in ("openapi", "overlays", "generated"):
        ignore = shutil.ignore_patterns("__pycache__", ".*_cache", "typescript")
        shutil.copytree(resources.checkout() / folder, copy / folder, ignore=ignore)
    shutil.copy(resources.checkout() / "LICENSE", copy)
    monkeypatch.setattr(resources, "PACKAGE", copy / "tools" / "login_contract")
    monkeypatch.setattr(parts, "clients", lambda: ["python"])
    return copy


@pytest.fixture(scope="session")
def descriptions() -> Descriptions:
    """The descriptions as they were generated, for `verify` proves that they are current; change a copy."""
    folder = resources.path(FOLDER)
    variants = {name: json.loads((folder / f"{name}.json").read_text("utf-8")) for name in VARIANTS}
    return Descriptions(variants, (folder / published.FILE).read_text("utf-8"))


@pytest.fixture(scope="session")
def client() -> Path:
    """The client for Python as it was generated, for `verify` proves that it is current; change a copy."""
    return resources.path("generated/python")


@pytest.fixture
def variants(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """The only variants, and their files the only ones: what is true of them is of all."""
    few = ("login", "open")
    monkeypatch.setattr(openapi_files, "VARIANTS", few)
    for path in (checkout / "generated" / "openapi").glob("*.*"):
        if path.stem not in (*few, "published"):
            path.unlink()
    return few


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, unpacked where an installer would put it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=resources.checkout(),
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"
