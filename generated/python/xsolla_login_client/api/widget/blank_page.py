from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("blank-page", repeatable=True, successes={"200": "body"})


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/blank",
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | str | None:
    if response.status_code == 200:
        response_200 = response.text
        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | str]:
    """Show an empty page

    Where a game ends a login that it watches itself: the SDKs of game engines send the address of this
    page as `login_url` and `redirect_uri` and read the token or the code from the address bar. Whatever
    the query holds is ignored.

    Args:
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs()
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> str:
    """Show an empty page

    Where a game ends a login that it watches itself: the SDKs of game engines send the address of this
    page as `login_url` and `redirect_uri` and read the token or the code from the address bar. Whatever
    the query holds is ignored.

    Args:
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        str
    """

    answer = sync_detailed(
        client=client,
        timeout=timeout,
    )
    return cast("str", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | str]:
    """Show an empty page

    Where a game ends a login that it watches itself: the SDKs of game engines send the address of this
    page as `login_url` and `redirect_uri` and read the token or the code from the address bar. Whatever
    the query holds is ignored.

    Args:
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs()
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> str:
    """Show an empty page

    Where a game ends a login that it watches itself: the SDKs of game engines send the address of this
    page as `login_url` and `redirect_uri` and read the token or the code from the address bar. Whatever
    the query holds is ignored.

    Args:
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        str
    """

    answer = await asyncio_detailed(
        client=client,
        timeout=timeout,
    )
    return cast("str", success(OPERATION, answer))
