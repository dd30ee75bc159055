"""The traffic of a run as HAR 1.2: every exchange, whole, in its order, with nothing that is secret."""

from __future__ import annotations

import base64
import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from login_contract import output
from login_contract.changes import har
from login_contract.errors import UsageError
from login_contract.suite.reporting.covers import Covers
from login_contract.suite.reporting.recorder import Recorder
from login_contract.suite.reporting.traffic_log import TrafficLog, join
from tests.suite.command import run

ADDRESS = "http://login.test/api/login?projectId=1&token=swordfish-9"
TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
#: What HAR 1.2 asks for, by object.
ENTRY = {"startedDateTime", "time", "request", "response", "cache", "timings"}
REQUEST = {"method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize"}
RESPONSE = {
    *("status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL"),
    *("headersSize", "bodySize"),
}


class Wire:
    """Two processes, or one, that send what they are told."""

    def __init__(self, folder: Path, *, covers: Covers | None = None, process: str = "main") -> None:
        self._log = TrafficLog(folder, process=process, covers=covers)
        self.recorder = Recorder(log=self._log)

    def send(self, request: httpx.Request, *, begins: str = "", **answer: Any) -> None:
        """Send a request; without an answer none comes."""
        self._log.test = begins or self._log.test
        self.recorder.sent(request)
        if answer:
            self.recorder.received(httpx.Response(request=request, **answer))

    def close(self) -> None:
        self.recorder.clear()
        self._log.close()


def written(folder: Path, *, masked: bool = True) -> list[dict[str, Any]]:
    path = folder / "run.har"
    number = join(folder, path, masked=masked)
    log = json.loads(path.read_bytes())["log"]
    assert log.keys() >= {"version", "creator", "entries"}
    assert log["version"] == "1.2"
    assert log["creator"].keys() >= {"name", "version"}
    assert number == len(log["entries"])
    entries: list[dict[str, Any]] = log["entries"]
    return entries


def one(
    folder: Path, request: httpx.Request, *, covers: Covers | None = None, **answer: Any
) -> dict[str, Any]:
    wire = Wire(folder, covers=covers)
    wire.send(request, begins="flows/test_a.py::test_b", **answer)
    wire.close()
    [entry] = written(folder)
    return entry


LOGIN = httpx.Request(
    "POST",
    ADDRESS,
    json={"username": "ann", "password": "hunter2"},
    headers={"Authorization": f"Bearer {TOKEN}", "Cookie": "xl_sso=abc; theme=ab"},
)
ANSWER: dict[str, Any] = {
    "status_code": 302,
    "headers": [
        ("location", f"https://a.test/?token={TOKEN}"),
        ("set-cookie", "xl_sso=abc; Path=/; HttpOnly"),
        ("set-cookie", "gone=; Max-Age=0"),
    ],
    "json": {"token": TOKEN, "again": "hunter2 swordfish-9", "state": "fine"},
}


def test_an_entry_has_what_the_format_asks_for(tmp_path: Path) -> None:
    entry = one(tmp_path, LOGIN, **ANSWER)

    assert entry.keys() >= ENTRY
    assert entry["request"].keys() >= REQUEST
    assert entry["request"]["postData"].keys() >= {"mimeType", "params", "text"}
    assert entry["response"].keys() >= RESPONSE
    assert entry["response"]["content"].keys() >= {"size", "mimeType"}
    assert entry["timings"].keys() >= {"send", "wait", "receive"}
    assert entry["time"] == pytest.approx(sum(entry["timings"].values()), abs=0.01)
    assert datetime.fromisoformat(entry["startedDateTime"]).utcoffset() is not None
    assert entry["_test"] == "flows/test_a.py::test_b"
    assert entry["response"]["redirectURL"] == f"https://a.test/?token={TOKEN}"
    assert entry["request"]["queryString"][0] == {"name": "projectId", "value": "1"}
    assert entry["response"]["cookies"][0] == {"name": "xl_sso", "value": "abc"}
    assert entry["request"]["bodySize"] == len(LOGIN.content)


@pytest.mark.parametrize("secret", ["hunter2", "swordfish-9", TOKEN, "abc", "c2lnbmF0dXJl"])
def test_no_secret_is_in_the_file(tmp_path: Path, secret: str) -> None:
    text = json.dumps(one(tmp_path, LOGIN, covers=Covers(), **ANSWER))

    assert secret not in text
    assert all(kept in text for kept in ("ann", "fine", "HttpOnly", "gone=; Max-Age=0"))


