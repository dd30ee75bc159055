from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from login_contract import cli, resources
from login_contract.document.loader import load, parse
from login_contract.document.writer import to_yaml
from tests.cli.process import environment

LINE = "login-contract: "
DOCUMENT = """\
openapi: 3.1.0
# lost
info: {version: "1", title: T}
paths:
  /b:
    $ref: paths.yaml#/b
  /a:
    get: {responses: {200: {description: Ж}}}
"""
OVERLAY: dict[str, Any] = {
    "overlay": "1.1.0",
    "info": {"title": "O", "version": "1"},
    "extends": "elsewhere.yaml",
    "actions": [{"target": "$.info", "update": {"x-note": "010"}}],
}
EXPECTED = {
    "openapi": "3.1.0",
    "info": {"version": "1", "title": "T", "x-note": "010"},
    "paths": {
        "/b": {"$ref": "paths.yaml#/b"},
        "/a": {"get": {"responses": {"200": {"description": "Ж"}}}},
    },
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a document and an overlay as YAML and as JSON."""
    monkeypatch.chdir(tmp_path)
    Path("api.yaml").write_text(DOCUMENT, "utf-8")
    Path("api.json").write_text(json.dumps(load(Path("api.yaml"), plain_keys=True)))
    Path("o.yaml").write_text(to_yaml(OVERLAY))
    Path("o.json").write_text(json.dumps(OVERLAY))
    return tmp_path


def apply(*arguments: str) -> int:
    return cli.run(["overlay", "apply", *arguments])


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said of a call that must fail with one line and status 2, and print nothing."""
    assert apply(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(LINE)
    assert err.count("\n") == 1
    return err.removeprefix(LINE).rstrip("\n")


def overlay(name: str, *actions: dict[str, Any]) -> str:
    Path(name).write_text(json.dumps(OVERLAY | {"actions": actions}))
    return name


def process(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "login_contract", "overlay", "apply", *arguments]
    return subprocess.run(command, env=environment(), check=False, timeout=60, **options)


@pytest.mark.parametrize("document", ["api.yaml", "api.json"])
@pytest.mark.parametrize("name", ["o.yaml", "o.json"])
def test_yaml_and_json_take_either_and_make_the_same_yaml(
    document: str, name: str, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert apply(document, name) == 0
    out = capfdbinary.readouterr().out
    assert out.decode() == to_yaml(EXPECTED)
    (folder / "result.yaml").write_bytes(out)
    assert load(folder / "result.yaml") == EXPECTED


def test_keys_stay_in_their_order(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    apply("api.yaml", "o.yaml", "--format", "json")
    assert json.dumps(json.loads(capfdbinary.readouterr().out)) == json.dumps(EXPECTED)
    apply("api.yaml", "o.yaml")
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert [line.strip() for line in lines[:6]] == [
        "openapi: 3.1.0",
        "info:",
        "version: '1'",
        "title: T",
        "x-note: '010'",
        "paths:",
    ]


@pytest.mark.parametrize(
    ("options", "form"),
    [
        ("--output r.yaml", "yaml"),
        ("--output r.json", "json"),
        ("--output r", "yaml"),
        ("--output r --format json", "json"),
        ("--output r.json --format yaml", "yaml"),
    ],
)
def test_a_file_is_written_in_the_form_asked_for(
    options: str, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert apply("api.yaml", "o.yaml", *options.split()) == 0
    assert capsys.readouterr() == ("", "")
    text = Path(options.split()[1]).read_text("utf-8")
    assert text == (
        json.dumps(EXPECTED, indent=2, ensure_ascii=False) + "\n" if form == "json" else to_yaml(EXPECTED)
    )


def test_overlays_apply_in_the_order_given(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    first = overlay("first.json", {"target": "$", "update": {"x-n": {"a": 1}}})
    second = overlay("second.json", {"target": "$['x-n']", "update": {"a": 2}})
    assert apply("api.yaml", first, second, "--format", "json") == 0
    assert json.loads(capfdbinary.readouterr().out)["x-n"] == {"a": 2}
    assert apply("api.yaml", second, first) == 2


def test_a_target_that_matches_nothing_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    name = overlay("gone.json", {"target": "$", "update": {}}, {"target": "$.paths['/gone']", "remove": True})
    assert refused(capsys, "api.yaml", "o.yaml", name, "--output", "r.yaml") == (
        "gone.json#/actions/1: action 1 with target $.paths['/gone']: matches nothing"
    )
    assert not Path("r.yaml").exists()


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ({"target": "$.paths[", "remove": True}, "action 0 with target $.paths[: no JSONPath: "),
        (
            {"target": "$.x-y", "remove": True},
            "action 0 with target $.x-y: no JSONPath: unexpected token '-' at character 4",
        ),
        ({"target": "", "remove": True}, "action 0 with target : no JSONPath: "),
        ({"target": "$", "copy": "$.paths.*"}, "action 0 with target $: copy $.paths.* selects 2 nodes"),
        ({"target": "$", "update": {"info": 1}}, "action 0 with target $: info: object and primitive do not"),
        ({"target": "$", "udpate": 1}, "action 0 with target $: udpate is no key of an action"),
    ],
)
def test_an_action_that_is_wrong_is_told(
    action: dict[str, Any], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, "api.yaml", overlay("bad.json", action)).startswith(
        f"bad.json#/actions/0: {expected}"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "bad.yaml: not an object"),
        ("[1]", "bad.yaml: not an object"),
        ("a: [", "bad.yaml:1: "),
        ("overlay: 1.1.0\na: 1\na: 2\n", "bad.yaml:3: the key a stands twice"),
        ("a: &x {b: *x}", "bad.yaml: nested too deeply"),
        ("[" * 50_000, "bad.yaml: nested too deeply"),
    ],
)
@pytest.mark.parametrize("place", ["document", "overlay"])
def test_a_file_that_cannot_be_used_is_told(
    text: str, expected: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bad.yaml").write_text(text)
    arguments = (
        ["bad.yaml", overlay("all.json", {"target": "$", "update": {}})]
        if place == "document"
        else ["api.yaml", "bad.yaml"]
    )
    assert refused(capsys, *arguments).startswith(expected)


def test_the_first_of_many_faults_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.yaml").write_text("overlay: 2.0.0\nactions: []\n")
    assert refused(capsys, "api.yaml", "bad.yaml") == (
        "bad.yaml#/overlay: the version must be 1.0.x, 1.1.x or 1.2.x (and 2 more)"
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("gone.yaml o.yaml", "gone.yaml: No such file or directory"),
        ("api.yaml gone.yaml", "gone.yaml: No such file or directory"),
        (". o.yaml", ".: Is a directory"),
        ("api.yaml .", ".: Is a directory"),
        ("api.yaml o.yaml --output .", ".: a folder stands there"),
        ("api.yaml o.yaml --output gone/r.yaml", "gone/r.yaml: No such file or directory"),
        ("api.yaml o.yaml --output o.yaml/r.yaml", "o.yaml/r.yaml: Not a directory"),
    ],
)
def test_a_path_that_cannot_be_used_is_told(
    arguments: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, *arguments.split()) == expected


@pytest.mark.parametrize(
    "arguments", ["", "api.yaml", "api.yaml o.yaml --format xml", "api.yaml o.yaml --in x"]
)
def test_a_bad_command_line_is_one_line(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    refused(capsys, *arguments.split())


def test_a_valid_description_that_would_become_invalid_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoil = overlay("spoil.json", {"target": "$.info.title", "remove": True})
    assert refused(capsys, "api.yaml", spoil, "--output", "r.yaml") == (
        'api.yaml: the overlays make this valid description invalid: #/info: "title" is a required property; '
        "--allow-invalid writes it anyway"
    )
    assert not Path("r.yaml").exists()
    assert apply("api.yaml", spoil, "--output", "r.yaml", "--allow-invalid") == 0
    assert load(Path("r.yaml"))["info"] == {"version": "1"}


def typed_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """What standard input holds."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.mark.parametrize("document", [DOCUMENT, f"\ufeff{json.dumps(EXPECTED)}"], ids=["YAML", "JSON"])
def test_the_document_may_come_from_standard_input(
    document: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    typed_in(monkeypatch, document)
    assert apply("-", "o.yaml") == 0
    assert capfdbinary.readouterr().out.decode() == to_yaml(EXPECTED)


def test_an_overlay_may_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    typed_in(monkeypatch, Path("o.yaml").read_text())
    assert apply("api.yaml", "-") == 0
    assert capfdbinary.readouterr().out.decode() == to_yaml(EXPECTED)


@pytest.mark.parametrize(
    ("arguments", "text", "expected"),
    [
        ("- o.yaml", "a: [", "standard input:1: "),
        ("- o.yaml", "", "standard input: not an object"),
        ("api.yaml -", "overlay: 1\nactions: []", "standard input#/overlay: "),
        ("- -", "{}", "standard input (-) can be read only once"),
        ("api.yaml - o.yaml -", "{}", "standard input (-) can be read only once"),
    ],
)
def test_standard_input_that_cannot_be_used_is_told(
    arguments: str,
    text: str,
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed_in(monkeypatch, text)
    assert refused(capsys, *arguments.split()).startswith(expected)


def test_standard_input_that_is_closed_or_a_folder_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert refused(capsys, "-", "o.yaml") == "standard input: not an object"

    class Folder(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise IsADirectoryError(21, "Is a directory")

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Folder()))
    assert refused(capsys, "-", "o.yaml") == "standard input: Is a directory"


@pytest.mark.parametrize("place", ["document", "overlay"])
def test_half_a_character_is_refused(place: str, capfd: pytest.CaptureFixture[str]) -> None:
    Path("half").write_text('{"a": 1,\n "b": "\\ud800"}')
    arguments = ["half", "o.yaml"] if place == "document" else ["api.yaml", "half"]
    assert refused(capfd, *arguments) == "half:2: half a character, \\ud800"


@pytest.mark.parametrize("name", ["api", "api.yaml", "api.json"])
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_json_is_read_as_json_whatever_its_name(
    name: str, form: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    Path(name).write_text('\ufeff{"openapi": "3.1.0", "x-\\ud83d\\ude80": "\\ud83d\\ude80"}', "utf-8")
    assert apply(name, overlay("all", {"target": "$", "update": {"x-a": 1}}), "--format", form) == 0
    expected = {"openapi": "3.1.0", "x-🚀": "🚀", "x-a": 1}
    assert parse(capfdbinary.readouterr().out, name="out") == expected


def test_a_document_can_be_overlaid_where_it_stands() -> None:
    Path("api.yaml").chmod(0o640)
    Path("link.yaml").symlink_to("api.yaml")
    assert apply("api.yaml", "o.yaml", "--output", "link.yaml") == 0
    assert Path("link.yaml").is_symlink()
    assert load(Path("api.yaml")) == EXPECTED
    assert stat.S_IMODE(Path("api.yaml").stat().st_mode) == 0o640


def test_a_reader_that_stops_early_is_no_error() -> None:
    Path("big.json").write_text(json.dumps({str(number): "x" * 50 for number in range(20_000)}))
    name = overlay("all.json", {"target": "$", "update": {}})
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = process("big.json", name, "--format", "json", stdout=closed, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


def test_standard_output_that_is_full_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = process("api.yaml", "o.yaml", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr == b"login-contract: standard output: No space left on device\n"


def test_the_output_is_utf_8_whatever_the_locale() -> None:
    variables = environment(LC_ALL="C", PYTHONIOENCODING="ascii")
    command = [sys.executable, "-m", "login_contract", "overlay", "apply", "api.yaml", "o.yaml"]
    done = subprocess.run(command, env=variables, capture_output=True, check=True, timeout=60)
    assert done.stdout.decode() == to_yaml(EXPECTED)


def test_help_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert apply("--help") == 0
    out = capsys.readouterr().out
    assert "login-contract overlay apply api.yaml test.overlay.yaml" in out
    assert all(option in out for option in ("OVERLAY", "--output", "--format"))


def test_the_mocks_description_is_made_as_generation_makes_it(folder: Path) -> None:

    source = resources.path("generated/openapi/login.json")
    overlays = sorted(resources.path("overlays/mock").glob("*.yaml"))
    assert apply(str(source), *map(str, overlays), "--output", "mock.json") == 0
    assert (folder / "mock.json").read_bytes() == resources.path("generated/openapi/mock.json").read_bytes()
