from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.token_grant import TokenGrant
from ...models.token_response import TokenResponse
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("generate-jwt", repeatable=False, successes={"200": "body"})


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


def _parse_response(response: httpx.Response) -> ErrorEnvelope | TokenResponse | None:
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

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TokenGrant,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResponse]:
    """Exchange a code, a token or a secret for tokens

    The token endpoint of OAuth 2.0. It gives

    - a user token for an authorization code, and a refresh token with it when the login asked for
      the scope `offline`;
    - new tokens for a refresh token, which is replaced on every use;
    - a server token for the secret of a server client;
    - another user token, with other scopes, for a user token.

    An authorization code works once. A second use ends every token that the first one gave, and so does
    the use of a refresh token that has been replaced.

    Args:
        body (TokenGrant): What is exchanged for tokens. Which properties are needed depends on
            `grant_type`; a confidential or server client always adds its `client_secret`, a public client
            has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: TokenGrant,
    timeout: Timeout | Unset = UNSET,
) -> TokenResponse:
    """Exchange a code, a token or a secret for tokens

    The token endpoint of OAuth 2.0. It gives

    - a user token for an authorization code, and a refresh token with it when the login asked for
      the scope `offline`;
    - new tokens for a refresh token, which is replaced on every use;
    - a server token for the secret of a server client;
    - another user token, with other scopes, for a user token.

    An authorization code works once. A second use ends every token that the first one gave, and so does
    the use of a refresh token that has been replaced.

    Args:
        body (TokenGrant): What is exchanged for tokens. Which properties are needed depends on
            `grant_type`; a confidential or server client always adds its `client_secret`, a public client
            has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        TokenResponse
    """

    answer = sync_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("TokenResponse", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TokenGrant,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResponse]:
    """Exchange a code, a token or a secret for tokens

    The token endpoint of OAuth 2.0. It gives

    - a user token for an authorization code, and a refresh token with it when the login asked for
      the scope `offline`;
    - new tokens for a refresh token, which is replaced on every use;
    - a server token for the secret of a server client;
    - another user token, with other scopes, for a user token.

    An authorization code works once. A second use ends every token that the first one gave, and so does
    the use of a refresh token that has been replaced.

    Args:
        body (TokenGrant): What is exchanged for tokens. Which properties are needed depends on
            `grant_type`; a confidential or server client always adds its `client_secret`, a public client
            has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: TokenGrant,
    timeout: Timeout | Unset = UNSET,
) -> TokenResponse:
    """Exchange a code, a token or a secret for tokens

    The token endpoint of OAuth 2.0. It gives

    - a user token for an authorization code, and a refresh token with it when the login asked for
      the scope `offline`;
    - new tokens for a refresh token, which is replaced on every use;
    - a server token for the secret of a server client;
    - another user token, with other scopes, for a user token.

    An authorization code works once. A second use ends every token that the first one gave, and so does
    the use of a refresh token that has been replaced.

    Args:
        body (TokenGrant): What is exchanged for tokens. Which properties are needed depends on
            `grant_type`; a confidential or server client always adds its `client_secret`, a public client
            has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        TokenResponse
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("TokenResponse", success(OPERATION, answer))
