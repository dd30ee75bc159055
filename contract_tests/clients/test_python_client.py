"""Every operation through the generated Python client, blocking and awaited."""

from __future__ import annotations

import inspect
from typing import Any
from uuid import UUID

import httpx
import pytest
from xsolla_login_client import Client, models
from xsolla_login_client.api.password import auth_by_username_and_password
from xsolla_login_client.error_codes import WrongCredentials

from login_contract.description.model import Description, described
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import PASSWORD
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

from .python_caller import MANNERS, Called, PythonCaller, modules
from .wire import content, said

LOGIN = "auth-by-username-and-password"


@pytest.fixture(params=MANNERS)
def caller(request: pytest.FixtureRequest, target: Target) -> PythonCaller:
    return PythonCaller(request.param, target.base_url)


@pytest.fixture
def made(stock: Stock | None) -> Stock:
    return lacks(NO_CONFIGURING) if stock is None else stock


@pytest.fixture
def apart(made: Stock) -> Stock:
    """A project whose settings a test may change."""
    return made.renewed()


def good(operation_id: str, stock: Stock) -> GoodRequest:
    return good_request(described().operations[operation_id], stock)


def plain(parsed: Any) -> Any:
    """A parsed answer as the JSON value that it was read from."""
    if isinstance(parsed, list):
        return [plain(each) for each in parsed]
    return parsed.to_dict() if hasattr(parsed, "to_dict") else parsed


def assert_understood(called: Called) -> None:
    assert called.answer.status_code == called.wire.status_code
    assert plain(called.answer.parsed) == content(called.wire)


def test_no_operation_lacks_a_module(description: Description) -> None:
    assert set(modules()) == set(description.operations)


@pytest.mark.parametrize(
    ("operation_id", "argument"),
    [("link-device-to-account", "device_type"), ("unlink-device-from-account", "id")],
)
def test_arguments_are_called_as_the_reference_calls_them(operation_id: str, argument: str) -> None:
    arguments = list(inspect.signature(modules()[operation_id].sync_detailed).parameters)

    assert arguments[0] == argument


@pytest.mark.parametrize("operation_id", sorted(described().operations))
def test_operation_is_called_and_its_answer_understood(
    caller: PythonCaller, made: Stock, judge: Judge, operation_id: str
) -> None:
    operation = described().operations[operation_id]
    path = httpx.URL(caller.base_url).path
    for request in good_requests(operation, made):
        called = caller.call(request)

        wanted = f"{path}{operation.path.format(**request.path_parameters)}"
        query = httpx.QueryParams(request.query)
        assert said(called.wire.request) == (operation.method, wanted, query, request.body)
        assert called.wire.status_code < 400, called.wire.text
        judge.judge(operation, called.wire)
        assert_understood(called)


@pytest.mark.parametrize("operation_id", ["jwt-register-new-user", "oauth-20-register-new-user"])
def test_registration_that_needs_no_confirmation_leads_on(
    caller: PythonCaller, apart: Stock, operation_id: str
) -> None:
    apart.control.change_project(apart.jwt_client.project_id, confirmation_required=False)

    called = caller.call(good(operation_id, apart))

    assert isinstance(called.answer.parsed, models.RegistrationResult)
    assert_understood(called)


@pytest.mark.parametrize("operation_id", ["update-token", "oauth-20-user-ask"])
def test_answer_that_has_to_be_confirmed_is_told_from_a_login(
    caller: PythonCaller, made: Stock, operation_id: str
) -> None:
    request = good(operation_id, made)
    request.body["updatedFields"] = {"phone_number": made.recipient("phone")}

    called = caller.call(request)

    assert isinstance(called.answer.parsed, models.ConfirmationRequired)
    assert_understood(called)


@pytest.mark.parametrize("operation_id", ["jwt-silent-authentication", "oauth-20-silent-authentication"])
def test_silent_login_redirects(caller: PythonCaller, made: Stock, operation_id: str) -> None:
    request = good(operation_id, made)
    request.query["is_redirect"] = True

    called = caller.call(request)

    assert called.answer.status_code == 302
    assert called.answer.headers["location"].startswith(request.query["login_url"])


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
def test_refusal_is_an_envelope_with_a_code(
    caller: PythonCaller,
    made: Stock,
    operation_id: str,
    place: str,
    changed: dict[str, str],
    refusal: DocumentedRefusal,
) -> None:
    request = good(operation_id, made)
    getattr(request, place).update(changed)

    called = caller.call(request)

    assert isinstance(called.answer.parsed, models.ErrorEnvelope)
    assert (called.answer.status_code, called.answer.parsed.error.code) == refusal
    assert_understood(called)


def test_rate_limit_tells_when_to_come_back(caller: PythonCaller, apart: Stock) -> None:
    limit = {"operation_id": LOGIN, "limit": 1, "per_seconds": 60}
    apart.control.change_project(apart.jwt_client.project_id, rate_limits=[limit])
    request = good(LOGIN, apart)
    caller.call(request)

    called = caller.call(request)

    assert called.answer.status_code == 429
    assert isinstance(called.answer.parsed, models.ErrorEnvelope)
    assert 0 < int(called.answer.headers["retry-after"]) <= 60


def test_undocumented_status_is_told_as_it_is(caller: PythonCaller, made: Stock, control: Control) -> None:
    request = good(LOGIN, made)
    control.fault(operation_id=LOGIN, status=503, times=1)

    called = caller.call(request)

    assert (called.answer.status_code, called.answer.parsed) == (503, None)
    assert called.answer.content == called.wire.content


def test_file_is_sent_whole_whatever_its_bytes(caller: PythonCaller, made: Stock) -> None:
    request = good("upload-user-picture", made)
    content = f"{request.body['picture']}\r\n--+++\r\n--+++--\r\n".encode() + bytes(range(256))
    request.body["picture"] = content

    called = caller.call(request)

    assert isinstance(called.answer.parsed, models.UploadedPicture)
    assert made.jwt_client.open(called.answer.parsed.picture).content == content


def test_short_form_returns_the_body_alone(target: Target, made: Stock) -> None:
    body = models.PasswordLogin(username=made.user(), password=PASSWORD)
    project_id = UUID(made.jwt_client.project_id)

    with Client(target.base_url, httpx_args={"trust_env": False}) as client:
        result = auth_by_username_and_password.sync(client=client, project_id=project_id, body=body)

    assert isinstance(result, models.LoginResult)


def test_short_form_raises_what_the_server_refuses(target: Target, made: Stock) -> None:
    body = models.PasswordLogin(username=made.user(), password="wrong-horse-8")
    project_id = UUID(made.jwt_client.project_id)

    with (
        Client(target.base_url, httpx_args={"trust_env": False}) as client,
        pytest.raises(WrongCredentials) as it,
    ):
        auth_by_username_and_password.sync(client=client, project_id=project_id, body=body)

    assert (it.value.status, it.value.code, it.value.operation) == (*WRONG_CREDENTIALS, LOGIN)
