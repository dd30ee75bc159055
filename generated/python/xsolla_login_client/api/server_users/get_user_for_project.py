from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.get_user_for_project_status import GetUserForProjectStatus
from ...models.user_list import UserList
from ...types import UNSET, Response, Unset


def _get_kwargs(
    project_id: UUID,
    *,
    limit: int,
    order: str,
    after: str | Unset = UNSET,
    offset: int | Unset = 0,
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


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | UserList | None:
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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | UserList]:
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
    order: str,
    after: str | Unset = UNSET,
    offset: int | Unset = 0,
    user_groups: list[int] | Unset = UNSET,
    status: GetUserForProjectStatus | Unset = UNSET,
    search_query: str | Unset = UNSET,
) -> Response[ErrorEnvelope | UserList]:
    """List the users of a project

     In the order in which they came into being. Whoever follows `next_after` or `next_url` sees
    everybody once who
    was there all the time, whoever comes and goes meanwhile.

    Args:
        project_id (UUID):
        limit (int):
        order (str):
        after (str | Unset):
        offset (int | Unset):  Default: 0.
        user_groups (list[int] | Unset):
        status (GetUserForProjectStatus | Unset):
        search_query (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | UserList]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        limit=limit,
        order=order,
        after=after,
        offset=offset,
        user_groups=user_groups,
        status=status,
        search_query=search_query,
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
    order: str,
    after: str | Unset = UNSET,
    offset: int | Unset = 0,
    user_groups: list[int] | Unset = UNSET,
    status: GetUserForProjectStatus | Unset = UNSET,
    search_query: str | Unset = UNSET,
) -> ErrorEnvelope | UserList | None:
    """List the users of a project

     In the order in which they came into being. Whoever follows `next_after` or `next_url` sees
    everybody once who
    was there all the time, whoever comes and goes meanwhile.

    Args:
        project_id (UUID):
        limit (int):
        order (str):
        after (str | Unset):
        offset (int | Unset):  Default: 0.
        user_groups (list[int] | Unset):
        status (GetUserForProjectStatus | Unset):
        search_query (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | UserList
    """

    return sync_detailed(
        project_id=project_id,
        client=client,
        limit=limit,
        order=order,
        after=after,
        offset=offset,
        user_groups=user_groups,
        status=status,
        search_query=search_query,
    ).parsed


async def asyncio_detailed(
    project_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int,
    order: str,
    after: str | Unset = UNSET,
    offset: int | Unset = 0,
    user_groups: list[int] | Unset = UNSET,
    status: GetUserForProjectStatus | Unset = UNSET,
    search_query: str | Unset = UNSET,
) -> Response[ErrorEnvelope | UserList]:
    """List the users of a project

     In the order in which they came into being. Whoever follows `next_after` or `next_url` sees
    everybody once who
    was there all the time, whoever comes and goes meanwhile.

    Args:
        project_id (UUID):
        limit (int):
        order (str):
        after (str | Unset):
        offset (int | Unset):  Default: 0.
        user_groups (list[int] | Unset):
        status (GetUserForProjectStatus | Unset):
        search_query (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | UserList]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        limit=limit,
        order=order,
        after=after,
        offset=offset,
        user_groups=user_groups,
        status=status,
        search_query=search_query,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    project_id: UUID,
    *,
    client: AuthenticatedClient,
    limit: int,
    order: str,
    after: str | Unset = UNSET,
    offset: int | Unset = 0,
    user_groups: list[int] | Unset = UNSET,
    status: GetUserForProjectStatus | Unset = UNSET,
    search_query: str | Unset = UNSET,
) -> ErrorEnvelope | UserList | None:
    """List the users of a project

     In the order in which they came into being. Whoever follows `next_after` or `next_url` sees
    everybody once who
    was there all the time, whoever comes and goes meanwhile.

    Args:
        project_id (UUID):
        limit (int):
        order (str):
        after (str | Unset):
        offset (int | Unset):  Default: 0.
        user_groups (list[int] | Unset):
        status (GetUserForProjectStatus | Unset):
        search_query (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | UserList
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            client=client,
            limit=limit,
            order=order,
            after=after,
            offset=offset,
            user_groups=user_groups,
            status=status,
            search_query=search_query,
        )
    ).parsed
