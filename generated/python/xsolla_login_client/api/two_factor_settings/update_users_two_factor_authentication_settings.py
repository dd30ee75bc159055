from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.continuation_url import ContinuationUrl
from ...models.error_envelope import ErrorEnvelope
from ...models.own_second_factor import OwnSecondFactor
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation(
    "update-users-two-factor-authentication-settings", repeatable=False, successes={"200": "body"}
)


def _get_kwargs(
    *,
    body: OwnSecondFactor,
    login_url: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["login_url"] = login_url

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users/me/mfa",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

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
    body: OwnSecondFactor,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Turn the second factor of the user on or off

    Sends a code, and answers the page that asks for it; the setting changes with the right code
    (`otp-validate`), and then the page leads to `login_url`.

    Args:
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        body (OwnSecondFactor): A second factor that the user turns on or off.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        login_url=login_url,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: OwnSecondFactor,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ContinuationUrl:
    """Turn the second factor of the user on or off

    Sends a code, and answers the page that asks for it; the setting changes with the right code
    (`otp-validate`), and then the page leads to `login_url`.

    Args:
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        body (OwnSecondFactor): A second factor that the user turns on or off.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ContinuationUrl
    """

    answer = sync_detailed(
        client=client,
        body=body,
        login_url=login_url,
        timeout=timeout,
    )
    return cast("ContinuationUrl", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: OwnSecondFactor,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Turn the second factor of the user on or off

    Sends a code, and answers the page that asks for it; the setting changes with the right code
    (`otp-validate`), and then the page leads to `login_url`.

    Args:
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        body (OwnSecondFactor): A second factor that the user turns on or off.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        login_url=login_url,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: OwnSecondFactor,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ContinuationUrl:
    """Turn the second factor of the user on or off

    Sends a code, and answers the page that asks for it; the setting changes with the right code
    (`otp-validate`), and then the page leads to `login_url`.

    Args:
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        body (OwnSecondFactor): A second factor that the user turns on or off.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ContinuationUrl
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        login_url=login_url,
        timeout=timeout,
    )
    return cast("ContinuationUrl", success(OPERATION, answer))