@pytest.mark.parametrize(
    "told",
    [
        "/next?to=https%3A%2F%2Fa.test%2F%3Ftoken%3Dswordfish-8",
        "/next?to=%2Fb%3Fto%3D%252Fc%253Ftoken%253Dswordfish-8",
        '<a href="https://a.test/?a=1&amp;token=swordfish-8&amp;b=2">',
        '<input value="swordfish-8" name="token">',
        json.dumps({"body": json.dumps({"password": "swordfish-8"})}),
        json.dumps({"token": ["swordfish-8"], "told": "it was:\nswordfish-8"}),
        '--b\r\nContent-Disposition: form-data; name="password"\r\n\r\nswordfish-8\r\n--b--',
    ],
)
def test_no_secret_is_in_a_text_within_a_text(tmp_path: Path, told: str) -> None:
    entry = one(tmp_path, httpx.Request("GET", ADDRESS), covers=Covers(), status_code=200, text=told)

    assert "swordfish-8" not in json.dumps(entry)
    assert "masked-" in entry["response"]["content"]["text"]


def test_the_code_of_a_redirect_is_masked_and_the_one_that_people_type_is_not(tmp_path: Path) -> None:
    code = "FE9RFYiTsNjxdj4PfKPB1iui98v8yqIV"
    request = httpx.Request("POST", ADDRESS, data={"grant_type": "authorization_code", "code": code})
    headers = {"location": f"https://a.test/?code={code}&state=n4Zr9w2LqT7c"}
    answer: dict[str, Any] = {
        "code": code,
        "mail": f"https://b.test/?a=1&code={code}",
        "again": {"code": "003-001"},
    }
    answer["almost"] = {"reset_code": f" {code}"}
    entry = one(tmp_path, request, covers=Covers(), status_code=302, headers=headers, json=answer)
    text = json.dumps(entry)

    assert code not in text
    assert all(kept in text for kept in ("003-001", "n4Zr9w2LqT7c", "authorization_code"))
    told = json.loads(entry["response"]["content"]["text"])
    assert entry["request"]["postData"]["params"][1] == {"name": "code", "value": told["code"]}
    assert f"code={told['code']}&" in entry["response"]["redirectURL"]


def test_what_stands_for_a_secret_has_its_form_and_is_the_same_everywhere(tmp_path: Path) -> None:
    entry = one(tmp_path, LOGIN, covers=Covers(), **ANSWER)
    sent = json.loads(entry["request"]["postData"]["text"])
    told = json.loads(entry["response"]["content"]["text"])

    assert sent["password"].startswith("masked-")
    assert told["again"].startswith(sent["password"])
    assert [part[:3] for part in told["token"].split(".")][:2] == ["eyJ", "eyJ"]
    assert entry["response"]["redirectURL"].endswith(told["token"])
    assert f"Bearer {told['token']}" in [each["value"] for each in entry["request"]["headers"]]


def test_a_short_secret_is_no_part_of_a_word(tmp_path: Path) -> None:
    request = httpx.Request(
        "POST", ADDRESS, json={"password": "000000", "attempts": 1000000, "again": "000000"}
    )
    entry = one(tmp_path, request, covers=Covers(), status_code=204)

    sent = json.loads(entry["request"]["postData"]["text"])

    assert sent["attempts"] == 1000000
    assert sent["again"] == sent["password"] != "000000"


@pytest.mark.parametrize("headers", [{"Authorization": "Bearer "}, {"Authorization": "x bearer"}])
def test_a_header_without_a_token_makes_no_secret_of_its_scheme(
    tmp_path: Path, headers: dict[str, str]
) -> None:
    request = httpx.Request("GET", ADDRESS, headers=headers)
    entry = one(tmp_path, request, covers=Covers(), status_code=200, json={"token_type": "bearer"})

    assert json.loads(entry["response"]["content"]["text"]) == {"token_type": "bearer"}


def test_the_parts_of_a_form_are_there(tmp_path: Path) -> None:
    request = httpx.Request("POST", ADDRESS, files={"picture": ("p.png", b"P", "image/png")})
    entry = one(tmp_path, request, status_code=204)

    assert 'name="picture"' in entry["request"]["postData"]["text"]
    assert entry["request"]["bodySize"] == len(entry["request"]["postData"]["text"])


@pytest.mark.parametrize("body", [b"\xff\x00\xfe", b"\x89PNG\r\n"])
def test_bytes_that_are_no_text_are_written_as_base64(tmp_path: Path, body: bytes) -> None:
    headers = {"content-type": "image/png"}
    request = httpx.Request("POST", ADDRESS, content=body, headers=headers)
    entry = one(tmp_path, request, covers=Covers(), status_code=200, content=body, headers=headers)

    for each in (entry["request"]["postData"], entry["response"]["content"]):
        assert each["encoding"] == "base64"
        assert base64.b64decode(each["text"]) == body


