from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from login_contract.document.loader import load
from login_contract.document.problem import DocumentError
from tests.document.core_schema import BOOLEANS, LOOKALIKES, NOT_FINITE, NULLS, NUMBERS, OCTAL_IN_1_1


def read(folder: Path, text: str | bytes, suffix: str = ".yaml") -> Any:
    path = folder / f"file{suffix}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(path, name=path.name)


def refusal(folder: Path, text: str | bytes, suffix: str = ".yaml") -> str:
    with pytest.raises(DocumentError) as caught:
        read(folder, text, suffix)
    return str(caught.value)


def typed(value: Any) -> tuple[type, str]:
    """A scalar with its type and all its digits: to Python 1, 1.0 and True are one."""
    return type(value), repr(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, None) for text in NULLS),
        *BOOLEANS.items(),
        *NUMBERS.items(),
        *((text, text) for text in LOOKALIKES),
    ],
)
def test_a_plain_scalar_is_what_the_core_schema_says(tmp_path: Path, text: str, expected: Any) -> None:
    assert typed(read(tmp_path, f"k: {text}\n")["k"]) == typed(expected)


@pytest.mark.parametrize("text", [*NULLS, *BOOLEANS, *NUMBERS, *LOOKALIKES, *NOT_FINITE, *OCTAL_IN_1_1])
def test_what_stands_in_quotes_is_text(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, f"- '{text}'\n- \"{text}\"\n- ! {text or '~'}\n") == [text, text, text or "~"]


@pytest.mark.parametrize("text", NOT_FINITE)
def test_numbers_that_json_cannot_hold_are_refused(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, f"\nk: {text}\n") == f"file.yaml:2: {text} is no JSON number"


@pytest.mark.parametrize("text", OCTAL_IN_1_1)
def test_numbers_that_1_1_reads_as_octal_are_refused(tmp_path: Path, text: str) -> None:
    told = f"file.yaml:1: {text} is a number to one reader and octal to another (quote it)"
    assert refusal(tmp_path, f"k: {text}\n") == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("!!bool yes", "yes is no bool in YAML 1.2"),
        ("!!bool maybe", "maybe is no bool in YAML 1.2"),
        ("!!int 0b1", "0b1 is no int in YAML 1.2"),
        ("!!float one", "one is no float in YAML 1.2"),
        ("!!null nothing", "nothing is no null in YAML 1.2"),
        ("!!int [1]", "expected a scalar node, but found sequence"),
        ("!!bool {}", "expected a scalar node, but found mapping"),
        ("!!int 0x" + "f" * 5000, "a number of 5002 digits is too long"),
    ],
)
def test_a_tag_that_its_scalar_does_not_keep_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    assert refusal(tmp_path, f"k: {text}\n") == f"file.yaml:1: {expected}"


def test_a_tag_that_its_scalar_keeps_is_read(tmp_path: Path) -> None:
    text = "[!!int 0x10, !!float 3, !!bool TRUE, !!null '', !!str 12]"
    assert [typed(one) for one in read(tmp_path, text)] == [typed(one) for one in (16, 3.0, True, None, "12")]


def test_yaml_is_read_by_the_rules_of_version_1_2(tmp_path: Path) -> None:
    text = "[no, on, 2026-01-31, 12:30, 010-012, 0x1f, 1_000, -7, 1.5, 1e3, true, null, ~]"
    assert read(tmp_path, text) == [
        "no",
        "on",
        "2026-01-31",
        "12:30",
        "010-012",
        31,
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
        ("a: &a {b: 1}\nc:\n  <<: *a\n", "file.yaml:3: merge keys (<<) are not supported: write out"),
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
        ('{"a":\n NaN}', "file.json:2: NaN is no JSON number"),
        ('{"NaN": "Infinity",\n"a":\n -Infinity}', "file.json:3: -Infinity is no JSON number"),
        ('{\n\t"a": 1,\n\t"a": 2}', "file.json:3: the key a stands twice"),
        ('{"a": 1\n "b": 2}', "file.json:2: Expecting ',' delimiter"),
        ('{"a":', "file.json:1: Expecting value"),
    ],
)
def test_unclear_json_is_refused_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    assert refusal(tmp_path, text, ".json").startswith(expected)


DOCUMENTS = {
    "YAML": "a: 1\nb: [2, 3]\n",
    "YAML between braces": "{a: 1,\n b: [2, 3],}\n",
    "JSON": '{"a": 1, "b": [2, 3]}',
    "JSON with tabs": '\n{\n\t"a": 1,\n\t"b": [2,\t3]\n}',
}


@pytest.mark.parametrize("suffix", [".yaml", ".json", ".txt", ""])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "byte-order mark"])
@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
def test_the_content_decides_what_is_read(tmp_path: Path, text: str, mark: str, suffix: str) -> None:
    assert read(tmp_path, mark + text, suffix) == {"a": 1, "b": [2, 3]}


