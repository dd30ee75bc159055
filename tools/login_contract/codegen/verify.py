"""Proves that `generated/` is what the description makes, and that what it makes is sound."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from login_contract import resources
from login_contract.changes.released import released_faults
from login_contract.codegen.compare import differences
from login_contract.codegen.generate import write_fresh
from login_contract.codegen.parts import missing
from login_contract.codegen.python.distribution import PACKAGE
from login_contract.codegen.support.page import FILE as SUPPORTED
from login_contract.codegen.support.survey import missing as missing_sources
from login_contract.errors import Failure, UsageError

#: A program that imports every module of the client in a folder, and every name that the package offers.
IMPORT_EVERYTHING = f"""
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
package = importlib.import_module("{PACKAGE}")
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
for name in getattr(package, "__all__", ()):
    getattr(package, name)
"""


def verify() -> dict[str, str]:
    """Regenerates into a temporary place, compares, imports and type-checks.

    Returns what could not be made on this machine and so was not judged, by name, with the reason.

    Raises:
        Failure: one line per finding; DocumentError and GenerationError are such.
        UsageError: this is not a checkout, or mypy is missing.
    """
    if not resources.is_checkout():
        raise UsageError("verify compares the checkout's generated/ and needs a checkout")
    if importlib.util.find_spec("mypy") is None:
        raise UsageError("verify needs mypy: pip install mypy")
    without = missing("all")
    unsurveyed = missing_sources(resources.checkout())
    if unsurveyed is not None:
        without = {**without, SUPPORTED: unsurveyed}
    present = resources.checkout() / "generated"
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary)
        write_fresh("all", fresh)
        findings = [
            *(f"generated/{line}" for line in differences(fresh, present, without=without)),
            *released_faults(),
            *_import_everything(fresh / "python"),
            *_type_check(fresh / "python"),
        ]
    if findings:
        raise Failure("\n".join(findings))
    return without


def _import_everything(folder: Path) -> list[str]:
    return _run("-I", "-B", "-W", "error", "-c", IMPORT_EVERYTHING, str(folder), cwd=folder)


def _type_check(folder: Path) -> list[str]:
    cache = resources.checkout() / ".mypy_cache" / "generated"
    options = ("--strict", "--config-file=", "--no-error-summary", f"--cache-dir={cache}")
    return _run("-m", "mypy", *options, "-p", PACKAGE, cwd=folder)


def _run(*arguments: str, cwd: Path) -> list[str]:
    done = subprocess.run([sys.executable, *arguments], cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    return [f"generated/python/{line}" for line in (done.stdout + done.stderr).splitlines()]
