from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.user_details import UserDetails
from ...models.user_details_update import UserDetailsUpdate
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("update-user-details", repeatable=False, successes={"200": "body"})


def _get_kwargs(
    *,
    body: UserDetailsUpdate,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/users/me",
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | UserDetails | None:
    if response.status_code == 200:
        response_200 = UserDetails.from_dict(response.json())

        return response_200

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
    *,
    client: AuthenticatedClient | Client,
    body: UserDetailsUpdate,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | UserDetails]:
    """Change the profile of the user

    Changes what is named and leaves the rest. A birthday can be told once; when it is refused, nothing
    of the request is kept.

    Args:
        body (UserDetailsUpdate): What is to change; whatever is left out, or null, stays as it is.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: UserDetailsUpdate,
    timeout: Timeout | Unset = UNSET,
) -> UserDetails:
    """Change the profile of the user

    Changes what is named and leaves the rest. A birthday can be told once; when it is refused, nothing
    of the request is kept.

    Args:
        body (UserDetailsUpdate): What is to change; whatever is left out, or null, stays as it is.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        UserDetails
    """

    answer = sync_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("UserDetails", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: UserDetailsUpdate,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | UserDetails]:
    """Change the profile of the user

    Changes what is named and leaves the rest. A birthday can be told once; when it is refused, nothing
    of the request is kept.

    Args:
        body (UserDetailsUpdate): What is to change; whatever is left out, or null, stays as it is.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: UserDetailsUpdate,
    timeout: Timeout | Unset = UNSET,
) -> UserDetails:
    """Change the profile of the user

    Changes what is named and leaves the rest. A birthday can be told once; when it is refused, nothing
    of the request is kept.

    Args:
        body (UserDetailsUpdate): What is to change; whatever is left out, or null, stays as it is.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        UserDetails
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("UserDetails", success(OPERATION, answer))
