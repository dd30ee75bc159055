from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.linking_code import LinkingCode
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("create-code-for-linking-accounts", repeatable=False, successes={"200": "body"})


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users/account/code",
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | LinkingCode | None:
    if response.status_code == 200:
        response_200 = LinkingCode.from_dict(response.json())

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

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | LinkingCode]:
    """Get a code to link an account at a gaming platform by

    The code names the user to `link-accounts-by-code`, once. A new one takes the place of the one
    before.

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
) -> LinkingCode:
    """Get a code to link an account at a gaming platform by

    The code names the user to `link-accounts-by-code`, once. A new one takes the place of the one
    before.

    Args:
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        LinkingCode
    """

    answer = sync_detailed(
        client=client,
        timeout=timeout,
    )
    return cast("LinkingCode", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | LinkingCode]:
    """Get a code to link an account at a gaming platform by

    The code names the user to `link-accounts-by-code`, once. A new one takes the place of the one
    before.

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
) -> LinkingCode:
    """Get a code to link an account at a gaming platform by

    The code names the user to `link-accounts-by-code`, once. A new one takes the place of the one
    before.

    Args:
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        LinkingCode
    """

    answer = await asyncio_detailed(
        client=client,
        timeout=timeout,
    )
    return cast("LinkingCode", success(OPERATION, answer))
