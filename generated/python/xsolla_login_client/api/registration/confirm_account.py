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
    project_id: UUID,
    code: str,
    login_url: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["code"] = code

    params["login_url"] = login_url

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/user/confirm",
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
    client: AuthenticatedClient | Client,
    project_id: UUID,
    code: str,
    login_url: str | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Open the confirmation link

     The address in the confirmation mail. One GET without cookies confirms the account and
    redirects the browser to the `login_url` of the registration, with the user's token in the
    query parameter `token`; after an OAuth 2.0 registration to its redirect URI, with `code` and
    `state`. The path is a choice of this description: no source names it.

    Args:
        project_id (UUID):
        code (str):
        login_url (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        code=code,
        login_url=login_url,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    code: str,
    login_url: str | Unset = UNSET,
) -> Any | ErrorEnvelope | None:
    """Open the confirmation link

     The address in the confirmation mail. One GET without cookies confirms the account and
    redirects the browser to the `login_url` of the registration, with the user's token in the
    query parameter `token`; after an OAuth 2.0 registration to its redirect URI, with `code` and
    `state`. The path is a choice of this description: no source names it.

    Args:
        project_id (UUID):
        code (str):
        login_url (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        project_id=project_id,
        code=code,
        login_url=login_url,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    code: str,
    login_url: str | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Open the confirmation link

     The address in the confirmation mail. One GET without cookies confirms the account and
    redirects the browser to the `login_url` of the registration, with the user's token in the
    query parameter `token`; after an OAuth 2.0 registration to its redirect URI, with `code` and
    `state`. The path is a choice of this description: no source names it.

    Args:
        project_id (UUID):
        code (str):
        login_url (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        code=code,
        login_url=login_url,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    code: str,
    login_url: str | Unset = UNSET,
) -> Any | ErrorEnvelope | None:
    """Open the confirmation link

     The address in the confirmation mail. One GET without cookies confirms the account and
    redirects the browser to the `login_url` of the registration, with the user's token in the
    query parameter `token`; after an OAuth 2.0 registration to its redirect URI, with `code` and
    `state`. The path is a choice of this description: no source names it.

    Args:
        project_id (UUID):
        code (str):
        login_url (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            project_id=project_id,
            code=code,
            login_url=login_url,
        )
    ).parsed
