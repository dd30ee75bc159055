from typing import Any, cast
from urllib.parse import quote

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("delete-linked-networks", repeatable=False, successes={"204": "nothing"})


def _get_kwargs(
    provider_name: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/users/me/social_providers/{provider_name}".format(
            provider_name=quote(str(provider_name), safe=""),
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

    if response.status_code == 403:
        response_403 = ErrorEnvelope.from_dict(response.json())

        return response_403

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
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Remove a social network from the account

    The account at the social network does not stand for the user any more: who logs in with it later is
    somebody new. The tokens of the user stay good.

    Args:
        provider_name (str): Name of the social network. One that the project does not offer is 404
            `003-061`. Name of a social network or gaming platform. An open set.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Remove a social network from the account

    The account at the social network does not stand for the user any more: who logs in with it later is
    somebody new. The tokens of the user stay good.

    Args:
        provider_name (str): Name of the social network. One that the project does not offer is 404
            `003-061`. Name of a social network or gaming platform. An open set.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = sync_detailed(
        provider_name=provider_name,
        client=client,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Remove a social network from the account

    The account at the social network does not stand for the user any more: who logs in with it later is
    somebody new. The tokens of the user stay good.

    Args:
        provider_name (str): Name of the social network. One that the project does not offer is 404
            `003-061`. Name of a social network or gaming platform. An open set.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Remove a social network from the account

    The account at the social network does not stand for the user any more: who logs in with it later is
    somebody new. The tokens of the user stay good.

    Args:
        provider_name (str): Name of the social network. One that the project does not offer is 404
            `003-061`. Name of a social network or gaming platform. An open set.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = await asyncio_detailed(
        provider_name=provider_name,
        client=client,
        timeout=timeout,
    )
    success(OPERATION, answer)
