from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.login_result import LoginResult
from ...models.one_tap_login import OneTapLogin
from ...models.with_logout import WithLogout
from ...types import UNSET, Response, Unset


def _get_kwargs(
    provider_name: str,
    *,
    body: OneTapLogin,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["login_url"] = login_url

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params["locale"] = locale

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/social/{provider_name}/one_tap/complete".format(
            provider_name=quote(str(provider_name), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | LoginResult | None:
    if response.status_code == 200:
        response_200 = LoginResult.from_dict(response.json())

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
) -> Response[ErrorEnvelope | LoginResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: OneTapLogin,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> Response[ErrorEnvelope | LoginResult]:
    """Log in with the credential of a one-tap prompt

     For pages that show the prompt of a social network. An identity without an account gets one.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        x_request_id (str | Unset):
        body (OneTapLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LoginResult]
    """

    kwargs = _get_kwargs(
        provider_name=provider_name,
        body=body,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: OneTapLogin,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> ErrorEnvelope | LoginResult | None:
    """Log in with the credential of a one-tap prompt

     For pages that show the prompt of a social network. An identity without an account gets one.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        x_request_id (str | Unset):
        body (OneTapLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LoginResult
    """

    return sync_detailed(
        provider_name=provider_name,
        client=client,
        body=body,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: OneTapLogin,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> Response[ErrorEnvelope | LoginResult]:
    """Log in with the credential of a one-tap prompt

     For pages that show the prompt of a social network. An identity without an account gets one.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        x_request_id (str | Unset):
        body (OneTapLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LoginResult]
    """

    kwargs = _get_kwargs(
        provider_name=provider_name,
        body=body,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: OneTapLogin,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> ErrorEnvelope | LoginResult | None:
    """Log in with the credential of a one-tap prompt

     For pages that show the prompt of a social network. An identity without an account gets one.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        x_request_id (str | Unset):
        body (OneTapLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LoginResult
    """

    return (
        await asyncio_detailed(
            provider_name=provider_name,
            client=client,
            body=body,
            project_id=project_id,
            login_url=login_url,
            payload=payload,
            with_logout=with_logout,
            locale=locale,
            x_request_id=x_request_id,
        )
    ).parsed
