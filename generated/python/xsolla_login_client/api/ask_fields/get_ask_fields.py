from typing import Any, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.ask_field import AskField
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...presence import listed
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-ask-fields", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/users/me/ask",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | list[AskField] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_ask_fields_item_data in listed(_response_200):
            componentsschemas_ask_fields_item = AskField.from_dict(componentsschemas_ask_fields_item_data)

            response_200.append(componentsschemas_ask_fields_item)

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
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[AskField]]:
    """List what the project still asks for

    The fields that the project asks of this user and does not have yet, in the order of `step`. Takes
    the token that came with `ask_fields`, or a full user token.

    Args:
        project_id (UUID): Id of the Login project.
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
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> list[AskField]:
    """List what the project still asks for

    The fields that the project asks of this user and does not have yet, in the order of `step`. Takes
    the token that came with `ask_fields`, or a full user token.

    Args:
        project_id (UUID): Id of the Login project.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[AskField]
    """

    answer = sync_detailed(
        client=client,
        project_id=project_id,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("list[AskField]", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[AskField]]:
    """List what the project still asks for

    The fields that the project asks of this user and does not have yet, in the order of `step`. Takes
    the token that came with `ask_fields`, or a full user token.

    Args:
        project_id (UUID): Id of the Login project.
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
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> list[AskField]:
    """List what the project still asks for

    The fields that the project asks of this user and does not have yet, in the order of `step`. Takes
    the token that came with `ask_fields`, or a full user token.

    Args:
        project_id (UUID): Id of the Login project.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[AskField]
    """

    answer = await asyncio_detailed(
        client=client,
        project_id=project_id,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("list[AskField]", success(OPERATION, answer))
