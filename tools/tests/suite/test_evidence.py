"""What was sent or received in secret stands in no file of a run, whatever the verdict and the place."""

from __future__ import annotations

import html
import io
import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import httpx
import pytest
from _pytest._io.saferepr import saferepr
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.console import Console

from login_contract.legible import legible
from login_contract.suite.actors.jwt_client import PASSWORD
from login_contract.suite.reporting.console import RunProgress
from login_contract.suite.reporting.evidence import (
    Advice,
    Recording,
    UnverifiedError,
    attach,
    conceal,
    finding,
)
from login_contract.suite.reporting.exchange import Exchange
from login_contract.suite.reporting.publishing import HTML, JUNIT, publish
from login_contract.suite.reporting.results import Finding, Results
from login_contract.suite.runner import Selection, collect
from login_contract.suite.settings import TargetSettings
from login_contract.suite.target import describe

FOREIGN = describe(TargetSettings(url="http://login.test"), base_url="http://login.test", control_url=None)
# A text that no report holds by chance.
MARK = "Zq9"
WORDS = st.text("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-_.~", min_size=8, max_size=80).map(MARK.__add__)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=8, max_size=30).map(MARK.__add__)

Place = Callable[[str], tuple[dict[str, Any], dict[str, Any]]]
# Where a secret may stand: what is sent, what is answered.
WORD_PLACES: dict[str, Place] = {
    "bearer": lambda word: ({"headers": {"Authorization": f"Bearer {word}"}}, {}),
    "server token": lambda word: ({"headers": {"X-SERVER-AUTHORIZATION": word}}, {}),
    "admin token": lambda word: ({"headers": {"X-Admin-Token": word}}, {}),
    "cookie": lambda word: ({"headers": {"Cookie": f"a=b; sid={word}"}}, {}),
    "set-cookie": lambda word: ({}, {"headers": {"Set-Cookie": f"sid={word}; Path=/; HttpOnly"}}),
    "location": lambda word: ({}, {"headers": {"Location": f"https://example.com/?x=1&token={word}"}}),
}
TEXT_PLACES: dict[str, Place] = {
    "password": lambda text: ({"json": {"username": "ann", "password": text}}, {}),
    "new password": lambda text: ({"json": {"a": [{"new_password": text}]}}, {}),
    "query": lambda text: ({"params": {"access_token": text, "x": "1"}}, {}),
    "form": lambda text: ({"data": {"client_secret": text, "grant_type": "x"}}, {}),
    "form field": lambda text: ({"data": {"grant_type": "x", "code_verifier": text}}, {}),
    "refresh token": lambda text: ({}, {"json": {"refresh_token": text}}),
    "session ticket": lambda text: ({}, {"json": {"user": {"session_ticket": text}}}),
    "login url": lambda text: ({}, {"json": {"login_url": f"https://x/?{urlencode({'token': text})}"}}),
    "hidden input": lambda text: (
        {},
        {"html": f'<input type="hidden" name="ticket" value="{html.escape(text)}">'},
    ),
}
# How a test's message may show it.
SHOWN: tuple[Callable[[str], str], ...] = (
    str,
    repr,
    json.dumps,
    lambda text: f"assert {saferepr({'login_url': f'https://x/?token={text}'})} == 1",
    lambda text: f"it answered {json.dumps({'error': {'description': json.dumps({'deep': text})}})}",
    lambda text: f"{'x' * 7}{text}{'y' * 7}",
    lambda text: urlencode({"state": text}),
    saferepr,
)
ENDS = ("failed", "unverified", "warning", "skipped", "inferred law")


def item(origin: str | None, *, security: bool = False) -> Any:
    marker = SimpleNamespace(args=("A law",), kwargs={"origin": origin, "security": security})
    return SimpleNamespace(
        name="test_x",
        path=Path("test_x.py"),
        location=("test_x.py", 1, "test_x"),
        module=SimpleNamespace(__doc__="About x."),
        get_closest_marker=lambda name: marker if name == "law" else None,
    )


