from __future__ import annotations

from pathlib import Path

import pytest

from login_contract import resources
from login_contract.codegen import verify as module
from login_contract.codegen.generate import generate
from login_contract.codegen.verify import verify
from login_contract.errors import Failure, UsageError

PACKAGE = "python/xsolla_login_client"


def findings() -> list[str]:
    with pytest.raises(Failure) as caught:
        verify()
    return str(caught.value).splitlines()


@pytest.fixture
def written(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What generation is made to write, by path; `generated/` holds a tiny sound client."""
    files = {
        f"{PACKAGE}/__init__.py": '"""A client."""\n\n__all__: tuple[str, ...] = ()\n',
        f"{PACKAGE}/py.typed": "",
    }

    def write(folder: Path) -> None:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    for path in (checkout / "generated").rglob("*"):
        if path.is_file():
            path.unlink()
    write(checkout / "generated")
    monkeypatch.setattr(module, "write_fresh", lambda part, place: write(place))
    monkeypatch.setattr(module, "released_faults", list)
    return files


@pytest.mark.long
def test_a_changed_line_of_the_description_is_told_and_generate_mends_it(
    checkout: Path, variants: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    # That the whole client is imported and type-checked is seen by `nox -s verify`; how that is told, below.
    for judge in ("_import_everything", "_type_check"):
        monkeypatch.setattr(module, judge, lambda folder: [])
    entry = checkout / "openapi" / "login.yaml"
    entry.write_text(entry.read_text("utf-8").replace("\n  version: ", "\n  version: 9"), "utf-8")
    assert findings() == [
        *(f"generated/openapi/{name}.{form}: differs" for name in variants for form in ("json", "yaml")),
        "generated/python/pyproject.toml: differs",
    ]
    assert [(place.name, changed) for place, changed in generate("all", output=None)] == [
        ("openapi", True),
        ("python", True),
    ]
    verify()


@pytest.mark.usefixtures("variants")
def test_generate_leaves_current_files_alone(checkout: Path) -> None:
    file = checkout / "generated" / "openapi" / "login.json"
    before = file.stat()
    assert [changed for _, changed in generate("openapi", output=None)] == [False]
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.usefixtures("variants")
def test_generate_takes_away_what_it_does_not_write(checkout: Path) -> None:
    stale = checkout / "generated" / "openapi" / "stale.json"
    stale.write_text("{}")
    list(generate("openapi", output=None))
    assert not stale.exists()


def test_what_is_current_passes(written: dict[str, str]) -> None:
    verify()


def test_a_missing_file_is_told(checkout: Path, written: dict[str, str]) -> None:
    (checkout / "generated" / PACKAGE / "py.typed").unlink()
    assert findings() == [f"generated/{PACKAGE}/py.typed: missing"]


def test_a_file_that_nobody_generates_is_told(checkout: Path, written: dict[str, str]) -> None:
    (checkout / "generated" / "python" / "notes.txt").write_text("mine")
    assert findings() == ["generated/python/notes.txt: untracked, generation does not write it"]


def test_caches_of_tools_are_no_generated_files(checkout: Path, written: dict[str, str]) -> None:
    (checkout / "generated" / PACKAGE / "__pycache__").mkdir()
    (checkout / "generated" / PACKAGE / "__pycache__" / "x.pyc").write_bytes(b"")
    verify()


def test_a_module_that_cannot_be_imported_is_told(written: dict[str, str]) -> None:
    written[f"{PACKAGE}/broken.py"] = "import nowhere_to_be_found\n"
    assert any("ModuleNotFoundError: No module named 'nowhere_to_be_found'" in line for line in findings())


def test_a_type_error_is_told(written: dict[str, str]) -> None:
    written[f"{PACKAGE}/wrong.py"] = "def double(x):\n    return 2 * x\n"
    assert any(
        line.startswith(f"generated/{PACKAGE}/wrong.py:1: error: Function is missing a type annotation")
        for line in findings()
    )


def test_without_a_checkout_there_is_nothing_to_verify(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "site-packages" / "login_contract")
    with pytest.raises(UsageError, match="needs a checkout"):
        verify()
    with pytest.raises(UsageError, match="--output"):
        list(generate("all", output=None))


def test_a_wrong_description_leaves_generated_files_alone(checkout: Path) -> None:
    before = (checkout / "generated" / "openapi" / "login.json").read_bytes()
    entry = checkout / "openapi" / "login.yaml"
    entry.write_text(entry.read_text("utf-8").replace("openapi: 3.1.0", "openapi: 3.0.0"), "utf-8")
    with pytest.raises(Failure, match=r"openapi/login.yaml#/openapi: the version must be 3.1.x"):
        list(generate("all", output=None))
    assert (checkout / "generated" / "openapi" / "login.json").read_bytes() == before
