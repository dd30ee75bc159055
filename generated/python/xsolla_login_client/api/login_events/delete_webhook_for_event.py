from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.event_type import EventType
from ...types import UNSET, Response, Unset


def _get_kwargs(
    project_id: UUID,
    event_type: EventType,
    webhook_id: int,
    *,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/projects/{project_id}/events/{event_type}/webhooks/{webhook_id}".format(
            project_id=quote(str(project_id), safe=""),
            event_type=quote(str(event_type), safe=""),
            webhook_id=quote(str(webhook_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ErrorEnvelope | None:
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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    project_id: UUID,
    event_type: EventType,
    webhook_id: int,
    *,
    client: AuthenticatedClient,
    x_request_id: str | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Remove an address

     What is on its way to the address may still arrive.

    Args:
        project_id (UUID):
        event_type (EventType): What happened: a sign-up (with a password, a social network,
            silently, by phone, or made by a
            server), a login (by the same ways), a confirmed address, a linked social account, or a
            sign-up
            after which every verification that the project wants has been passed.
        webhook_id (int):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        event_type=event_type,
        webhook_id=webhook_id,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    project_id: UUID,
    event_type: EventType,
    webhook_id: int,
    *,
    client: AuthenticatedClient,
    x_request_id: str | Unset = UNSET,
) -> Any | ErrorEnvelope | None:
    """Remove an address

     What is on its way to the address may still arrive.

    Args:
        project_id (UUID):
        event_type (EventType): What happened: a sign-up (with a password, a social network,
            silently, by phone, or made by a
            server), a login (by the same ways), a confirmed address, a linked social account, or a
            sign-up
            after which every verification that the project wants has been passed.
        webhook_id (int):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return sync_detailed(
        project_id=project_id,
        event_type=event_type,
        webhook_id=webhook_id,
        client=client,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    project_id: UUID,
    event_type: EventType,
    webhook_id: int,
    *,
    client: AuthenticatedClient,
    x_request_id: str | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Remove an address

     What is on its way to the address may still arrive.

    Args:
        project_id (UUID):
        event_type (EventType): What happened: a sign-up (with a password, a social network,
            silently, by phone, or made by a
            server), a login (by the same ways), a confirmed address, a linked social account, or a
            sign-up
            after which every verification that the project wants has been passed.
        webhook_id (int):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        event_type=event_type,
        webhook_id=webhook_id,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    project_id: UUID,
    event_type: EventType,
    webhook_id: int,
    *,
    client: AuthenticatedClient,
    x_request_id: str | Unset = UNSET,
) -> Any | ErrorEnvelope | None:
    """Remove an address

     What is on its way to the address may still arrive.

    Args:
        project_id (UUID):
        event_type (EventType): What happened: a sign-up (with a password, a social network,
            silently, by phone, or made by a
            server), a login (by the same ways), a confirmed address, a linked social account, or a
            sign-up
            after which every verification that the project wants has been passed.
        webhook_id (int):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            event_type=event_type,
            webhook_id=webhook_id,
            client=client,
            x_request_id=x_request_id,
        )
    ).parsed
