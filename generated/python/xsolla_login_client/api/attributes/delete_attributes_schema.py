from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.flat_error import FlatError
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("delete-attributes-schema", repeatable=False, successes={"204": "nothing"})


def _get_kwargs(
    project_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/project/{project_id}/attribute_schema".format(
            project_id=quote(str(project_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Any | FlatError | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 400:
        response_400 = FlatError.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = FlatError.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = FlatError.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = FlatError.from_dict(response.json())

        return response_404

    if response.status_code == 429:
        response_429 = FlatError.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | FlatError]:
    """Remove the schema of attributes

    Updates may be anything again.

    Args:
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Remove the schema of attributes

    Updates may be anything again.

    Args:
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = sync_detailed(
        project_id=project_id,
        client=client,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | FlatError]:
    """Remove the schema of attributes

    Updates may be anything again.

    Args:
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Remove the schema of attributes

    Updates may be anything again.

    Args:
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = await asyncio_detailed(
        project_id=project_id,
        client=client,
        timeout=timeout,
    )
    success(OPERATION, answer)
