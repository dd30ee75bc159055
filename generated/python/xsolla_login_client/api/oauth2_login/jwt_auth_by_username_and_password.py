from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.password_login import PasswordLogin
from ...models.token_response import TokenResponse
from ...models.with_logout import WithLogout
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: PasswordLogin,
    client_id: int,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    if not isinstance(x_lot_number, Unset):
        headers["X-LOT-NUMBER"] = x_lot_number

    if not isinstance(x_captcha_output, Unset):
        headers["X-CAPTCHA-OUTPUT"] = x_captcha_output

    if not isinstance(x_pass_token, Unset):
        headers["X-PASS-TOKEN"] = x_pass_token

    if not isinstance(x_gen_time, Unset):
        headers["X-GEN-TIME"] = x_gen_time

    params: dict[str, Any] = {}

    params["client_id"] = client_id

    params["scope"] = scope

    params["audience"] = audience

    params["redirect_uri"] = redirect_uri

    json_project_id: str | Unset = UNSET
    if not isinstance(project_id, Unset):
        json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params["locale"] = locale

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/oauth2/login/token",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | TokenResponse | None:
    if response.status_code == 200:
        response_200 = TokenResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 413:
        response_413 = ErrorEnvelope.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ErrorEnvelope.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = ErrorEnvelope.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | TokenResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordLogin,
    client_id: int,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResponse]:
    """Log in with a password and get the tokens at once

     Checks the password like `oauth-20-auth-by-username-and-password`, and answers the tokens
    without a code in between. What a project asks its users for is not put here, because the
    answer has no place for it.

    Args:
        client_id (int):
        scope (str | Unset):
        audience (str | Unset):
        redirect_uri (str | Unset):
        project_id (UUID | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        x_request_id (str | Unset):
        x_lot_number (str | Unset):
        x_captcha_output (str | Unset):
        x_pass_token (str | Unset):
        x_gen_time (str | Unset):
        body (PasswordLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | TokenResponse]
    """

    kwargs = _get_kwargs(
        body=body,
        client_id=client_id,
        scope=scope,
        audience=audience,
        redirect_uri=redirect_uri,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
        x_lot_number=x_lot_number,
        x_captcha_output=x_captcha_output,
        x_pass_token=x_pass_token,
        x_gen_time=x_gen_time,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordLogin,
    client_id: int,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
) -> ErrorEnvelope | TokenResponse | None:
    """Log in with a password and get the tokens at once

     Checks the password like `oauth-20-auth-by-username-and-password`, and answers the tokens
    without a code in between. What a project asks its users for is not put here, because the
    answer has no place for it.

    Args:
        client_id (int):
        scope (str | Unset):
        audience (str | Unset):
        redirect_uri (str | Unset):
        project_id (UUID | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        x_request_id (str | Unset):
        x_lot_number (str | Unset):
        x_captcha_output (str | Unset):
        x_pass_token (str | Unset):
        x_gen_time (str | Unset):
        body (PasswordLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | TokenResponse
    """

    return sync_detailed(
        client=client,
        body=body,
        client_id=client_id,
        scope=scope,
        audience=audience,
        redirect_uri=redirect_uri,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
        x_lot_number=x_lot_number,
        x_captcha_output=x_captcha_output,
        x_pass_token=x_pass_token,
        x_gen_time=x_gen_time,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordLogin,
    client_id: int,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResponse]:
    """Log in with a password and get the tokens at once

     Checks the password like `oauth-20-auth-by-username-and-password`, and answers the tokens
    without a code in between. What a project asks its users for is not put here, because the
    answer has no place for it.

    Args:
        client_id (int):
        scope (str | Unset):
        audience (str | Unset):
        redirect_uri (str | Unset):
        project_id (UUID | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        x_request_id (str | Unset):
        x_lot_number (str | Unset):
        x_captcha_output (str | Unset):
        x_pass_token (str | Unset):
        x_gen_time (str | Unset):
        body (PasswordLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | TokenResponse]
    """

    kwargs = _get_kwargs(
        body=body,
        client_id=client_id,
        scope=scope,
        audience=audience,
        redirect_uri=redirect_uri,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
        x_lot_number=x_lot_number,
        x_captcha_output=x_captcha_output,
        x_pass_token=x_pass_token,
        x_gen_time=x_gen_time,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordLogin,
    client_id: int,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
) -> ErrorEnvelope | TokenResponse | None:
    """Log in with a password and get the tokens at once

     Checks the password like `oauth-20-auth-by-username-and-password`, and answers the tokens
    without a code in between. What a project asks its users for is not put here, because the
    answer has no place for it.

    Args:
        client_id (int):
        scope (str | Unset):
        audience (str | Unset):
        redirect_uri (str | Unset):
        project_id (UUID | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        x_request_id (str | Unset):
        x_lot_number (str | Unset):
        x_captcha_output (str | Unset):
        x_pass_token (str | Unset):
        x_gen_time (str | Unset):
        body (PasswordLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | TokenResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            client_id=client_id,
            scope=scope,
            audience=audience,
            redirect_uri=redirect_uri,
            project_id=project_id,
            payload=payload,
            with_logout=with_logout,
            locale=locale,
            x_request_id=x_request_id,
            x_lot_number=x_lot_number,
            x_captcha_output=x_captcha_output,
            x_pass_token=x_pass_token,
            x_gen_time=x_gen_time,
        )
    ).parsed
