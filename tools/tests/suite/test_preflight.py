from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest
from starlette.types import Message, Scope

from login_contract import cli
from login_contract.errors import UsageError
from login_contract.gateway import Header
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.project import DEFAULT_PROJECT
from login_contract.mock.settings.server import MockSettings
from login_contract.suite import preflight
from login_contract.suite.preflight import Preflight, inspect
from login_contract.suite.settings import TargetSettings
from login_contract.suite.strangers import Sign
from login_contract.suite.target import MOCK_PROJECT_ID
from tests.suite.certificates import server_context, write_certificate
from tests.suite.foreign import foreign_server
from tests.suite.stranger import stranger

NOWHERE = "00000000-0000-4000-8000-000000000000"
WELCOME = b"<!doctype html><title>Welcome</title>"
LOGIN_REFUSAL = b'{"error":{"code":"002-016","description":"The token is not valid."}}'
FAST = 500.0


@pytest.fixture(autouse=True)
def _somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="module")
def mock() -> Iterator[EmbeddedMock]:
    with EmbeddedMock() as running:
        yield running


@pytest.fixture(scope="module")
def foreign() -> Iterator[str]:
    with foreign_server() as running:
        yield running.url


def look(url: str, **settings: object) -> Mapping[str, str]:
    found: Preflight = inspect(TargetSettings(url=url, **{"rate": FAST, **settings}))  # type: ignore[arg-type]
    return dict(found.lines)


def refused(url: str, **settings: object) -> str:
    with pytest.raises(UsageError) as told:
        look(url, **settings)
    sentence = str(told.value)
    assert "\n" not in sentence
    return sentence


def test_mock_is_found_with_its_control_interface_and_its_user(mock: EmbeddedMock) -> None:
    lines = look(mock.base_url)

    assert lines["reached"] == "without TLS"
    assert lines["API"].startswith("POST /token/validate 422 010-017")
    assert lines["control"] == f"the mock's, at {mock.origin}"
    assert lines["user"] == f"demo is a user of project {MOCK_PROJECT_ID}"
    assert lines["clock"] == "agrees with this machine's"


def test_server_without_control_interface_is_found(foreign: str) -> None:
    lines = look(foreign)

    assert lines["control"] == "no control interface: what needs one is skipped"
    assert lines["user"] == "none is known (--username)"


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, "demo; LOGIN_CONTRACT_PASSWORD is not set, so nobody logs in"),
        ({"password": "password123"}, "demo, not tried: writing to the target needs --allow-writes"),
        ({"password": "password123", "allow_writes": True}, "demo logs in"),
    ],
)
def test_known_user_logs_in_where_that_is_allowed(
    foreign: str, settings: dict[str, object], expected: str
) -> None:
    lines = look(foreign, project_id=MOCK_PROJECT_ID, username="demo", **settings)

    assert lines["user"] == expected


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (
            {"password": "wrong"},
            "username: demo cannot log in with what LOGIN_CONTRACT_PASSWORD holds (401 003-001)",
        ),
        ({"username": "nobody"}, "username: nobody cannot log in"),
        ({"login_url": "https://else.example/"}, "login_url: https://else.example/ is not registered"),
        ({"project_id": NOWHERE}, f"project_id: {NOWHERE} does not exist at "),
    ],
)
def test_setting_that_does_not_fit_the_server_is_one_sentence(
    foreign: str, settings: dict[str, object], expected: str
) -> None:
    known = {
        "project_id": MOCK_PROJECT_ID,
        "username": "demo",
        "password": "password123",
        "allow_writes": True,
    }

    assert expected in refused(foreign, **{**known, **settings})


def test_project_has_to_exist_where_nobody_logs_in(foreign: str) -> None:
    assert refused(foreign, project_id=NOWHERE) == f"project_id: {NOWHERE} does not exist at {foreign}"


def test_project_and_user_of_a_mock_have_to_exist(mock: EmbeddedMock) -> None:
    assert f"the mock has no project {NOWHERE}" in refused(mock.base_url, project_id=NOWHERE)
    assert "has no user nobody" in refused(mock.base_url, username="nobody")
    elsewhere = MockSettings(projects=({**DEFAULT_PROJECT, "project_id": NOWHERE},))
    with EmbeddedMock(elsewhere) as other:
        assert f"name one that it has, such as {NOWHERE}" in refused(other.base_url)


@pytest.mark.parametrize(
    ("status", "headers", "body", "expected"),
    [
        (
            200,
            {"Content-Type": "text/html"},
            WELCOME,
            "answers 200 and a web page to everything: this is no Login API",
        ),
        (404, {"Content-Type": "text/html"}, WELCOME, "answers 404 and a web page to everything"),
        (200, {"Content-Type": "application/json"}, b"{}", "answers 200 and '{}' to everything"),
        (
            200,
            {"Content-Type": "application/json"},
            LOGIN_REFUSAL,
            "answers 200 (application/json) to everything",
        ),
        (204, {}, b"", "answers 204 (no content type) to everything"),
        (
            401,
            {},
            b"administrators only",
            "answers 401 to everything, also to what needs no token: a gateway",
        ),
        (401, {}, LOGIN_REFUSAL, "answers 401 to everything, also to what needs no token: a gateway"),
        (403, {}, b"\xff\xfe", "answers 403 to everything"),
        (
            302,
            {"Location": "https://sso.example/in?next=x"},
            b"",
            "with a redirect to https://sso.example/in: a gateway",
        ),
        (429, {}, b"", "answers 429 to everything: it has had too many requests"),
        (500, {}, b"oops", "answers 500 to everything: the server, or what stands in front of it, is broken"),
    ],
)
def test_stranger_is_told_by_its_answers(
    status: int, headers: dict[str, str], body: bytes, expected: str
) -> None:
    with stranger(status, body, headers) as other:
        sentence = refused(other.url)

    assert sentence.startswith(f"url: {other.url} answers ")
    assert expected in sentence
    assert "did you mean" not in sentence


