from typing import Any, cast
from urllib.parse import quote

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("delete-user-phone-number", repeatable=False, successes={"204": "nothing"})


def _get_kwargs(
    phone_number: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/users/me/phone/{phone_number}".format(
            phone_number=quote(str(phone_number), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

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
    phone_number: str,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Remove a phone number of the user

    Takes the number away wherever the account has it: it gets no more codes of the second factor, and
    nobody logs into this account with it any more.

    Args:
        phone_number (str): The number, with or without its plus sign; both are the same number.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        phone_number=phone_number,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    phone_number: str,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Remove a phone number of the user

    Takes the number away wherever the account has it: it gets no more codes of the second factor, and
    nobody logs into this account with it any more.

    Args:
        phone_number (str): The number, with or without its plus sign; both are the same number.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = sync_detailed(
        phone_number=phone_number,
        client=client,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    phone_number: str,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Remove a phone number of the user

    Takes the number away wherever the account has it: it gets no more codes of the second factor, and
    nobody logs into this account with it any more.

    Args:
        phone_number (str): The number, with or without its plus sign; both are the same number.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        phone_number=phone_number,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    phone_number: str,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Remove a phone number of the user

    Takes the number away wherever the account has it: it gets no more codes of the second factor, and
    nobody logs into this account with it any more.

    Args:
        phone_number (str): The number, with or without its plus sign; both are the same number.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = await asyncio_detailed(
        phone_number=phone_number,
        client=client,
        timeout=timeout,
    )
    success(OPERATION, answer)
