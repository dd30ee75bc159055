from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.event_type import EventType
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("delete-webhook-for-event", repeatable=False, successes={"204": "nothing"})


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


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | None:
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

    return None


def sync_detailed(
    project_id: UUID,
    event_type: EventType,
    webhook_id: int,
    *,
    client: AuthenticatedClient | Client,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Remove an address

    What is on its way to the address may still arrive.

    Args:
        project_id (UUID): Id of the Login project.
        event_type (EventType): The kind of event that is told. What happened: a sign-up (with a
            password, a social network, silently, by phone, or made by a server), a login (by the same
            ways), a confirmed address, a linked social account, or a sign-up after which every verification
            that the project wants has been passed.
        webhook_id (int): Id of the registered address.
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
        webhook_id=webhook_id,
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    project_id: UUID,
    event_type: EventType,
    webhook_id: int,
    *,
    client: AuthenticatedClient | Client,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Remove an address

    What is on its way to the address may still arrive.

    Args:
        project_id (UUID): Id of the Login project.
        event_type (EventType): The kind of event that is told. What happened: a sign-up (with a
            password, a social network, silently, by phone, or made by a server), a login (by the same
            ways), a confirmed address, a linked social account, or a sign-up after which every verification
            that the project wants has been passed.
        webhook_id (int): Id of the registered address.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = sync_detailed(
        project_id=project_id,
        event_type=event_type,
        webhook_id=webhook_id,
        client=client,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    project_id: UUID,
    event_type: EventType,
    webhook_id: int,
    *,
    client: AuthenticatedClient | Client,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Remove an address

    What is on its way to the address may still arrive.

    Args:
        project_id (UUID): Id of the Login project.
        event_type (EventType): The kind of event that is told. What happened: a sign-up (with a
            password, a social network, silently, by phone, or made by a server), a login (by the same
            ways), a confirmed address, a linked social account, or a sign-up after which every verification
            that the project wants has been passed.
        webhook_id (int): Id of the registered address.
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
        webhook_id=webhook_id,
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    project_id: UUID,
    event_type: EventType,
    webhook_id: int,
    *,
    client: AuthenticatedClient | Client,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Remove an address

    What is on its way to the address may still arrive.

    Args:
        project_id (UUID): Id of the Login project.
        event_type (EventType): The kind of event that is told. What happened: a sign-up (with a
            password, a social network, silently, by phone, or made by a server), a login (by the same
            ways), a confirmed address, a linked social account, or a sign-up after which every verification
            that the project wants has been passed.
        webhook_id (int): Id of the registered address.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = await asyncio_detailed(
        project_id=project_id,
        event_type=event_type,
        webhook_id=webhook_id,
        client=client,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    success(OPERATION, answer)
