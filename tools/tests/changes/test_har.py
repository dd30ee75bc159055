"""Recordings are read entry by entry, and a file that is none is refused in one line."""

from __future__ import annotations

import gzip
import json
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest

from login_contract.changes.har import entries
from login_contract.errors import UsageError

ENTRY = {"request": {"method": "GET", "url": "https://a/b"}, "response": {"status": 200}}


def har(*given: Any, **log: Any) -> str:
    return json.dumps({"log": {"version": "1.2", **log, "entries": list(given)}})


@pytest.mark.parametrize("indent", [None, 0, 4])
def test_all_entries_come_in_their_order(tmp_path: Path, indent: int | None) -> None:
    path = tmp_path / "a.har"
    several = [{**ENTRY, "n": n} for n in range(3)]
    path.write_text(json.dumps(json.loads(har(*several, pages=[{"id": "]}"}])), indent=indent))

    assert list(entries(path)) == several


def test_an_empty_recording_has_none(tmp_path: Path) -> None:
    path = tmp_path / "a.har"
    path.write_text(har())

    assert list(entries(path)) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"log": []}',
        b'{"log": {"entries": {}}}',
        b'{"log": {"version": "1.2"}}',
        b'{"log": {"entries": [1]}}',
        b'{"log": {"entries": [null]}}',
        b'{"log": {"entries": [{"request": 1}]}}',
        b'{"log": {"entries": [{}, ',
        b'{"log": {"entries": [{} {}]}}',
        b'{"log" {"entries": []}}',
        b"\xff\xfe\x00",
        b"\x1f\x8b\x08\x00broken",
        # Without the time: the processes that share the tests have to know them by the same names.
        gzip.compress(b'{"log": {"entries": [{}]}}', mtime=0)[:-9],
        b'{"log": {"entries": [' + b"[" * 100_000,
    ],
)
def test_what_is_no_recording_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.har"
    path.write_bytes(content)

    with pytest.raises(UsageError, match=r"a\.har is no recording of HTTP traffic \(HAR 1\.2\)$"):
        list(entries(path))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        list(entries(tmp_path / "a.har"))


def test_an_archive_has_to_be_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.har.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("har.har", har(ENTRY))

    with pytest.raises(UsageError, match="ZIP archive: unpack it"):
        list(entries(path))


def test_a_body_of_its_own_is_read_from_beside_the_recording(tmp_path: Path) -> None:
    path = tmp_path / "a.har"
    path.write_text(har({"request": {}, "response": {"content": {"_file": "b.json"}}}))
    (tmp_path / "b.json").write_text("{}")

    [entry] = entries(path)

    assert entry["response"]["content"] == {"_file": "b.json", "text": "e30=", "encoding": "base64"}


@pytest.mark.parametrize("name", ["../b.json", "/etc/hostname", "c/b.json", "..", "missing.json"])
def test_no_body_is_read_from_elsewhere(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "folder"
    (folder / "c").mkdir(parents=True)
    for place in (tmp_path, folder / "c"):
        (place / "b.json").write_text("{}")
    path = folder / "a.har"
    path.write_text(har({"request": {}, "response": {"content": {"_file": name}}}))

    [entry] = entries(path)

    assert "text" not in entry["response"]["content"]


def test_no_more_than_the_file_and_one_entry_is_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.har"
    small = [{**ENTRY, "headers": [{"name": str(n), "value": ""} for n in range(40)]}] * 300
    path.write_text(har(*small))
    size = path.stat().st_size

    tracemalloc.start()
    number = sum(1 for _ in entries(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert number == len(small)
    # The bytes and their text; the values of all entries would take ten times that.
    assert peak < 2.5 * size
