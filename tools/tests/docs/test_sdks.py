"""What the guide to the vendor's SDKs says of each of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import httpx
import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings import project as project_settings
from login_contract.mock.settings.server import MockSettings
from tests.docs.reading import blocks, text


@pytest.fixture
def mock() -> Iterator[EmbeddedMock]:
    with EmbeddedMock() as running:
        yield running


def rows() -> dict[str, str]:
    """What the table says of each SDK, by its name."""
    table = text("vendor-sdks").partition("\n## ")[0]
    return dict(re.findall(r"^\| (\w+) \| (.*) \|$", table, re.MULTILINE))


def test_every_sdk_of_the_vendor_is_told_what_to_set() -> None:
    assert set(rows()) - {"SDK"} == {"JavaScript", "Unity", "Unreal", "Cocos", "iOS", "Android"}


@pytest.mark.parametrize("sdk", ["Unity", "Unreal", "Cocos", "iOS"])
def test_default_address_of_an_sdk_is_taken(mock: EmbeddedMock, sdk: str) -> None:
    (page,) = set(re.findall(r"`(https://login\.xsolla\.com/[^`]+)`", rows()[sdk]))
    query = {"client_id": "1001", "response_type": "code", "state": "nine-or-more", "redirect_uri": page}

    answer = httpx.post(
        f"{mock.base_url}/oauth2/login", params=query, json={"username": "demo", "password": "password123"}
    )

    assert answer.json()["login_url"].startswith(f"{page}?code=")


def test_confirmation_page_of_an_sdk_is_taken(mock: EmbeddedMock) -> None:
    (page,) = re.findall(r"`(https://login-widget\.[^`]+)`", rows()["Unreal"])

    answer = httpx.post(
        f"{mock.base_url}/login/email/request",
        params={"projectId": project_settings.DEFAULT_PROJECT_ID},
        json={"email": "demo@example.com", "send_link": True, "link_url": page},
    )

    assert answer.status_code == 200


def test_address_of_an_app_may_be_registered() -> None:
    (setting,) = re.findall(r"`(redirect_uris = [^`]+)`", rows()["Android"])
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


def test_files_that_the_page_names_are_there(mock: EmbeddedMock) -> None:
    (code,) = blocks(text("vendor-sdks"), "js")
    assert project_settings.DEFAULT_PROJECT_ID in code
    names = re.findall(r"`\$\{files\}/([^`]+)`", code)

    for name in names:
        path = f"/xsolla-login-widget/projects/{project_settings.DEFAULT_PROJECT_ID}/settings/{name}"
        assert httpx.get(mock.origin + path).status_code == 200
    assert names == ["auth", "socials/by_region", "widget"]


def test_captcha_that_the_guide_tells_of_is_asked_for() -> None:
    (calls, code) = re.findall(
        r"`captcha_calls = (\[.*\])` .*?\(`(\d{3}-\d{3})`\)", text("vendor-sdks"), re.DOTALL
    )[0]
    project = {"captcha_calls": tomllib.loads(f"calls = {calls}")["calls"]}

    with EmbeddedMock(MockSettings(projects=(project,))) as mock:
        answer = httpx.post(
            f"{mock.base_url}/login/email/request",
            params={"projectId": project_settings.DEFAULT_PROJECT_ID},
            json={"email": "demo@example.com"},
        )

    assert answer.json()["error"]["code"] == code
