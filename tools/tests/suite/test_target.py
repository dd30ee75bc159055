from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from login_contract.errors import UsageError
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from login_contract.suite import discovery
from login_contract.suite.discovery import discover
from login_contract.suite.settings import TargetSettings, read_settings
from login_contract.suite.target import POLITE_RATE, Capabilities, describe
from tests.suite.certificates import write_certificate

URL = "https://login.example.com/api"
GATE = {"GATE": "open-secretly", "TWO_LINES": "secret\nX-Other: secret"}


@pytest.fixture(autouse=True)
def _somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def mock() -> Iterator[EmbeddedMock]:
    with EmbeddedMock() as running:
        yield running


@pytest.fixture(scope="module")
def guarded_mock() -> Iterator[EmbeddedMock]:
    with EmbeddedMock(MockSettings(admin_token="let-me-in")) as running:
        yield running


def test_without_an_address_the_mock_is_embedded() -> None:
    assert read_settings(environ={}).embedded


def test_flags_outweigh_environment_and_environment_the_file(tmp_path: Path) -> None:
    file = tmp_path / "target.toml"
    file.write_text('url = "http://file.test"\nrate = 1\nusername = "from-file"\n')
    environ = {"LOGIN_CONTRACT_URL": "http://environment.test", "LOGIN_CONTRACT_RATE": "2"}

    settings = read_settings({"url": "http://flag.test", "rate": None}, environ=environ)

    assert (settings.url, settings.rate, settings.username) == ("http://flag.test", 2, "from-file")


def test_named_file_is_read(tmp_path: Path) -> None:
    named, also_named = tmp_path / "staging.toml", tmp_path / "other.toml"
    named.write_text(f'url = "{URL}/"')
    also_named.write_text('url = "http://other.test"')

    assert read_settings(config=named, environ={}).url == URL
    environ = {"LOGIN_CONTRACT_CONFIG": str(also_named)}
    assert read_settings(environ=environ).url == "http://other.test"
    assert read_settings(config=named, environ=environ).url == URL


def test_secrets_come_from_the_environment() -> None:
    environ = {"LOGIN_CONTRACT_PASSWORD": "hunter2", "LOGIN_CONTRACT_ADMIN_TOKEN": "let-me-in"}

    settings = read_settings(environ=environ)

    assert (settings.password, settings.admin_token) == ("hunter2", "let-me-in")
    assert "hunter2" not in repr(settings)
    assert "let-me-in" not in repr(settings)
    assert describe(settings, base_url=URL, control_url=None).secrets == ("hunter2", "let-me-in")


@pytest.mark.parametrize("name", ["password", "admin_token", "client_secret", "server_client_secret"])
def test_secret_in_the_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "target.toml").write_text(f'{name} = "hunter2"')

    with pytest.raises(UsageError, match=f"LOGIN_CONTRACT_{name.upper()}") as refused:
        read_settings(environ={})

    assert "hunter2" not in str(refused.value)


def test_settings_go_to_another_process_without_their_secrets() -> None:
    settings = TargetSettings(
        url=URL, password="hunter2", admin_token="let-me-in", allow_writes=True, rate=2.5
    )

    variables = settings.environment()

    assert "hunter2" not in variables.values()
    assert "let-me-in" not in variables.values()
    again = read_settings(environ={**variables, "LOGIN_CONTRACT_PASSWORD": "hunter2"})
    assert again == TargetSettings(url=URL, password="hunter2", allow_writes=True, rate=2.5)


def test_headers_of_a_gateway_go_to_another_process_by_the_name_of_their_variable(tmp_path: Path) -> None:
    environ = {"GATE": "Token open-secretly ", "SIDE": "in-by-the-side"}
    (tmp_path / "target.toml").write_text('header = ["X-Gate: env:GATE", "X-Side:env:SIDE"]')

    settings = read_settings({"url": URL, "header": []}, environ=environ)

    assert settings.gateway(URL).headers == {"X-Gate": "Token open-secretly", "X-Side": "in-by-the-side"}
    variables = settings.environment()
    assert "secretly" not in repr(settings) + repr(settings.gateway(URL)) + repr(variables)
    (tmp_path / "target.toml").unlink()
    assert read_settings(environ={**environ, **variables}) == settings
    shown_never = describe(settings, base_url=URL, control_url=None).secrets
    assert shown_never == ("Token open-secretly", "in-by-the-side", "open-secretly")


