"""One cause is one finding, however many tests it fails."""

from __future__ import annotations

import io
from typing import Any

import httpx
import pytest
from attrs import evolve
from rich.console import Console

from login_contract.description.model import described
from login_contract.mock.http import answers as mock_answers
from login_contract.suite.judging.judge import Judge
from login_contract.suite.reporting.cause import ContradictionError, cause_of
from login_contract.suite.reporting.console import print_results
from login_contract.suite.reporting.exchange import Exchange
from login_contract.suite.reporting.results import Results
from login_contract.suite.runner import Selection
from login_contract.suite.told import LackingError
from tests.defects import answers, planting
from tests.defects.test_defects import run
from tests.suite.test_judge import KEYS, LOGIN, NO_STORE, answer, refused

NO_PROJECT = '{"error": {"code": "003-019", "description": "The project does not exist"}}'
LAST = Exchange(method="GET", url="http://login.test/x", status=404, answer=NO_PROJECT)
UNKNOWN = "404 003-019: The project does not exist"


@pytest.mark.parametrize(
    ("problem", "cause"),
    [
        (LackingError("the answer of GET /x", "lacks `login_url`"), UNKNOWN),
        (AssertionError(f"no login: 404 {NO_PROJECT}"), UNKNOWN),
        (AssertionError("assert (404, '003-019') == (401, '003-001')"), UNKNOWN),
        (AssertionError("assert 404 == 204"), UNKNOWN),
        (AssertionError("assert 'a' == 'b'"), ""),
        (BaseExceptionGroup("", [ValueError("x"), AssertionError("assert 404 == 204")]), UNKNOWN),
        (ContradictionError("long", "an answer lacks `x`"), "an answer lacks `x`"),
    ],
)
def test_unexpected_refusal_is_the_cause(problem: BaseException, cause: str) -> None:
    assert cause_of(problem, LAST) == cause


def test_refusals_in_another_encoding_are_one_cause_whatever_they_say() -> None:
    latin = '{"error": {"code": "003-019", "description": "\udce8"}}'
    last = evolve(LAST, answer=latin, answer_headers=(("content-type", "application/json"),))

    assert cause_of(AssertionError("this is no refusal: 404 003-019"), last) == "an answer is not UTF-8"
    assert cause_of(LackingError("the answer", "is no JSON"), last) == "an answer is not UTF-8"
    assert cause_of(AssertionError("assert 'a' == 'b'"), last) == ""


def test_what_an_answer_lacks_is_the_cause_where_nothing_was_refused() -> None:
    lack = LackingError("the answer of GET /x", "lacks `login_url`")

    assert cause_of(lack, evolve(LAST, status=200, answer="{}")) == "an answer lacks `login_url`"
    assert cause_of(lack, None) == "an answer lacks `login_url`"


@pytest.mark.parametrize(
    ("operation", "bad", "cause"),
    [
        (LOGIN, answer(200, {}, NO_STORE), "an answer lacks `login_url`"),
        (LOGIN, answer(401, {"error": {"code": "003-001"}}), "an answer lacks `error.description`"),
        (LOGIN, answer(200, {"login_url": 7}, NO_STORE), 'in an answer `login_url` is not of type "string"'),
        (KEYS, answer(200, [{"alg": "RS256"}]), "an answer lacks `[].e`"),
        (LOGIN, answer(418, {}), "the status 418 is not described"),
        (LOGIN, answer(500, {}), "the status 500 is a server error"),
        (LOGIN, answer(200, {"login_url": "https://x"}), "an answer lacks the header `Cache-Control`"),
        (
            LOGIN,
            answer(200, {}, {"Content-Type": "text/html"}),
            "an answer is of the type text/html, which is not described",
        ),
        (
            LOGIN,
            refused(401, "999-999"),
            "401 with the code '999-999'; documented are 003-001, 003-007, 002-040",
        ),
    ],
)
def test_contradiction_is_a_cause_without_operation_and_values(
    operation: Any, bad: httpx.Response, cause: str
) -> None:
    with pytest.raises(ContradictionError) as failure:
        Judge(described()).judge(operation, bad)

    assert failure.value.cause == cause


def printed(results: Results) -> str:
    out = io.StringIO()
    print_results(Console(file=out, width=160), results, names={})
    return out.getvalue()


def test_central_defect_is_one_finding_and_hides_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mock_answers, "envelope", lambda code, *_: {"error": {"code": code}})
    planting.blind(monkeypatch)
    answers.undocumented_status(monkeypatch)

    results = run(Selection(parts=("flows/test_codes.py", "flows/test_reset.py")))

    causes = {cause.title: cause for cause in results.causes()}
    assert set(causes) == {"an answer lacks `error.description`", "the status 202 is not described"}
    central = causes["an answer lacks `error.description`"]
    assert len(central.findings) > 10
    assert len({finding.subject for finding in central.findings}) > 5
    assert len(central.places) > 2
    text = printed(results)
    for cause in causes.values():
        assert f"✗ {len(cause.findings)} × {cause.title}" in text
    assert text.count("reproduce: ") == 2
