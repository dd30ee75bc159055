"""Where a description that is compared comes from: a file, or a git revision."""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from login_contract.description.references import resolve
from login_contract.document.joined import joined
from login_contract.document.problem import DocumentError, Problem, in_one_line
from login_contract.document.validity import validity_faults
from login_contract.errors import UsageError

ENTRY = "openapi/login.yaml"


def read_description(source: str) -> dict[str, Any]:
    """Read a description by the path of a file, or by a git revision of the folder the process is in.

    A revision is written as git has it: `v0.1.0` means its `openapi/login.yaml`, `v0.1.0:api/all.yaml` that
    file. What a file refers to is read from where it stands.

    Raises:
        UsageError: there is no such file and no such revision, or it is no valid OpenAPI 3.0 or 3.1.
    """
    if Path(source).is_file():
        return _read(Path(source), source)
    with _taken_out(source) as path:
        return _read(path, source)


def _read(path: Path, source: str) -> dict[str, Any]:
    try:
        return _checked(joined(path), source)
    except DocumentError as error:
        # What is taken out of a revision stands at a place that nobody knows.
        line = in_one_line(error).replace(str(path), source)
        raise UsageError(line if line.startswith(source) else f"{source}: {line}") from None
    except RecursionError:
        raise UsageError(f"{source}: nested too deeply") from None


def _checked(document: Any, name: str) -> dict[str, Any]:
    if not (isinstance(document, dict) and str(document.get("openapi")).startswith(("3.0.", "3.1."))):
        raise UsageError(f"{name} is no OpenAPI 3.0 or 3.1")
    faults = validity_faults(document)
    if faults:
        raise DocumentError(Problem(name, message, pointer=pointer) for pointer, message in faults)
    return _with_items_in_place(document)


def _with_items_in_place(document: dict[str, Any]) -> dict[str, Any]:
    """Put path items that are only referred to in their places, where operations are looked for."""
    placed = dict(document)
    for kind in (each for each in ("paths", "webhooks") if each in document):
        placed[kind] = {
            name: {**resolve(document, item), **{key: each for key, each in item.items() if key != "$ref"}}
            for name, item in document[kind].items()
        }
    return placed


@contextmanager
def _taken_out(source: str) -> Iterator[Path]:
    """Yield the entry document of a revision, with the folder it stands in, at a temporary place."""
    revision, _, path = source.partition(":")
    path = path or ENTRY
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        raise UsageError(f"{source} is neither a file nor a git revision here")
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        raise UsageError(f"{revision} has no {path}: a path in it begins at its top")
    folder = PurePosixPath(path).parent
    top = _git("rev-parse", "--show-toplevel")
    place = (top or b".").decode().strip()
    packed = _git("-C", place, "archive", "--format=tar", commit.decode().strip(), "--", folder.as_posix())
    with tempfile.TemporaryDirectory() as temporary:
        if packed is not None:
            _unpack(packed, Path(temporary))
        found = Path(temporary, path)
        if not found.is_file():
            raise UsageError(f"{revision} has no {path}")
        yield found


def _unpack(packed: bytes, place: Path) -> None:
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        for member in archive:
            content = archive.extractfile(member) if member.isreg() else None
            if content is not None:
                target = place / PurePosixPath(member.name)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())


def _git(*arguments: str) -> bytes | None:
    """Return what git answers, None when it refuses."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout if done.returncode == 0 else None
