from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.event_type import EventType
from ...models.event_webhook import EventWebhook
from ...operation import Operation
from ...presence import listed
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-webhooks-for-event", repeatable=True, successes={"200": "body"})


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


def _parse_response(response: httpx.Response) -> ErrorEnvelope | list[EventWebhook] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_event_webhooks_item_data in listed(_response_200):
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

    return None


def sync_detailed(
    project_id: UUID,
    event_type: EventType,
    *,
    client: AuthenticatedClient | Client,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[EventWebhook]]:
    """List the addresses that hear of an event

    The addresses registered for this kind of event, oldest first.

    Args:
        project_id (UUID): Id of the Login project.
        event_type (EventType): The kind of event that is told. What happened: a sign-up (with a
            password, a social network, silently, by phone, or made by a server), a login (by the same
            ways), a confirmed address, a linked social account, or a sign-up after which every verification
            that the project wants has been passed.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        event_type=event_type,
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    project_id: UUID,
    event_type: EventType,
    *,
    client: AuthenticatedClient | Client,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> list[EventWebhook]:
    """List the addresses that hear of an event

    The addresses registered for this kind of event, oldest first.

    Args:
        project_id (UUID): Id of the Login project.
        event_type (EventType): The kind of event that is told. What happened: a sign-up (with a
            password, a social network, silently, by phone, or made by a server), a login (by the same
            ways), a confirmed address, a linked social account, or a sign-up after which every verification
            that the project wants has been passed.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[EventWebhook]
    """

    answer = sync_detailed(
        project_id=project_id,
        event_type=event_type,
        client=client,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("list[EventWebhook]", success(OPERATION, answer))


async def asyncio_detailed(
    project_id: UUID,
    event_type: EventType,
    *,
    client: AuthenticatedClient | Client,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[EventWebhook]]:
    """List the addresses that hear of an event

    The addresses registered for this kind of event, oldest first.

    Args:
        project_id (UUID): Id of the Login project.
        event_type (EventType): The kind of event that is told. What happened: a sign-up (with a
            password, a social network, silently, by phone, or made by a server), a login (by the same
            ways), a confirmed address, a linked social account, or a sign-up after which every verification
            that the project wants has been passed.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        event_type=event_type,
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    project_id: UUID,
    event_type: EventType,
    *,
    client: AuthenticatedClient | Client,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> list[EventWebhook]:
    """List the addresses that hear of an event

    The addresses registered for this kind of event, oldest first.

    Args:
        project_id (UUID): Id of the Login project.
        event_type (EventType): The kind of event that is told. What happened: a sign-up (with a
            password, a social network, silently, by phone, or made by a server), a login (by the same
            ways), a confirmed address, a linked social account, or a sign-up after which every verification
            that the project wants has been passed.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[EventWebhook]
    """

    answer = await asyncio_detailed(
        project_id=project_id,
        event_type=event_type,
        client=client,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("list[EventWebhook]", success(OPERATION, answer))
