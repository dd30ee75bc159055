"""The description of the last release, and what the present one may change of it.

`generated/openapi/released/login.json` is written by a release and by nothing else; its `info.version` is
that of the release.
"""

from __future__ import annotations

import json
from typing import Any

from login_contract import resources
from login_contract.changes.change import Change, Impact
from login_contract.changes.comparison import compare
from login_contract.changes.versions import is_newer, may_break, next_breaking
from login_contract.errors import Failure, UsageError

FOLDER = "released"
PLACE = f"generated/openapi/{FOLDER}/login.json"
PRESENT = "generated/openapi/login.json"
ENTRY = "openapi/login.yaml"


def faults(present: dict[str, Any], released: dict[str, Any]) -> list[str]:
    """Return a line for each change that breaks what was released, unless the version says that it may."""
    comparison = compare(released, present)
    was, now = comparison.versions
    try:
        if may_break(was, now):
            return []
        wanted = next_breaking(was)
    except ValueError as error:
        return [f"{ENTRY}#/info/version: {error}"]
    broken = [each for each in comparison.changes if each.impact is Impact.BREAKING]
    advice = f"breaks the release {was}: take it back, or let info.version be {wanted}"
    return [f"{ENTRY}: {_told(each)} ({advice})" for each in broken]


def released_faults() -> list[str]:
    """Return what `faults` finds in the checkout's description; there is always a release to compare with.

    Where the description itself is missing there is nothing to compare; that is told elsewhere.

    Raises:
        UsageError: the description of the last release is missing.
    """
    if not (resources.checkout() / PRESENT).is_file():
        return []
    return faults(_read(PRESENT), _read(PLACE))


def record() -> str:
    """Write the present description as that of a release, and say what was done.

    Raises:
        Failure: it breaks what was released before, and its version does not say so.
        UsageError: this is no checkout, or the version was released already with other contents.
    """
    if not resources.is_checkout():
        raise UsageError("a release is made in a checkout")
    present, place = resources.path(PRESENT), resources.checkout() / PLACE
    document = json.loads(present.read_bytes())
    version = str(document["info"]["version"])
    if place.is_file():
        before = json.loads(place.read_bytes())
        was = str(before["info"]["version"])
        if before == document:
            return f"unchanged: {PLACE} is {version}"
        if not is_newer(was, version):
            raise UsageError(f"{was} is released: raise info.version in {ENTRY}, then generate, then release")
        found = faults(document, before)
        if found:
            raise Failure("\n".join(found))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(present.read_bytes())
    return f"wrote {PLACE}: {version}"


def _read(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(resources.path(name).read_bytes())
    return document


def _told(change: Change) -> str:
    place = f" {change.where}" if change.place else ""
    return f"{change.operation}{place}: {change.message}"
