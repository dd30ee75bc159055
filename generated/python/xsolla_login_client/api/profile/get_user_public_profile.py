from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.public_profile import PublicProfile
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-user-public-profile", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    user_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/users/{user_id}/public".format(
            user_id=quote(str(user_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | PublicProfile | None:
    if response.status_code == 200:
        response_200 = PublicProfile.from_dict(response.json())

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
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | PublicProfile]:
    """Read what others may know of a user

    The part of the profile of any user of the project that every other user may see.

    Args:
        user_id (UUID): Id of the user on the server.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        user_id=user_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> PublicProfile:
    """Read what others may know of a user

    The part of the profile of any user of the project that every other user may see.

    Args:
        user_id (UUID): Id of the user on the server.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        PublicProfile
    """

    answer = sync_detailed(
        user_id=user_id,
        client=client,
        timeout=timeout,
    )
    return cast("PublicProfile", success(OPERATION, answer))


async def asyncio_detailed(
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | PublicProfile]:
    """Read what others may know of a user

    The part of the profile of any user of the project that every other user may see.

    Args:
        user_id (UUID): Id of the user on the server.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        user_id=user_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> PublicProfile:
    """Read what others may know of a user

    The part of the profile of any user of the project that every other user may see.

    Args:
        user_id (UUID): Id of the user on the server.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        PublicProfile
    """

    answer = await asyncio_detailed(
        user_id=user_id,
        client=client,
        timeout=timeout,
    )
    return cast("PublicProfile", success(OPERATION, answer))
