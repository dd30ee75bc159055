from typing import Any, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.new_user_id import NewUserId
from ...models.server_registration import ServerRegistration
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("register-new-user-from-server", repeatable=False, successes={"200": "body"})


def _get_kwargs(
    *,
    body: ServerRegistration,
    project_id: UUID,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | NewUserId | None:
    if response.status_code == 200:
        response_200 = NewUserId.from_dict(response.json())

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
    body: ServerRegistration,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | NewUserId]:
    """Make a user in the name of the server

    An account with an address, a phone number or both; what is given counts as proven. Only where
    Xsolla keeps the users' data.

    Args:
        project_id (UUID): Id of the Login project.
        body (ServerRegistration): Whom to make a user of. An address or a phone number there has to be.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        project_id=project_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: ServerRegistration,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> NewUserId:
    """Make a user in the name of the server

    An account with an address, a phone number or both; what is given counts as proven. Only where
    Xsolla keeps the users' data.

    Args:
        project_id (UUID): Id of the Login project.
        body (ServerRegistration): Whom to make a user of. An address or a phone number there has to be.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        NewUserId
    """

    answer = sync_detailed(
        client=client,
        body=body,
        project_id=project_id,
        timeout=timeout,
    )
    return cast("NewUserId", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ServerRegistration,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | NewUserId]:
    """Make a user in the name of the server

    An account with an address, a phone number or both; what is given counts as proven. Only where
    Xsolla keeps the users' data.

    Args:
        project_id (UUID): Id of the Login project.
        body (ServerRegistration): Whom to make a user of. An address or a phone number there has to be.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        project_id=project_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ServerRegistration,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> NewUserId:
    """Make a user in the name of the server

    An account with an address, a phone number or both; what is given counts as proven. Only where
    Xsolla keeps the users' data.

    Args:
        project_id (UUID): Id of the Login project.
        body (ServerRegistration): Whom to make a user of. An address or a phone number there has to be.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        NewUserId
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        project_id=project_id,
        timeout=timeout,
    )
    return cast("NewUserId", success(OPERATION, answer))
