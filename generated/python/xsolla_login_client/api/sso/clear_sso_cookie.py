from typing import Any, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("clear-sso-cookie", repeatable=True, successes={"204": "nothing"})


def _get_kwargs(
    *,
    project_id: UUID | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    json_project_id: str | Unset = UNSET
    if not isinstance(project_id, Unset):
        json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/oauth2/clear_sso",
        "params": params,
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
    project_id: UUID | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Forget who is signed in on this device

    Ends the single sign-on of this browser and takes its cookie away. Other devices and all tokens go
    on working. The answer is the same when nobody was signed in. Works for both protocols.

    Args:
        project_id (UUID | Unset): Id of the Login project. Left out, the browser is forgotten for every
            project.
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
    project_id: UUID | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Forget who is signed in on this device

    Ends the single sign-on of this browser and takes its cookie away. Other devices and all tokens go
    on working. The answer is the same when nobody was signed in. Works for both protocols.

    Args:
        project_id (UUID | Unset): Id of the Login project. Left out, the browser is forgotten for every
            project.
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
        client=client,
        project_id=project_id,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Forget who is signed in on this device

    Ends the single sign-on of this browser and takes its cookie away. Other devices and all tokens go
    on working. The answer is the same when nobody was signed in. Works for both protocols.

    Args:
        project_id (UUID | Unset): Id of the Login project. Left out, the browser is forgotten for every
            project.
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
    project_id: UUID | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Forget who is signed in on this device

    Ends the single sign-on of this browser and takes its cookie away. Other devices and all tokens go
    on working. The answer is the same when nobody was signed in. Works for both protocols.

    Args:
        project_id (UUID | Unset): Id of the Login project. Left out, the browser is forgotten for every
            project.
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
        client=client,
        project_id=project_id,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    success(OPERATION, answer)
