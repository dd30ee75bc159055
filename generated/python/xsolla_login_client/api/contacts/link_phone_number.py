from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.code_requested import CodeRequested
from ...models.error_envelope import ErrorEnvelope
from ...models.new_phone import NewPhone
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("link-phone-number", repeatable=False, successes={"200": "body"})


def _get_kwargs(
    *,
    body: NewPhone,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users/me/phone_link/request",
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> CodeRequested | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = CodeRequested.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

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
    body: NewPhone,
    timeout: Timeout | Unset = UNSET,
) -> Response[CodeRequested | ErrorEnvelope]:
    """Have a code sent to a phone number that is to be linked

    The code proves the number to be the user's; `confirm-phone-number` takes it.

    Args:
        body (NewPhone): The phone number that the account is to have.
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
    body: NewPhone,
    timeout: Timeout | Unset = UNSET,
) -> CodeRequested:
    """Have a code sent to a phone number that is to be linked

    The code proves the number to be the user's; `confirm-phone-number` takes it.

    Args:
        body (NewPhone): The phone number that the account is to have.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        CodeRequested
    """

    answer = sync_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("CodeRequested", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: NewPhone,
    timeout: Timeout | Unset = UNSET,
) -> Response[CodeRequested | ErrorEnvelope]:
    """Have a code sent to a phone number that is to be linked

    The code proves the number to be the user's; `confirm-phone-number` takes it.

    Args:
        body (NewPhone): The phone number that the account is to have.
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
    body: NewPhone,
    timeout: Timeout | Unset = UNSET,
) -> CodeRequested:
    """Have a code sent to a phone number that is to be linked

    The code proves the number to be the user's; `confirm-phone-number` takes it.

    Args:
        body (NewPhone): The phone number that the account is to have.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        CodeRequested
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("CodeRequested", success(OPERATION, answer))
