from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.get_user_for_project_status import GetUserForProjectStatus
from ...models.user_list import UserList
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-user-for-project", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    project_id: UUID,
    *,
    limit: int,
    order: str,
    after: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    user_groups: list[int] | Unset = UNSET,
    status: GetUserForProjectStatus | Unset = UNSET,
    search_query: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params["order"] = order

    params["after"] = after

    params["offset"] = offset

    json_user_groups: list[int] | Unset = UNSET
    if not isinstance(user_groups, Unset):
        json_user_groups = user_groups

    params["user_groups"] = json_user_groups

    json_status: int | Unset = UNSET
    if not isinstance(status, Unset):
        json_status = status

    params["status"] = json_status

    params["search_query"] = search_query

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/users".format(
            project_id=quote(str(project_id), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | UserList | None:
    if response.status_code == 200:
        response_200 = UserList.from_dict(response.json())

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
    order: str,
    after: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    user_groups: list[int] | Unset = UNSET,
    status: GetUserForProjectStatus | Unset = UNSET,
    search_query: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | UserList]:
    """List the users of a project

    In the order in which they came into being. Whoever follows `next_after` or `next_url` sees
    everybody once who was there all the time, whoever comes and goes meanwhile.

    Args:
        project_id (UUID): Id of the Login project.
        limit (int): How many users to answer at most.
        order (str): The oldest first (`asc`), or the newest.
        after (str | Unset): The `next_after` of the page before.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        user_groups (list[int] | Unset): Ids of groups. Only users are answered who are in one of them.
        status (GetUserForProjectStatus | Unset): Only active users (`1`), or only others (`0`).
        search_query (str | Unset): What a username, nickname, address or number begins with, in any
            case, or the whole of an id: the user's own, one elsewhere, or one of the server's.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        limit=limit,
        order=order,
        after=after,
        offset=offset,
        user_groups=user_groups,
        status=status,
        search_query=search_query,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    limit: int,
    order: str,
    after: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    user_groups: list[int] | Unset = UNSET,
    status: GetUserForProjectStatus | Unset = UNSET,
    search_query: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> UserList:
    """List the users of a project

    In the order in which they came into being. Whoever follows `next_after` or `next_url` sees
    everybody once who was there all the time, whoever comes and goes meanwhile.

    Args:
        project_id (UUID): Id of the Login project.
        limit (int): How many users to answer at most.
        order (str): The oldest first (`asc`), or the newest.
        after (str | Unset): The `next_after` of the page before.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        user_groups (list[int] | Unset): Ids of groups. Only users are answered who are in one of them.
        status (GetUserForProjectStatus | Unset): Only active users (`1`), or only others (`0`).
        search_query (str | Unset): What a username, nickname, address or number begins with, in any
            case, or the whole of an id: the user's own, one elsewhere, or one of the server's.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        UserList
    """

    answer = sync_detailed(
        project_id=project_id,
        client=client,
        limit=limit,
        order=order,
        after=after,
        offset=offset,
        user_groups=user_groups,
        status=status,
        search_query=search_query,
        timeout=timeout,
    )
    return cast("UserList", success(OPERATION, answer))


async def asyncio_detailed(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    limit: int,
    order: str,
    after: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    user_groups: list[int] | Unset = UNSET,
    status: GetUserForProjectStatus | Unset = UNSET,
    search_query: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | UserList]:
    """List the users of a project

    In the order in which they came into being. Whoever follows `next_after` or `next_url` sees
    everybody once who was there all the time, whoever comes and goes meanwhile.

    Args:
        project_id (UUID): Id of the Login project.
        limit (int): How many users to answer at most.
        order (str): The oldest first (`asc`), or the newest.
        after (str | Unset): The `next_after` of the page before.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        user_groups (list[int] | Unset): Ids of groups. Only users are answered who are in one of them.
        status (GetUserForProjectStatus | Unset): Only active users (`1`), or only others (`0`).
        search_query (str | Unset): What a username, nickname, address or number begins with, in any
            case, or the whole of an id: the user's own, one elsewhere, or one of the server's.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        limit=limit,
        order=order,
        after=after,
        offset=offset,
        user_groups=user_groups,
        status=status,
        search_query=search_query,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    limit: int,
    order: str,
    after: str | Unset = UNSET,
    offset: int | Unset = UNSET,
    user_groups: list[int] | Unset = UNSET,
    status: GetUserForProjectStatus | Unset = UNSET,
    search_query: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> UserList:
    """List the users of a project

    In the order in which they came into being. Whoever follows `next_after` or `next_url` sees
    everybody once who was there all the time, whoever comes and goes meanwhile.

    Args:
        project_id (UUID): Id of the Login project.
        limit (int): How many users to answer at most.
        order (str): The oldest first (`asc`), or the newest.
        after (str | Unset): The `next_after` of the page before.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        user_groups (list[int] | Unset): Ids of groups. Only users are answered who are in one of them.
        status (GetUserForProjectStatus | Unset): Only active users (`1`), or only others (`0`).
        search_query (str | Unset): What a username, nickname, address or number begins with, in any
            case, or the whole of an id: the user's own, one elsewhere, or one of the server's.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        UserList
    """

    answer = await asyncio_detailed(
        project_id=project_id,
        client=client,
        limit=limit,
        order=order,
        after=after,
        offset=offset,
        user_groups=user_groups,
        status=status,
        search_query=search_query,
        timeout=timeout,
    )
    return cast("UserList", success(OPERATION, answer))
