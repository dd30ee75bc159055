from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.social_friend_page import SocialFriendPage
from ...models.social_platform import SocialPlatform
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-social-account-friends", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    platform: SocialPlatform | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    with_xl_uid: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_platform: str | Unset = UNSET
    if not isinstance(platform, Unset):
        json_platform = platform

    params["platform"] = json_platform

    params["offset"] = offset

    params["limit"] = limit

    params["with_xl_uid"] = with_xl_uid

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/users/me/social_friends",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | SocialFriendPage | None:
    if response.status_code == 200:
        response_200 = SocialFriendPage.from_dict(response.json())

        return response_200

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
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    with_xl_uid: bool | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | SocialFriendPage]:
    """List friends at social networks

    Whom the user knows at the social networks that are linked to the account, as the networks told at
    the last login, link or update.

    Args:
        platform (SocialPlatform | Unset): The network whose friends are wanted. Left out, all of them.
            A social network that tells who a user's friends are.
        offset (int | Unset): How many friends to pass over. Left out, it is `0`.
        limit (int | Unset): How many friends to answer at most. Left out, it is `500`.
        with_xl_uid (bool | Unset): Whether to tell who of them uses the project. Left out, it is
            `false`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        platform=platform,
        offset=offset,
        limit=limit,
        with_xl_uid=with_xl_uid,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    platform: SocialPlatform | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    with_xl_uid: bool | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> SocialFriendPage:
    """List friends at social networks

    Whom the user knows at the social networks that are linked to the account, as the networks told at
    the last login, link or update.

    Args:
        platform (SocialPlatform | Unset): The network whose friends are wanted. Left out, all of them.
            A social network that tells who a user's friends are.
        offset (int | Unset): How many friends to pass over. Left out, it is `0`.
        limit (int | Unset): How many friends to answer at most. Left out, it is `500`.
        with_xl_uid (bool | Unset): Whether to tell who of them uses the project. Left out, it is
            `false`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        SocialFriendPage
    """

    answer = sync_detailed(
        client=client,
        platform=platform,
        offset=offset,
        limit=limit,
        with_xl_uid=with_xl_uid,
        timeout=timeout,
    )
    return cast("SocialFriendPage", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    platform: SocialPlatform | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    with_xl_uid: bool | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | SocialFriendPage]:
    """List friends at social networks

    Whom the user knows at the social networks that are linked to the account, as the networks told at
    the last login, link or update.

    Args:
        platform (SocialPlatform | Unset): The network whose friends are wanted. Left out, all of them.
            A social network that tells who a user's friends are.
        offset (int | Unset): How many friends to pass over. Left out, it is `0`.
        limit (int | Unset): How many friends to answer at most. Left out, it is `500`.
        with_xl_uid (bool | Unset): Whether to tell who of them uses the project. Left out, it is
            `false`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        platform=platform,
        offset=offset,
        limit=limit,
        with_xl_uid=with_xl_uid,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    platform: SocialPlatform | Unset = UNSET,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    with_xl_uid: bool | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> SocialFriendPage:
    """List friends at social networks

    Whom the user knows at the social networks that are linked to the account, as the networks told at
    the last login, link or update.

    Args:
        platform (SocialPlatform | Unset): The network whose friends are wanted. Left out, all of them.
            A social network that tells who a user's friends are.
        offset (int | Unset): How many friends to pass over. Left out, it is `0`.
        limit (int | Unset): How many friends to answer at most. Left out, it is `500`.
        with_xl_uid (bool | Unset): Whether to tell who of them uses the project. Left out, it is
            `false`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        SocialFriendPage
    """

    answer = await asyncio_detailed(
        client=client,
        platform=platform,
        offset=offset,
        limit=limit,
        with_xl_uid=with_xl_uid,
        timeout=timeout,
    )
    return cast("SocialFriendPage", success(OPERATION, answer))
