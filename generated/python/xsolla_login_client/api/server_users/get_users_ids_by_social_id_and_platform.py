from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.linked_user import LinkedUser
from ...models.platform_accounts import PlatformAccounts
from ...operation import Operation
from ...presence import listed
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-users-ids-by-social-id-and-platform", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    body: PlatformAccounts,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users/linking_info",
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | list[LinkedUser] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_linking_info_item_data in listed(_response_200):
            componentsschemas_linking_info_item = LinkedUser.from_dict(
                componentsschemas_linking_info_item_data
            )

            response_200.append(componentsschemas_linking_info_item)

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

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PlatformAccounts,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[LinkedUser]]:
    """Ask whom accounts at gaming platforms stand for

    The answer has an item for each account, in the order of the request.

    Args:
        body (PlatformAccounts): Accounts at gaming platforms whose users on the server are asked for.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: PlatformAccounts,
    timeout: Timeout | Unset = UNSET,
) -> list[LinkedUser]:
    """Ask whom accounts at gaming platforms stand for

    The answer has an item for each account, in the order of the request.

    Args:
        body (PlatformAccounts): Accounts at gaming platforms whose users on the server are asked for.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[LinkedUser]
    """

    answer = sync_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("list[LinkedUser]", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PlatformAccounts,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[LinkedUser]]:
    """Ask whom accounts at gaming platforms stand for

    The answer has an item for each account, in the order of the request.

    Args:
        body (PlatformAccounts): Accounts at gaming platforms whose users on the server are asked for.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: PlatformAccounts,
    timeout: Timeout | Unset = UNSET,
) -> list[LinkedUser]:
    """Ask whom accounts at gaming platforms stand for

    The answer has an item for each account, in the order of the request.

    Args:
        body (PlatformAccounts): Accounts at gaming platforms whose users on the server are asked for.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[LinkedUser]
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("list[LinkedUser]", success(OPERATION, answer))