def ended(
    end: str,
    message: str,
    recording: Recording,
    *,
    security: bool = False,
    problem: BaseException | None = None,
) -> Finding:
    """Return what is found when a test ends so, with a message; ``problem`` is raised in its place."""

    def fail() -> None:
        if end == "skipped":
            pytest.skip(message)
        raise problem or {"unverified": UnverifiedError, "warning": Advice}.get(end, AssertionError)(message)

    call = pytest.CallInfo.from_call(fail, "call")
    skipped = end == "skipped"
    report = pytest.TestReport(
        nodeid="flows/test_x.py::test_x",
        location=("test_x.py", 1, "test_x"),
        keywords={},
        outcome="skipped" if skipped else "failed",
        longrepr=("test_x.py", 1, f"Skipped: {message}") if skipped else f"def test_x():\nE {message}",
        when="call",
        sections=[("Captured stdout call", message)],
    )
    attach(report, item("inferred" if end == "inferred law" else None, security=security), call, recording)
    conceal(report, recording)
    found = finding(report)
    assert found is not None
    assert "\udc80" not in json.dumps(report._to_json(), ensure_ascii=False)
    return found


def written(found: Finding) -> list[str]:
    """Return every text that a run with this finding leaves, as a reader sees it."""
    out = io.StringIO()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        console = Console(file=out, width=4000, highlight=False)
        publish(console, Results(findings=(found,), target="x"), folder=folder, names={}, switched_off=())
        junit = ElementTree.parse(folder / JUNIT).getroot()
        texts = [text for each in junit.iter() for text in (*each.attrib.values(), each.text or "")]
        page = (folder / HTML).read_text(encoding="utf-8")
    return [out.getvalue(), page, html.unescape(page), *texts]


def exchanged(recording: Recording, place: Place, secret: str) -> None:
    sent, answered = place(secret)

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(400, **answered)

    with httpx.Client(
        event_hooks=recording.recorder.hooks(), transport=httpx.MockTransport(answer)
    ) as client:
        client.post("http://login.test/x", **sent)


def leaked(secret: str, texts: list[str]) -> list[str]:
    """Return the texts that show a secret, or most of a long one."""
    pieces = {secret, legible(secret), *([secret[:20], secret[-20:]] if len(secret) > 40 else [])}
    return [text for text in texts for piece in pieces if piece in text]


@settings(max_examples=30, derandomize=True, deadline=None, database=None)
@given(st.sampled_from(sorted(WORD_PLACES)), WORDS, st.sampled_from(SHOWN), st.sampled_from(ENDS))
def test_no_token_stands_in_any_report(
    place: str, secret: str, shown: Callable[[str], str], end: str
) -> None:
    recording = evolve(Recording(), target=FOREIGN)
    exchanged(recording, WORD_PLACES[place], secret)

    texts = written(ended(end, f"it was {shown(secret)}", recording))

    assert leaked(secret, texts) == []
    assert any("it was " in text for text in texts)


@settings(max_examples=60, derandomize=True, deadline=None, database=None)
@given(st.sampled_from(sorted(TEXT_PLACES)), TEXTS, st.sampled_from(SHOWN), st.sampled_from(ENDS))
@example("login url", f"{MARK}0000 0", str, "failed")
@example("hidden input", f"{MARK}00000'", str, "failed")
@example("password", f"{MARK}'\"\\&=?#% +", str, "unverified")
@example("login url", f"{MARK}é'(&)", str, "failed")
def test_no_password_stands_in_any_report(
    place: str, secret: str, shown: Callable[[str], str], end: str
) -> None:
    recording = evolve(Recording(), target=FOREIGN)
    exchanged(recording, TEXT_PLACES[place], secret)

    assert leaked(secret, written(ended(end, f"it was {shown(secret)}", recording))) == []


