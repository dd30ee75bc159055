import datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.search_users_by_filter_order_column import (
    SearchUsersByFilterOrderColumn,
)
from ...models.search_users_by_filter_order_dir import (
    SearchUsersByFilterOrderDir,
)
from ...models.search_users_by_filter_search_by import (
    SearchUsersByFilterSearchBy,
)
from ...models.user_page import UserPage
from ...types import UNSET, Response, Unset


def _get_kwargs(
    project_id: UUID,
    *,
    limit: int,
    offset: int | Unset = 0,
    order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
    order_dir: SearchUsersByFilterOrderDir | Unset = "asc",
    user_groups: list[int] | Unset = UNSET,
    status: bool | Unset = UNSET,
    search_query: str | Unset = UNSET,
    search_by: SearchUsersByFilterSearchBy | Unset = UNSET,
    activity_from: datetime.date | Unset = UNSET,
    activity_to: datetime.date | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["offset"] = offset

    json_order_column: str | Unset = UNSET
    if not isinstance(order_column, Unset):
        json_order_column = order_column

    params["order_column"] = json_order_column

    json_order_dir: str | Unset = UNSET
    if not isinstance(order_dir, Unset):
        json_order_dir = order_dir

    params["order_dir"] = json_order_dir

    json_user_groups: list[int] | Unset = UNSET
    if not isinstance(user_groups, Unset):
        json_user_groups = user_groups

    params["user_groups"] = json_user_groups

    params["status"] = status

    params["search_query"] = search_query

    json_search_by: str | Unset = UNSET
    if not isinstance(search_by, Unset):
        json_search_by = search_by

    params["search_by"] = json_search_by

    json_activity_from: str | Unset = UNSET
    if not isinstance(activity_from, Unset):
        json_activity_from = activity_from.isoformat()
    params["activity_from"] = json_activity_from

    json_activity_to: str | Unset = UNSET
    if not isinstance(activity_to, Unset):
        json_activity_to = activity_to.isoformat()
    params["activity_to"] = json_activity_to

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/users/search".format(
            project_id=quote(str(project_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | UserPage | None:
    if response.status_code == 200:
        response_200 = UserPage.from_dict(response.json())

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

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | UserPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    project_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int,
    offset: int | Unset = 0,
    order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
    order_dir: SearchUsersByFilterOrderDir | Unset = "asc",
    user_groups: list[int] | Unset = UNSET,
    status: bool | Unset = UNSET,
    search_query: str | Unset = UNSET,
    search_by: SearchUsersByFilterSearchBy | Unset = UNSET,
    activity_from: datetime.date | Unset = UNSET,
    activity_to: datetime.date | Unset = UNSET,
) -> Response[ErrorEnvelope | UserPage]:
    """Search the users of a project

     Those that meet every filter.

    Args:
        project_id (UUID):
        limit (int):
        offset (int | Unset):  Default: 0.
        order_column (SearchUsersByFilterOrderColumn | Unset):
        order_dir (SearchUsersByFilterOrderDir | Unset):  Default: 'asc'.
        user_groups (list[int] | Unset):
        status (bool | Unset):
        search_query (str | Unset):
        search_by (SearchUsersByFilterSearchBy | Unset):
        activity_from (datetime.date | Unset):
        activity_to (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | UserPage]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        limit=limit,
        offset=offset,
        order_column=order_column,
        order_dir=order_dir,
        user_groups=user_groups,
        status=status,
        search_query=search_query,
        search_by=search_by,
        activity_from=activity_from,
        activity_to=activity_to,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    project_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int,
    offset: int | Unset = 0,
    order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
    order_dir: SearchUsersByFilterOrderDir | Unset = "asc",
    user_groups: list[int] | Unset = UNSET,
    status: bool | Unset = UNSET,
    search_query: str | Unset = UNSET,
    search_by: SearchUsersByFilterSearchBy | Unset = UNSET,
    activity_from: datetime.date | Unset = UNSET,
    activity_to: datetime.date | Unset = UNSET,
) -> ErrorEnvelope | UserPage | None:
    """Search the users of a project

     Those that meet every filter.

    Args:
        project_id (UUID):
        limit (int):
        offset (int | Unset):  Default: 0.
        order_column (SearchUsersByFilterOrderColumn | Unset):
        order_dir (SearchUsersByFilterOrderDir | Unset):  Default: 'asc'.
        user_groups (list[int] | Unset):
        status (bool | Unset):
        search_query (str | Unset):
        search_by (SearchUsersByFilterSearchBy | Unset):
        activity_from (datetime.date | Unset):
        activity_to (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | UserPage
    """

    return sync_detailed(
        project_id=project_id,
        client=client,
        limit=limit,
        offset=offset,
        order_column=order_column,
        order_dir=order_dir,
        user_groups=user_groups,
        status=status,
        search_query=search_query,
        search_by=search_by,
        activity_from=activity_from,
        activity_to=activity_to,
    ).parsed


async def asyncio_detailed(
    project_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int,
    offset: int | Unset = 0,
    order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
    order_dir: SearchUsersByFilterOrderDir | Unset = "asc",
    user_groups: list[int] | Unset = UNSET,
    status: bool | Unset = UNSET,
    search_query: str | Unset = UNSET,
    search_by: SearchUsersByFilterSearchBy | Unset = UNSET,
    activity_from: datetime.date | Unset = UNSET,
    activity_to: datetime.date | Unset = UNSET,
) -> Response[ErrorEnvelope | UserPage]:
    """Search the users of a project

     Those that meet every filter.

    Args:
        project_id (UUID):
        limit (int):
        offset (int | Unset):  Default: 0.
        order_column (SearchUsersByFilterOrderColumn | Unset):
        order_dir (SearchUsersByFilterOrderDir | Unset):  Default: 'asc'.
        user_groups (list[int] | Unset):
        status (bool | Unset):
        search_query (str | Unset):
        search_by (SearchUsersByFilterSearchBy | Unset):
        activity_from (datetime.date | Unset):
        activity_to (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | UserPage]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        limit=limit,
        offset=offset,
        order_column=order_column,
        order_dir=order_dir,
        user_groups=user_groups,
        status=status,
        search_query=search_query,
        search_by=search_by,
        activity_from=activity_from,
        activity_to=activity_to,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    project_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int,
    offset: int | Unset = 0,
    order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
    order_dir: SearchUsersByFilterOrderDir | Unset = "asc",
    user_groups: list[int] | Unset = UNSET,
    status: bool | Unset = UNSET,
    search_query: str | Unset = UNSET,
    search_by: SearchUsersByFilterSearchBy | Unset = UNSET,
    activity_from: datetime.date | Unset = UNSET,
    activity_to: datetime.date | Unset = UNSET,
) -> ErrorEnvelope | UserPage | None:
    """Search the users of a project

     Those that meet every filter.

    Args:
        project_id (UUID):
        limit (int):
        offset (int | Unset):  Default: 0.
        order_column (SearchUsersByFilterOrderColumn | Unset):
        order_dir (SearchUsersByFilterOrderDir | Unset):  Default: 'asc'.
        user_groups (list[int] | Unset):
        status (bool | Unset):
        search_query (str | Unset):
        search_by (SearchUsersByFilterSearchBy | Unset):
        activity_from (datetime.date | Unset):
        activity_to (datetime.date | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | UserPage
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            client=client,
            limit=limit,
            offset=offset,
            order_column=order_column,
            order_dir=order_dir,
            user_groups=user_groups,
            status=status,
            search_query=search_query,
            search_by=search_by,
            activity_from=activity_from,
            activity_to=activity_to,
        )
    ).parsed