def test_certificates_to_trust_make_no_sense_where_all_are_trusted(tmp_path: Path) -> None:
    write_certificate(tmp_path)

    settings = read_settings({"ca_file": Path("ca.pem")}, environ={})

    assert settings.ca_file == str(tmp_path / "ca.pem")
    assert read_settings(environ=settings.environment()) == settings
    with pytest.raises(UsageError, match="insecure: trusts every certificate"):
        read_settings({"ca_file": Path("ca.pem"), "insecure": True}, environ={})


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("url = 7", "url: 7 is no text"),
        ('url = "login.example.com"', "url: 'login.example.com' is no http"),
        ('url = "ftp://login.example.com"', "is no http"),
        ('url = "https://user:secret@login.example.com"', "must not carry"),
        ('url = "user:secret@login.example.com/api"', "url: '…@login.example.com/api' is no http"),
        ('url = "https://login.example.com/api?x=1"', "url: 'https://login.example.com/api?…' is no http"),
        ('url = "https://login.example.com:99999/api"', "is no http"),
        ('project_id = "nonsense"', "is no uuid"),
        ('login_url = "nonsense"', "is no URL"),
        ("rate = 0", "rate: 0 is no number above 0"),
        ("rate = true", "is no number"),
        ('rate = "fast"', "is no number"),
        ("rate = nan", "is no number"),
        ("timeout = -1", "timeout: -1"),
        ('allow_writes = "maybe"', "neither true nor false"),
        ("client_id = 0", "no client id"),
        ("client_id = true", "no client id"),
        ('client_id = "mine"', "no client id"),
        ("client_id = 1.5", "no client id"),
        ('redirect_uri = "callback"', "is no URL"),
        ('mailbox = "python mail.py"', "names no {recipient}"),
        ("mailbox = 'no-such-program {recipient}'", "there is no program 'no-such-program'"),
        ("mailbox = 'python \"{recipient}'", "is no command"),
        ('mailbox_address = "qa@example.com"', "is no address such as qa+{name}@example.com"),
        ('mailbox_address = "{name}"', "is no address such as"),
        ('mailbox_address = "qa@{name}.example.com"', "is no address such as"),
        ("colour = 1", "unknown setting"),
        ('header = "X-Gate: open-secretly"', "header: X-Gate: a value comes from the environment only"),
        ('header = ["X-Gate"]', "header: a header is written 'Name: env:VARIABLE'"),
        ("header = 7", "header: a header is written"),
        ('header = "X Gate: env:GATE"', "header: a header is written"),
        ('header = "X-Gate: env:1GATE"', "X-Gate: a value comes from the environment only"),
        ('header = "X-Gate: env:NOT_SET"', "header: X-Gate: the variable NOT_SET is not set"),
        ('header = "X-Gate: env:TWO_LINES"', "header: X-Gate: what TWO_LINES holds cannot stand in a header"),
        ('header = ["X-Gate: env:GATE", "x-gate: env:GATE"]', "header: x-gate: given twice"),
        ('header = "authorization: env:GATE"', "header: authorization: the API itself uses this header"),
        ('ca_file = "nowhere.pem"', "ca_file: nowhere.pem: No such file"),
        ('ca_file = "target.toml"', "ca_file: target.toml holds no certificates"),
        ('insecure = "maybe"', "insecure: 'maybe' is neither true nor false"),
        ("url =", "not valid TOML"),
    ],
)
def test_value_that_makes_no_sense_is_one_line(tmp_path: Path, content: str, expected: str) -> None:
    file = tmp_path / "target.toml"
    file.write_text(content)

    with pytest.raises(UsageError) as refused:
        read_settings(environ=GATE)

    message = str(refused.value)
    assert expected in message
    assert "target.toml" in message
    assert "\n" not in message
    assert "secret" not in message


