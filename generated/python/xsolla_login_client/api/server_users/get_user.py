from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.search_user import SearchUser
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-user", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    project_id: UUID,
    user_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/users/search/by_id/{user_id}".format(
            project_id=quote(str(project_id), safe=""),
            user_id=quote(str(user_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | SearchUser | None:
    if response.status_code == 200:
        response_200 = SearchUser.from_dict(response.json())

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
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | SearchUser]:
    """Read a user of a project

    What the search tells of one user.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        user_id=user_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    project_id: UUID,
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> SearchUser:
    """Read a user of a project

    What the search tells of one user.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        SearchUser
    """

    answer = sync_detailed(
        project_id=project_id,
        user_id=user_id,
        client=client,
        timeout=timeout,
    )
    return cast("SearchUser", success(OPERATION, answer))


async def asyncio_detailed(
    project_id: UUID,
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | SearchUser]:
    """Read a user of a project

    What the search tells of one user.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        user_id=user_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    project_id: UUID,
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> SearchUser:
    """Read a user of a project

    What the search tells of one user.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        SearchUser
    """

    answer = await asyncio_detailed(
        project_id=project_id,
        user_id=user_id,
        client=client,
        timeout=timeout,
    )
    return cast("SearchUser", success(OPERATION, answer))
