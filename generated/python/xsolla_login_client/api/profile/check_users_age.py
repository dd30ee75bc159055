from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.age_question import AgeQuestion
from ...models.age_verdict import AgeVerdict
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("check-users-age", repeatable=False, successes={"200": "body"})


def _get_kwargs(
    *,
    body: AgeQuestion,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users/age/check",
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> AgeVerdict | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = AgeVerdict.from_dict(response.json())

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

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: AgeQuestion,
    timeout: Timeout | Unset = UNSET,
) -> Response[AgeVerdict | ErrorEnvelope]:
    """Ask whether somebody is old enough

    Compares a birthday with the age that the country of the caller requires. The server knows the
    country by the address that the call comes from.

    Args:
        body (AgeQuestion): A day of birth, and the project whose age restriction it is held against.
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
    body: AgeQuestion,
    timeout: Timeout | Unset = UNSET,
) -> AgeVerdict:
    """Ask whether somebody is old enough

    Compares a birthday with the age that the country of the caller requires. The server knows the
    country by the address that the call comes from.

    Args:
        body (AgeQuestion): A day of birth, and the project whose age restriction it is held against.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        AgeVerdict
    """

    answer = sync_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("AgeVerdict", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: AgeQuestion,
    timeout: Timeout | Unset = UNSET,
) -> Response[AgeVerdict | ErrorEnvelope]:
    """Ask whether somebody is old enough

    Compares a birthday with the age that the country of the caller requires. The server knows the
    country by the address that the call comes from.

    Args:
        body (AgeQuestion): A day of birth, and the project whose age restriction it is held against.
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
    body: AgeQuestion,
    timeout: Timeout | Unset = UNSET,
) -> AgeVerdict:
    """Ask whether somebody is old enough

    Compares a birthday with the age that the country of the caller requires. The server knows the
    country by the address that the call comes from.

    Args:
        body (AgeQuestion): A day of birth, and the project whose age restriction it is held against.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        AgeVerdict
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("AgeVerdict", success(OPERATION, answer))
