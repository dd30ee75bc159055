"""Where a command puts what it made: standard output, or a file that is whole or not there."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from login_contract.errors import UsageError


def write(content: bytes, path: Path | None = None) -> None:
    """Writes to standard output, or to a file; a reader that stops early (`head`) is no error.

    A file is replaced in one step and keeps its permissions; until then readers see the old one. A
    device or a pipe is written to as it is.

    Raises:
        UsageError: it cannot be written.
    """
    if path is not None:
        write_pieces((content,), path)
        return
    try:
        _print(content)
    except OSError as error:
        raise UsageError(f"standard output: {error.strerror or error}") from None


def write_pieces(pieces: Iterable[bytes], path: Path, *, private: bool = False) -> None:
    """Writes to a file as `write` does, one piece after the other.

    One that is `private` can be read by its owner alone from then on.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        if path.is_dir():
            raise UsageError(f"{path}: a folder stands there")
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                file.writelines(pieces)
        else:
            _replace(path.resolve(), pieces, private=private)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None


def check(path: Path) -> None:
    """Sees that a file can be written, before there is anything to write in it; what stands there stays.

    Raises:
        UsageError: it cannot.
    """
    try:
        if path.is_dir():
            raise UsageError(f"{path}: a folder stands there")
        if path.exists() and not path.is_file():
            return
        draft = _draft(path.resolve())
        draft.touch(exist_ok=False)
        draft.unlink()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None


def _print(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _forget_output()


def _forget_output() -> None:
    """Keeps the interpreter from writing the rest, and from complaining, when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}")


def _replace(path: Path, pieces: Iterable[bytes], *, private: bool) -> None:
    draft = _draft(path)
    try:
        draft.touch(mode=0o600 if private else 0o666, exist_ok=False)
        with draft.open("wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        if path.exists() and not private:
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
