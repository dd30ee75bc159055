from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.relationship_page import RelationshipPage
from ...models.relationship_sort import RelationshipSort
from ...models.relationship_type import RelationshipType
from ...models.sort_order import SortOrder
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    type_: RelationshipType,
    sort_by: RelationshipSort,
    sort_order: SortOrder,
    after: str | Unset = UNSET,
    limit: int | Unset = 20,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_type_: str = type_
    params["type"] = json_type_

    json_sort_by: str = sort_by
    params["sort_by"] = json_sort_by

    json_sort_order: str = sort_order
    params["sort_order"] = json_sort_order

    params["after"] = after

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/users/me/relationships",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | RelationshipPage | None:
    if response.status_code == 200:
        response_200 = RelationshipPage.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = ErrorEnvelope.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | RelationshipPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    type_: RelationshipType,
    sort_by: RelationshipSort,
    sort_order: SortOrder,
    after: str | Unset = UNSET,
    limit: int | Unset = 20,
) -> Response[ErrorEnvelope | RelationshipPage]:
    """List friends, requests and blocked users

     One of five lists, page by page: friends, who was asked and who has asked, who was blocked and who
    has
    blocked. A page goes on where the one before it ended, whoever came or went meanwhile.

    Args:
        type_ (RelationshipType):
        sort_by (RelationshipSort):
        sort_order (SortOrder):
        after (str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | RelationshipPage]
    """

    kwargs = _get_kwargs(
        type_=type_,
        sort_by=sort_by,
        sort_order=sort_order,
        after=after,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    type_: RelationshipType,
    sort_by: RelationshipSort,
    sort_order: SortOrder,
    after: str | Unset = UNSET,
    limit: int | Unset = 20,
) -> ErrorEnvelope | RelationshipPage | None:
    """List friends, requests and blocked users

     One of five lists, page by page: friends, who was asked and who has asked, who was blocked and who
    has
    blocked. A page goes on where the one before it ended, whoever came or went meanwhile.

    Args:
        type_ (RelationshipType):
        sort_by (RelationshipSort):
        sort_order (SortOrder):
        after (str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | RelationshipPage
    """

    return sync_detailed(
        client=client,
        type_=type_,
        sort_by=sort_by,
        sort_order=sort_order,
        after=after,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    type_: RelationshipType,
    sort_by: RelationshipSort,
    sort_order: SortOrder,
    after: str | Unset = UNSET,
    limit: int | Unset = 20,
) -> Response[ErrorEnvelope | RelationshipPage]:
    """List friends, requests and blocked users

     One of five lists, page by page: friends, who was asked and who has asked, who was blocked and who
    has
    blocked. A page goes on where the one before it ended, whoever came or went meanwhile.

    Args:
        type_ (RelationshipType):
        sort_by (RelationshipSort):
        sort_order (SortOrder):
        after (str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | RelationshipPage]
    """

    kwargs = _get_kwargs(
        type_=type_,
        sort_by=sort_by,
        sort_order=sort_order,
        after=after,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    type_: RelationshipType,
    sort_by: RelationshipSort,
    sort_order: SortOrder,
    after: str | Unset = UNSET,
    limit: int | Unset = 20,
) -> ErrorEnvelope | RelationshipPage | None:
    """List friends, requests and blocked users

     One of five lists, page by page: friends, who was asked and who has asked, who was blocked and who
    has
    blocked. A page goes on where the one before it ended, whoever came or went meanwhile.

    Args:
        type_ (RelationshipType):
        sort_by (RelationshipSort):
        sort_order (SortOrder):
        after (str | Unset):
        limit (int | Unset):  Default: 20.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | RelationshipPage
    """

    return (
        await asyncio_detailed(
            client=client,
            type_=type_,
            sort_by=sort_by,
            sort_order=sort_order,
            after=after,
            limit=limit,
        )
    ).parsed