@pytest.mark.parametrize("wrong", ["", "/v1", "/api/v2", "/api/api"])
def test_wrong_base_path_is_told_with_the_right_one(foreign: str, wrong: str) -> None:
    origin = foreign.removesuffix("/api")

    sentence = refused(origin + wrong)

    assert f"url: {origin}{wrong} " in sentence
    assert sentence.endswith(f"; did you mean {foreign} ?")


def test_what_opens_a_gateway_is_not_told_by_a_server_that_repeats_it() -> None:
    header = Header(name="X-Gate", variable="GATE", value="open-sesame")
    with stranger(400, b"no such key: open-sesame") as other:
        sentence = refused(other.url, header=(header,))

    assert "answers 400 and 'no such key: ***' to everything" in sentence


def test_redirect_to_the_same_operation_is_the_address_meant() -> None:
    with stranger(308, b"", {"Location": "https://login.example/v2/api/token/validate"}) as other:
        assert refused(other.url).endswith("; did you mean https://login.example/v2/api ?")


def test_address_where_nothing_listens_is_one_sentence() -> None:
    assert refused("http://127.0.0.1:1/api") == (
        "no server answers at http://127.0.0.1:1: the connection was refused: nothing listens at that address"
    )


def test_answer_that_cannot_be_read_is_not_told_as_a_missing_server() -> None:
    with stranger(200, b"{}", {"Content-Encoding": "gzip"}) as other:
        sentence = refused(other.url)

    assert sentence.startswith(f"url: {other.origin} gives no answer that can be read: the body is not what")


def test_body_that_is_nested_too_deeply_is_a_stranger() -> None:
    with stranger(200, b"[" * 100_000, {"Content-Type": "application/json"}) as other:
        assert "answers 200 (application/json) to everything" in refused(other.url)


def test_messages_in_another_encoding_are_left_to_the_tests() -> None:
    sign = Sign(
        request="",
        url="",
        status=422,
        content='{"error":{"code":"010-017","description":"é"}}'.encode("latin-1"),
    )

    assert sign.code == "010-017"


def test_proxy_is_named_when_it_is_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://jane:hunter2@127.0.0.1:1")

    sentence = refused("http://login.staging.example/api")

    assert "through the proxy http://127.0.0.1:1:" in sentence
    assert "hunter2" not in sentence


def test_proxy_of_an_unknown_kind_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")

    assert "pip install 'httpx[socks]' 'requests[socks]'" in refused("http://login.staging.example/api")


def test_certificate_is_told_and_a_strange_one_refused(tmp_path: Path) -> None:
    with stranger(200, b"{}", tls=server_context(tmp_path)) as other:
        untrusted = refused(other.url)
        trusting = refused(other.url, ca_file=str(write_certificate(tmp_path)))
        careless = refused(other.url, insecure=True)

    assert "answers 200 and '{}' to everything" in trusting
    assert trusting == careless
    assert "the TLS certificate is not trusted" in untrusted
    assert untrusted.endswith("; --ca-file names certificates to trust")


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [(3600, r"3\d{3} s behind this machine's"), (-60, r"\d\d s ahead of this machine's")],
)
def test_clock_that_is_wrong_is_told_and_stops_nothing(
    foreign: str, monkeypatch: pytest.MonkeyPatch, ahead: int, expected: str
) -> None:
    monkeypatch.setattr(preflight, "time", SimpleNamespace(time=lambda: time.time() + ahead))

    assert re.fullmatch(expected, look(foreign)["clock"])


@pytest.mark.parametrize("broken", ["/token/validate", "/keys", "/widget/ng/settings"])
def test_fault_of_one_operation_is_left_to_the_tests(broken: str) -> None:
    def failing(scope: Scope, message: Message) -> None:
        if message["type"] == "http.response.start" and scope["path"].endswith(broken):
            message["status"] = 500

    with foreign_server(failing) as foreign:
        assert "500" in look(foreign.url)["API"]


@pytest.mark.parametrize(
    ("status", "body", "cause"),
    [
        (401, b"", "401 to everything, also to what needs no token"),
        (200, b"{}", "200 and '{}' to everything: this is no Login API"),
    ],
)
def test_run_against_a_stranger_ends_soon_with_2(
    status: int, body: bytes, cause: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with stranger(status, body) as other:
        started = time.monotonic()
        exit_status = cli.run(["test", "--url", other.url])
        seconds = time.monotonic() - started

    assert exit_status == 2
    assert seconds < 15
    told = capfd.readouterr()
    assert cause in told.err
    assert len(told.err.strip().splitlines()) == 1
    assert told.out == ""


def test_run_against_the_wrong_path_ends_soon_with_2(foreign: str, capfd: pytest.CaptureFixture[str]) -> None:
    started = time.monotonic()
    exit_status = cli.run(["test", "--url", foreign.removesuffix("/api"), "--allow-writes"])

    assert exit_status == 2
    assert time.monotonic() - started < 15
    assert f"did you mean {foreign} ?" in capfd.readouterr().err