def test_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"nowhere\.toml: No such file"):
        read_settings(config=tmp_path / "nowhere.toml", environ={})


@pytest.mark.parametrize(
    ("flags", "environ", "expected"),
    [
        ({"rate": -1}, {}, "--rate"),
        ({"project_id": "x"}, {}, "--project-id"),
        ({}, {"LOGIN_CONTRACT_TIMEOUT": "soon"}, "LOGIN_CONTRACT_TIMEOUT"),
        ({"control_url": "http://control.test"}, {}, "control_url"),
        ({"client_id": -1}, {}, "--client-id"),
        ({}, {"LOGIN_CONTRACT_CLIENT_SECRET": "x"}, "LOGIN_CONTRACT_CLIENT_SECRET: given without client_id"),
        ({"server_client_id": 7}, {}, "server_client_id: given without LOGIN_CONTRACT_SERVER_CLIENT_SECRET"),
    ],
)
def test_message_says_where_the_value_came_from(
    flags: dict[str, Any], environ: dict[str, str], expected: str
) -> None:
    with pytest.raises(UsageError, match=expected):
        read_settings(flags, environ=environ)


def test_mock_is_recognised_at_its_origin(mock: EmbeddedMock) -> None:
    target = discover(TargetSettings(url=mock.base_url))

    assert target.control_url == mock.origin
    assert target.capabilities == Capabilities(*[True] * 7)
    assert target.rate is None


def test_guarded_mock_asks_for_its_token(guarded_mock: EmbeddedMock) -> None:
    with pytest.raises(UsageError, match="LOGIN_CONTRACT_ADMIN_TOKEN"):
        discover(TargetSettings(url=guarded_mock.base_url))

    assert discover(TargetSettings(url=guarded_mock.base_url, admin_token="let-me-in")).capabilities.is_mock


def test_control_interface_may_be_elsewhere(mock: EmbeddedMock) -> None:
    target = discover(TargetSettings(url=URL, control_url=mock.origin))

    assert target.base_url == URL
    assert target.control_url == mock.origin


def test_address_that_does_not_answer_is_one_line() -> None:
    with pytest.raises(UsageError, match=r"no server answers at http://127\.0\.0\.1:1"):
        discover(TargetSettings(url="http://127.0.0.1:1/api"))


def test_named_control_interface_has_to_be_one(mock: EmbeddedMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "_lists_projects", lambda answer: False)

    with pytest.raises(UsageError, match="has no control interface"):
        discover(TargetSettings(url=URL, control_url=mock.origin))


def test_foreign_server_is_treated_politely() -> None:
    target = describe(TargetSettings(url=URL), base_url=URL, control_url=None)

    assert target.rate == POLITE_RATE
    assert target.capabilities.missing("write") == "writing to the target needs --allow-writes"
    assert target.capabilities.missing("read_codes", "write") == Capabilities.REASONS["read_codes"]


def test_mailbox_reads_codes_and_lists_nothing() -> None:
    mailbox = "https://mail.example.com/latest?query=to:{recipient}"
    settings = read_settings({"url": URL, "mailbox": mailbox}, environ={})

    target = describe(settings, base_url=URL, control_url=None)

    assert target.capabilities.missing("read_codes") is None
    assert target.capabilities.missing("list_messages") == Capabilities.REASONS["list_messages"]
    assert settings.environment()["LOGIN_CONTRACT_MAILBOX"] == mailbox


def test_writes_and_rate_are_as_wanted() -> None:
    settings = TargetSettings(url=URL, allow_writes=True, rate=50)

    target = describe(settings, base_url=URL, control_url=None)

    assert target.rate == 50
    assert target.capabilities.missing("write") is None
    assert target.capabilities.missing("move_time")
