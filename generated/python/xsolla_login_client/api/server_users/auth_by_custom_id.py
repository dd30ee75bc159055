from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.custom_id_login import CustomIdLogin
from ...models.custom_id_token import CustomIdToken
from ...models.error_envelope import ErrorEnvelope
from ...models.with_logout import WithLogout
from ...types import UNSET, Response, Unset


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


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CustomIdToken | ErrorEnvelope | None:
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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[CustomIdToken | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: CustomIdLogin,
    project_id: UUID | Unset = UNSET,
    publisher_project_id: int | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
) -> Response[CustomIdToken | ErrorEnvelope]:
    """Log a user in by an id of the server's own

     An id that nobody has gets a user of its own. What else is told of the user, attributes and an
    account at a
    gaming platform, is kept at every login.

    Args:
        project_id (UUID | Unset):
        publisher_project_id (int | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        body (CustomIdLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CustomIdToken | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
        project_id=project_id,
        publisher_project_id=publisher_project_id,
        payload=payload,
        with_logout=with_logout,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: CustomIdLogin,
    project_id: UUID | Unset = UNSET,
    publisher_project_id: int | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
) -> CustomIdToken | ErrorEnvelope | None:
    """Log a user in by an id of the server's own

     An id that nobody has gets a user of its own. What else is told of the user, attributes and an
    account at a
    gaming platform, is kept at every login.

    Args:
        project_id (UUID | Unset):
        publisher_project_id (int | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        body (CustomIdLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CustomIdToken | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        body=body,
        project_id=project_id,
        publisher_project_id=publisher_project_id,
        payload=payload,
        with_logout=with_logout,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: CustomIdLogin,
    project_id: UUID | Unset = UNSET,
    publisher_project_id: int | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
) -> Response[CustomIdToken | ErrorEnvelope]:
    """Log a user in by an id of the server's own

     An id that nobody has gets a user of its own. What else is told of the user, attributes and an
    account at a
    gaming platform, is kept at every login.

    Args:
        project_id (UUID | Unset):
        publisher_project_id (int | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        body (CustomIdLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CustomIdToken | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
        project_id=project_id,
        publisher_project_id=publisher_project_id,
        payload=payload,
        with_logout=with_logout,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: CustomIdLogin,
    project_id: UUID | Unset = UNSET,
    publisher_project_id: int | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
) -> CustomIdToken | ErrorEnvelope | None:
    """Log a user in by an id of the server's own

     An id that nobody has gets a user of its own. What else is told of the user, attributes and an
    account at a
    gaming platform, is kept at every login.

    Args:
        project_id (UUID | Unset):
        publisher_project_id (int | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        body (CustomIdLogin):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CustomIdToken | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            project_id=project_id,
            publisher_project_id=publisher_project_id,
            payload=payload,
            with_logout=with_logout,
        )
    ).parsed
