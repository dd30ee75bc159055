"""Where a command puts what it made: standard output, or a file that is whole or not there."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
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
    try:
        if path is None:
            _print(content)
        elif path.is_dir():
            raise UsageError(f"{path}: a folder stands there")
        elif path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        raise UsageError(f"{path or 'standard output'}: {error.strerror or error}") from None


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


def _replace(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
