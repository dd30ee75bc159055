from __future__ import annotations

import contextlib
import time
from typing import Any

import pytest

from login_contract.mock.contract import payload
from login_contract.mock.contract.payload import Malformed


@pytest.mark.parametrize(
    "document",
    [
        b"[" * 65 + b'"' + b'\\"' * 32_000,
        b"[" * 65 + b'"' + b'\\"' * 32_000 + b"\\",
        b"[" * 65 + b'"' * 64_000,
        b"[" * 65 + b"\\" * 64_000,
        b"[" * 65_000,
        b"1" * 65_000,
        b"1." + b"1" * 65_000,
    ],
    ids=["open string", "open escape", "quotes", "backslashes", "brackets", "digits", "decimals"],
)
def test_the_largest_body_is_judged_in_a_moment(document: bytes) -> None:
    began = time.perf_counter()
    with contextlib.suppress(Malformed):
        payload.from_json(document)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize(
    ("document", "value"),
    [
        (b'{"a": [1, -2.5, true, null, "\\u00e4"]}', {"a": [1, -2.5, True, None, "ä"]}),
        (b"[" * 64 + b"]" * 64, None),
        (b'"\\ud83d\\ude00"', "😀"),
        (b'"\\\\u0000"', "\\u0000"),
        (b"-9223372036854775808", -(2**63)),
        (b'"' + b"[" * 100 + b'"', "[" * 100),
        (b'["\\"' + b"[" * 100 + b'"]', ['"' + "[" * 100]),
    ],
)
def test_sound_documents_are_read(document: bytes, value: Any) -> None:
    read = payload.from_json(document)
    if value is not None:
        assert read == value


@pytest.mark.parametrize(
    "encoded", [b"a=%ff", b"%ff=a", b"a=%00", b"%00=a", b"a=\xff", b"a=%ed%a0%80", b"a=%c0%80"]
)
def test_pairs_are_utf_8_without_nul(encoded: bytes) -> None:
    with pytest.raises(Malformed):
        payload.pairs(encoded)


def test_pairs_keep_repetitions_and_empty_values() -> None:
    assert payload.pairs(b"a=1&b=&a=2+%2B&c&&=") == {"a": ["1", "2 +"], "b": [""], "c": [""], "": [""]}
