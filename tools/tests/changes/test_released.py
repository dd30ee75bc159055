"""What a release promised is kept until a version says otherwise, and only a release writes it down."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from login_contract import resources
from login_contract.changes import released
from login_contract.changes.versions import may_break, next_breaking
from login_contract.codegen import verify as verification
from login_contract.codegen.openapi_files import Descriptions, write_openapi
from login_contract.errors import Failure, UsageError
from tests.changes.planted import move_path, take_longer_names

Document = dict[str, Any]


@pytest.mark.parametrize(
    ("old", "new", "allowed"),
    [
        ("1.2.3", "2.0.0", True),
        ("1.2.3", "1.9.0", False),
        ("1.2.3", "1.2.3", False),
        ("2.0.0", "1.9.9", False),
        ("0.1.0", "0.2.0", True),
        ("0.1.0", "0.1.9", False),
        ("0.9.0", "1.0.0", True),
        ("0.1.0", "0.2.0-rc.1", True),
    ],
)
def test_a_major_version_may_break_and_before_the_first_a_minor_one(
    old: str, new: str, allowed: bool
) -> None:
    assert may_break(old, new) == allowed
    assert may_break(old, next_breaking(old))


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, description: Document) -> Path:
    """A checkout whose description is a small one, and released as it stands."""
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "tools" / "login_contract")
    (tmp_path / "openapi").mkdir()
    describe(tmp_path, description)
    released.record()
    return tmp_path


def describe(checkout: Path, document: Document, version: str = "1.4.0") -> None:
    document["info"]["version"] = version
    place = checkout / released.PRESENT
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(document), "utf-8")


def last(checkout: Path) -> str:
    return str(json.loads((checkout / released.PLACE).read_bytes())["info"]["version"])


def test_what_breaks_a_release_fails_until_the_version_says_so(checkout: Path, description: Document) -> None:
    assert released.released_faults() == []
    move_path(description)
    describe(checkout, description, "1.5.0")

    (fault,) = released.released_faults()
    assert "POST /login: is POST /signin now" in fault
    assert "info.version be 2.0.0" in fault

    describe(checkout, description, "2.0.0")
    assert released.released_faults() == []


def test_what_breaks_nobody_passes_in_any_version(checkout: Path, description: Document) -> None:
    take_longer_names(description)
    describe(checkout, description)

    assert released.released_faults() == []


def test_a_version_that_is_none_is_told(checkout: Path, description: Document) -> None:
    describe(checkout, description, "next")

    assert released.released_faults() == ["openapi/login.yaml#/info/version: next is no version like 1.2.3"]


def test_a_release_writes_down_what_it_releases(checkout: Path, description: Document) -> None:
    take_longer_names(description)
    describe(checkout, description, "1.5.0")
    released.record()

    assert json.loads((checkout / released.PLACE).read_bytes()) == description
    assert "unchanged" in released.record()


def test_a_version_is_released_once(checkout: Path, description: Document) -> None:
    take_longer_names(description)
    describe(checkout, description, "1.4.0")

    with pytest.raises(UsageError, match=r"1\.4\.0 is released"):
        released.record()
    assert last(checkout) == "1.4.0"


def test_a_release_that_breaks_more_than_its_version_says_is_refused(
    checkout: Path, description: Document
) -> None:
    move_path(description)
    describe(checkout, description, "1.5.0")

    with pytest.raises(Failure, match="breaks the release"):
        released.record()
    assert last(checkout) == "1.4.0"


def test_generation_leaves_the_release_as_it_is(checkout: Path, description: Document) -> None:
    fresh = checkout / "fresh"
    write_openapi(Descriptions({"login": description}, ""), fresh)

    kept, written = checkout / released.PLACE, fresh / released.FOLDER / "login.json"
    assert written.read_bytes() == kept.read_bytes()


def test_verify_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "missing", lambda part: {})
    monkeypatch.setattr(verification, "write_fresh", lambda part, place: [])
    monkeypatch.setattr(verification, "differences", lambda *folders, without: [])
    for judge in ("_import_everything", "_type_check"):
        monkeypatch.setattr(verification, judge, lambda folder: [])
    monkeypatch.setattr(verification, "released_faults", list)
    verification.verify()
    monkeypatch.setattr(verification, "released_faults", lambda: ["it breaks"])

    with pytest.raises(Failure, match="it breaks"):
        verification.verify()
