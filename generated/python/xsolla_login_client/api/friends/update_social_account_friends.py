from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.social_platform import SocialPlatform
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("update-social-account-friends", repeatable=False, successes={"204": "nothing"})


def _get_kwargs(
    *,
    platform: SocialPlatform | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_platform: str | Unset = UNSET
    if not isinstance(platform, Unset):
        json_platform = platform

    params["platform"] = json_platform

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users/me/social_friends/update",
        "params": params,
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

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    platform: SocialPlatform | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Ask social networks for the user's friends

    The social networks are asked whom the user knows there; `get-social-account-friends` answers it
    from then on.

    Args:
        platform (SocialPlatform | Unset): The network to ask. Left out, all of them. A social network
            that tells who a user's friends are.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        platform=platform,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    platform: SocialPlatform | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Ask social networks for the user's friends

    The social networks are asked whom the user knows there; `get-social-account-friends` answers it
    from then on.

    Args:
        platform (SocialPlatform | Unset): The network to ask. Left out, all of them. A social network
            that tells who a user's friends are.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = sync_detailed(
        client=client,
        platform=platform,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    platform: SocialPlatform | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Ask social networks for the user's friends

    The social networks are asked whom the user knows there; `get-social-account-friends` answers it
    from then on.

    Args:
        platform (SocialPlatform | Unset): The network to ask. Left out, all of them. A social network
            that tells who a user's friends are.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        platform=platform,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    platform: SocialPlatform | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Ask social networks for the user's friends

    The social networks are asked whom the user knows there; `get-social-account-friends` answers it
    from then on.

    Args:
        platform (SocialPlatform | Unset): The network to ask. Left out, all of them. A social network
            that tells who a user's friends are.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = await asyncio_detailed(
        client=client,
        platform=platform,
        timeout=timeout,
    )
    success(OPERATION, answer)
