from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.continuation_url import ContinuationUrl
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("otp-validate", repeatable=False, successes={"200": "body"})


def _get_kwargs(
    *,
    code: str,
    challenge_id: str,
    remember_me: bool | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    params["code"] = code

    params["challenge_id"] = challenge_id

    params["remember_me"] = remember_me

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/otp/validate",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ContinuationUrl | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = ContinuationUrl.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

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
    code: str,
    challenge_id: str,
    remember_me: bool | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Complete a login with the second factor

    Where a project asks for a second factor, a login with the right password answers a `login_url` that
    leads to the page for it, with `challenge_id` in the query; a code is on its way by then. This call
    takes the code and answers where the login would have led.

    Args:
        code (str): The one-time code of the message.
        challenge_id (str): Query parameter of the address that the login answered.
        remember_me (bool | Unset): Passed on to the address that the login leads to. Left out, it is
            `true`.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        code=code,
        challenge_id=challenge_id,
        remember_me=remember_me,
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    code: str,
    challenge_id: str,
    remember_me: bool | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ContinuationUrl:
    """Complete a login with the second factor

    Where a project asks for a second factor, a login with the right password answers a `login_url` that
    leads to the page for it, with `challenge_id` in the query; a code is on its way by then. This call
    takes the code and answers where the login would have led.

    Args:
        code (str): The one-time code of the message.
        challenge_id (str): Query parameter of the address that the login answered.
        remember_me (bool | Unset): Passed on to the address that the login leads to. Left out, it is
            `true`.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ContinuationUrl
    """

    answer = sync_detailed(
        client=client,
        code=code,
        challenge_id=challenge_id,
        remember_me=remember_me,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("ContinuationUrl", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    code: str,
    challenge_id: str,
    remember_me: bool | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Complete a login with the second factor

    Where a project asks for a second factor, a login with the right password answers a `login_url` that
    leads to the page for it, with `challenge_id` in the query; a code is on its way by then. This call
    takes the code and answers where the login would have led.

    Args:
        code (str): The one-time code of the message.
        challenge_id (str): Query parameter of the address that the login answered.
        remember_me (bool | Unset): Passed on to the address that the login leads to. Left out, it is
            `true`.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        code=code,
        challenge_id=challenge_id,
        remember_me=remember_me,
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    code: str,
    challenge_id: str,
    remember_me: bool | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ContinuationUrl:
    """Complete a login with the second factor

    Where a project asks for a second factor, a login with the right password answers a `login_url` that
    leads to the page for it, with `challenge_id` in the query; a code is on its way by then. This call
    takes the code and answers where the login would have led.

    Args:
        code (str): The one-time code of the message.
        challenge_id (str): Query parameter of the address that the login answered.
        remember_me (bool | Unset): Passed on to the address that the login leads to. Left out, it is
            `true`.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ContinuationUrl
    """

    answer = await asyncio_detailed(
        client=client,
        code=code,
        challenge_id=challenge_id,
        remember_me=remember_me,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("ContinuationUrl", success(OPERATION, answer))
