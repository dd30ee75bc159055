from http import HTTPStatus
from typing import Any, Literal
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.login_result import LoginResult
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
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

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/oauth2/sso",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | LoginResult | None:
    if response.status_code == 200:
        response_200 = LoginResult.from_dict(response.json())

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
) -> Response[ErrorEnvelope | LoginResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
) -> Response[ErrorEnvelope | LoginResult]:
    """Get a code for whoever is signed in, OAuth 2.0

     Whether the browser is signed in already: by its cookie it gets the redirect URI with `code`
    and `state`, without a page in between.

    Args:
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LoginResult]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
) -> ErrorEnvelope | LoginResult | None:
    """Get a code for whoever is signed in, OAuth 2.0

     Whether the browser is signed in already: by its cookie it gets the redirect URI with `code`
    and `state`, without a page in between.

    Args:
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LoginResult
    """

    return sync_detailed(
        client=client,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
) -> Response[ErrorEnvelope | LoginResult]:
    """Get a code for whoever is signed in, OAuth 2.0

     Whether the browser is signed in already: by its cookie it gets the redirect URI with `code`
    and `state`, without a page in between.

    Args:
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LoginResult]
    """

    kwargs = _get_kwargs(
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
) -> ErrorEnvelope | LoginResult | None:
    """Get a code for whoever is signed in, OAuth 2.0

     Whether the browser is signed in already: by its cookie it gets the redirect URI with `code`
    and `state`, without a page in between.

    Args:
        client_id (int):
        response_type (Literal['code']):
        state (str):
        redirect_uri (str | Unset):
        scope (str | Unset):
        audience (str | Unset):
        project_id (UUID | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LoginResult
    """

    return (
        await asyncio_detailed(
            client=client,
            client_id=client_id,
            response_type=response_type,
            state=state,
            redirect_uri=redirect_uri,
            scope=scope,
            audience=audience,
            project_id=project_id,
        )
    ).parsed
