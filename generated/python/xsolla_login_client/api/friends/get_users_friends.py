from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.relationship_page import RelationshipPage
from ...models.relationship_sort import RelationshipSort
from ...models.relationship_type import RelationshipType
from ...models.sort_order import SortOrder
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-users-friends", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    type_: RelationshipType,
    sort_by: RelationshipSort,
    sort_order: SortOrder,
    after: str | Unset = UNSET,
    limit: int | Unset = UNSET,
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


def _parse_response(response: httpx.Response) -> ErrorEnvelope | RelationshipPage | None:
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

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    type_: RelationshipType,
    sort_by: RelationshipSort,
    sort_order: SortOrder,
    after: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | RelationshipPage]:
    """List friends, requests and blocked users

    One of five lists, page by page: friends, who was asked and who has asked, who was blocked and who
    has blocked. A page goes on where the one before it ended, whoever came or went meanwhile.

    Args:
        type_ (RelationshipType): Which of the lists is read. Which of a user's lists is meant.
        sort_by (RelationshipSort): What orders the list: the nickname, whatever its letter case, or
            when the relationship came to be what it is. What a list of users is sorted by.
        sort_order (SortOrder): Whether the first or the last in that order begins. Which end of a list
            comes first.
        after (str | Unset): The `next_after` of the page before, in the same order; `0` is the
            beginning of the list.
        limit (int | Unset): How many entries a page has at most. Left out, it is `20`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        type_=type_,
        sort_by=sort_by,
        sort_order=sort_order,
        after=after,
        limit=limit,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    type_: RelationshipType,
    sort_by: RelationshipSort,
    sort_order: SortOrder,
    after: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> RelationshipPage:
    """List friends, requests and blocked users

    One of five lists, page by page: friends, who was asked and who has asked, who was blocked and who
    has blocked. A page goes on where the one before it ended, whoever came or went meanwhile.

    Args:
        type_ (RelationshipType): Which of the lists is read. Which of a user's lists is meant.
        sort_by (RelationshipSort): What orders the list: the nickname, whatever its letter case, or
            when the relationship came to be what it is. What a list of users is sorted by.
        sort_order (SortOrder): Whether the first or the last in that order begins. Which end of a list
            comes first.
        after (str | Unset): The `next_after` of the page before, in the same order; `0` is the
            beginning of the list.
        limit (int | Unset): How many entries a page has at most. Left out, it is `20`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        RelationshipPage
    """

    answer = sync_detailed(
        client=client,
        type_=type_,
        sort_by=sort_by,
        sort_order=sort_order,
        after=after,
        limit=limit,
        timeout=timeout,
    )
    return cast("RelationshipPage", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    type_: RelationshipType,
    sort_by: RelationshipSort,
    sort_order: SortOrder,
    after: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | RelationshipPage]:
    """List friends, requests and blocked users

    One of five lists, page by page: friends, who was asked and who has asked, who was blocked and who
    has blocked. A page goes on where the one before it ended, whoever came or went meanwhile.

    Args:
        type_ (RelationshipType): Which of the lists is read. Which of a user's lists is meant.
        sort_by (RelationshipSort): What orders the list: the nickname, whatever its letter case, or
            when the relationship came to be what it is. What a list of users is sorted by.
        sort_order (SortOrder): Whether the first or the last in that order begins. Which end of a list
            comes first.
        after (str | Unset): The `next_after` of the page before, in the same order; `0` is the
            beginning of the list.
        limit (int | Unset): How many entries a page has at most. Left out, it is `20`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        type_=type_,
        sort_by=sort_by,
        sort_order=sort_order,
        after=after,
        limit=limit,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    type_: RelationshipType,
    sort_by: RelationshipSort,
    sort_order: SortOrder,
    after: str | Unset = UNSET,
    limit: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> RelationshipPage:
    """List friends, requests and blocked users

    One of five lists, page by page: friends, who was asked and who has asked, who was blocked and who
    has blocked. A page goes on where the one before it ended, whoever came or went meanwhile.

    Args:
        type_ (RelationshipType): Which of the lists is read. Which of a user's lists is meant.
        sort_by (RelationshipSort): What orders the list: the nickname, whatever its letter case, or
            when the relationship came to be what it is. What a list of users is sorted by.
        sort_order (SortOrder): Whether the first or the last in that order begins. Which end of a list
            comes first.
        after (str | Unset): The `next_after` of the page before, in the same order; `0` is the
            beginning of the list.
        limit (int | Unset): How many entries a page has at most. Left out, it is `20`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        RelationshipPage
    """

    answer = await asyncio_detailed(
        client=client,
        type_=type_,
        sort_by=sort_by,
        sort_order=sort_order,
        after=after,
        limit=limit,
        timeout=timeout,
    )
    return cast("RelationshipPage", success(OPERATION, answer))
