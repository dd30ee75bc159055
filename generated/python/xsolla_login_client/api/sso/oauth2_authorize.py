from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    response_type: list[str],
    client_id: int,
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    locale: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
    code_challenge_method: str | Unset = UNSET,
    fail_auth_url: str | Unset = UNSET,
    popup: bool | Unset = False,
    widget_only: bool | Unset = UNSET,
    enable_post_message_login: bool | Unset = UNSET,
    disable_socials: bool | Unset = UNSET,
    track_id: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_response_type = response_type

    params["response_type"] = json_response_type

    params["client_id"] = client_id

    params["state"] = state

    params["redirect_uri"] = redirect_uri

    params["scope"] = scope

    params["audience"] = audience

    json_project_id: str | Unset = UNSET
    if not isinstance(project_id, Unset):
        json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["locale"] = locale

    params["code_challenge"] = code_challenge

    params["code_challenge_method"] = code_challenge_method

    params["fail_auth_url"] = fail_auth_url

    params["popup"] = popup

    params["widget_only"] = widget_only

    params["enable_post_message_login"] = enable_post_message_login

    params["disable_socials"] = disable_socials

    params["trackId"] = track_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/oauth2/auth",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ErrorEnvelope | None:
    if response.status_code == 302:
        response_302 = cast(Any, None)
        return response_302

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 418:
        response_418 = ErrorEnvelope.from_dict(response.json())

        return response_418

    if response.status_code == 422:
        response_422 = ErrorEnvelope.from_dict(response.json())

        return response_422

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
    response_type: list[str],
    client_id: int,
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    locale: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
    code_challenge_method: str | Unset = UNSET,
    fail_auth_url: str | Unset = UNSET,
    popup: bool | Unset = False,
    widget_only: bool | Unset = UNSET,
    enable_post_message_login: bool | Unset = UNSET,
    disable_socials: bool | Unset = UNSET,
    track_id: str | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Sign in on the hosted page

     The authorization endpoint of OAuth 2.0, for browsers. Somebody who is signed in already goes
    straight on to the redirect URI with `code` and `state`; everybody else comes to the hosted
    sign-in page first.

    What is wrong with the request is told to the redirect URI (`error`, `error_description`,
    `state`, as in RFC 6749, and `error_code` where a parameter has one) when the client and the
    redirect URI are known, and on a plain page otherwise, because nobody may be sent to an address
    that is not registered. A proof key (RFC 7636) is taken with the method `S256` only.

    Args:
        response_type (list[str]):
        client_id (int):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        locale (str | Unset):
        code_challenge (str | Unset):
        code_challenge_method (str | Unset):
        fail_auth_url (str | Unset):
        popup (bool | Unset):  Default: False.
        widget_only (bool | Unset):
        enable_post_message_login (bool | Unset):
        disable_socials (bool | Unset):
        track_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        response_type=response_type,
        client_id=client_id,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        locale=locale,
        code_challenge=code_challenge,
        code_challenge_method=code_challenge_method,
        fail_auth_url=fail_auth_url,
        popup=popup,
        widget_only=widget_only,
        enable_post_message_login=enable_post_message_login,
        disable_socials=disable_socials,
        track_id=track_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    response_type: list[str],
    client_id: int,
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    locale: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
    code_challenge_method: str | Unset = UNSET,
    fail_auth_url: str | Unset = UNSET,
    popup: bool | Unset = False,
    widget_only: bool | Unset = UNSET,
    enable_post_message_login: bool | Unset = UNSET,
    disable_socials: bool | Unset = UNSET,
    track_id: str | Unset = UNSET,
) -> Any | ErrorEnvelope | None:
    """Sign in on the hosted page

     The authorization endpoint of OAuth 2.0, for browsers. Somebody who is signed in already goes
    straight on to the redirect URI with `code` and `state`; everybody else comes to the hosted
    sign-in page first.

    What is wrong with the request is told to the redirect URI (`error`, `error_description`,
    `state`, as in RFC 6749, and `error_code` where a parameter has one) when the client and the
    redirect URI are known, and on a plain page otherwise, because nobody may be sent to an address
    that is not registered. A proof key (RFC 7636) is taken with the method `S256` only.

    Args:
        response_type (list[str]):
        client_id (int):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        locale (str | Unset):
        code_challenge (str | Unset):
        code_challenge_method (str | Unset):
        fail_auth_url (str | Unset):
        popup (bool | Unset):  Default: False.
        widget_only (bool | Unset):
        enable_post_message_login (bool | Unset):
        disable_socials (bool | Unset):
        track_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        response_type=response_type,
        client_id=client_id,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        locale=locale,
        code_challenge=code_challenge,
        code_challenge_method=code_challenge_method,
        fail_auth_url=fail_auth_url,
        popup=popup,
        widget_only=widget_only,
        enable_post_message_login=enable_post_message_login,
        disable_socials=disable_socials,
        track_id=track_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    response_type: list[str],
    client_id: int,
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    locale: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
    code_challenge_method: str | Unset = UNSET,
    fail_auth_url: str | Unset = UNSET,
    popup: bool | Unset = False,
    widget_only: bool | Unset = UNSET,
    enable_post_message_login: bool | Unset = UNSET,
    disable_socials: bool | Unset = UNSET,
    track_id: str | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Sign in on the hosted page

     The authorization endpoint of OAuth 2.0, for browsers. Somebody who is signed in already goes
    straight on to the redirect URI with `code` and `state`; everybody else comes to the hosted
    sign-in page first.

    What is wrong with the request is told to the redirect URI (`error`, `error_description`,
    `state`, as in RFC 6749, and `error_code` where a parameter has one) when the client and the
    redirect URI are known, and on a plain page otherwise, because nobody may be sent to an address
    that is not registered. A proof key (RFC 7636) is taken with the method `S256` only.

    Args:
        response_type (list[str]):
        client_id (int):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        locale (str | Unset):
        code_challenge (str | Unset):
        code_challenge_method (str | Unset):
        fail_auth_url (str | Unset):
        popup (bool | Unset):  Default: False.
        widget_only (bool | Unset):
        enable_post_message_login (bool | Unset):
        disable_socials (bool | Unset):
        track_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        response_type=response_type,
        client_id=client_id,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        locale=locale,
        code_challenge=code_challenge,
        code_challenge_method=code_challenge_method,
        fail_auth_url=fail_auth_url,
        popup=popup,
        widget_only=widget_only,
        enable_post_message_login=enable_post_message_login,
        disable_socials=disable_socials,
        track_id=track_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    response_type: list[str],
    client_id: int,
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    locale: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
    code_challenge_method: str | Unset = UNSET,
    fail_auth_url: str | Unset = UNSET,
    popup: bool | Unset = False,
    widget_only: bool | Unset = UNSET,
    enable_post_message_login: bool | Unset = UNSET,
    disable_socials: bool | Unset = UNSET,
    track_id: str | Unset = UNSET,
) -> Any | ErrorEnvelope | None:
    """Sign in on the hosted page

     The authorization endpoint of OAuth 2.0, for browsers. Somebody who is signed in already goes
    straight on to the redirect URI with `code` and `state`; everybody else comes to the hosted
    sign-in page first.

    What is wrong with the request is told to the redirect URI (`error`, `error_description`,
    `state`, as in RFC 6749, and `error_code` where a parameter has one) when the client and the
    redirect URI are known, and on a plain page otherwise, because nobody may be sent to an address
    that is not registered. A proof key (RFC 7636) is taken with the method `S256` only.

    Args:
        response_type (list[str]):
        client_id (int):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        locale (str | Unset):
        code_challenge (str | Unset):
        code_challenge_method (str | Unset):
        fail_auth_url (str | Unset):
        popup (bool | Unset):  Default: False.
        widget_only (bool | Unset):
        enable_post_message_login (bool | Unset):
        disable_socials (bool | Unset):
        track_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            response_type=response_type,
            client_id=client_id,
            state=state,
            redirect_uri=redirect_uri,
            scope=scope,
            audience=audience,
            project_id=project_id,
            locale=locale,
            code_challenge=code_challenge,
            code_challenge_method=code_challenge_method,
            fail_auth_url=fail_auth_url,
            popup=popup,
            widget_only=widget_only,
            enable_post_message_login=enable_post_message_login,
            disable_socials=disable_socials,
            track_id=track_id,
        )
    ).parsed
