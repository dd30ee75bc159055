from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.new_ban import NewBan
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("post-projects-users-ban", repeatable=False, successes={"204": "nothing"})


def _get_kwargs(
    project_id: UUID,
    user_id: UUID,
    *,
    body: NewBan,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/projects/{project_id}/users/{user_id}/ban".format(
            project_id=quote(str(project_id), safe=""),
            user_id=quote(str(user_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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

    if response.status_code == 413:
        response_413 = ErrorEnvelope.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ErrorEnvelope.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = ErrorEnvelope.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    project_id: UUID,
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: NewBan,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Ban a user

    Shuts a user out, for a period or for good. While the ban holds, no token of the user counts and no
    login lets them in. A new ban takes the place of the one before.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        body (NewBan): Why and for how long a user is shut out.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        user_id=user_id,
        body=body,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    project_id: UUID,
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: NewBan,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Ban a user

    Shuts a user out, for a period or for good. While the ban holds, no token of the user counts and no
    login lets them in. A new ban takes the place of the one before.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        body (NewBan): Why and for how long a user is shut out.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = sync_detailed(
        project_id=project_id,
        user_id=user_id,
        client=client,
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    project_id: UUID,
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: NewBan,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Ban a user

    Shuts a user out, for a period or for good. While the ban holds, no token of the user counts and no
    login lets them in. A new ban takes the place of the one before.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        body (NewBan): Why and for how long a user is shut out.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        user_id=user_id,
        body=body,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    project_id: UUID,
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: NewBan,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Ban a user

    Shuts a user out, for a period or for good. While the ban holds, no token of the user counts and no
    login lets them in. A new ban takes the place of the one before.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        body (NewBan): Why and for how long a user is shut out.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = await asyncio_detailed(
        project_id=project_id,
        user_id=user_id,
        client=client,
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)
