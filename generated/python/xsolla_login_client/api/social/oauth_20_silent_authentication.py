from http import HTTPStatus
from typing import Any, Literal, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.login_result import LoginResult
from ...models.with_logout import WithLogout
from ...types import UNSET, Response, Unset


def _get_kwargs(
    oauth2_cross_social_provider_name: str,
    *,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    session_ticket: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    code: str | Unset = UNSET,
    is_redirect: bool | Unset = True,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["client_id"] = client_id

    params["response_type"] = response_type

    params["state"] = state

    params["redirect_uri"] = redirect_uri

    params["scope"] = scope

    params["audience"] = audience

    json_project_id: str | Unset = UNSET
    if not isinstance(project_id, Unset):
        json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["login_url"] = login_url

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params["locale"] = locale

    params["session_ticket"] = session_ticket

    params["app_id"] = app_id

    params["code"] = code

    params["is_redirect"] = is_redirect

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/oauth2/social/{oauth2_cross_social_provider_name}/cross_auth".format(
            oauth2_cross_social_provider_name=quote(str(oauth2_cross_social_provider_name), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ErrorEnvelope | LoginResult | None:
    if response.status_code == 200:
        response_200 = LoginResult.from_dict(response.json())

        return response_200

    if response.status_code == 302:
        response_302 = cast(Any, None)
        return response_302

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

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
) -> Response[Any | ErrorEnvelope | LoginResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    oauth2_cross_social_provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    session_ticket: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    code: str | Unset = UNSET,
    is_redirect: bool | Unset = True,
) -> Response[Any | ErrorEnvelope | LoginResult]:
    """Log in as the player of a gaming platform, OAuth 2.0

     As `jwt-silent-authentication`, to the redirect URI with `code` and `state`. With a redirect, a
    refusal by the platform goes there too, as `error_code` and `error_description`.

    Args:
        oauth2_cross_social_provider_name (str): Name of a social network or gaming platform. An
            open set.
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        session_ticket (str | Unset):
        app_id (str | Unset):
        code (str | Unset):
        is_redirect (bool | Unset):  Default: True.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope | LoginResult]
    """

    kwargs = _get_kwargs(
        oauth2_cross_social_provider_name=oauth2_cross_social_provider_name,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        session_ticket=session_ticket,
        app_id=app_id,
        code=code,
        is_redirect=is_redirect,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    oauth2_cross_social_provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    session_ticket: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    code: str | Unset = UNSET,
    is_redirect: bool | Unset = True,
) -> Any | ErrorEnvelope | LoginResult | None:
    """Log in as the player of a gaming platform, OAuth 2.0

     As `jwt-silent-authentication`, to the redirect URI with `code` and `state`. With a redirect, a
    refusal by the platform goes there too, as `error_code` and `error_description`.

    Args:
        oauth2_cross_social_provider_name (str): Name of a social network or gaming platform. An
            open set.
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        session_ticket (str | Unset):
        app_id (str | Unset):
        code (str | Unset):
        is_redirect (bool | Unset):  Default: True.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope | LoginResult
    """

    return sync_detailed(
        oauth2_cross_social_provider_name=oauth2_cross_social_provider_name,
        client=client,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        session_ticket=session_ticket,
        app_id=app_id,
        code=code,
        is_redirect=is_redirect,
    ).parsed


async def asyncio_detailed(
    oauth2_cross_social_provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    session_ticket: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    code: str | Unset = UNSET,
    is_redirect: bool | Unset = True,
) -> Response[Any | ErrorEnvelope | LoginResult]:
    """Log in as the player of a gaming platform, OAuth 2.0

     As `jwt-silent-authentication`, to the redirect URI with `code` and `state`. With a redirect, a
    refusal by the platform goes there too, as `error_code` and `error_description`.

    Args:
        oauth2_cross_social_provider_name (str): Name of a social network or gaming platform. An
            open set.
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        session_ticket (str | Unset):
        app_id (str | Unset):
        code (str | Unset):
        is_redirect (bool | Unset):  Default: True.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope | LoginResult]
    """

    kwargs = _get_kwargs(
        oauth2_cross_social_provider_name=oauth2_cross_social_provider_name,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        session_ticket=session_ticket,
        app_id=app_id,
        code=code,
        is_redirect=is_redirect,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    oauth2_cross_social_provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    session_ticket: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    code: str | Unset = UNSET,
    is_redirect: bool | Unset = True,
) -> Any | ErrorEnvelope | LoginResult | None:
    """Log in as the player of a gaming platform, OAuth 2.0

     As `jwt-silent-authentication`, to the redirect URI with `code` and `state`. With a redirect, a
    refusal by the platform goes there too, as `error_code` and `error_description`.

    Args:
        oauth2_cross_social_provider_name (str): Name of a social network or gaming platform. An
            open set.
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        session_ticket (str | Unset):
        app_id (str | Unset):
        code (str | Unset):
        is_redirect (bool | Unset):  Default: True.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope | LoginResult
    """

    return (
        await asyncio_detailed(
            oauth2_cross_social_provider_name=oauth2_cross_social_provider_name,
            client=client,
            client_id=client_id,
            response_type=response_type,
            state=state,
            redirect_uri=redirect_uri,
            scope=scope,
            audience=audience,
            project_id=project_id,
            login_url=login_url,
            payload=payload,
            with_logout=with_logout,
            locale=locale,
            session_ticket=session_ticket,
            app_id=app_id,
            code=code,
            is_redirect=is_redirect,
        )
    ).parsed
