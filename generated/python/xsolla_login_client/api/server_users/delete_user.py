from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("delete-user", repeatable=False, successes={"204": "nothing"})


def _get_kwargs(
    user_id: UUID,
    *,
    project_id: UUID,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/users/{user_id}".format(
            user_id=quote(str(user_id), safe=""),
        ),
        "params": params,
    }

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

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Delete a user

    Everything that is kept of the user goes with them, and their tokens stop. Whoever takes the name,
    address or number afterwards is somebody else.

    Args:
        user_id (UUID): Id of the user on the server.
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        user_id=user_id,
        project_id=project_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Delete a user

    Everything that is kept of the user goes with them, and their tokens stop. Whoever takes the name,
    address or number afterwards is somebody else.

    Args:
        user_id (UUID): Id of the user on the server.
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = sync_detailed(
        user_id=user_id,
        client=client,
        project_id=project_id,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Delete a user

    Everything that is kept of the user goes with them, and their tokens stop. Whoever takes the name,
    address or number afterwards is somebody else.

    Args:
        user_id (UUID): Id of the user on the server.
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        user_id=user_id,
        project_id=project_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Delete a user

    Everything that is kept of the user goes with them, and their tokens stop. Whoever takes the name,
    address or number afterwards is somebody else.

    Args:
        user_id (UUID): Id of the user on the server.
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = await asyncio_detailed(
        user_id=user_id,
        client=client,
        project_id=project_id,
        timeout=timeout,
    )
    success(OPERATION, answer)
