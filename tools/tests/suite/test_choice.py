from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from login_contract.errors import UsageError
from login_contract.suite.assignment import Assignment
from login_contract.suite.choice import Choice, operations_of
from login_contract.suite.reporting.console import RunProgress
from login_contract.suite.reporting.last_run import FILE, failed_before, keep_failed
from login_contract.suite.reporting.results import Finding, Results
from login_contract.suite.runner import Selection, collect

PARTS = ("flows/test_codes.py", "flows/test_rules.py")
CODE = "flows/test_codes.py::test_code_cannot_be_used_twice[ann@example.com]"
RULE = "flows/test_rules.py::test_every_rule_is_kept[validate-jwt]"


@pytest.fixture(autouse=True)
def _somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def chosen(**choice: object) -> list[str]:
    progress = RunProgress(Console(file=io.StringIO()))
    found = collect({}, Selection(parts=PARTS, **choice), progress)  # type: ignore[arg-type]
    return [item.nodeid for item in found.items]


@pytest.mark.parametrize("only", [CODE, CODE.replace("@", "_")])
def test_id_chooses_one_test_as_listed_and_as_reported(only: str) -> None:
    assert chosen(only=only) == [CODE]


def test_id_does_not_choose_those_that_begin_alike() -> None:
    shorter = "flows/test_codes.py::test_code_survives_four_wrong_tries"

    assert chosen(only=shorter) == [shorter]
    with pytest.raises(UsageError, match="no test matches"):
        chosen(only=shorter[:-1])
    assert set(chosen(only=f"{shorter} or {RULE}")) == {shorter, RULE}


def test_words_still_match_parts_of_names() -> None:
    assert CODE in chosen(only="CANNOT_be_used and not rule")
    assert RULE in chosen(only="test_rules and validate-jwt")


def test_operation_chooses_the_tests_that_name_it() -> None:
    found = chosen(operations=("validate-jwt",))

    assert RULE in found
    assert all(each.endswith("[validate-jwt]") for each in found)


def test_law_is_chosen_by_a_part_of_its_sentence_besides_what_else_is_named() -> None:
    found = chosen(laws=("one-time code works ONCE",), operations=("validate-jwt",))

    assert {CODE, RULE} < set(found)
    assert chosen(laws=("one-time code works once",), only="test_rules or example") == [CODE]


def test_failed_tests_are_chosen_by_their_whole_id() -> None:
    assert chosen(failed=(RULE, "flows/test_gone.py::test_gone")) == [RULE]


def test_message_names_all_that_was_asked_for() -> None:
    choice = Choice(only="code", operations=("validate-jwt",), laws=("once",), failed=())

    assert choice.told == "'code', 'validate-jwt', 'once' and what failed in the last run"
    with pytest.raises(UsageError, match="no test matches 'no_such_test' and what failed in the last run"):
        chosen(only="no_such_test", failed=(RULE,))


def test_operations_are_named_by_id_path_or_tag() -> None:
    two_factor = {"validate-jwt", "otp-validate", "otp-resend"}

    assert operations_of(["validate-jwt", "POST /token/validate"], []) == ("validate-jwt",)
    assert set(operations_of(["validate-jwt"], ["two-factor"])) == two_factor


def finding(nodeid: str, verdict: str) -> Finding:
    return Finding(nodeid=nodeid, group="law", subject="A law", verdict=verdict)  # type: ignore[arg-type]


def test_last_run_keeps_what_failed_and_what_it_did_not_come_to(tmp_path: Path) -> None:
    findings = (finding("a", "failed"), finding("b", "passed"))

    keep_failed(tmp_path, Results(findings=findings, target="here"), before=("a", "b", "c"))

    assert failed_before(tmp_path) == ("a", "c")


def test_run_without_findings_forgets_nothing(tmp_path: Path) -> None:
    keep_failed(tmp_path, Results(findings=(finding("a", "failed"),), target="here"))
    keep_failed(tmp_path, Results(findings=(), target="here", trouble="broken"))

    assert failed_before(tmp_path) == ("a",)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "no earlier run is kept in"),
        ("{", "does not tell what failed"),
        ("[]", "does not tell what failed"),
        (json.dumps({"failed": None}), "does not tell what failed"),
        (json.dumps({"failed": []}), "nothing failed in the last run"),
    ],
)
def test_last_run_that_tells_nothing_is_refused(tmp_path: Path, content: str | None, expected: str) -> None:
    if content is not None:
        (tmp_path / FILE).write_text(content)

    with pytest.raises(UsageError, match=expected):
        failed_before(tmp_path)


def sentences(items: list[pytest.Item]) -> list[str]:
    return [str(law.args[0]) for item in items if (law := item.get_closest_marker("law"))]


def test_quick_choice_leaves_one_test_of_each_law_and_the_examples() -> None:
    parts = ("flows/test_codes.py", "flows/test_rules.py", "properties/test_operations.py")
    progress = RunProgress(Console(file=io.StringIO()))
    every = collect({}, Selection(parts=parts), progress).items
    quick = collect({}, Selection(parts=parts, quick=True), progress).items

    laws = sentences(every)
    assert sentences(quick) == [*dict.fromkeys(laws)]
    generated = [item.nodeid for item in every if item.nodeid.startswith("properties")]
    examples = [item for item in generated if "::test_examples" in item]
    assert [item.nodeid for item in quick if item.nodeid in generated] == examples
    assert 0 < len(examples) < len(generated)
    assert len(laws) > len(set(laws))


def test_quick_run_plays_fewer_histories_but_some() -> None:
    assert Assignment(choice=Choice(quick=True)).so_many(20) == 4
    assert Assignment(choice=Choice(quick=True)).so_many(1) == 1
    assert Assignment().so_many(20) == 20


def test_quick_choice_is_made_of_what_else_was_chosen() -> None:
    assert (
        chosen(laws=("one-time code works once",), quick=True)
        == chosen(laws=("one-time code works once",))[:1]
    )
    assert Choice(only="code", quick=True).told == "'code' and --quick"


def test_assignment_crosses_whole(tmp_path: Path) -> None:
    choice = Choice(
        only="code", operations=("validate-jwt",), laws=("once",), failed=(RULE, CODE), quick=True
    )
    given = Assignment(choice=choice, deep=7, seed=0, show_secrets=True, room=tmp_path)

    assert Assignment.from_env(given.to_env(tmp_path)) == given
    assert Assignment.from_env(Assignment().to_env(tmp_path)) == Assignment() == Assignment.from_env({})


def test_assignment_tells_what_is_under_test(tmp_path: Path) -> None:
    variables = Assignment(target={"LOGIN_CONTRACT_URL": "http://127.0.0.1"}).to_env(tmp_path)

    assert variables["LOGIN_CONTRACT_URL"] == "http://127.0.0.1"
