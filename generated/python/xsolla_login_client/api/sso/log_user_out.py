from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.logout_sessions import LogoutSessions
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("log-user-out", repeatable=False, successes={"204": "nothing"})


def _get_kwargs(
    *,
    sessions: LogoutSessions,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    json_sessions: str = sessions
    params["sessions"] = json_sessions

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/oauth2/logout",
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

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    sessions: LogoutSessions,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Log the user out

    Ends the single sign-on of the user everywhere, and with `all` every access and refresh token too.
    Works for both protocols.

    Args:
        sessions (LogoutSessions): What ends. Missing or misspelled, nothing does. What ends: `sso` the
            single sign-on only, so that tokens go on working; `all` also every access and refresh token of
            the user.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        sessions=sessions,
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    sessions: LogoutSessions,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Log the user out

    Ends the single sign-on of the user everywhere, and with `all` every access and refresh token too.
    Works for both protocols.

    Args:
        sessions (LogoutSessions): What ends. Missing or misspelled, nothing does. What ends: `sso` the
            single sign-on only, so that tokens go on working; `all` also every access and refresh token of
            the user.
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
        sessions=sessions,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    sessions: LogoutSessions,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Log the user out

    Ends the single sign-on of the user everywhere, and with `all` every access and refresh token too.
    Works for both protocols.

    Args:
        sessions (LogoutSessions): What ends. Missing or misspelled, nothing does. What ends: `sso` the
            single sign-on only, so that tokens go on working; `all` also every access and refresh token of
            the user.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        sessions=sessions,
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    sessions: LogoutSessions,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Log the user out

    Ends the single sign-on of the user everywhere, and with `all` every access and refresh token too.
    Works for both protocols.

    Args:
        sessions (LogoutSessions): What ends. Missing or misspelled, nothing does. What ends: `sso` the
            single sign-on only, so that tokens go on working; `all` also every access and refresh token of
            the user.
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
        sessions=sessions,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    success(OPERATION, answer)
