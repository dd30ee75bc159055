from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.device_login import DeviceLogin
from ...models.device_type import DeviceType
from ...models.error_envelope import ErrorEnvelope
from ...models.token_result import TokenResult
from ...models.with_logout import WithLogout
from ...types import UNSET, Response, Unset


def _get_kwargs(
    device_type: DeviceType,
    *,
    body: DeviceLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/login/device/{device_type}".format(
            device_type=quote(str(device_type), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | TokenResult | None:
    if response.status_code == 200:
        response_200 = TokenResult.from_dict(response.json())

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
) -> Response[ErrorEnvelope | TokenResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResult]:
    """Log in with the id of a device

     A device without an account gets one; from then on its id stands for that user. While a
    required field is outstanding the token serves the ask calls only.

    Args:
        device_type (DeviceType):
        project_id (UUID):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        body (DeviceLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | TokenResult]
    """

    kwargs = _get_kwargs(
        device_type=device_type,
        body=body,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
) -> ErrorEnvelope | TokenResult | None:
    """Log in with the id of a device

     A device without an account gets one; from then on its id stands for that user. While a
    required field is outstanding the token serves the ask calls only.

    Args:
        device_type (DeviceType):
        project_id (UUID):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        body (DeviceLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | TokenResult
    """

    return sync_detailed(
        device_type=device_type,
        client=client,
        body=body,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
    ).parsed


async def asyncio_detailed(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResult]:
    """Log in with the id of a device

     A device without an account gets one; from then on its id stands for that user. While a
    required field is outstanding the token serves the ask calls only.

    Args:
        device_type (DeviceType):
        project_id (UUID):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        body (DeviceLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | TokenResult]
    """

    kwargs = _get_kwargs(
        device_type=device_type,
        body=body,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
) -> ErrorEnvelope | TokenResult | None:
    """Log in with the id of a device

     A device without an account gets one; from then on its id stands for that user. While a
    required field is outstanding the token serves the ask calls only.

    Args:
        device_type (DeviceType):
        project_id (UUID):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        body (DeviceLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | TokenResult
    """

    return (
        await asyncio_detailed(
            device_type=device_type,
            client=client,
            body=body,
            project_id=project_id,
            payload=payload,
            with_logout=with_logout,
        )
    ).parsed
