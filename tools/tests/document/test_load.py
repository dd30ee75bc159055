from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from login_contract.document.load import load
from login_contract.document.problem import DocumentError


def read(folder: Path, text: str | bytes, suffix: str = ".yaml") -> Any:
    path = folder / f"file{suffix}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(path, name=path.name)


def refusal(folder: Path, text: str | bytes, suffix: str = ".yaml") -> str:
    with pytest.raises(DocumentError) as caught:
        read(folder, text, suffix)
    return str(caught.value)


def test_yaml_is_read_by_the_rules_of_version_1_2(tmp_path: Path) -> None:
    text = "[no, on, 2026-01-31, 12:30, 010-012, 0x1f, 1_000, -7, 1.5, 1e3, true, null, ~]"
    assert read(tmp_path, text) == [
        "no",
        "on",
        "2026-01-31",
        "12:30",
        "010-012",
        "0x1f",
        "1_000",
        -7,
        1.5,
        1000.0,
        True,
        None,
        None,
    ]


def test_an_absent_yaml_value_is_null(tmp_path: Path) -> None:
    assert read(tmp_path, "a:\nb: ''\n") == {"a": None, "b": ""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb:\n  c: 1\n  c: 2\n", "file.yaml:4: the key c stands twice"),
        ("responses:\n  200: {}\n", "file.yaml:2: the key 200 is not a string (quote it)"),
        ("a: &a {b: 1}\nc:\n  <<: *a\n", "file.yaml:3: the key << is not a string (quote it)"),
        ("a: 1\nb: [1, 2\n", "file.yaml:3: "),
        ("a: 010\n", "file.yaml:1: 010 is a number to one reader and octal to another (quote it)"),
        ("a: .inf\n", "file.yaml:1: .inf is no JSON number"),
        ("a: .NaN\n", "file.yaml:1: .NaN is no JSON number"),
        ("a: 1e999\n", "file.yaml:1: 1e999 is no JSON number"),
        ("a: !!set {b}\n", "file.yaml:1: "),
        ("a: !!timestamp 2026-01-31\n", "file.yaml:1: "),
        ("a: 1\n---\nb: 1\n", "file.yaml:2: "),
        ("a: 1\nb: \x07\n", "file.yaml:2: character U+0007 is not allowed"),
        (b"a: 1\nb: \xff\n", "file.yaml:2: not UTF-8"),
    ],
)
def test_unclear_yaml_is_refused_with_its_line(tmp_path: Path, text: str | bytes, expected: str) -> None:
    assert refusal(tmp_path, text).startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": {"c": 1},\n "b": {"c": 1,\n "c": 2}}', "file.json:3: the key c stands twice"),
        ('{"a":\n NaN}', "file.json:1: NaN is no JSON number"),
        ('{"a": 1,\n}', "file.json:2: "),
    ],
)
def test_unclear_json_is_refused_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    assert refusal(tmp_path, text, ".json").startswith(expected)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"^gone.yaml#: No such file or directory$"):
        load(tmp_path / "gone.yaml", name="gone.yaml")


def test_every_refusal_is_one_line(tmp_path: Path) -> None:
    assert "\n" not in refusal(tmp_path, "a: [1,\n  - b\n")


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[" * 100_000, "nested too deeply"),
        ('{"a":\n ' + "1" * 5000 + "}", "a number of 5000 digits is too long"),
        ('{"a":\n 1e999}', "1e999 is no JSON number"),
    ],
)
def test_what_no_reader_can_hold_is_refused(tmp_path: Path, text: str, expected: str, suffix: str) -> None:
    place = "#" if expected == "nested too deeply" else ":2"
    assert refusal(tmp_path, text, suffix) == f"file{suffix}{place}: {expected}"


def test_plain_keys_are_the_text_that_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("{200: a, 010: b, true: c, null: d, 1.50: e, x: {201: 202}}")
    expected = {"200": "a", "010": "b", "true": "c", "null": "d", "1.50": "e", "x": {"201": 202}}
    assert load(path, plain_keys=True) == expected


@pytest.mark.parametrize("text", ["200: a\n'200': b\n", "x: &x {}\n<<: *x\n", "? [a]\n: b\n"])
def test_plain_keys_are_scalars_that_stand_once(tmp_path: Path, text: str) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text)
    with pytest.raises(DocumentError, match=r":[12]: the key "):
        load(path, plain_keys=True)
