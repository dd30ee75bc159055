from typing import Any, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation(
    "push-confirmation-code", repeatable=False, successes={"204": "nothing", "302": "location"}
)


def _get_kwargs(
    *,
    project_id: UUID,
    state: str,
    action: str | Unset = UNSET,
    link_url: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["state"] = state

    params["action"] = action

    params["link_url"] = link_url

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/otc/push",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 302:
        response_302 = cast(Any, None)
        return response_302

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

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
    project_id: UUID,
    state: str,
    action: str | Unset = UNSET,
    link_url: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Open the link of a message

    The address in a message with a link. It completes the waiting `get-confirmation-code`. With
    `action=open`, as the messages have it, the browser is redirected to the page that the request for
    the code named; the redirect carries neither code nor token.

    Args:
        project_id (UUID): Id of the Login project.
        state (str): The secret of the link.
        action (str | Unset): The value `open` redirects the browser. Any other value, and none, answers
            204.
        link_url (str | Unset): Where `action=open` leads instead of the stored page. Which pages are
            allowed is the rule of a request for a code.
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
        state=state,
        action=action,
        link_url=link_url,
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    state: str,
    action: str | Unset = UNSET,
    link_url: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None | str:
    """Open the link of a message

    The address in a message with a link. It completes the waiting `get-confirmation-code`. With
    `action=open`, as the messages have it, the browser is redirected to the page that the request for
    the code named; the redirect carries neither code nor token.

    Args:
        project_id (UUID): Id of the Login project.
        state (str): The secret of the link.
        action (str | Unset): The value `open` redirects the browser. Any other value, and none, answers
            204.
        link_url (str | Unset): Where `action=open` leads instead of the stored page. Which pages are
            allowed is the rule of a request for a code.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None | str
    """

    answer = sync_detailed(
        client=client,
        project_id=project_id,
        state=state,
        action=action,
        link_url=link_url,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("None | str", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    state: str,
    action: str | Unset = UNSET,
    link_url: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Open the link of a message

    The address in a message with a link. It completes the waiting `get-confirmation-code`. With
    `action=open`, as the messages have it, the browser is redirected to the page that the request for
    the code named; the redirect carries neither code nor token.

    Args:
        project_id (UUID): Id of the Login project.
        state (str): The secret of the link.
        action (str | Unset): The value `open` redirects the browser. Any other value, and none, answers
            204.
        link_url (str | Unset): Where `action=open` leads instead of the stored page. Which pages are
            allowed is the rule of a request for a code.
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
        state=state,
        action=action,
        link_url=link_url,
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    state: str,
    action: str | Unset = UNSET,
    link_url: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None | str:
    """Open the link of a message

    The address in a message with a link. It completes the waiting `get-confirmation-code`. With
    `action=open`, as the messages have it, the browser is redirected to the page that the request for
    the code named; the redirect carries neither code nor token.

    Args:
        project_id (UUID): Id of the Login project.
        state (str): The secret of the link.
        action (str | Unset): The value `open` redirects the browser. Any other value, and none, answers
            204.
        link_url (str | Unset): Where `action=open` leads instead of the stored page. Which pages are
            allowed is the rule of a request for a code.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None | str
    """

    answer = await asyncio_detailed(
        client=client,
        project_id=project_id,
        state=state,
        action=action,
        link_url=link_url,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("None | str", success(OPERATION, answer))
