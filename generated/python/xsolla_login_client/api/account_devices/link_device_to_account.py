from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.device_login import DeviceLogin
from ...models.device_type import DeviceType
from ...models.error_envelope import ErrorEnvelope
from ...types import Response


def _get_kwargs(
    device_type: DeviceType,
    *,
    body: DeviceLogin,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users/me/devices/{device_type}".format(
            device_type=quote(str(device_type), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ErrorEnvelope | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

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
) -> Response[Any | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient,
    body: DeviceLogin,
) -> Response[Any | ErrorEnvelope]:
    """Link a device to the account

     From then on the device logs the user in. One that does so already is named anew; one that stands
    for
    another account is refused.

    Args:
        device_type (DeviceType):
        body (DeviceLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        device_type=device_type,
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient,
    body: DeviceLogin,
) -> Any | ErrorEnvelope | None:
    """Link a device to the account

     From then on the device logs the user in. One that does so already is named anew; one that stands
    for
    another account is refused.

    Args:
        device_type (DeviceType):
        body (DeviceLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return sync_detailed(
        device_type=device_type,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient,
    body: DeviceLogin,
) -> Response[Any | ErrorEnvelope]:
    """Link a device to the account

     From then on the device logs the user in. One that does so already is named anew; one that stands
    for
    another account is refused.

    Args:
        device_type (DeviceType):
        body (DeviceLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        device_type=device_type,
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient,
    body: DeviceLogin,
) -> Any | ErrorEnvelope | None:
    """Link a device to the account

     From then on the device logs the user in. One that does so already is named anew; one that stands
    for
    another account is refused.

    Args:
        device_type (DeviceType):
        body (DeviceLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            device_type=device_type,
            client=client,
            body=body,
        )
    ).parsed
