"""How a file of users is read: its spelling, its broken lines, and what its mapping says of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from .bulk_users import Bulk

law = pytest.mark.law
TEXT = 'ann@example.com,"Änn, ""the"" one"\r\nben@example.com,"B\r\nen"\r\n'
READ = [["ann@example.com", 'Änn, "the" one'], ["ben@example.com", "B\r\nen"]]
FILES = {
    "plain": (TEXT.encode(), {}),
    "a mark": (TEXT.encode("utf-8-sig"), {}),
    "UTF-16": (TEXT.encode("utf-16"), {}),
    "semicolons": (TEXT.replace(",", ";", 1).replace('com,"B', 'com;"B').encode(), {"comma": ";"}),
    "tabs": (TEXT.replace(",", "\t", 1).replace('com,"B', 'com\t"B').encode(), {"comma": "\t"}),
    "blank lines": (f"\r\n\r\n{TEXT}\r\n".encode(), {}),
    "no end of line": (TEXT.removesuffix("\r\n").encode(), {}),
    "more values": (TEXT.replace('"\r\n', '",more,,\r\n').encode(), {}),
}


@law("A file is read by its own spelling: marks, encodings, separators, quotes and line ends")
@pytest.mark.parametrize("kind", FILES)
def test_file_is_read_by_its_spelling(bulk: Bulk, kind: str) -> None:
    content, more = FILES[kind]

    told = bulk.take(content, {"email": 0, "nickname": 1}, **more)

    assert (told.created, told.refused) == (2, {})
    assert bulk.users("email", "nickname") == READ


BROKEN: Mapping[str, tuple[bytes, list[int]]] = {
    "no UTF-8": (b"ann@example.com,\xc4nn\n", [2]),
    "a NUL": (b"ann@example.com,A\0n\n", [2]),
    "quotes and more": (b'ann@example.com,"A"nn\n', [2]),
    "too few values": (b"ann@example.com\n", [2]),
    "no end": (b"ann@example.com," + b"x" * 100_000 + b"\n", [2]),
    "nobody": (b",Ann\n", [2]),
    "UTF-16 without a mark": ("ann@example.com,A\n".encode("utf-16-le"), [2, 3]),
}


@law("What is no line of a file is told by its number, and the lines around it are read")
@pytest.mark.parametrize("kind", BROKEN)
def test_broken_line_stops_no_other(bulk: Bulk, kind: str) -> None:
    broken, numbers = BROKEN[kind]
    after = b"" if numbers[-1] == 3 else b"cid@example.com,Cid\n"

    told = bulk.take(b"ben@example.com,Ben\n" + broken + after, {"email": 0, "nickname": 1})

    assert list(told.refused) == numbers
    assert bulk.users("email") == [["ben@example.com"], *([["cid@example.com"]] if after else [])]


@law("A refused line is told by the number of the line at which it begins")
def test_line_is_told_by_where_it_begins(bulk: Bulk) -> None:
    text = '\n\nann@example.com,"A\nn\nn"\n\nnowhere,"B\ne\nn"\r\nalso nowhere,Cid\n'

    told = bulk.take(text, {"email": 0, "nickname": 1})

    assert list(told.refused) == [7, 10]


@law("Quotes that are never closed cost the lines behind them, and no others")
def test_open_quotes_cost_what_is_behind(bulk: Bulk) -> None:
    text = 'ann@example.com,Ann\nben@example.com,"Ben\ncid@example.com,Cid\n'

    told = bulk.take(text, {"email": 0, "nickname": 1})

    assert (told.created, list(told.refused)) == (1, [2])
    assert "line 3" in told.refused[2]
    assert bulk.users("email") == [["ann@example.com"]]


@law("A mapping tells what the values of a line are, wherever they stand")
def test_mapping_tells_what_values_are(bulk: Bulk) -> None:
    told = bulk.take("x;Ann;ann@example.com;y\n", {"nickname": 1, "email": 2, "username": 2}, comma=";")

    assert told.created == 1
    assert bulk.users("email", "username", "nickname", "phone_number") == [
        ["ann@example.com", "ann@example.com", "Ann", ""]
    ]
