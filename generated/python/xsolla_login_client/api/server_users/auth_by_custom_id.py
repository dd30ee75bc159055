from typing import Any, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.custom_id_login import CustomIdLogin
from ...models.custom_id_token import CustomIdToken
from ...models.error_envelope import ErrorEnvelope
from ...models.with_logout import WithLogout
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("auth-by-custom-id", repeatable=False, successes={"200": "body"})


def _get_kwargs(
    *,
    body: CustomIdLogin,
    project_id: UUID | Unset = UNSET,
    publisher_project_id: int | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    json_project_id: str | Unset = UNSET
    if not isinstance(project_id, Unset):
        json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["publisher_project_id"] = publisher_project_id

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users/login/server_custom_id",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> CustomIdToken | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = CustomIdToken.from_dict(response.json())

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
    body: CustomIdLogin,
    project_id: UUID | Unset = UNSET,
    publisher_project_id: int | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[CustomIdToken | ErrorEnvelope]:
    """Log a user in by an id of the server's own

    An id that nobody has gets a user of its own. What else is told of the user, attributes and an
    account at a gaming platform, is kept at every login.

    Args:
        project_id (UUID | Unset): Id of the Login project. Left out, that of the token.
        publisher_project_id (int | Unset): Id of the game in the publisher's account, whose shadow
            project the vendor takes where `projectId` is left out. Here it changes nothing.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        body (CustomIdLogin): The id by which a server knows a user, and what to keep of the user with
            it.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        project_id=project_id,
        publisher_project_id=publisher_project_id,
        payload=payload,
        with_logout=with_logout,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: CustomIdLogin,
    project_id: UUID | Unset = UNSET,
    publisher_project_id: int | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> CustomIdToken:
    """Log a user in by an id of the server's own

    An id that nobody has gets a user of its own. What else is told of the user, attributes and an
    account at a gaming platform, is kept at every login.

    Args:
        project_id (UUID | Unset): Id of the Login project. Left out, that of the token.
        publisher_project_id (int | Unset): Id of the game in the publisher's account, whose shadow
            project the vendor takes where `projectId` is left out. Here it changes nothing.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        body (CustomIdLogin): The id by which a server knows a user, and what to keep of the user with
            it.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        CustomIdToken
    """

    answer = sync_detailed(
        client=client,
        body=body,
        project_id=project_id,
        publisher_project_id=publisher_project_id,
        payload=payload,
        with_logout=with_logout,
        timeout=timeout,
    )
    return cast("CustomIdToken", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: CustomIdLogin,
    project_id: UUID | Unset = UNSET,
    publisher_project_id: int | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[CustomIdToken | ErrorEnvelope]:
    """Log a user in by an id of the server's own

    An id that nobody has gets a user of its own. What else is told of the user, attributes and an
    account at a gaming platform, is kept at every login.

    Args:
        project_id (UUID | Unset): Id of the Login project. Left out, that of the token.
        publisher_project_id (int | Unset): Id of the game in the publisher's account, whose shadow
            project the vendor takes where `projectId` is left out. Here it changes nothing.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        body (CustomIdLogin): The id by which a server knows a user, and what to keep of the user with
            it.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        project_id=project_id,
        publisher_project_id=publisher_project_id,
        payload=payload,
        with_logout=with_logout,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: CustomIdLogin,
    project_id: UUID | Unset = UNSET,
    publisher_project_id: int | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> CustomIdToken:
    """Log a user in by an id of the server's own

    An id that nobody has gets a user of its own. What else is told of the user, attributes and an
    account at a gaming platform, is kept at every login.

    Args:
        project_id (UUID | Unset): Id of the Login project. Left out, that of the token.
        publisher_project_id (int | Unset): Id of the game in the publisher's account, whose shadow
            project the vendor takes where `projectId` is left out. Here it changes nothing.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        body (CustomIdLogin): The id by which a server knows a user, and what to keep of the user with
            it.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        CustomIdToken
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        project_id=project_id,
        publisher_project_id=publisher_project_id,
        payload=payload,
        with_logout=with_logout,
        timeout=timeout,
    )
    return cast("CustomIdToken", success(OPERATION, answer))
