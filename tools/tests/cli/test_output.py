"""A command's output. Never name a real device here: whoever runs as root can replace it."""

from __future__ import annotations

import io
import os
import sys
import threading
from pathlib import Path

import pytest

from login_contract import cli, output
from login_contract.errors import UsageError


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "file"
    path.write_text("old")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(UsageError, match=r"/file: No space left on device$"):
            output.write(b"new", path)
    assert (path.read_text(), list(tmp_path.iterdir())) == ("old", [path])
    output.write(b"new", path)
    assert (path.read_text(), list(tmp_path.iterdir())) == ("new", [path])


def test_readers_keep_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    with path.open() as before:
        output.write(b"new", path)
        assert before.read() == "old"


def test_a_new_file_has_ordinary_permissions(tmp_path: Path) -> None:
    output.write(b"new", tmp_path / "file")
    (tmp_path / "plain").touch()
    assert (tmp_path / "file").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch(0o600)
    output.write(b"new", path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    output.write(b"new", pipe)
    reader.join(10)
    assert read == [b"new"]
    assert pipe.is_fifo()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r": a folder stands there$"):
        output.write(b"new", tmp_path)


def test_terminal_that_cannot_show_a_character_gets_an_escape(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(shown, encoding="ascii", write_through=True))
    monkeypatch.setattr(cli, "run", lambda _: sys.stdout.write("Acc\xe8s"))

    with pytest.raises(SystemExit):
        cli.main()

    assert shown.getvalue().strip() == rb"Acc\xe8s"
