from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.token_revocation import TokenRevocation
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("revoke-jwt", repeatable=False, successes={"200": "nothing"})


def _get_kwargs(
    *,
    body: TokenRevocation,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/oauth2/token/revoke",
    }

    _kwargs["data"] = body.to_dict()
    headers["Content-Type"] = "application/x-www-form-urlencoded"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = cast(Any, None)
        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 413:
        response_413 = ErrorEnvelope.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ErrorEnvelope.from_dict(response.json())

        return response_415

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
    body: TokenRevocation,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """End a token

    Token revocation as RFC 7009 has it. A refresh token takes every token of the same login with it; an
    access token ends alone. The answer is the same for a token that is unknown, has ended already or
    belongs to another client: nothing happens then.

    Args:
        body (TokenRevocation): The token that has to end, and the client it was issued to.
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
    body: TokenRevocation,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """End a token

    Token revocation as RFC 7009 has it. A refresh token takes every token of the same login with it; an
    access token ends alone. The answer is the same for a token that is unknown, has ended already or
    belongs to another client: nothing happens then.

    Args:
        body (TokenRevocation): The token that has to end, and the client it was issued to.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = sync_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TokenRevocation,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """End a token

    Token revocation as RFC 7009 has it. A refresh token takes every token of the same login with it; an
    access token ends alone. The answer is the same for a token that is unknown, has ended already or
    belongs to another client: nothing happens then.

    Args:
        body (TokenRevocation): The token that has to end, and the client it was issued to.
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
    body: TokenRevocation,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """End a token

    Token revocation as RFC 7009 has it. A refresh token takes every token of the same login with it; an
    access token ends alone. The answer is the same for a token that is unknown, has ended already or
    belongs to another client: nothing happens then.

    Args:
        body (TokenRevocation): The token that has to end, and the client it was issued to.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)
