"""What the guides show of users' data works as it stands: the game, the server, and every line for curl."""

from __future__ import annotations

import builtins
import runpy
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from string import Template
from typing import Any

import httpx
import pytest

from login_contract import cli
from login_contract.mock.run import EmbeddedMock
from tests.docs.reading import EXAMPLES, GUIDES, blocks, text
from tests.docs.test_commands import ADDRESS, commands, lines

PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
NUMBER = "+12025550143"
GIF = bytes.fromhex("47494638396101000100800000ffffff0000002c00000000010001000002024401003b")


@pytest.fixture
def mock() -> Iterator[EmbeddedMock]:
    with EmbeddedMock() as running:
        yield running


def run(example: str, mock: EmbeddedMock, folder: Path) -> dict[str, Any]:
    code = (EXAMPLES / example).read_text("utf-8")
    assert ADDRESS in code
    here = folder / example
    here.write_text(code.replace(ADDRESS, mock.origin), "utf-8")
    return runpy.run_path(str(here), run_name="__main__")


def messages(mock: EmbeddedMock, recipient: str) -> list[dict[str, Any]]:
    answer = httpx.get(f"{mock.origin}/_mock/outbox", params={"recipient": recipient, "wait": 5})
    return list(answer.json()["messages"])


def user_token(mock: EmbeddedMock) -> str:
    body = {"username": "demo", "password": "password123"}
    answer = httpx.post(f"{mock.base_url}/login", params={"projectId": PROJECT}, json=body)
    return str(httpx.URL(answer.json()["login_url"]).params["token"])


def server_token(mock: EmbeddedMock) -> str:
    client = {"client_id": "2001", "client_secret": "mock-server-secret"}
    form = {"grant_type": "client_credentials", **client}
    return str(httpx.post(f"{mock.base_url}/oauth2/token", data=form).json()["access_token"])


def sent(arguments: list[str], mock: EmbeddedMock, known: dict[str, str]) -> httpx.Response:
    """Send what a line for curl says, with the variables that it names."""
    parser = ArgumentParser(exit_on_error=False, add_help=False)
    parser.add_argument("address")
    parser.add_argument("-X", dest="method")
    parser.add_argument("-H", dest="headers", action="append", default=[])
    parser.add_argument("-d", dest="body")
    parser.add_argument("-F", dest="part")
    told = parser.parse_args([Template(each).substitute(known) for each in arguments])
    files = {told.part.partition("=@")[0]: GIF} if told.part else None
    return httpx.request(
        told.method or ("POST" if told.body or files else "GET"),
        told.address.replace(ADDRESS, mock.origin),
        headers=dict(each.split(": ", 1) for each in told.headers),
        content=told.body,
        files=files,
    )


def test_game_shows_and_changes_the_account_of_its_player(
    mock: EmbeddedMock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    joe = {"project_id": PROJECT, "username": "joe", "password": "password123", "email": "joe@example.com"}
    httpx.post(f"{mock.origin}/_mock/users", json=joe).raise_for_status()
    answer = httpx.post(
        f"{mock.base_url}/login",
        params={"projectId": PROJECT},
        json={"username": "joe", "password": "password123"},
    )
    bearer = {"Authorization": f"Bearer {httpx.URL(answer.json()['login_url']).params['token']}"}
    httpx.patch(f"{mock.base_url}/users/me", headers=bearer, json={"nickname": "Joe"}).raise_for_status()
    monkeypatch.setattr(builtins, "input", lambda question: messages(mock, NUMBER)[0]["code"])

    run("account.py", mock, tmp_path)

    nickname, asked, attributes, picture = capsys.readouterr().out.splitlines()
    assert nickname.startswith("Jane#")
    assert (asked, attributes) == ("['Joe']", "{'level': '7'}")
    assert httpx.get(picture).content == GIF
    profile = httpx.get(
        f"{mock.base_url}/users/me", headers={"Authorization": f"Bearer {user_token(mock)}"}
    ).json()
    assert (profile["phone_auth"], profile["gender"]) == (NUMBER.removeprefix("+"), "f")


def test_server_looks_after_its_users(
    mock: EmbeddedMock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run("server.py", mock, tmp_path)

    (mail,) = messages(mock, "demo@example.com")
    assert (mail["subject"], mail["text"].strip()) == ("Season Frost", "Frost has begun.")
    assert len(messages(mock, found["OPERATOR"])) == 2
    keys = httpx.get(f"{mock.base_url}/projects/{PROJECT}/keys").json()
    assert len(keys) == 2
    assert capsys.readouterr().out.count("'kid'") == 1
    listed = httpx.get(
        f"{mock.base_url}/projects/{PROJECT}/users/search",
        params={"limit": 20},
        headers={"X-SERVER-AUTHORIZATION": server_token(mock)},
    ).json()["users"]
    assert sorted(user["email"] for user in listed) == ["demo@example.com", "john.roe@example.com"]
    valid = httpx.post(f"{mock.base_url}/token/validate", json={"token": found["token"]})
    assert valid.status_code == 404


@pytest.mark.parametrize("guide", ["user-account", "server", "tokens-and-claims", "quick-start"])
def test_every_line_for_curl_is_answered_well(guide: str, mock: EmbeddedMock) -> None:
    known = {"TOKEN": user_token(mock), "SERVER_TOKEN": server_token(mock), "PROJECT": PROJECT}
    calls = [line for block in blocks(text(guide), "sh") for line in lines(block)]
    curls = [arguments for program, *arguments in calls if program == "curl"]

    assert curls
    for arguments in curls:
        answer = sent(arguments, mock, known)
        assert answer.is_success, f"{arguments}: {answer.text}"
    assert {program for program, *_ in calls} <= {"curl", "login-contract", "pip", "pipx", "python3"}


def test_lines_for_the_account_page_print_what_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "token").write_text("a.b.c\n")
    printed = []
    for arguments in commands("login-contract", GUIDES / "user-account.md"):
        with (tmp_path / "token").open() as file:
            monkeypatch.setattr("sys.stdin", file)
            assert cli.run(arguments) == 0
        printed.append(capsys.readouterr().out)

    address, frame = printed
    assert f"`{address.strip().replace('a.b.c', '…')}`" in text("user-account")
    assert '<iframe id="user-account"' in frame
