"""The mock takes what each SDK of the vendor sends, and answers what the SDK reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.project import DEFAULT_PROJECT
from login_contract.mock.settings.server import MockSettings
from tests.docs.reading import text
from tests.docs.sdk_traffic import TRAFFIC, Sdk
from tests.docs.test_accounts import GIF

IN_APPS = ["app://xlogin.com.example.game", "app://xsollalogin", "http://localhost:65421"]
PROJECT = {
    **DEFAULT_PROJECT,
    "callback_urls": IN_APPS[:1],
    "oauth_clients": [{"client_id": 1001, "type": "public", "redirect_uris": IN_APPS}],
}
# As the SDKs for Unreal and Cocos write a part, and a header that RFC 2045 does not know.
BOUNDARY = "---------------------------1700000000000"
PART = (
    f"\r\n--{BOUNDARY}\r\n"
    'Content-Disposition: form-data;name="picture";filename="avatar.png"\r\nContent-Type: \r\n\r\n'
)


@pytest.fixture(scope="module")
def mock() -> Iterator[httpx.Client]:
    with (
        EmbeddedMock(MockSettings(projects=(PROJECT,))) as running,
        httpx.Client(base_url=running.origin) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def strict_mock() -> Iterator[httpx.Client]:
    """A project with several callback URLs, so that a call has to name one."""
    several = {**PROJECT, "callback_urls": IN_APPS}
    with (
        EmbeddedMock(MockSettings(projects=(several,))) as running,
        httpx.Client(base_url=running.origin) as client,
    ):
        yield client


def accepted(answer: httpx.Response, request: dict[str, Any]) -> bool:
    if "status" in request:
        return bool(answer.status_code == request["status"])
    return answer.is_success


@pytest.mark.parametrize("name", TRAFFIC)
def test_what_an_sdk_sends_is_taken(mock: httpx.Client, name: str) -> None:
    sdk = Sdk(name, mock)
    for request in sdk.traffic["request"]:
        answer = sdk.send(request)

        told = f"{request['call']}, {request['to']}: {answer.status_code} {answer.text}"
        assert accepted(answer, request), told
        read = answer.json() if request.get("reads") else {}
        assert [each for each in request.get("reads", ()) if read.get(each) is None] == [], told


@pytest.mark.parametrize("name", TRAFFIC)
def test_what_a_page_says_is_refused_is_refused(strict_mock: httpx.Client, name: str) -> None:
    sdk = Sdk(name, strict_mock)
    sdk.come_with_a_device()
    for request in sdk.traffic["refused"]:
        answer = sdk.send(request)

        assert answer.json()["error"]["code"] == request["code"], f"{request['call']}: {answer.text}"
        assert f"`{request['code']}`" in text(name)


def test_picture_is_taken_as_engines_send_it(mock: httpx.Client) -> None:
    sdk = Sdk("sdk-unreal", mock)
    sdk.come_with_a_device()

    answer = mock.post(
        "/api/users/me/picture",
        headers={**sdk.bearer(), "Content-Type": f"multipart/form-data; boundary ={BOUNDARY}"},
        content=PART.encode() + GIF + f"\r\n--{BOUNDARY}--\r\n".encode(),
    )

    assert answer.status_code == 200, answer.text
