import datetime
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
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
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("search-users-by-filter", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    project_id: UUID,
    *,
    limit: int,
    offset: int | Unset = UNSET,
    order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
    order_dir: SearchUsersByFilterOrderDir | Unset = UNSET,
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


def _parse_response(response: httpx.Response) -> ErrorEnvelope | UserPage | None:
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

    return None


def sync_detailed(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    limit: int,
    offset: int | Unset = UNSET,
    order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
    order_dir: SearchUsersByFilterOrderDir | Unset = UNSET,
    user_groups: list[int] | Unset = UNSET,
    status: bool | Unset = UNSET,
    search_query: str | Unset = UNSET,
    search_by: SearchUsersByFilterSearchBy | Unset = UNSET,
    activity_from: datetime.date | Unset = UNSET,
    activity_to: datetime.date | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | UserPage]:
    """Search the users of a project

    Those that meet every filter.

    Args:
        project_id (UUID): Id of the Login project.
        limit (int): How many users to answer at most.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        order_column (SearchUsersByFilterOrderColumn | Unset): By what to sort; left out, by when the
            users came into being. Who lacks it comes last.
        order_dir (SearchUsersByFilterOrderDir | Unset): In which direction to sort. Left out, it is
            `"asc"`.
        user_groups (list[int] | Unset): Ids of groups. Only users are answered who are in one of them.
        status (bool | Unset): Only active users, or only others.
        search_query (str | Unset): What a username, nickname, address or number begins with, in any
            case, or the whole of an id: the user's own, one elsewhere, or one of the server's.
        search_by (SearchUsersByFilterSearchBy | Unset): Which of these is meant. Left out, any of them;
            `contact` is an address or a number.
        activity_from (datetime.date | Unset): Only users who have logged in last on this day or later,
            in UTC.
        activity_to (datetime.date | Unset): Only users who have logged in last on this day or before,
            in UTC.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
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
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    limit: int,
    offset: int | Unset = UNSET,
    order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
    order_dir: SearchUsersByFilterOrderDir | Unset = UNSET,
    user_groups: list[int] | Unset = UNSET,
    status: bool | Unset = UNSET,
    search_query: str | Unset = UNSET,
    search_by: SearchUsersByFilterSearchBy | Unset = UNSET,
    activity_from: datetime.date | Unset = UNSET,
    activity_to: datetime.date | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> UserPage:
    """Search the users of a project

    Those that meet every filter.

    Args:
        project_id (UUID): Id of the Login project.
        limit (int): How many users to answer at most.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        order_column (SearchUsersByFilterOrderColumn | Unset): By what to sort; left out, by when the
            users came into being. Who lacks it comes last.
        order_dir (SearchUsersByFilterOrderDir | Unset): In which direction to sort. Left out, it is
            `"asc"`.
        user_groups (list[int] | Unset): Ids of groups. Only users are answered who are in one of them.
        status (bool | Unset): Only active users, or only others.
        search_query (str | Unset): What a username, nickname, address or number begins with, in any
            case, or the whole of an id: the user's own, one elsewhere, or one of the server's.
        search_by (SearchUsersByFilterSearchBy | Unset): Which of these is meant. Left out, any of them;
            `contact` is an address or a number.
        activity_from (datetime.date | Unset): Only users who have logged in last on this day or later,
            in UTC.
        activity_to (datetime.date | Unset): Only users who have logged in last on this day or before,
            in UTC.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        UserPage
    """

    answer = sync_detailed(
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
        timeout=timeout,
    )
    return cast("UserPage", success(OPERATION, answer))


async def asyncio_detailed(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    limit: int,
    offset: int | Unset = UNSET,
    order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
    order_dir: SearchUsersByFilterOrderDir | Unset = UNSET,
    user_groups: list[int] | Unset = UNSET,
    status: bool | Unset = UNSET,
    search_query: str | Unset = UNSET,
    search_by: SearchUsersByFilterSearchBy | Unset = UNSET,
    activity_from: datetime.date | Unset = UNSET,
    activity_to: datetime.date | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | UserPage]:
    """Search the users of a project

    Those that meet every filter.

    Args:
        project_id (UUID): Id of the Login project.
        limit (int): How many users to answer at most.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        order_column (SearchUsersByFilterOrderColumn | Unset): By what to sort; left out, by when the
            users came into being. Who lacks it comes last.
        order_dir (SearchUsersByFilterOrderDir | Unset): In which direction to sort. Left out, it is
            `"asc"`.
        user_groups (list[int] | Unset): Ids of groups. Only users are answered who are in one of them.
        status (bool | Unset): Only active users, or only others.
        search_query (str | Unset): What a username, nickname, address or number begins with, in any
            case, or the whole of an id: the user's own, one elsewhere, or one of the server's.
        search_by (SearchUsersByFilterSearchBy | Unset): Which of these is meant. Left out, any of them;
            `contact` is an address or a number.
        activity_from (datetime.date | Unset): Only users who have logged in last on this day or later,
            in UTC.
        activity_to (datetime.date | Unset): Only users who have logged in last on this day or before,
            in UTC.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
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
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    limit: int,
    offset: int | Unset = UNSET,
    order_column: SearchUsersByFilterOrderColumn | Unset = UNSET,
    order_dir: SearchUsersByFilterOrderDir | Unset = UNSET,
    user_groups: list[int] | Unset = UNSET,
    status: bool | Unset = UNSET,
    search_query: str | Unset = UNSET,
    search_by: SearchUsersByFilterSearchBy | Unset = UNSET,
    activity_from: datetime.date | Unset = UNSET,
    activity_to: datetime.date | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> UserPage:
    """Search the users of a project

    Those that meet every filter.

    Args:
        project_id (UUID): Id of the Login project.
        limit (int): How many users to answer at most.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        order_column (SearchUsersByFilterOrderColumn | Unset): By what to sort; left out, by when the
            users came into being. Who lacks it comes last.
        order_dir (SearchUsersByFilterOrderDir | Unset): In which direction to sort. Left out, it is
            `"asc"`.
        user_groups (list[int] | Unset): Ids of groups. Only users are answered who are in one of them.
        status (bool | Unset): Only active users, or only others.
        search_query (str | Unset): What a username, nickname, address or number begins with, in any
            case, or the whole of an id: the user's own, one elsewhere, or one of the server's.
        search_by (SearchUsersByFilterSearchBy | Unset): Which of these is meant. Left out, any of them;
            `contact` is an address or a number.
        activity_from (datetime.date | Unset): Only users who have logged in last on this day or later,
            in UTC.
        activity_to (datetime.date | Unset): Only users who have logged in last on this day or before,
            in UTC.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        UserPage
    """

    answer = await asyncio_detailed(
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
        timeout=timeout,
    )
    return cast("UserPage", success(OPERATION, answer))
