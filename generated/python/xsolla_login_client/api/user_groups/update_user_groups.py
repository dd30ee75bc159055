from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.membership import Membership
from ...models.user_group import UserGroup
from ...operation import Operation
from ...presence import listed
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("update-user-groups", repeatable=False, successes={"200": "body"})


def _get_kwargs(
    project_id: UUID,
    user_id: UUID,
    *,
    body: Membership,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "patch",
        "url": "/projects/{project_id}/users/{user_id}/user_groups".format(
            project_id=quote(str(project_id), safe=""),
            user_id=quote(str(user_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | list[UserGroup] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_user_groups_item_data in listed(_response_200):
            componentsschemas_user_groups_item = UserGroup.from_dict(componentsschemas_user_groups_item_data)

            response_200.append(componentsschemas_user_groups_item)

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
    project_id: UUID,
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: Membership,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[UserGroup]]:
    """Replace the groups of a user

    From now on the user is in these groups and no others but the default one, whether it is named or
    not.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        body (Membership): The groups that the user is in afterwards, and no others.
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
    body: Membership,
    timeout: Timeout | Unset = UNSET,
) -> list[UserGroup]:
    """Replace the groups of a user

    From now on the user is in these groups and no others but the default one, whether it is named or
    not.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        body (Membership): The groups that the user is in afterwards, and no others.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[UserGroup]
    """

    answer = sync_detailed(
        project_id=project_id,
        user_id=user_id,
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("list[UserGroup]", success(OPERATION, answer))


async def asyncio_detailed(
    project_id: UUID,
    user_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: Membership,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[UserGroup]]:
    """Replace the groups of a user

    From now on the user is in these groups and no others but the default one, whether it is named or
    not.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        body (Membership): The groups that the user is in afterwards, and no others.
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
    body: Membership,
    timeout: Timeout | Unset = UNSET,
) -> list[UserGroup]:
    """Replace the groups of a user

    From now on the user is in these groups and no others but the default one, whether it is named or
    not.

    Args:
        project_id (UUID): Id of the Login project.
        user_id (UUID): Id of the user on the server.
        body (Membership): The groups that the user is in afterwards, and no others.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[UserGroup]
    """

    answer = await asyncio_detailed(
        project_id=project_id,
        user_id=user_id,
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("list[UserGroup]", success(OPERATION, answer))
