from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.attributes_by_custom_id import AttributesByCustomId
from ...models.custom_id_attribute_query import CustomIdAttributeQuery
from ...models.error_envelope import ErrorEnvelope
from ...models.flat_error import FlatError
from ...types import Response


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
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | FlatError | list[AttributesByCustomId] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_attributes_by_custom_ids_item_data in _response_200:
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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | FlatError | list[AttributesByCustomId]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: CustomIdAttributeQuery,
) -> Response[ErrorEnvelope | FlatError | list[AttributesByCustomId]]:
    """Read attributes by ids of the server's own

     Attributes of both types, of every game and common ones.

    Args:
        body (CustomIdAttributeQuery):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | FlatError | list[AttributesByCustomId]]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: CustomIdAttributeQuery,
) -> ErrorEnvelope | FlatError | list[AttributesByCustomId] | None:
    """Read attributes by ids of the server's own

     Attributes of both types, of every game and common ones.

    Args:
        body (CustomIdAttributeQuery):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | FlatError | list[AttributesByCustomId]
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CustomIdAttributeQuery,
) -> Response[ErrorEnvelope | FlatError | list[AttributesByCustomId]]:
    """Read attributes by ids of the server's own

     Attributes of both types, of every game and common ones.

    Args:
        body (CustomIdAttributeQuery):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | FlatError | list[AttributesByCustomId]]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: CustomIdAttributeQuery,
) -> ErrorEnvelope | FlatError | list[AttributesByCustomId] | None:
    """Read attributes by ids of the server's own

     Attributes of both types, of every game and common ones.

    Args:
        body (CustomIdAttributeQuery):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | FlatError | list[AttributesByCustomId]
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
