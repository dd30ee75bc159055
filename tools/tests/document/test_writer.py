from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from login_contract.document.loader import load
from login_contract.document.writer import to_json, to_yaml
from tests.document import core_schema as core

LOOKALIKES = (
    *core.NULLS,
    *core.BOOLEANS,
    *core.NUMBERS,
    *core.NOT_FINITE,
    *core.OCTAL_IN_1_1,
    *core.LOOKALIKES,
    "-",
)
NAMES = st.text(st.characters(codec="ascii", categories=["L", "N", "P"]))
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS


@pytest.mark.parametrize("text", LOOKALIKES)
def test_text_that_looks_like_something_else_is_quoted_for_every_reader(tmp_path: Path, text: str) -> None:
    written = to_yaml({"a": text})
    (tmp_path / "file.yaml").write_text(written, "utf-8")
    assert load(tmp_path / "file.yaml") == yaml.safe_load(written) == {"a": text}


@settings(deadline=None)
@given(st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner)))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, document: object) -> None:
    folder = tmp_path_factory.getbasetemp()
    (folder / "a.yaml").write_bytes(to_yaml(document).encode())
    (folder / "a.json").write_bytes(to_json(document).encode())
    assert load(folder / "a.yaml") == load(folder / "a.json") == document


@pytest.mark.parametrize(
    "character", ["\x85", "\u2028", "\u2029", "\ufeff", "\x7f", "\x9f", "\uffff", "\t", "\r"]
)
def test_characters_that_readers_differ_about_are_escaped_and_kept(tmp_path: Path, character: str) -> None:
    document = {f"a{character}b": [f"c{character}d", f"e\n{character}f\n", character]}
    written = to_yaml(document)
    assert character not in written
    (tmp_path / "file.yaml").write_bytes(written.encode())
    assert load(tmp_path / "file.yaml") == document


def test_texts_of_several_lines_are_block_scalars() -> None:
    assert to_yaml({"b": "one\ntwo\n", "a": [{"c": "no", "d": "2026-01-31"}]}) == (
        "b: |\n  one\n  two\na:\n  - c: 'no'\n    d: '2026-01-31'\n"
    )


def test_a_value_used_twice_is_written_twice() -> None:
    shared = {"x": 1}
    assert to_yaml({"a": shared, "b": shared}) == "a:\n  x: 1\nb:\n  x: 1\n"


def test_json_keeps_order_and_letters_and_ends_in_a_newline() -> None:
    assert to_json({"b": "Grüße", "a": 1}) == '{\n  "b": "Grüße",\n  "a": 1\n}\n'
