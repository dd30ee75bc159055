from http import HTTPStatus
from typing import Any, Literal
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.code_requested import CodeRequested
from ...models.email_code_request import EmailCodeRequest
from ...models.error_envelope import ErrorEnvelope
from ...models.with_logout import WithLogout
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: EmailCodeRequest,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    email_template: str | Unset = UNSET,
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

    params["response_type"] = response_type

    params["state"] = state

    params["redirect_uri"] = redirect_uri

    params["scope"] = scope

    params["audience"] = audience

    json_project_id: str | Unset = UNSET
    if not isinstance(project_id, Unset):
        json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["login_url"] = login_url

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params["locale"] = locale

    params["email_template"] = email_template

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/oauth2/login/email/request",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CodeRequested | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = CodeRequested.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

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
) -> Response[CodeRequested | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: EmailCodeRequest,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    email_template: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
) -> Response[CodeRequested | ErrorEnvelope]:
    """Send a code by e-mail, OAuth 2.0

     Sends a one-time code like `jwt-start-auth-by-email`. The redirect URI, state and scope given
    here count when the code is confirmed.

    Args:
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        email_template (str | Unset):
        x_request_id (str | Unset):
        x_lot_number (str | Unset):
        x_captcha_output (str | Unset):
        x_pass_token (str | Unset):
        x_gen_time (str | Unset):
        body (EmailCodeRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CodeRequested | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        email_template=email_template,
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
    body: EmailCodeRequest,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    email_template: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
) -> CodeRequested | ErrorEnvelope | None:
    """Send a code by e-mail, OAuth 2.0

     Sends a one-time code like `jwt-start-auth-by-email`. The redirect URI, state and scope given
    here count when the code is confirmed.

    Args:
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        email_template (str | Unset):
        x_request_id (str | Unset):
        x_lot_number (str | Unset):
        x_captcha_output (str | Unset):
        x_pass_token (str | Unset):
        x_gen_time (str | Unset):
        body (EmailCodeRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CodeRequested | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        body=body,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        email_template=email_template,
        x_request_id=x_request_id,
        x_lot_number=x_lot_number,
        x_captcha_output=x_captcha_output,
        x_pass_token=x_pass_token,
        x_gen_time=x_gen_time,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: EmailCodeRequest,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    email_template: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
) -> Response[CodeRequested | ErrorEnvelope]:
    """Send a code by e-mail, OAuth 2.0

     Sends a one-time code like `jwt-start-auth-by-email`. The redirect URI, state and scope given
    here count when the code is confirmed.

    Args:
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        email_template (str | Unset):
        x_request_id (str | Unset):
        x_lot_number (str | Unset):
        x_captcha_output (str | Unset):
        x_pass_token (str | Unset):
        x_gen_time (str | Unset):
        body (EmailCodeRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CodeRequested | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        email_template=email_template,
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
    body: EmailCodeRequest,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    email_template: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
) -> CodeRequested | ErrorEnvelope | None:
    """Send a code by e-mail, OAuth 2.0

     Sends a one-time code like `jwt-start-auth-by-email`. The redirect URI, state and scope given
    here count when the code is confirmed.

    Args:
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        email_template (str | Unset):
        x_request_id (str | Unset):
        x_lot_number (str | Unset):
        x_captcha_output (str | Unset):
        x_pass_token (str | Unset):
        x_gen_time (str | Unset):
        body (EmailCodeRequest):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CodeRequested | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            client_id=client_id,
            response_type=response_type,
            state=state,
            redirect_uri=redirect_uri,
            scope=scope,
            audience=audience,
            project_id=project_id,
            login_url=login_url,
            payload=payload,
            with_logout=with_logout,
            locale=locale,
            email_template=email_template,
            x_request_id=x_request_id,
            x_lot_number=x_lot_number,
            x_captcha_output=x_captcha_output,
            x_pass_token=x_pass_token,
            x_gen_time=x_gen_time,
        )
    ).parsed
