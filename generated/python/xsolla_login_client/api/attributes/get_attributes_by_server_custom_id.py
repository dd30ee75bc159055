from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.attributes_by_custom_id import AttributesByCustomId
from ...models.custom_id_attribute_query import CustomIdAttributeQuery
from ...models.error_envelope import ErrorEnvelope
from ...models.flat_error import FlatError
from ...operation import Operation
from ...presence import listed
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-attributes-by-server-custom-id", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    body: CustomIdAttributeQuery,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/attributes/custom_id/get",
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    response: httpx.Response,
) -> ErrorEnvelope | FlatError | list[AttributesByCustomId] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_attributes_by_custom_ids_item_data in listed(_response_200):
            componentsschemas_attributes_by_custom_ids_item = AttributesByCustomId.from_dict(
                componentsschemas_attributes_by_custom_ids_item_data
            )

            response_200.append(componentsschemas_attributes_by_custom_ids_item)

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

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
    body: CustomIdAttributeQuery,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | FlatError | list[AttributesByCustomId]]:
    """Read attributes by ids of the server's own

    Attributes of both types, of every game and common ones.

    Args:
        body (CustomIdAttributeQuery): The users by the server's own ids, and which of their attributes
            to read.
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
    body: CustomIdAttributeQuery,
    timeout: Timeout | Unset = UNSET,
) -> list[AttributesByCustomId]:
    """Read attributes by ids of the server's own

    Attributes of both types, of every game and common ones.

    Args:
        body (CustomIdAttributeQuery): The users by the server's own ids, and which of their attributes
            to read.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[AttributesByCustomId]
    """

    answer = sync_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("list[AttributesByCustomId]", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CustomIdAttributeQuery,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | FlatError | list[AttributesByCustomId]]:
    """Read attributes by ids of the server's own

    Attributes of both types, of every game and common ones.

    Args:
        body (CustomIdAttributeQuery): The users by the server's own ids, and which of their attributes
            to read.
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
    body: CustomIdAttributeQuery,
    timeout: Timeout | Unset = UNSET,
) -> list[AttributesByCustomId]:
    """Read attributes by ids of the server's own

    Attributes of both types, of every game and common ones.

    Args:
        body (CustomIdAttributeQuery): The users by the server's own ids, and which of their attributes
            to read.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[AttributesByCustomId]
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("list[AttributesByCustomId]", success(OPERATION, answer))
