"""What the guides to the vendor's SDKs say of settings, addresses and hosts works as it stands."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings import project as project_settings
from login_contract.mock.settings import server
from login_contract.mock.settings.server import DEFAULT_PORT, MockSettings
from tests.docs.reading import GUIDES, blocks, inline_code, text
from tests.docs.test_commands import ADDRESS, commands

OVERVIEW = "vendor-sdks"
PAGES = sorted(path.stem for path in GUIDES.glob("sdk-*.md"))
REGISTERING = [page for page in PAGES if blocks(text(page), "toml")]
# What cannot be compiled here: settings, a few lines each, whose addresses and ids are held below.
UNCOMPILED = {"csharp", "cpp", "kotlin", "swift", "ts", "xml"}
PROJECT = project_settings.DEFAULT_PROJECT_ID
USER = {"username": "demo", "password": "password123"}
WIDGET = "https://login-widget.xsolla.com/latest/"


@pytest.fixture(scope="module")
def mock() -> Iterator[EmbeddedMock]:
    with EmbeddedMock() as running:
        yield running


@pytest.fixture(scope="module")
def web() -> Iterator[httpx.Client]:
    """One client for all: making one takes longer than asking."""
    with httpx.Client() as client:
        yield client


def rows() -> dict[str, str]:
    """What the table says of each SDK, by its name."""
    return dict(re.findall(r"^\| \[(\w+)\]\(sdk-\w+\.md\) \| (.*) \|$", text(OVERVIEW), re.MULTILINE))


def login(web: httpx.Client, mock: EmbeddedMock, redirect_uri: str) -> httpx.Response:
    query = {"client_id": "1001", "response_type": "code", "state": "nine-or-more"}
    return web.post(
        f"{mock.base_url}/oauth2/login", params={**query, "redirect_uri": redirect_uri}, json=USER
    )


def test_every_sdk_of_the_vendor_is_told_what_to_set() -> None:
    assert {f"sdk-{name.lower()}" for name in rows()} == set(PAGES)


@pytest.mark.parametrize("sdk", ["Unity", "Unreal", "Cocos", "iOS"])
def test_default_address_of_an_sdk_is_taken(web: httpx.Client, mock: EmbeddedMock, sdk: str) -> None:
    (page,) = set(re.findall(r"`(https://login\.xsolla\.com/[^`]+)`", rows()[sdk]))

    assert login(web, mock, page).json()["login_url"].startswith(f"{page}?code=")


def test_confirmation_page_of_an_sdk_is_taken(web: httpx.Client, mock: EmbeddedMock) -> None:
    (page,) = re.findall(r"`(https://login-widget\.[^`]+)`", rows()["Unreal"])

    answer = web.post(
        f"{mock.base_url}/login/email/request",
        params={"projectId": PROJECT},
        json={"email": "demo@example.com", "send_link": True, "link_url": page},
    )

    assert answer.status_code == 200


def test_pages_of_apps_say_what_to_register() -> None:
    assert [page for page in PAGES if page not in REGISTERING] == ["sdk-javascript"]


@pytest.mark.parametrize("page", REGISTERING)
def test_project_of_a_page_takes_its_addresses(web: httpx.Client, page: str, tmp_path: Path) -> None:
    (shown,) = blocks(text(page), "toml")
    file = tmp_path / "login-mock.toml"
    file.write_text(shown, encoding="utf-8")
    (told,) = tomllib.loads(shown)["projects"]
    (client,) = told["oauth_clients"]

    with EmbeddedMock(server.load(file)) as mock:
        for uri in (*client["redirect_uris"], server.VENDORS_BLANK_PAGE):
            assert login(web, mock, uri).json()["login_url"].startswith(f"{uri}?code="), uri
        for url in told["callback_urls"]:
            query = {"projectId": PROJECT, "login_url": url}
            answer = web.post(f"{mock.base_url}/password/reset/request", params=query, json=USER)
            assert answer.status_code == 204, answer.text


def test_files_that_the_page_names_are_there(web: httpx.Client, mock: EmbeddedMock) -> None:
    (code,) = blocks(text("sdk-javascript"), "js")
    assert PROJECT in code
    names = re.findall(r"`\$\{files\}/([^`]+)`", code)

    for name in names:
        path = f"/xsolla-login-widget/projects/{PROJECT}/settings/{name}"
        assert web.get(mock.origin + path).status_code == 200
    assert names == ["auth", "socials/by_region", "widget"]


def test_captcha_that_the_guide_tells_of_is_asked_for(web: httpx.Client) -> None:
    (calls, code) = re.findall(
        r"`captcha_calls = (\[.*\])` .*?\(`(\d{3}-\d{3})`\)", text("sdk-javascript"), re.DOTALL
    )[0]
    project = {"captcha_calls": tomllib.loads(f"calls = {calls}")["calls"]}

    with EmbeddedMock(MockSettings(projects=(project,))) as mock:
        answer = web.post(
            f"{mock.base_url}/login/email/request",
            params={"projectId": PROJECT},
            json={"email": "demo@example.com"},
        )

    assert answer.json()["error"]["code"] == code


def test_sign_in_page_takes_the_query_of_the_widget(web: httpx.Client, mock: EmbeddedMock) -> None:
    assert WIDGET in text(OVERVIEW)
    assert f"{ADDRESS}/api/oauth2/auth" in text(OVERVIEW)
    query = {
        "projectId": PROJECT,
        "client_id": "1001",
        "response_type": "code",
        "state": "xsollatest",
        "redirect_uri": server.VENDORS_BLANK_PAGE,
        "scope": "offline",
        "locale": "de_DE",
    }

    answer = web.get(f"{mock.base_url}/oauth2/auth", params=query)

    assert "/_mock/sign-in?" in answer.headers["location"]


def test_message_that_the_guide_waits_for_is_told(web: httpx.Client, mock: EmbeddedMock) -> None:
    (arguments,) = commands("curl", GUIDES / f"{OVERVIEW}.md")[:1]
    web.post(f"{mock.base_url}/password/reset/request", params={"projectId": PROJECT}, json=USER)

    answer = web.get(arguments[0].replace(ADDRESS, mock.origin))

    assert answer.json()["messages"][0]["recipient"] == "demo@example.com"


def started() -> list[dict[str, str]]:
    """With which options the guide starts the mock for games elsewhere, and the address in the same line."""
    found = re.findall(r"^\| .* \| `(http\S+)/api` \| `(login-contract mock --.*)` \|$", text(OVERVIEW), re.M)
    lines = [(address, shlex.split(line)[2:]) for address, line in found]
    return [
        {"address": address, **dict(zip(words[::2], words[1::2], strict=True))} for address, words in lines
    ]


def test_game_elsewhere_is_sent_to_where_it_finds_the_mock(web: httpx.Client) -> None:
    assert [each["address"] for each in started()] == [each["--public-url"] for each in started()]
    assert all(each["address"].endswith(f":{DEFAULT_PORT}") for each in started())
    options = started()[-1]
    settings = MockSettings(public_url=options["--public-url"], admin_token=options["--admin-token"])
    query = {
        "client_id": "1001",
        "response_type": "code",
        "state": "xsollatest",
        "redirect_uri": server.VENDORS_BLANK_PAGE,
    }
    with EmbeddedMock(settings) as mock:
        answer = web.get(f"{mock.base_url}/oauth2/social/google/login_url", params=query)

    assert answer.json()["url"].startswith(f"{options['address']}/_mock/provider/google?")


def test_expired_token_is_refused_as_the_page_says(web: httpx.Client, mock: EmbeddedMock) -> None:
    (code,) = re.findall(r"refuses an expired access token as `([^`]+)`", " ".join(text("sdk-unity").split()))
    query = {"client_id": "1001", "scope": "offline"}
    token = web.post(f"{mock.base_url}/oauth2/login/token", params=query, json=USER).json()["access_token"]
    web.post(f"{mock.origin}/_mock/clock", json={"advance_seconds": 7200}).raise_for_status()

    answer = web.get(f"{mock.base_url}/users/me", headers={"Authorization": f"Bearer {token}"})

    assert answer.json()["error"]["code"] == code


def fixed_values(code: str) -> Iterator[tuple[Any, Any]]:
    """Addresses and ids that a block of code names, each with the only value that is right."""
    for address in re.findall(r"http://[\w.]+:\d+", code):
        yield address, ADDRESS
    for project in re.findall(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", code):
        yield project, PROJECT
    for client in re.findall(r"(?i)client_?id\W+(\d+)", code):
        yield int(client), project_settings.DEFAULT_PROJECT["oauth_clients"][0]["client_id"]
    for page in re.findall(r"https://[\w.]+xsolla\.com[\w/]*", code):
        yield page, server.VENDORS_BLANK_PAGE


@pytest.mark.parametrize("page", PAGES)
def test_code_that_is_not_compiled_has_the_values_of_the_default_project(page: str) -> None:
    languages = set(re.findall(r"^```(\w+)$", text(page), re.MULTILINE))
    assert languages <= UNCOMPILED | {"js", "toml", "sh", "mermaid"}
    found = [
        pair
        for language in languages & UNCOMPILED
        for code in blocks(text(page), language)
        for pair in fixed_values(code)
    ]

    assert [pair for pair in found if pair[0] != pair[1]] == []
    assert found or page == "sdk-javascript"


def test_other_guides_show_no_code_that_is_not_compiled() -> None:
    others = [path.stem for path in GUIDES.glob("*.md") if path.stem not in PAGES]
    # TypeScript elsewhere is compiled by the tests of the client.
    languages = UNCOMPILED - {"ts"}
    assert [guide for guide in others for language in languages if blocks(text(guide), language)] == []


@pytest.mark.parametrize("page", [OVERVIEW, *PAGES])
def test_settings_that_a_page_names_are_settings(page: str) -> None:
    known = project_settings.complete_projects([{}])[0]
    for code in inline_code(text(page)):
        if named := re.fullmatch(r"([a-z_]+) = .+", code):
            assert named[1] in known, code
