from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.two_factor_resend import TwoFactorResend
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("otp-resend", repeatable=False, successes={"204": "nothing"})


def _get_kwargs(
    *,
    body: TwoFactorResend,
    challenge_id: str,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    params["challenge_id"] = challenge_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/otp/resend",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TwoFactorResend,
    challenge_id: str,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Send the code of the second factor again

    Sends a new code; the old one dies.

    Args:
        challenge_id (str): Query parameter of the address that the login answered.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (TwoFactorResend): The language of the message that is sent once more.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        challenge_id=challenge_id,
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: TwoFactorResend,
    challenge_id: str,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Send the code of the second factor again

    Sends a new code; the old one dies.

    Args:
        challenge_id (str): Query parameter of the address that the login answered.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (TwoFactorResend): The language of the message that is sent once more.
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
        challenge_id=challenge_id,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TwoFactorResend,
    challenge_id: str,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Send the code of the second factor again

    Sends a new code; the old one dies.

    Args:
        challenge_id (str): Query parameter of the address that the login answered.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (TwoFactorResend): The language of the message that is sent once more.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        challenge_id=challenge_id,
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: TwoFactorResend,
    challenge_id: str,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Send the code of the second factor again

    Sends a new code; the old one dies.

    Args:
        challenge_id (str): Query parameter of the address that the login answered.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (TwoFactorResend): The language of the message that is sent once more.
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
        challenge_id=challenge_id,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    success(OPERATION, answer)
