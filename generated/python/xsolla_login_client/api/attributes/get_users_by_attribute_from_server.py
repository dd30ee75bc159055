from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.attribute_search import AttributeSearch
from ...models.error_envelope import ErrorEnvelope
from ...models.flat_error import FlatError
from ...models.users_by_attribute import UsersByAttribute
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-users-by-attribute-from-server", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    body: AttributeSearch,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/attributes/users/get",
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | FlatError | UsersByAttribute | None:
    if response.status_code == 200:
        response_200 = UsersByAttribute.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 403:
        response_403 = FlatError.from_dict(response.json())

        return response_403

    if response.status_code == 413:
        response_413 = ErrorEnvelope.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ErrorEnvelope.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = FlatError.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: AttributeSearch,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | FlatError | UsersByAttribute]:
    """Search users by an attribute

    Ids, addresses and attributes of the users who have the attribute, those first whose attribute was
    updated the longest time ago. One that is updated between two pages comes again.

    Args:
        body (AttributeSearch): Which users to find, by an attribute they have, and what to tell of
            them.
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
    body: AttributeSearch,
    timeout: Timeout | Unset = UNSET,
) -> UsersByAttribute:
    """Search users by an attribute

    Ids, addresses and attributes of the users who have the attribute, those first whose attribute was
    updated the longest time ago. One that is updated between two pages comes again.

    Args:
        body (AttributeSearch): Which users to find, by an attribute they have, and what to tell of
            them.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        UsersByAttribute
    """

    answer = sync_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("UsersByAttribute", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: AttributeSearch,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | FlatError | UsersByAttribute]:
    """Search users by an attribute

    Ids, addresses and attributes of the users who have the attribute, those first whose attribute was
    updated the longest time ago. One that is updated between two pages comes again.

    Args:
        body (AttributeSearch): Which users to find, by an attribute they have, and what to tell of
            them.
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
    body: AttributeSearch,
    timeout: Timeout | Unset = UNSET,
) -> UsersByAttribute:
    """Search users by an attribute

    Ids, addresses and attributes of the users who have the attribute, those first whose attribute was
    updated the longest time ago. One that is updated between two pages comes again.

    Args:
        body (AttributeSearch): Which users to find, by an attribute they have, and what to tell of
            them.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        UsersByAttribute
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("UsersByAttribute", success(OPERATION, answer))
