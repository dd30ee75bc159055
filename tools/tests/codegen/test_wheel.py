from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from login_contract import __version__, resources


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs Python outside the checkout, with the unpacked wheel before everything else."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=installed.parent,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_but_the_package_reaches_the_import_path(installed: Path) -> None:
    assert sorted(path.name for path in installed.iterdir()) == [
        "login_contract",
        f"xsolla_login_contract-{__version__}.dist-info",
    ]


def test_description_overlays_and_suite_travel_inside(installed: Path) -> None:
    for name in (
        "_data/openapi/login.yaml",
        "_data/overlays/mock/control.yaml",
        "_data/generated/openapi/mock.json",
        "_data/generated/openapi/published.txt",
        "_data/generated/python/samples.json",
        "_suite/conftest.py",
        "mock/hosted/account/page.html",
        "mock/hosted/account/account.css",
        "mock/hosted/account/main.js",
    ):
        assert (installed / "login_contract" / name).is_file()


def test_neither_caches_nor_the_generated_client_travel_along(installed: Path) -> None:
    # What runs out of the unpacked wheel leaves caches there.
    with zipfile.ZipFile(next(installed.parent.glob("*.whl"))) as wheel:
        names = [name for path in wheel.namelist() for name in path.split("/")]
    assert "cli" in names
    assert {name for name in names if name.startswith(".")} <= {".npmrc"}
    assert not {"__pycache__", "node_modules", "xsolla_login_client"} & set(names)


def test_resources_are_found_in_the_wheel(installed: Path) -> None:
    code = (
        "from login_contract import resources as r\n"
        "print(r.path('contract_tests'), r.path('openapi/login.yaml'), r.is_checkout(), sep='\\n')"
    )
    package = installed / "login_contract"
    assert run(installed, "-c", code).stdout.splitlines() == [
        str(package / "_suite"),
        str(package / "_data" / "openapi" / "login.yaml"),
        "False",
    ]


FEW = """
import sys
from login_contract import cli
from login_contract.codegen import openapi_files
openapi_files.VARIANTS = ("login", "jwt")
sys.exit(cli.run(["generate", "openapi", "--output", sys.argv[1]]))
"""


def test_the_wheel_generates_where_it_is_told(installed: Path, tmp_path: Path) -> None:
    # The client is made in test_regenerating.py.
    done = run(installed, "-c", FEW, str(tmp_path))
    assert done.returncode == 0, done.stderr
    for name in ("login.json", "jwt.yaml", "published.txt"):
        committed = resources.checkout() / "generated" / "openapi" / name
        assert (tmp_path / "openapi" / name).read_bytes() == committed.read_bytes()


def test_the_wheel_asks_where_to_write(installed: Path) -> None:
    done = run(installed, "-m", "login_contract", "generate")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "login-contract: this is not a checkout: say with --output where to write\n"


def test_an_unknown_resource_is_a_clear_error() -> None:
    from login_contract.errors import UsageError

    with pytest.raises(UsageError, match=r"openapi/gone.yaml is neither in the installed package nor in"):
        resources.path("openapi/gone.yaml")
