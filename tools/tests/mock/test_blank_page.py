"""The empty page of the default project: taken as it stands in the SDKs, and never registered."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.mock.settings.server import MockSettings
from login_contract.suite.judging.refusals import UNREGISTERED_ADDRESS
from tests.mock.embedded import StartMock
from tests.mock.game import CALLBACK

VENDORS = "https://login.xsolla.com/api/blank"
DEMO = {"username": "demo", "password": "password123"}


def login(base_url: str, **query: str) -> httpx.Response:
    return httpx.post(f"{base_url}/login", params={"projectId": DEFAULT_PROJECT_ID, **query}, json=DEMO)


def oauth_login(base_url: str, client_id: int, **query: str) -> httpx.Response:
    started = {"client_id": str(client_id), "response_type": "code", "state": "nine-or-more"}
    return httpx.post(f"{base_url}/oauth2/login", params={**started, **query}, json=DEMO)


def code(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def test_default_project_and_its_clients_take_the_empty_page(start_mock: StartMock) -> None:
    base_url = start_mock().base_url
    port = base_url.rpartition(":")[2]
    for page in (VENDORS, f"{base_url}/blank", f"http://localhost:{port}/blank"):
        assert login(base_url, login_url=page).json()["login_url"].startswith(f"{page}?token=")
        for client_id in (1001, 1002):
            answer = oauth_login(base_url, client_id, redirect_uri=page)
            assert answer.json()["login_url"].startswith(f"{page}?code=")
        assert code(oauth_login(base_url, 2001, redirect_uri=page)) == UNREGISTERED_ADDRESS


def test_callback_of_the_default_project_stays_its_only_one(start_mock: StartMock) -> None:
    base_url = start_mock().base_url

    assert login(base_url).json()["login_url"].startswith(f"{CALLBACK}?token=")
    assert login(base_url, login_url=CALLBACK).status_code == 200
    for client_id in (1001, 1002):
        assert oauth_login(base_url, client_id).json()["login_url"].startswith(f"{CALLBACK}?code=")
    shown = httpx.get(base_url.replace("/api", f"/_mock/projects/{DEFAULT_PROJECT_ID}")).json()
    assert shown["callback_urls"] == [CALLBACK]
    assert {uri for client in shown["oauth_clients"] for uri in client["redirect_uris"]} == {CALLBACK}


def test_reset_and_restart_keep_the_empty_page(start_mock: StartMock) -> None:
    base_url = start_mock().base_url
    assert httpx.post(base_url.replace("/api", "/_mock/reset")).is_success

    assert login(base_url, login_url=VENDORS).status_code == 200


@pytest.mark.parametrize(
    ("settings", "own"),
    [
        ({"port": 8480}, {"http://127.0.0.1:8480/api/blank", "http://localhost:8480/api/blank"}),
        ({"host": "localhost", "port": 1}, {"http://localhost:1/api/blank"}),
        ({"host": "::1", "port": 1}, {"http://[::1]:1/api/blank", "http://localhost:1/api/blank"}),
        ({"host": "10.0.0.7", "port": 1}, {"http://10.0.0.7:1/api/blank"}),
        (
            {"port": 1, "public_url": "https://login.test/"},
            {"https://login.test/api/blank", "http://127.0.0.1:1/api/blank", "http://localhost:1/api/blank"},
        ),
    ],
)
def test_empty_page_has_the_names_of_its_server_and_no_others(
    settings: dict[str, Any], own: set[str]
) -> None:
    assert MockSettings(**settings).empty_pages == {VENDORS, *own}
