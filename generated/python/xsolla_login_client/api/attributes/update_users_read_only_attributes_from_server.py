from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.flat_error import FlatError
from ...models.read_only_attribute_update import ReadOnlyAttributeUpdate
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation(
    "update-users-read-only-attributes-from-server", repeatable=False, successes={"204": "nothing"}
)


def _get_kwargs(
    user_id: UUID,
    *,
    body: ReadOnlyAttributeUpdate,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/attributes/users/{user_id}/update_read_only".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | FlatError | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 403:
        response_403 = FlatError.from_dict(response.json())

        return response_403

    if response.status_code == 413:
        response_413 = ErrorEnvelope.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ErrorEnvelope.from_dict(response.json())

        return response_415

    if response.status_code == 422:
        response_422 = FlatError.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ReadOnlyAttributeUpdate,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope | FlatError]:
    """Change read-only attributes of a user in the name of the server

    What is written is of the type `server`. Nothing is changed where one attribute is refused.

    Args:
        user_id (UUID): Id of the user on the server.
        body (ReadOnlyAttributeUpdate): Attributes to set and attributes to remove which a user can only
            read.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        user_id=user_id,
        body=body,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ReadOnlyAttributeUpdate,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Change read-only attributes of a user in the name of the server

    What is written is of the type `server`. Nothing is changed where one attribute is refused.

    Args:
        user_id (UUID): Id of the user on the server.
        body (ReadOnlyAttributeUpdate): Attributes to set and attributes to remove which a user can only
            read.
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
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ReadOnlyAttributeUpdate,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope | FlatError]:
    """Change read-only attributes of a user in the name of the server

    What is written is of the type `server`. Nothing is changed where one attribute is refused.

    Args:
        user_id (UUID): Id of the user on the server.
        body (ReadOnlyAttributeUpdate): Attributes to set and attributes to remove which a user can only
            read.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        user_id=user_id,
        body=body,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: ReadOnlyAttributeUpdate,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Change read-only attributes of a user in the name of the server

    What is written is of the type `server`. Nothing is changed where one attribute is refused.

    Args:
        user_id (UUID): Id of the user on the server.
        body (ReadOnlyAttributeUpdate): Attributes to set and attributes to remove which a user can only
            read.
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
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)
