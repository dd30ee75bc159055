from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.event_type import EventType
from ...models.event_webhook import EventWebhook
from ...types import UNSET, Response, Unset


def _get_kwargs(
    project_id: UUID,
    event_type: EventType,
    *,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/events/{event_type}/webhooks".format(
            project_id=quote(str(project_id), safe=""),
            event_type=quote(str(event_type), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | list[EventWebhook] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_event_webhooks_item_data in _response_200:
            componentsschemas_event_webhooks_item = EventWebhook.from_dict(
                componentsschemas_event_webhooks_item_data
            )

            response_200.append(componentsschemas_event_webhooks_item)

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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | list[EventWebhook]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    project_id: UUID,
    event_type: EventType,
    *,
    client: AuthenticatedClient,
    x_request_id: str | Unset = UNSET,
) -> Response[ErrorEnvelope | list[EventWebhook]]:
    """List the addresses that hear of an event

     The addresses registered for this kind of event, oldest first.

    Args:
        project_id (UUID):
        event_type (EventType): What happened: a sign-up (with a password, a social network,
            silently, by phone, or made by a
            server), a login (by the same ways), a confirmed address, a linked social account, or a
            sign-up
            after which every verification that the project wants has been passed.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | list[EventWebhook]]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        event_type=event_type,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    project_id: UUID,
    event_type: EventType,
    *,
    client: AuthenticatedClient,
    x_request_id: str | Unset = UNSET,
) -> ErrorEnvelope | list[EventWebhook] | None:
    """List the addresses that hear of an event

     The addresses registered for this kind of event, oldest first.

    Args:
        project_id (UUID):
        event_type (EventType): What happened: a sign-up (with a password, a social network,
            silently, by phone, or made by a
            server), a login (by the same ways), a confirmed address, a linked social account, or a
            sign-up
            after which every verification that the project wants has been passed.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | list[EventWebhook]
    """

    return sync_detailed(
        project_id=project_id,
        event_type=event_type,
        client=client,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    project_id: UUID,
    event_type: EventType,
    *,
    client: AuthenticatedClient,
    x_request_id: str | Unset = UNSET,
) -> Response[ErrorEnvelope | list[EventWebhook]]:
    """List the addresses that hear of an event

     The addresses registered for this kind of event, oldest first.

    Args:
        project_id (UUID):
        event_type (EventType): What happened: a sign-up (with a password, a social network,
            silently, by phone, or made by a
            server), a login (by the same ways), a confirmed address, a linked social account, or a
            sign-up
            after which every verification that the project wants has been passed.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | list[EventWebhook]]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        event_type=event_type,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    project_id: UUID,
    event_type: EventType,
    *,
    client: AuthenticatedClient,
    x_request_id: str | Unset = UNSET,
) -> ErrorEnvelope | list[EventWebhook] | None:
    """List the addresses that hear of an event

     The addresses registered for this kind of event, oldest first.

    Args:
        project_id (UUID):
        event_type (EventType): What happened: a sign-up (with a password, a social network,
            silently, by phone, or made by a
            server), a login (by the same ways), a confirmed address, a linked social account, or a
            sign-up
            after which every verification that the project wants has been passed.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | list[EventWebhook]
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            event_type=event_type,
            client=client,
            x_request_id=x_request_id,
        )
    ).parsed
