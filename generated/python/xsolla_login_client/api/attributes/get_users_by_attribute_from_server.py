from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.attribute_search import AttributeSearch
from ...models.error_envelope import ErrorEnvelope
from ...models.flat_error import FlatError
from ...models.users_by_attribute import UsersByAttribute
from ...types import Response


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


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | FlatError | UsersByAttribute | None:
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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | FlatError | UsersByAttribute]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: AttributeSearch,
) -> Response[ErrorEnvelope | FlatError | UsersByAttribute]:
    """Search users by an attribute

     Ids, addresses and attributes of the users who have the attribute, those first whose attribute was
    updated the longest time ago. One that is updated between two pages comes again.

    Args:
        body (AttributeSearch):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | FlatError | UsersByAttribute]
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
    body: AttributeSearch,
) -> ErrorEnvelope | FlatError | UsersByAttribute | None:
    """Search users by an attribute

     Ids, addresses and attributes of the users who have the attribute, those first whose attribute was
    updated the longest time ago. One that is updated between two pages comes again.

    Args:
        body (AttributeSearch):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | FlatError | UsersByAttribute
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: AttributeSearch,
) -> Response[ErrorEnvelope | FlatError | UsersByAttribute]:
    """Search users by an attribute

     Ids, addresses and attributes of the users who have the attribute, those first whose attribute was
    updated the longest time ago. One that is updated between two pages comes again.

    Args:
        body (AttributeSearch):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | FlatError | UsersByAttribute]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: AttributeSearch,
) -> ErrorEnvelope | FlatError | UsersByAttribute | None:
    """Search users by an attribute

     Ids, addresses and attributes of the users who have the attribute, those first whose attribute was
    updated the longest time ago. One that is updated between two pages comes again.

    Args:
        body (AttributeSearch):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | FlatError | UsersByAttribute
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
