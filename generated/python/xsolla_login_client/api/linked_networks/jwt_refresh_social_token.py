from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.token_result import TokenResult
from ...types import UNSET, Response


def _get_kwargs(
    provider_name: str,
    *,
    project_id: UUID,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/social/{provider_name}/refresh_token".format(
            provider_name=quote(str(provider_name), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | TokenResult | None:
    if response.status_code == 200:
        response_200 = TokenResult.from_dict(response.json())

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
) -> Response[ErrorEnvelope | TokenResult]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient,
    project_id: UUID,
) -> Response[ErrorEnvelope | TokenResult]:
    """Get a new token as of a login through a social network

     For a user for whom an account at the social network stands. The token that was shown stays good.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | TokenResult]
    """

    kwargs = _get_kwargs(
        provider_name=provider_name,
        project_id=project_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    provider_name: str,
    *,
    client: AuthenticatedClient,
    project_id: UUID,
) -> ErrorEnvelope | TokenResult | None:
    """Get a new token as of a login through a social network

     For a user for whom an account at the social network stands. The token that was shown stays good.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | TokenResult
    """

    return sync_detailed(
        provider_name=provider_name,
        client=client,
        project_id=project_id,
    ).parsed


async def asyncio_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient,
    project_id: UUID,
) -> Response[ErrorEnvelope | TokenResult]:
    """Get a new token as of a login through a social network

     For a user for whom an account at the social network stands. The token that was shown stays good.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | TokenResult]
    """

    kwargs = _get_kwargs(
        provider_name=provider_name,
        project_id=project_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    provider_name: str,
    *,
    client: AuthenticatedClient,
    project_id: UUID,
) -> ErrorEnvelope | TokenResult | None:
    """Get a new token as of a login through a social network

     For a user for whom an account at the social network stands. The token that was shown stays good.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | TokenResult
    """

    return (
        await asyncio_detailed(
            provider_name=provider_name,
            client=client,
            project_id=project_id,
        )
    ).parsed
