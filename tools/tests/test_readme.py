"""What the README shows of OAuth 2.0 works as it stands: its example, its clients, its settings."""

from __future__ import annotations

import builtins
import re
import tomllib
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from login_contract import resources
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings import project as project_settings
from login_contract.mock.settings import server
from login_contract.mock.settings.example import EXAMPLE
from login_contract.mock.settings.server import MockSettings

ADDRESS = "http://127.0.0.1:8480"
CALLBACK = "https://example.com/callback"


def readme() -> str:
    return (resources.checkout() / "README.md").read_text(encoding="utf-8")


def examples(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", readme(), re.DOTALL | re.MULTILINE)


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
    exec(compile(code.replace(ADDRESS, mock.origin), "README.md", "exec"), namespace)
    assert person.asked["code_challenge_method"] == ["S256"]
    assert set(parse_qs(urlsplit(person.ended).query)) == {"code", "state"}
    return namespace


def is_valid(mock: EmbeddedMock, token: str) -> bool:
    return httpx.post(f"{mock.base_url}/token/validate", json={"token": token}).status_code == 204


def test_every_python_example_is_run_by_a_test() -> None:
    shown = examples("python")

    # Those with the fixture are run beside the tests of the fixture, receivers beside those of the client.
    assert len([code for code in shown if "login_mock" in code]) == len(shown) - 3
    assert len([code for code in shown if "authlib" in code]) == 1
    folder = resources.checkout() / "tools" / "tests" / "webhooks_examples"
    for name in ("flask", "starlette"):
        assert (folder / f"{name}_receiver.py").read_text(encoding="utf-8") in shown


def test_launcher_of_the_readme_signs_in(
    mock: EmbeddedMock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("authlib", reason="Authlib is missing: pip install authlib")
    (code,) = (each for each in examples("python") if "authlib" in each)

    found = run(code, mock, monkeypatch)

    assert capsys.readouterr().out.strip() == found["token"]["access_token"]
    assert is_valid(mock, found["token"]["access_token"])
    form = {"grant_type": "refresh_token", "client_id": "1001"}
    newest = found["token"]["refresh_token"]
    answer = httpx.post(f"{mock.base_url}/oauth2/token", data={**form, "refresh_token": newest})
    assert answer.status_code == 200


def test_table_names_every_client_of_the_default_project() -> None:
    rows = {
        (row[0], row[1].strip("`").replace("–", ""), row[2].strip("`"))
        for row in re.findall(r"^\| (\d+) \| (\S+) \| (\S+) \|", readme(), re.MULTILINE)
    }
    (project,) = project_settings.complete_projects(MockSettings().projects)

    assert rows == {
        (str(client["client_id"]), client["client_secret"] or "", client["type"])
        for client in project["oauth_clients"]
    }
    assert {uri for client in project["oauth_clients"] for uri in client["redirect_uris"]} == {CALLBACK}


def test_client_of_the_readme_fits_the_settings_file(tmp_path: Path) -> None:
    (shown,) = (each for each in examples("toml") if "oauth_clients" in each)
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


def test_partner_of_the_readme_fits_the_settings_file(tmp_path: Path) -> None:
    (shown,) = (each for each in examples("toml") if "storage" in each)
    file = tmp_path / "login-mock.toml"
    file.write_text(shown, encoding="utf-8")

    (project,) = server.load(file).projects
    assert project["key_map"]["user-verification"]["user.player_id"] == "server_custom_id"


def guided_operations() -> list[tuple[str, str]]:
    """Methods and paths that the guide tells to try."""
    guide = readme().partition("## OAuth 2.0")[2].partition("\n## ")[0]
    return sorted(set(re.findall(r"`(GET|POST) (/(?:oauth2|_mock)/[^`?]*)", guide)))


@pytest.mark.parametrize(("method", "path"), guided_operations())
def test_operation_of_the_guide_is_described(method: str, path: str) -> None:
    found = compiled().find(path if path.startswith("/_mock/") else f"/api{path}")

    assert found is not None
    assert method in found[0].operations


def sdk_rows() -> dict[str, str]:
    """What the table of the vendor's SDKs says of each, by its name."""
    table = readme().partition("### The vendor's SDKs")[2].partition("```js")[0]
    return dict(re.findall(r"^\| (\w+) \| (.*) \|$", table, re.MULTILINE))


def test_every_sdk_of_the_vendor_is_told_what_to_set() -> None:
    assert set(sdk_rows()) - {"SDK"} == {"JavaScript", "Unity", "Unreal", "Cocos", "iOS", "Android"}


@pytest.mark.parametrize("sdk", ["Unity", "Unreal", "Cocos", "iOS"])
def test_default_address_of_an_sdk_is_taken(mock: EmbeddedMock, sdk: str) -> None:
    (page,) = set(re.findall(r"`(https://login\.xsolla\.com/[^`]+)`", sdk_rows()[sdk]))
    query = {"client_id": "1001", "response_type": "code", "state": "nine-or-more", "redirect_uri": page}

    answer = httpx.post(
        f"{mock.base_url}/oauth2/login", params=query, json={"username": "demo", "password": "password123"}
    )

    assert answer.json()["login_url"].startswith(f"{page}?code=")


def test_confirmation_page_of_an_sdk_is_taken(mock: EmbeddedMock) -> None:
    (page,) = re.findall(r"`(https://login-widget\.[^`]+)`", sdk_rows()["Unreal"])

    answer = httpx.post(
        f"{mock.base_url}/login/email/request",
        params={"projectId": project_settings.DEFAULT_PROJECT_ID},
        json={"email": "demo@example.com", "send_link": True, "link_url": page},
    )

    assert answer.status_code == 200


def test_address_of_an_app_may_be_registered() -> None:
    (setting,) = re.findall(r"`(redirect_uris = [^`]+)`", sdk_rows()["Android"])
    (uri,) = tomllib.loads(setting)["redirect_uris"]
    project = {"oauth_clients": [{"client_id": 3001, "redirect_uris": [uri]}]}
    users = [{"username": "demo", "email": "demo@example.com", "password": "password123"}]

    with EmbeddedMock(MockSettings(projects=({**project, "users": users},))) as mock:
        query: dict[str, str | int] = {
            "client_id": 3001,
            "response_type": "code",
            "state": "nine-or-more",
            "redirect_uri": uri,
        }
        answer = httpx.post(f"{mock.base_url}/oauth2/login", params=query, json={**users[0]})

    assert answer.json()["login_url"].startswith(f"{uri}?code=")


def test_files_of_the_readme_are_there(mock: EmbeddedMock) -> None:
    (code,) = examples("js")
    assert project_settings.DEFAULT_PROJECT_ID in code
    names = re.findall(r"`\$\{files\}/([^`]+)`", code)

    for name in names:
        path = f"/xsolla-login-widget/projects/{project_settings.DEFAULT_PROJECT_ID}/settings/{name}"
        assert httpx.get(mock.origin + path).status_code == 200
    assert names == ["auth", "socials/by_region", "widget"]


def test_client_without_a_proof_key_gets_what_the_readme_says(mock: EmbeddedMock) -> None:
    assert "nothing demands it" in readme()
    query: dict[str, str | int] = {"client_id": 1001, "response_type": "code", "state": "nine-or-more"}
    demo = {"username": "demo", "password": "password123"}
    answer = httpx.post(f"{mock.base_url}/oauth2/login", params=query, json=demo)
    code = parse_qs(urlsplit(answer.json()["login_url"]).query)["code"][0]

    form = {"grant_type": "authorization_code", "client_id": "1001", "code": code}
    tokens = httpx.post(f"{mock.base_url}/oauth2/token", data=form)

    assert is_valid(mock, tokens.json()["access_token"])
