from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.logout_sessions import LogoutSessions
from ...types import UNSET, Response, Unset


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
    *,
    client: AuthenticatedClient,
    sessions: LogoutSessions,
    x_request_id: str | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Log the user out

     Ends the single sign-on of the user everywhere, and with `all` every access and refresh token
    too. Works for both protocols.

    Args:
        sessions (LogoutSessions): What ends: `sso` the single sign-on only, so that tokens go on
            working; `all` also every access
            and refresh token of the user.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        sessions=sessions,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    sessions: LogoutSessions,
    x_request_id: str | Unset = UNSET,
) -> Any | ErrorEnvelope | None:
    """Log the user out

     Ends the single sign-on of the user everywhere, and with `all` every access and refresh token
    too. Works for both protocols.

    Args:
        sessions (LogoutSessions): What ends: `sso` the single sign-on only, so that tokens go on
            working; `all` also every access
            and refresh token of the user.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        sessions=sessions,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    sessions: LogoutSessions,
    x_request_id: str | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Log the user out

     Ends the single sign-on of the user everywhere, and with `all` every access and refresh token
    too. Works for both protocols.

    Args:
        sessions (LogoutSessions): What ends: `sso` the single sign-on only, so that tokens go on
            working; `all` also every access
            and refresh token of the user.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        sessions=sessions,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    sessions: LogoutSessions,
    x_request_id: str | Unset = UNSET,
) -> Any | ErrorEnvelope | None:
    """Log the user out

     Ends the single sign-on of the user everywhere, and with `all` every access and refresh token
    too. Works for both protocols.

    Args:
        sessions (LogoutSessions): What ends: `sso` the single sign-on only, so that tokens go on
            working; `all` also every access
            and refresh token of the user.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            sessions=sessions,
            x_request_id=x_request_id,
        )
    ).parsed
