from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.user_device import UserDevice
from ...operation import Operation
from ...presence import listed
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-users-devices", repeatable=True, successes={"200": "body"})


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/users/me/devices",
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | list[UserDevice] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_user_devices_item_data in listed(_response_200):
            componentsschemas_user_devices_item = UserDevice.from_dict(
                componentsschemas_user_devices_item_data
            )

            response_200.append(componentsschemas_user_devices_item)

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[UserDevice]]:
    """List the devices of the user

    The devices that log the user in.

    Args:
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs()
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> list[UserDevice]:
    """List the devices of the user

    The devices that log the user in.

    Args:
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[UserDevice]
    """

    answer = sync_detailed(
        client=client,
        timeout=timeout,
    )
    return cast("list[UserDevice]", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[UserDevice]]:
    """List the devices of the user

    The devices that log the user in.

    Args:
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs()
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> list[UserDevice]:
    """List the devices of the user

    The devices that log the user in.

    Args:
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[UserDevice]
    """

    answer = await asyncio_detailed(
        client=client,
        timeout=timeout,
    )
    return cast("list[UserDevice]", success(OPERATION, answer))
