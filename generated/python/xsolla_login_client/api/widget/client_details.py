from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.client_details import ClientDetails
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("client-details", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/client/details",
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ClientDetails | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = ClientDetails.from_dict(response.json())

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
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ClientDetails | ErrorEnvelope]:
    """Read the country that the caller seems to be in

    By the caller's address. The SDK asks for it beside `fetchConfig()`, and orders the social networks
    by it.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ClientDetails:
    """Read the country that the caller seems to be in

    By the caller's address. The SDK asks for it beside `fetchConfig()`, and orders the social networks
    by it.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ClientDetails
    """

    answer = sync_detailed(
        client=client,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("ClientDetails", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ClientDetails | ErrorEnvelope]:
    """Read the country that the caller seems to be in

    By the caller's address. The SDK asks for it beside `fetchConfig()`, and orders the social networks
    by it.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ClientDetails:
    """Read the country that the caller seems to be in

    By the caller's address. The SDK asks for it beside `fetchConfig()`, and orders the social networks
    by it.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ClientDetails
    """

    answer = await asyncio_detailed(
        client=client,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("ClientDetails", success(OPERATION, answer))
