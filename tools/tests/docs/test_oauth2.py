"""What the guides show of OAuth 2.0 works as it stands: its launcher, its clients, its settings."""

from __future__ import annotations

import builtins
import json
import re
import socket
import tomllib
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from login_contract.mock.contract.compiled import compiled
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings import project as project_settings
from login_contract.mock.settings import server
from login_contract.mock.settings.example import EXAMPLE
from login_contract.mock.settings.server import MockSettings
from tests.docs.reading import EXAMPLES, blocks, inline_code, text

ADDRESS = "http://127.0.0.1:8480"
CALLBACK = "https://example.com/callback"


@pytest.fixture
def mock() -> Iterator[EmbeddedMock]:
    with EmbeddedMock() as running:
        yield running


class Person:
    """Somebody at the browser, who signs in on whatever page opens and copies the address it ends on."""

    def __init__(self) -> None:
        self.asked: dict[str, list[str]] = {}
        self.ended = ""

    def open(self, address: str) -> bool:
        self.asked = parse_qs(urlsplit(address).query)
        with httpx.Client() as browser:
            page = browser.get(address)
            form, _, query = page.headers["location"].partition("?")
            fields = {"username": "demo", "password": "password123", "action": "password"}
            ticket = parse_qs(query)["ticket"][0]
            self.ended = browser.post(form, data={**fields, "ticket": ticket}).headers["location"]
        return True

    def tell(self, question: str) -> str:
        assert question
        return self.ended


def run(code: str, mock: EmbeddedMock, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    assert ADDRESS in code
    person, namespace = Person(), {"__name__": "__main__"}
    monkeypatch.setattr(webbrowser, "open", person.open)
    monkeypatch.setattr(builtins, "input", person.tell)
    exec(compile(code.replace(ADDRESS, mock.origin), "launcher.py", "exec"), namespace)
    assert person.asked["code_challenge_method"] == ["S256"]
    assert set(parse_qs(urlsplit(person.ended).query)) == {"code", "state"}
    return namespace


def is_valid(mock: EmbeddedMock, token: str) -> bool:
    return httpx.post(f"{mock.base_url}/token/validate", json={"token": token}).status_code == 204


def test_launcher_signs_in(
    mock: EmbeddedMock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("authlib", reason="Authlib is missing: pip install authlib")

    found = run((EXAMPLES / "launcher.py").read_text("utf-8"), mock, monkeypatch)

    assert capsys.readouterr().out.strip() == found["token"]["access_token"]
    assert is_valid(mock, found["token"]["access_token"])
    form = {"grant_type": "refresh_token", "client_id": "1001"}
    newest = found["token"]["refresh_token"]
    answer = httpx.post(f"{mock.base_url}/oauth2/token", data={**form, "refresh_token": newest})
    assert answer.status_code == 200


def test_player_stays_signed_in(
    mock: EmbeddedMock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)

    found = run((EXAMPLES / "session.py").read_text("utf-8"), mock, monkeypatch)

    email, user = capsys.readouterr().out.splitlines()
    assert email == "demo@example.com"
    assert user.startswith("user ")
    kept = json.loads((tmp_path / "login.json").read_text("utf-8"))
    assert kept[:2] == [found["auth"].tokens.access_token, found["auth"].tokens.refresh_token]
    httpx.post(f"{mock.origin}/_mock/clock", json={"advance_seconds": 7200})
    with httpx.Client(auth=found["auth"]) as later:
        assert later.get(f"{mock.base_url}/users/me").status_code == 200
    assert json.loads((tmp_path / "login.json").read_text("utf-8"))[1] not in kept


def test_launcher_takes_the_browser_back(
    mock: EmbeddedMock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    shown = tomllib.loads(blocks(text("oauth2"), "toml")[0].replace("7000", port))
    settings = f"{mock.origin}/_mock/projects/{project_settings.DEFAULT_PROJECT_ID}"
    httpx.patch(settings, json=shown["projects"]).raise_for_status()
    person = Person()

    def come_back() -> None:
        assert httpx.get(f"http://127.0.0.1:{port}/favicon.ico").status_code == 404
        httpx.get(person.ended)

    def open_page(address: str) -> bool:
        person.open(address)
        Thread(target=come_back).start()
        return True

    monkeypatch.setattr(webbrowser, "open", open_page)
    code = (EXAMPLES / "loopback.py").read_text("utf-8").replace(ADDRESS, mock.origin).replace("7000", port)
    exec(compile(code, "loopback.py", "exec"), {"__name__": "__main__"})

    assert capsys.readouterr().out == "hello, demo\n"


def test_table_names_every_client_of_the_default_project() -> None:
    rows = {
        (row[0], row[1].strip("`").replace("–", ""), row[2].strip("`"))
        for row in re.findall(r"^\| (\d+) \| (\S+) \| (\S+) \|", text("oauth2"), re.MULTILINE)
    }
    (project,) = project_settings.complete_projects(MockSettings().projects)

    assert rows == {
        (str(client["client_id"]), client["client_secret"] or "", client["type"])
        for client in project["oauth_clients"]
    }
    assert {uri for client in project["oauth_clients"] for uri in client["redirect_uris"]} == {CALLBACK}


def test_client_of_the_guide_fits_the_settings_file(tmp_path: Path) -> None:
    (shown,) = blocks(text("oauth2"), "toml")
    file = tmp_path / "login-mock.toml"
    before, marker, after = EXAMPLE.partition("[[projects.oauth_clients]]")
    file.write_text(f"{before}{shown}\n{marker}{after}", encoding="utf-8")

    with EmbeddedMock(server.load(file)) as mock:
        answer = httpx.get(
            f"{mock.base_url}/oauth2/auth",
            params={"client_id": 3001, "response_type": "code", "state": "nine-or-more"},
        )

    assert answer.status_code == 302
    assert urlsplit(answer.headers["location"]).path == "/_mock/sign-in"


def test_client_without_a_proof_key_gets_what_the_guide_says(mock: EmbeddedMock) -> None:
    assert "nothing demands it" in text("oauth2")
    query: dict[str, str | int] = {"client_id": 1001, "response_type": "code", "state": "nine-or-more"}
    demo = {"username": "demo", "password": "password123"}
    answer = httpx.post(f"{mock.base_url}/oauth2/login", params=query, json=demo)
    code = parse_qs(urlsplit(answer.json()["login_url"]).query)["code"][0]

    form = {"grant_type": "authorization_code", "client_id": "1001", "code": code}
    tokens = httpx.post(f"{mock.base_url}/oauth2/token", data=form)

    assert is_valid(mock, tokens.json()["access_token"])


def named_operations() -> list[tuple[str, str]]:
    """Methods and paths that guides tell to try."""
    of_logins = ("local-server", "oauth2", "hosted-pages", "custom-storage")
    guides = (*of_logins, "tokens-and-claims", "testing-your-integration")
    found = [code for guide in guides for code in inline_code(text(guide))]
    call = re.compile(r"((?:GET|POST|PUT|PATCH|DELETE)(?:`, `[A-Z]+|, [A-Z]+)*) (/[^?\s]*)(?:\?\S*)?")
    return sorted({(one[1].split(",")[0], one[2]) for code in found if (one := call.fullmatch(code))})


@pytest.mark.parametrize(("method", "path"), named_operations())
def test_operation_that_a_guide_names_is_described(method: str, path: str) -> None:
    api = path.startswith(("/_mock/", "/api/", "/healthz"))
    found = compiled().find((path if api else f"/api{path}").replace("{project_id}", "of-a-project"))

    assert found is not None
    assert method in found[0].operations