@pytest.mark.parametrize("suffix", [".yaml", ".json", ""])
@pytest.mark.parametrize(
    "text", [r'{"\ud83d\ude80": "\uD83D\uDE80 \ud83d\ude80"}', r'"\ud83d\ude80": "\uD83D\uDE80 🚀"']
)
def test_two_halves_are_one_character(tmp_path: Path, text: str, suffix: str) -> None:
    assert read(tmp_path, text, suffix) == {"🚀": "🚀 🚀"}


@pytest.mark.parametrize("suffix", [".yaml", ".json", ""])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (r'{"a": "\ud83d\ude80",%s"b": "\ud83d"}', "2: half a character, \\ud83d"),
        (r'{"a": 1,%s"b": ["\ude80\ud83d"]}', "2: half a character, \\ude80"),
        (r'{"a": 1,%s"\ud83d x": 1}', "2: half a character, \\ud83d"),
        (r'a: 1%sb: "\udfff"', "2: half a character, \\udfff"),
    ],
)
def test_half_a_character_is_refused(tmp_path: Path, text: str, told: str, suffix: str) -> None:
    assert refusal(tmp_path, text % "\n", suffix) == f"file{suffix}:{told}"


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_what_ends_a_line_in_1_1_only_is_an_ordinary_character(tmp_path: Path, character: str) -> None:
    text = f"a{character}b: x{character}y # {character}\n'c{character}': |\n  {character}\n"
    assert read(tmp_path, text) == {f"a{character}b": f"x{character}y", f"c{character}": f"{character}\n"}
    assert refusal(tmp_path, f"{text}d: [{character}\n").startswith("file.yaml:5: ")


@pytest.mark.parametrize("character", ["\x7f", "\x80", "\x9f", "\ufffe", "\uffff"])
def test_control_characters_stand_in_quotes_only(tmp_path: Path, character: str) -> None:
    assert read(tmp_path, f"a: '{character}'\nb: \"{character}\"\n") == {"a": character, "b": character}
    told = f"character U+{ord(character):04X} is not allowed outside quotes"
    assert refusal(tmp_path, f"a: b\nb: x{character}\n") == f"file.yaml:2: {told}"


def test_no_character_stands_for_another_for_good(tmp_path: Path) -> None:
    text = 'a: "\U000f0000 \\U000F0001 \x85"\nb: \U000f0002?\x85\n'
    assert read(tmp_path, text) == {"a": "\U000f0000 \U000f0001 \x85", "b": "\U000f0002?\x85"}


def test_marks_within_words_are_text_between_brackets(tmp_path: Path) -> None:
    text = "{url: http://x/y?z=1, why: really?, id: :id, q: [?a, a?b, :c,\n  :d],'e':1, \"f\" :2, ? g : 3}"
    assert read(tmp_path, text) == {
        "url": "http://x/y?z=1",
        "why": "really?",
        "id": ":id",
        "q": ["?a", "a?b", ":c", ":d"],
        "e": 1,
        "f": 2,
        "g": 3,
    }


def test_a_tab_within_a_plain_text_is_kept(tmp_path: Path) -> None:
    assert read(tmp_path, "a: b\tc \td\t\nb\tc: [d\te\t, f] # g\n") == {
        "a": "b\tc \td",
        "b\tc": ["d\te", "f"],
    }


@pytest.mark.parametrize("text", ["<<: {a: 1}", "{<<: [{a: 1}]}", "- b: 1\n  <<: {a: 1}"])
@pytest.mark.parametrize("plain_keys", [True, False])
def test_merge_keys_are_told_as_unsupported(tmp_path: Path, text: str, plain_keys: bool) -> None:
    (tmp_path / "a.yaml").write_text(text)
    with pytest.raises(
        DocumentError, match=r"merge keys \(<<\) are not supported: write out what they would bring"
    ):
        load(tmp_path / "a.yaml", plain_keys=plain_keys)


def test_two_angles_that_merge_nothing_are_text(tmp_path: Path) -> None:
    assert read(tmp_path, "'<<': <<\n") == {"<<": "<<"}


@pytest.mark.parametrize("text", ["? [a]\n: b\n", "{{a: b}: c}"])
def test_a_key_that_is_no_scalar_is_named_as_such(tmp_path: Path, text: str) -> None:
    assert refusal(tmp_path, text) == "file.yaml:1: the key is no text but a list or an object"


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


@pytest.mark.parametrize("text", ["200: a\n'200': b\n", "? [a]\n: b\n"])
def test_plain_keys_are_scalars_that_stand_once(tmp_path: Path, text: str) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text)
    with pytest.raises(DocumentError, match=r":[12]: the key "):
        load(path, plain_keys=True)
