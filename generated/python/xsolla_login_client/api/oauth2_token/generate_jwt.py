from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.token_grant import TokenGrant
from ...models.token_response import TokenResponse
from ...types import Response


def _get_kwargs(
    *,
    body: TokenGrant,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/oauth2/token",
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | TokenResponse | None:
    if response.status_code == 200:
        response_200 = TokenResponse.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 413:
        response_413 = ErrorEnvelope.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ErrorEnvelope.from_dict(response.json())

        return response_415

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
) -> Response[ErrorEnvelope | TokenResponse]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TokenGrant,
) -> Response[ErrorEnvelope | TokenResponse]:
    """Exchange a code, a token or a secret for tokens

     The token endpoint of OAuth 2.0. It gives

    - a user token for an authorization code, and a refresh token with it when the login asked for
      the scope `offline`;
    - new tokens for a refresh token, which is replaced on every use;
    - a server token for the secret of a server client;
    - another user token, with other scopes, for a user token.

    An authorization code works once. A second use ends every token that the first one gave, and so
    does the use of a refresh token that has been replaced.

    Args:
        body (TokenGrant): What is exchanged for tokens. Which properties are needed depends on
            `grant_type`; a
            confidential or server client always adds its `client_secret`, a public client has none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | TokenResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: TokenGrant,
) -> ErrorEnvelope | TokenResponse | None:
    """Exchange a code, a token or a secret for tokens

     The token endpoint of OAuth 2.0. It gives

    - a user token for an authorization code, and a refresh token with it when the login asked for
      the scope `offline`;
    - new tokens for a refresh token, which is replaced on every use;
    - a server token for the secret of a server client;
    - another user token, with other scopes, for a user token.

    An authorization code works once. A second use ends every token that the first one gave, and so
    does the use of a refresh token that has been replaced.

    Args:
        body (TokenGrant): What is exchanged for tokens. Which properties are needed depends on
            `grant_type`; a
            confidential or server client always adds its `client_secret`, a public client has none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | TokenResponse
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TokenGrant,
) -> Response[ErrorEnvelope | TokenResponse]:
    """Exchange a code, a token or a secret for tokens

     The token endpoint of OAuth 2.0. It gives

    - a user token for an authorization code, and a refresh token with it when the login asked for
      the scope `offline`;
    - new tokens for a refresh token, which is replaced on every use;
    - a server token for the secret of a server client;
    - another user token, with other scopes, for a user token.

    An authorization code works once. A second use ends every token that the first one gave, and so
    does the use of a refresh token that has been replaced.

    Args:
        body (TokenGrant): What is exchanged for tokens. Which properties are needed depends on
            `grant_type`; a
            confidential or server client always adds its `client_secret`, a public client has none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | TokenResponse]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: TokenGrant,
) -> ErrorEnvelope | TokenResponse | None:
    """Exchange a code, a token or a secret for tokens

     The token endpoint of OAuth 2.0. It gives

    - a user token for an authorization code, and a refresh token with it when the login asked for
      the scope `offline`;
    - new tokens for a refresh token, which is replaced on every use;
    - a server token for the secret of a server client;
    - another user token, with other scopes, for a user token.

    An authorization code works once. A second use ends every token that the first one gave, and so
    does the use of a refresh token that has been replaced.

    Args:
        body (TokenGrant): What is exchanged for tokens. Which properties are needed depends on
            `grant_type`; a
            confidential or server client always adds its `client_secret`, a public client has none.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | TokenResponse
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
