from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.widget_settings import WidgetSettings
from ...models.with_logout import WithLogout
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    client_id: int | Unset = UNSET,
    response_type: str | Unset = UNSET,
    state: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["login_url"] = login_url

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params["locale"] = locale

    params["client_id"] = client_id

    params["response_type"] = response_type

    params["state"] = state

    params["redirect_uri"] = redirect_uri

    params["scope"] = scope

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/widget/ng/settings",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | WidgetSettings | None:
    if response.status_code == 200:
        response_200 = WidgetSettings.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | WidgetSettings]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    client_id: int | Unset = UNSET,
    response_type: str | Unset = UNSET,
    state: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
) -> Response[ErrorEnvelope | WidgetSettings]:
    """Read what a login form needs to know

     The project's settings for a login form. Nothing is checked but the project and the client: the
    addresses go into links, and a wrong one is refused there. The SDK reads them in `fetchConfig()` and
    asks for
    links in messages only after that.

    Args:
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        client_id (int | Unset):
        response_type (str | Unset):
        state (str | Unset):
        redirect_uri (str | Unset):
        scope (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | WidgetSettings]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    client_id: int | Unset = UNSET,
    response_type: str | Unset = UNSET,
    state: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
) -> ErrorEnvelope | WidgetSettings | None:
    """Read what a login form needs to know

     The project's settings for a login form. Nothing is checked but the project and the client: the
    addresses go into links, and a wrong one is refused there. The SDK reads them in `fetchConfig()` and
    asks for
    links in messages only after that.

    Args:
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        client_id (int | Unset):
        response_type (str | Unset):
        state (str | Unset):
        redirect_uri (str | Unset):
        scope (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | WidgetSettings
    """

    return sync_detailed(
        client=client,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    client_id: int | Unset = UNSET,
    response_type: str | Unset = UNSET,
    state: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
) -> Response[ErrorEnvelope | WidgetSettings]:
    """Read what a login form needs to know

     The project's settings for a login form. Nothing is checked but the project and the client: the
    addresses go into links, and a wrong one is refused there. The SDK reads them in `fetchConfig()` and
    asks for
    links in messages only after that.

    Args:
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        client_id (int | Unset):
        response_type (str | Unset):
        state (str | Unset):
        redirect_uri (str | Unset):
        scope (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | WidgetSettings]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    client_id: int | Unset = UNSET,
    response_type: str | Unset = UNSET,
    state: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
) -> ErrorEnvelope | WidgetSettings | None:
    """Read what a login form needs to know

     The project's settings for a login form. Nothing is checked but the project and the client: the
    addresses go into links, and a wrong one is refused there. The SDK reads them in `fetchConfig()` and
    asks for
    links in messages only after that.

    Args:
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        client_id (int | Unset):
        response_type (str | Unset):
        state (str | Unset):
        redirect_uri (str | Unset):
        scope (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | WidgetSettings
    """

    return (
        await asyncio_detailed(
            client=client,
            project_id=project_id,
            login_url=login_url,
            payload=payload,
            with_logout=with_logout,
            locale=locale,
            client_id=client_id,
            response_type=response_type,
            state=state,
            redirect_uri=redirect_uri,
            scope=scope,
        )
    ).parsed
