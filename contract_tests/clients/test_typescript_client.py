"""Every operation through the built TypeScript client, in Node."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx
import pytest

from login_contract.description.model import described
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.lacking import NO_CONFIGURING, lacks
from login_contract.suite.generated.good_requests import GoodRequest, good_request, good_requests
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.judging.judge import Judge
from login_contract.suite.judging.refusals import (
    DEADLINE_EXCEEDED,
    INACTIVE_TOKEN,
    INVALID_GRANT,
    INVALID_TOKEN,
    NOT_SIGNED_IN,
    UNKNOWN_PROJECT,
    WRONG_CREDENTIALS,
    DocumentedRefusal,
)
from login_contract.suite.target import Target

from .node_process import NodeProcess
from .typescript_caller import Called, TypeScriptCaller
from .wire import content, said

LOGIN = "auth-by-username-and-password"


@pytest.fixture(scope="module")
def typescript(typescript_node: NodeProcess, target: Target) -> TypeScriptCaller:
    return TypeScriptCaller(typescript_node, target.base_url)


@pytest.fixture
def made(stock: Stock | None) -> Stock:
    return lacks(NO_CONFIGURING) if stock is None else stock


@pytest.fixture
def apart(made: Stock) -> Stock:
    """A project whose settings a test may change."""
    return made.renewed()


def good(operation_id: str, stock: Stock) -> GoodRequest:
    return good_request(described().operations[operation_id], stock)


def brought(wire: httpx.Response) -> Any:
    """What a call resolves with, by the answer that it got: its body, or where it leads."""
    return wire.headers["location"] if wire.is_redirect else content(wire)


@pytest.mark.parametrize("operation_id", sorted(described().operations))
def test_operation_is_called_and_its_answer_understood(
    typescript: TypeScriptCaller, made: Stock, judge: Judge, operation_id: str
) -> None:
    operation = described().operations[operation_id]
    path = httpx.URL(typescript.base_url).path
    for request in good_requests(operation, made):
        called = typescript.call(request)

        wanted = f"{path}{operation.path.format(**request.path_parameters)}"
        query = httpx.QueryParams(request.query)
        assert said(called.wire.request) == (operation.method, wanted, query, request.body)
        assert called.wire.status_code < 400, called.wire.text
        judge.judge(operation, called.wire)
        assert called.refusal is None
        assert called.value == brought(called.wire)


@pytest.mark.parametrize(
    ("operation_id", "place", "changed", "refusal"),
    [
        (LOGIN, "body", {"password": "wrong-horse-8"}, WRONG_CREDENTIALS),
        (LOGIN, "query", {"projectId": str(UUID(int=0))}, UNKNOWN_PROJECT),
        ("get-confirmation-code", "query", {"operation_id": str(UUID(int=1))}, DEADLINE_EXCEEDED),
        ("validate-jwt", "body", {"token": "nonsense"}, INACTIVE_TOKEN),
        ("generate-jwt", "body", {"code": "nobody's"}, INVALID_GRANT),
        ("check-user-authentication", "cookies", {"xl_sso": "nobody's"}, NOT_SIGNED_IN),
        ("get-webhooks-for-event", "headers", {"X-SERVER-AUTHORIZATION": "x"}, INVALID_TOKEN),
        ("validate-server-jwt", "body", {"token": "nonsense"}, INVALID_TOKEN),
    ],
)
def test_refusal_rejects_with_its_code(
    typescript: TypeScriptCaller,
    made: Stock,
    operation_id: str,
    place: str,
    changed: dict[str, str],
    refusal: DocumentedRefusal,
) -> None:
    request = good(operation_id, made)
    getattr(request, place).update(changed)

    called = typescript.call(request)

    assert_refused(called, refusal)


def assert_refused(called: Called, refusal: DocumentedRefusal) -> None:
    told = called.refusal
    assert told is not None
    assert (told["status"], told["code"]) == refusal
    assert told["family"][-3:] == ["Refusal", "LoginError", "Error"]
    assert told["description"] == called.wire.json()["error"]["description"]


@pytest.mark.parametrize("operation_id", ["update-token", "oauth-20-user-ask"])
def test_answer_that_has_to_be_confirmed_tells_the_operation(
    typescript: TypeScriptCaller, made: Stock, operation_id: str
) -> None:
    request = good(operation_id, made)
    request.body["updatedFields"] = {"phone_number": made.recipient("phone")}

    called = typescript.call(request)

    details = called.value if called.refusal is None else called.refusal["details"]
    assert "operation_id" in str(details)


@pytest.mark.parametrize("operation_id", ["jwt-silent-authentication", "oauth-20-silent-authentication"])
def test_silent_login_redirects(typescript: TypeScriptCaller, made: Stock, operation_id: str) -> None:
    request = good(operation_id, made)
    request.query["is_redirect"] = True

    called = typescript.call(request)

    assert called.wire.status_code == 302
    assert called.value.startswith(request.query["login_url"])


def test_undocumented_status_rejects_with_it(
    typescript: TypeScriptCaller, made: Stock, control: Control
) -> None:
    request = good(LOGIN, made)
    control.fault(operation_id=LOGIN, status=503, times=1)

    told = typescript.call(request).refusal

    assert told is not None
    assert (told["name"], told["status"]) == ("Refusal", 503)


def test_file_is_sent_whole_whatever_its_bytes(typescript: TypeScriptCaller, made: Stock) -> None:
    request = good("upload-user-picture", made)
    picture = f"{request.body['picture']}\r\n--+++\r\n--+++--\r\n".encode() + bytes(range(256))
    request.body["picture"] = picture

    called = typescript.call(request)

    assert made.jwt_client.open(called.value["picture"]).content == picture


def test_value_of_a_path_stays_one_part_of_it(typescript: TypeScriptCaller, made: Stock) -> None:
    value = "../a/b?c#d e%41+é"
    request = good("update-users-attributes-from-server-by-server-custom-id", made)
    request.path_parameters["server_custom_id"] = value

    sent = typescript.call(request).wire.request

    assert sent.url.raw_path.decode().split("/")[-2:] == [quote(value, safe=""), "attributes"]
    assert sent.url.query == b""


def test_lists_stand_in_a_query_as_the_description_says(typescript: TypeScriptCaller, made: Stock) -> None:
    in_one = good("jwt-auth-via-social-network", made)
    in_one.query["fields"] = ["email", "id&name"]
    in_many = good("search-users-by-filter", made)
    in_many.query["user_groups"] = [1, 2]

    together, apart = (typescript.call(each).wire.request.url.query.decode() for each in (in_one, in_many))

    assert "fields=email,id%26name" in together.split("&")
    assert {"user_groups=1", "user_groups=2"} <= set(apart.split("&"))


def test_question_that_was_not_put_is_said_as_null(typescript: TypeScriptCaller) -> None:
    script = """
        const api = new client.LoginApi({ baseUrl: given, projectId: '0', fetch: send });
        await api.agreement({ token: 'nonsense', isAccepted: null, consentId: undefined });
    """

    (sent,) = typescript.process.send(script=script, given=typescript.base_url).outcome.result()["wire"]

    body = json.loads(base64.b64decode(sent["request"]["body"]))
    assert body["accept_consent"] is None
    assert "consent_id" not in body
