"""One call for each operation that servers of partners use: login events, tokens between servers."""

from __future__ import annotations

from http import HTTPStatus

from xsolla_login_client import models
from xsolla_login_client.api.custom_storage import validate_server_jwt
from xsolla_login_client.api.login_events import (
    add_webhook_for_event,
    delete_webhook_for_event,
    get_webhooks_for_event,
)
from xsolla_login_client.api.oauth2_token import generate_jwt
from xsolla_login_client.models import EventWebhook

from login_contract.suite.actors.callback_server import CallbackServer
from login_contract.suite.actors.client_registrations import SERVER_SECRET
from login_contract.suite.judging.refusals import INVALID_TOKEN

from .python_caller import PythonCaller
from .python_calls import calls, log_in, member

URL = "https://example.com/login-events"


def server_token(caller: PythonCaller) -> str:
    """The token that the project's server gets."""
    body = models.TokenGrant("client_credentials", str(caller.clients.server), client_secret=SERVER_SECRET)
    return str(caller.parsed(generate_jwt, models.TokenResponse, body=body).access_token)


def added(caller: PythonCaller, token: str) -> EventWebhook:
    """An address that was registered for sign-ups."""
    where = (caller.project_id, "registration")
    body = models.NewEventWebhook(url=URL)
    answer = caller.parsed(add_webhook_for_event, EventWebhook, *where, server_token=token, body=body)
    assert isinstance(answer, EventWebhook)
    return answer


@calls(add_webhook_for_event)
def registers_an_address(caller: PythonCaller) -> None:
    assert added(caller, server_token(caller)).url == URL


@calls(get_webhooks_for_event)
def lists_addresses(caller: PythonCaller) -> None:
    token = server_token(caller)
    webhook = added(caller, token)
    where = (caller.project_id, "registration")

    assert caller.parsed(get_webhooks_for_event, list, *where, server_token=token) == [webhook]
    assert caller.refusal(get_webhooks_for_event, *where, server_token="x") == INVALID_TOKEN


@calls(delete_webhook_for_event)
def removes_an_address(caller: PythonCaller) -> None:
    token = server_token(caller)
    where = (caller.project_id, "registration")
    webhook = added(caller, token)

    answer = caller.call(delete_webhook_for_event, *where, webhook.id, server_token=token)

    assert answer.status_code == HTTPStatus.NO_CONTENT
    assert caller.parsed(get_webhooks_for_event, list, *where, server_token=token) == []


@calls(validate_server_jwt)
def checks_the_token_of_a_webhook(caller: PythonCaller) -> None:
    person = member(caller)
    with CallbackServer() as receiver:
        caller.settings(storage="custom", webhooks={"user-verification": receiver.url("/verification")})
        log_in(caller, person)
        (delivery,) = receiver.requests
    token = delivery.headers["authorization"].removeprefix("Bearer ")
    body = models.GatewayTokenValidation(token=token)

    answer = caller.call(validate_server_jwt, project_id=caller.project_id, body=body)

    assert answer.status_code == HTTPStatus.NO_CONTENT
    body = models.GatewayTokenValidation(token=f"{token}x")
    assert caller.refusal(validate_server_jwt, project_id=caller.project_id, body=body) == INVALID_TOKEN
