# pyright: strict
"""A program that uses the client as its users do: type checkers take it without a cast."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import assert_never, assert_type
from uuid import UUID

import httpx
from xsolla_login_client import (
    UNSET,
    AsyncLoginApi,
    AuthenticatedClient,
    Cancelled,
    CancelToken,
    Client,
    ConfirmationRequired,
    LoginApi,
    LoginError,
    LoginServerApi,
    Redirect,
    Refusal,
    Response,
    Retries,
    Retry,
    SessionEnded,
    TimedOut,
    TransportError,
    UnexpectedAnswer,
    Unset,
)
from xsolla_login_client.api.password import auth_by_username_and_password
from xsolla_login_client.api.profile import get_user_details
from xsolla_login_client.api.sso import jwt_sso_redirect, log_user_out
from xsolla_login_client.error_codes import CODES, DeadlineExceeded, WrongCredentials
from xsolla_login_client.models import (
    ErrorEnvelope,
    LoginResult,
    PasswordLogin,
    UserDetails,
)
from xsolla_login_client.token_auth import TokenAuth, Tokens

SAID: list[object] = []
PROJECT = UUID("4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10")


def told(retry: Retry) -> None:
    """Be told of a retry."""
    assert_type(retry.status, int | None)
    SAID.append((retry.operation, retry.attempt, retry.pause))


def client_of(address: str, *, token: str | None = None) -> Client:
    """Return a client for somebody, who may be known."""
    retries = Retries(attempts=2, longest_wait=5, on_retry=told)
    if token is None:
        return Client(address, retries=retries, timeout=httpx.Timeout(5, connect=1))
    return AuthenticatedClient(address, token=token, retries=retries, timeout=2.5)


def log_in(client: Client, name: str, password: str) -> str | None:
    """Log in, and tell why that failed."""
    try:
        result = auth_by_username_and_password.sync(
            client=client, project_id=PROJECT, body=PasswordLogin(username=name, password=password), timeout=3
        )
    except WrongCredentials as refusal:
        assert_type(refusal.code, str | None)
        return None
    except Refusal as refusal:
        assert_type(refusal.details, Mapping[str, object])
        SAID.append((refusal.description, refusal.status, refusal.request_id, refusal.body[:10]))
        return None
    except (TimedOut, TransportError, UnexpectedAnswer, SessionEnded) as error:
        SAID.append(error.operation)
        raise
    assert_type(result, LoginResult)
    assert_type(result.token, str | Unset)
    return result.login_url if isinstance(result.token, Unset) else result.token


def whole_answer(client: Client) -> int:
    """Read status, headers and body of an answer."""
    answer = get_user_details.sync_detailed(client=client)
    assert_type(answer, Response[ErrorEnvelope | UserDetails])
    match answer.parsed:
        case UserDetails() as user:
            assert_type(user.id, UUID)
        case ErrorEnvelope() as envelope:
            SAID.append(envelope.error.code)
        case None:
            SAID.append((answer.content[:80], answer.headers.get("content-type")))
        case _:
            assert_never(answer.parsed)
    return answer.status_code


def redirect(client: Client) -> str:
    """Follow nobody, but tell where a redirect leads."""
    return assert_type(jwt_sso_redirect.sync(client=client, project_id=PROJECT, login_url=UNSET), str)


async def awaited(client: Client) -> str | None:
    """Make awaited calls."""
    async with client:
        await log_user_out.asyncio(client=client, sessions="all")
        result = await get_user_details.asyncio(client=client, timeout=None)
    return result.email if isinstance(result.email, str) else None


def asked(api: LoginApi, token: str) -> str | None:
    """Answer what is asked of a user."""
    answer = api.ask(fields={"email": "ann@example.com"}, token=token)
    match answer:
        case Redirect():
            return answer.redirect_url
        case ConfirmationRequired(operation_id=operation_id):
            return assert_type(operation_id, str)
        case _:
            assert_never(answer)


def logged_in(tokens: Tokens | None, save: Callable[[Tokens], object]) -> str | None:
    """Log in by the calls of the SDK."""
    with LoginApi(PROJECT, client_id=1001, scope="offline", is_oauth2=True, tokens=tokens, save=save) as api:
        requested = api.email_get_code(email="ann@example.com")
        try:
            code = api.get_confirm_code(
                login="ann@example.com",
                operation_id=requested.operation_id,
                cancel_token=CancelToken(),
                timeout=None,
            )
        except (Cancelled, DeadlineExceeded):
            return None
        assert_type(code.code, str)
        return api.account.get_user_details(timeout=1).email or None


async def awaited_login(name: str, password: str) -> LoginResult:
    """Log in without blocking."""
    async with AsyncLoginApi(str(PROJECT), retries=Retries(attempts=1)) as api:
        return assert_type(await api.login(username=name, password=password), LoginResult)


def of_a_server(token: str) -> str:
    """Call what servers call."""
    with LoginServerApi(token=token) as api:
        return api.post_projects_key(PROJECT).kid


def kept_logged_in(address: str, tokens: Tokens) -> Client:
    """Return a client that renews a login by itself."""
    return Client(address, auth=TokenAuth(tokens, client_id="1001", base_url=address))


def documented(error: LoginError) -> type[Refusal] | None:
    """Find the class of a code."""
    return None if error.code is None else CODES.get(error.code)
