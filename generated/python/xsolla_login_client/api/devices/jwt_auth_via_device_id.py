from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.device_login import DeviceLogin
from ...models.device_type import DeviceType
from ...models.error_envelope import ErrorEnvelope
from ...models.token_result import TokenResult
from ...models.with_logout import WithLogout
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("jwt-auth-via-device-id", repeatable=False, successes={"200": "body"})


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


def _parse_response(response: httpx.Response) -> ErrorEnvelope | TokenResult | None:
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

    return None


def sync_detailed(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResult]:
    """Log in with the id of a device

    A device without an account gets one; from then on its id stands for that user. While a required
    field is outstanding the token serves the ask calls only.

    Args:
        device_type (DeviceType): The operating system of the device. One of the systems that are told
            apart.
        project_id (UUID): Id of the Login project.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
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
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> TokenResult:
    """Log in with the id of a device

    A device without an account gets one; from then on its id stands for that user. While a required
    field is outstanding the token serves the ask calls only.

    Args:
        device_type (DeviceType): The operating system of the device. One of the systems that are told
            apart.
        project_id (UUID): Id of the Login project.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        body (DeviceLogin): The device that logs in, by its id.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        TokenResult
    """

    answer = sync_detailed(
        device_type=device_type,
        client=client,
        body=body,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
        timeout=timeout,
    )
    return cast("TokenResult", success(OPERATION, answer))


async def asyncio_detailed(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResult]:
    """Log in with the id of a device

    A device without an account gets one; from then on its id stands for that user. While a required
    field is outstanding the token serves the ask calls only.

    Args:
        device_type (DeviceType): The operating system of the device. One of the systems that are told
            apart.
        project_id (UUID): Id of the Login project.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
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
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    device_type: DeviceType,
    *,
    client: AuthenticatedClient | Client,
    body: DeviceLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> TokenResult:
    """Log in with the id of a device

    A device without an account gets one; from then on its id stands for that user. While a required
    field is outstanding the token serves the ask calls only.

    Args:
        device_type (DeviceType): The operating system of the device. One of the systems that are told
            apart.
        project_id (UUID): Id of the Login project.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        body (DeviceLogin): The device that logs in, by its id.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        TokenResult
    """

    answer = await asyncio_detailed(
        device_type=device_type,
        client=client,
        body=body,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
        timeout=timeout,
    )
    return cast("TokenResult", success(OPERATION, answer))
