from typing import Any, cast
from urllib.parse import quote

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.device_login import DeviceLogin
from ...models.device_type import DeviceType
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("link-device-to-account", repeatable=False, successes={"204": "nothing"})


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


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | None:
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

    return None


def sync_detailed(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Link a device to the account

    From then on the device logs the user in. One that does so already is named anew; one that stands
    for another account is refused.

    Args:
        device_type (DeviceType): The operating system of the device. One of the systems that are told
            apart.
        body (DeviceLogin): The device that logs in, by its id.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        device_type=device_type,
        body=body,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Link a device to the account

    From then on the device logs the user in. One that does so already is named anew; one that stands
    for another account is refused.

    Args:
        device_type (DeviceType): The operating system of the device. One of the systems that are told
            apart.
        body (DeviceLogin): The device that logs in, by its id.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = sync_detailed(
        device_type=device_type,
        client=client,
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Link a device to the account

    From then on the device logs the user in. One that does so already is named anew; one that stands
    for another account is refused.

    Args:
        device_type (DeviceType): The operating system of the device. One of the systems that are told
            apart.
        body (DeviceLogin): The device that logs in, by its id.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        device_type=device_type,
        body=body,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Link a device to the account

    From then on the device logs the user in. One that does so already is named anew; one that stands
    for another account is refused.

    Args:
        device_type (DeviceType): The operating system of the device. One of the systems that are told
            apart.
        body (DeviceLogin): The device that logs in, by its id.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = await asyncio_detailed(
        device_type=device_type,
        client=client,
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)
