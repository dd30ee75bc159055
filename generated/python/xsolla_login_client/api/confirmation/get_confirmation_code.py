from typing import Any, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.confirmation_code import ConfirmationCode
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-confirmation-code", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    project_id: UUID,
    login: str,
    operation_id: str,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["login"] = login

    params["operation_id"] = operation_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/otc/code",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ConfirmationCode | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = ConfirmationCode.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 408:
        response_408 = ErrorEnvelope.from_dict(response.json())

        return response_408

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login: str,
    operation_id: str,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ConfirmationCode | ErrorEnvelope]:
    """Wait for the link to be opened

    Holds the request until somebody opens the link of the message, then answers the one-time code.
    After about 20 seconds without that it answers 408; the call may be repeated for as long as the code
    lives. An `operation_id` that is unknown, expired or somebody else's waits and answers just so.

    Args:
        project_id (UUID): Id of the Login project.
        login (str): The e-mail address or phone number that the message went to, in any case.
        operation_id (str): Id that the request for the code answered.
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
        login=login,
        operation_id=operation_id,
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login: str,
    operation_id: str,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ConfirmationCode:
    """Wait for the link to be opened

    Holds the request until somebody opens the link of the message, then answers the one-time code.
    After about 20 seconds without that it answers 408; the call may be repeated for as long as the code
    lives. An `operation_id` that is unknown, expired or somebody else's waits and answers just so.

    Args:
        project_id (UUID): Id of the Login project.
        login (str): The e-mail address or phone number that the message went to, in any case.
        operation_id (str): Id that the request for the code answered.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ConfirmationCode
    """

    answer = sync_detailed(
        client=client,
        project_id=project_id,
        login=login,
        operation_id=operation_id,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("ConfirmationCode", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login: str,
    operation_id: str,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ConfirmationCode | ErrorEnvelope]:
    """Wait for the link to be opened

    Holds the request until somebody opens the link of the message, then answers the one-time code.
    After about 20 seconds without that it answers 408; the call may be repeated for as long as the code
    lives. An `operation_id` that is unknown, expired or somebody else's waits and answers just so.

    Args:
        project_id (UUID): Id of the Login project.
        login (str): The e-mail address or phone number that the message went to, in any case.
        operation_id (str): Id that the request for the code answered.
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
        login=login,
        operation_id=operation_id,
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login: str,
    operation_id: str,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ConfirmationCode:
    """Wait for the link to be opened

    Holds the request until somebody opens the link of the message, then answers the one-time code.
    After about 20 seconds without that it answers 408; the call may be repeated for as long as the code
    lives. An `operation_id` that is unknown, expired or somebody else's waits and answers just so.

    Args:
        project_id (UUID): Id of the Login project.
        login (str): The e-mail address or phone number that the message went to, in any case.
        operation_id (str): Id that the request for the code answered.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ConfirmationCode
    """

    answer = await asyncio_detailed(
        client=client,
        project_id=project_id,
        login=login,
        operation_id=operation_id,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("ConfirmationCode", success(OPERATION, answer))