@pytest.mark.parametrize("end", ENDS)
def test_token_that_was_neither_sent_nor_received_is_known_by_its_form(end: str) -> None:
    token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"

    found = ended(
        end, f"https://evil.example/?token={token} was reached", evolve(Recording(), target=FOREIGN)
    )

    assert not [text for text in written(found) if "eyJ" in text or "c2ln" in text]


def test_secret_of_an_earlier_test_is_hidden_in_a_later_one() -> None:
    recording = Recording()
    exchanged(recording, TEXT_PLACES["password"], "swordfish-1")
    recording.rewind()

    assert leaked("swordfish-1", written(ended("failed", "it says swordfish-1", recording))) == []


OTHER_REFUSAL = "assert (401, '003-001') == (422, '010-012')"


@pytest.mark.parametrize(
    ("end", "message", "security", "status", "verdict"),
    [
        ("inferred law", "assert 200 == 204", False, 200, "unverified"),
        ("inferred law", "this is no refusal: 200 {}", True, 200, "failed"),
        ("inferred law", "assert 'eyJ' not in 'eyJ'", True, 400, "failed"),
        ("inferred law", OTHER_REFUSAL, True, 401, "unverified"),
        ("inferred law", "assert (200, '') == (422, '010-012')", True, 200, "failed"),
        ("inferred law", OTHER_REFUSAL, False, 500, "failed"),
        ("unverified", "it answers what is not described", False, 500, "failed"),
        ("unverified", "it answers what is not described", True, 401, "unverified"),
        ("failed", OTHER_REFUSAL, False, 401, "failed"),
    ],
)
def test_security_and_server_errors_are_never_excused(
    end: str, message: str, security: bool, status: int, verdict: str
) -> None:
    recording = evolve(Recording(), target=FOREIGN)
    recording.recorder.note(Exchange(method="GET", url="http://login.test/x", status=status))

    assert ended(end, message, recording, security=security).verdict == verdict


@pytest.mark.parametrize(
    ("security", "grave", "verdict"),
    [(True, True, "failed"), (True, False, "unverified"), (False, True, "unverified")],
)
def test_answer_that_is_no_refusal_is_excused_by_no_inferred_fact(
    security: bool, grave: bool, verdict: str
) -> None:
    problem = UnverifiedError("302 is not described", grave=grave)

    found = ended("unverified", "", evolve(Recording(), target=FOREIGN), security=security, problem=problem)

    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("problem", "reason"),
    [
        (KeyError("payload"), "the test could not go on after GET /x, answered 404: 'payload' (KeyError)"),
        (
            StopIteration(),
            "the test could not go on after GET /x, answered 404: nothing was found (StopIteration)",
        ),
        (httpx.ReadTimeout("slow"), "No answer came in time."),
        (pytest.fail.Exception("it broke"), "it broke"),
        (AssertionError(), "the assertion failed"),
        (AssertionError("assert 404 == 204"), "404 003-019: The project does not exist; assert 404 == 204"),
        (AssertionError("assert 7 == 8"), "assert 7 == 8"),
        (
            BaseExceptionGroup("two", [ValueError("a"), AssertionError("b")]),
            "the test could not go on after GET /x, answered 404: a (ValueError)",
        ),
    ],
)
def test_reason_is_a_sentence_and_no_class_name(problem: BaseException, reason: str) -> None:
    recording = Recording()
    body = '{"error": {"code": "003-019", "description": "The project does not exist"}}'
    recording.recorder.note(Exchange(method="GET", url="http://login.test/x?y", status=404, answer=body))

    assert ended("failed", "", recording, problem=problem).reason == reason


def test_no_test_has_a_secret_in_its_name() -> None:
    listed = collect({}, Selection(), RunProgress(Console(file=io.StringIO())))

    assert [each.nodeid for each in listed.items if PASSWORD in each.nodeid or "eyJ" in each.nodeid] == []
