"""Where the description, the overlays and the suite are: inside the package, or in the checkout."""

from __future__ import annotations

from pathlib import Path

from login_contract.errors import UsageError

PACKAGE = Path(__file__).resolve().parent
SUITE = "contract_tests"
SOURCES = "tools/login_contract/"


def path(name: str) -> Path:
    """Finds a file or folder by its path in the checkout, e.g. `generated/openapi/mock.json`.

    A wheel carries them inside the package; an editable install reads the checkout itself.

    Raises:
        UsageError: nothing of that name exists in either place.
    """
    found = _packaged(name)
    if found.exists():
        return found
    found = checkout() / name
    if found.exists():
        return found
    raise UsageError(f"{name} is neither in the installed package nor in {checkout()}")


def checkout() -> Path:
    """The top of the checkout this package is installed from (meaningless for a wheel)."""
    return PACKAGE.parents[1]


def is_checkout() -> bool:
    """Whether the package runs from a checkout, where `generated/` can be rewritten."""
    return (checkout() / "openapi").is_dir()


def _packaged(name: str) -> Path:
    if name == SUITE or name.startswith(f"{SUITE}/"):
        return PACKAGE / "_suite" / name[len(SUITE) + 1 :]
    if name.startswith(SOURCES):
        return PACKAGE / name[len(SOURCES) :]
    return PACKAGE / "_data" / name