def test_a_form_is_told_by_its_parameters_too(tmp_path: Path) -> None:
    entry = one(tmp_path, httpx.Request("POST", ADDRESS, data={"a": "b c", "d": ""}), status_code=204)

    assert entry["request"]["postData"]["params"] == [
        {"name": "a", "value": "b c"},
        {"name": "d", "value": ""},
    ]
    assert entry["response"]["content"] == {"size": 0, "mimeType": "x-unknown", "text": ""}


def test_a_request_without_an_answer_is_there(tmp_path: Path) -> None:
    entry = one(tmp_path, LOGIN)

    assert entry["response"]["status"] == 0
    assert entry["_error"] == "no answer came"


def test_processes_are_joined_in_the_order_of_their_requests(tmp_path: Path) -> None:
    wires = [Wire(tmp_path, process=f"gw{number}") for number in range(2)]
    for number in range(6):
        wires[number % 2].send(httpx.Request("GET", f"http://login.test/{number}"), status_code=200)
    for wire in wires:
        wire.close()
    # A process that was killed left half a line.
    with (tmp_path / "gw0.jsonl").open("a") as file:
        file.write('9999\t{"half":')

    entries = written(tmp_path)

    assert [each["startedDateTime"] for each in entries] == sorted(
        each["startedDateTime"] for each in entries
    )
    assert {each["request"]["url"][-1] for each in entries} == set("012345")
    assert list(har.entries(tmp_path / "run.har")) == entries


def test_a_run_without_requests_leaves_a_file_without_entries(tmp_path: Path) -> None:
    assert written(tmp_path) == []


def test_a_file_that_stood_there_stays_until_the_new_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "run.har"
    path.write_text("old")
    wire = Wire(tmp_path)
    wire.send(LOGIN, **ANSWER)
    wire.close()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        join(tmp_path, path, masked=True)

    assert path.read_text() == "old"
    assert {each.name for each in tmp_path.iterdir()} == {"run.har", "main.jsonl"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_disk_that_is_full_is_told_in_the_end_and_fails_no_test(tmp_path: Path) -> None:
    (tmp_path / "main.jsonl").symlink_to("/dev/full")
    wire = Wire(tmp_path)
    for _ in range(3):
        wire.send(LOGIN, **ANSWER)
    wire.close()

    with pytest.raises(UsageError, match="until the end: No space left"):
        join(tmp_path, tmp_path / "run.har", masked=True)


@pytest.mark.parametrize(("masked", "mode"), [(True, 0o644), (False, 0o600)])
def test_a_file_with_secrets_is_its_owners_alone(tmp_path: Path, masked: bool, mode: int) -> None:
    before = os.umask(0o022)
    try:
        written(tmp_path, masked=masked)
    finally:
        os.umask(before)

    assert (tmp_path / "run.har").stat().st_mode & 0o777 == mode


def test_a_file_that_others_could_read_is_its_owners_alone_once_it_has_secrets(tmp_path: Path) -> None:
    path = tmp_path / "run.har"
    path.touch(mode=0o644)

    written(tmp_path, masked=False)

    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("old", ["old", "", None])
def test_a_run_that_is_interrupted_leaves_the_file_of_an_earlier_one(tmp_path: Path, old: str | None) -> None:
    path = tmp_path / "run.har"
    if old is not None:
        path.write_text(old)

    done = run(
        tmp_path,
        *("--flows", "-k", "test_keys_can_be_read", "-n", "1", "--har", str(path)),
        plugin="def pytest_runtest_call(item):\n    raise KeyboardInterrupt\n",
    )

    assert done.status == 2
    assert "interrupted" in done.out
    if old:
        assert path.read_text() == old
        assert "run.har stays as it was" in " ".join(done.out.split())
    else:
        assert json.loads(path.read_text())["log"]["version"] == "1.2"


@pytest.mark.parametrize("name", ["missing/run.har", "."])
def test_a_path_that_cannot_be_written_is_told_before_the_run(tmp_path: Path, name: str) -> None:
    done = run(tmp_path, "--flows", "-k", "test_keys_can_be_read", "-n", "1", "--har", name)

    assert done.status == 2
    assert done.err.startswith("login-contract: --har: ")
    assert done.err.count("\n") == 1


def test_checking_a_path_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "run.har"
    output.check(path)
    path.write_text("old")
    output.check(path)

    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("run.har", "old")]
