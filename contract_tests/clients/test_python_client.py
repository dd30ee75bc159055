"""Every operation through the generated Python client, blocking and awaited."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from xsolla_login_client import Client, models
from xsolla_login_client.api.password import auth_by_username_and_password
from xsolla_login_client.errors import UnexpectedStatus

from login_contract.description.model import Description
from login_contract.suite.actors.client_registrations import ClientRegistrations
from login_contract.suite.actors.control import Control
from login_contract.suite.judging.refusals import UNKNOWN_PROJECT, WRONG_CREDENTIALS
from login_contract.suite.target import Target

from . import python_calls_oauth2, python_calls_server, python_calls_social, python_calls_sso
from .game import Person
from .python_caller import MANNERS, PythonCaller
from .python_calls import CALLS, log_in, member

# Each of these modules registers its calls.
CALLING = (python_calls_oauth2, python_calls_server, python_calls_social, python_calls_sso)


@pytest.fixture(params=MANNERS)
def caller(request: pytest.FixtureRequest, target: Target, control: Control) -> PythonCaller:
    clients = ClientRegistrations()
    project_id = UUID(control.put_project(otc_wait_seconds=0.2, oauth_clients=clients.settings()))
    return PythonCaller(request.param, target.base_url, project_id, control, clients)


def test_no_operation_lacks_a_call(description: Description) -> None:
    assert set(CALLS) == set(description.operations)


@pytest.mark.parametrize("operation_id", sorted(CALLS))
def test_operation_is_called_and_its_answer_understood(caller: PythonCaller, operation_id: str) -> None:
    CALLS[operation_id](caller)

    assert operation_id in caller.called


def test_refusal_is_an_envelope_with_a_code(caller: PythonCaller) -> None:
    body = models.PasswordLogin(username=Person().username, password="wrong")

    refusal = caller.refusal(auth_by_username_and_password, project_id=caller.project_id, body=body)

    assert refusal == WRONG_CREDENTIALS


def test_unknown_project_is_refused(caller: PythonCaller) -> None:
    body = models.PasswordLogin(username="demo", password="password123")
    nowhere = UUID("00000000-0000-4000-8000-000000000000")

    assert caller.refusal(auth_by_username_and_password, project_id=nowhere, body=body) == UNKNOWN_PROJECT


def test_rate_limit_tells_when_to_come_back(caller: PythonCaller) -> None:
    person = member(caller)
    limit = {"operation_id": "auth-by-username-and-password", "limit": 1, "per_seconds": 60}
    caller.settings(rate_limits=[limit])
    log_in(caller, person)

    body = models.PasswordLogin(username=person.username, password=person.password)
    answer = caller.call(auth_by_username_and_password, project_id=caller.project_id, body=body)

    assert answer.status_code == 429
    assert isinstance(answer.parsed, models.ErrorEnvelope)
    assert 0 < int(answer.headers["retry-after"]) <= 60


def test_undocumented_status_is_raised(caller: PythonCaller) -> None:
    caller.control.fault(operation_id="auth-by-username-and-password", status=503, times=1)

    with pytest.raises(UnexpectedStatus) as caught:
        log_in(caller, member(caller))

    assert caught.value.status_code == 503


def test_short_form_returns_the_body_alone(target: Target, control: Control) -> None:
    person = Person()
    project_id = control.put_project()
    control.create_user(project_id, username=person.username, email=person.email, password=person.password)
    body = models.PasswordLogin(username=person.username, password=person.password)

    with Client(target.base_url, httpx_args={"trust_env": False}) as client:
        result: Any = auth_by_username_and_password.sync(
            client=client, project_id=UUID(project_id), body=body
        )

    assert isinstance(result, models.LoginResult)
