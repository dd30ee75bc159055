from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.social_friend_page import SocialFriendPage
from ...models.social_platform import SocialPlatform
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    platform: SocialPlatform | Unset = UNSET,
    offset: int | Unset = 0,
    limit: int | Unset = 500,
    with_xl_uid: bool | Unset = False,
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


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | SocialFriendPage | None:
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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | SocialFriendPage]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    platform: SocialPlatform | Unset = UNSET,
    offset: int | Unset = 0,
    limit: int | Unset = 500,
    with_xl_uid: bool | Unset = False,
) -> Response[ErrorEnvelope | SocialFriendPage]:
    """List friends at social networks

     Whom the user knows at the social networks that are linked to the account, as the networks told at
    the
    last login, link or update.

    Args:
        platform (SocialPlatform | Unset):
        offset (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 500.
        with_xl_uid (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | SocialFriendPage]
    """

    kwargs = _get_kwargs(
        platform=platform,
        offset=offset,
        limit=limit,
        with_xl_uid=with_xl_uid,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    platform: SocialPlatform | Unset = UNSET,
    offset: int | Unset = 0,
    limit: int | Unset = 500,
    with_xl_uid: bool | Unset = False,
) -> ErrorEnvelope | SocialFriendPage | None:
    """List friends at social networks

     Whom the user knows at the social networks that are linked to the account, as the networks told at
    the
    last login, link or update.

    Args:
        platform (SocialPlatform | Unset):
        offset (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 500.
        with_xl_uid (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | SocialFriendPage
    """

    return sync_detailed(
        client=client,
        platform=platform,
        offset=offset,
        limit=limit,
        with_xl_uid=with_xl_uid,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    platform: SocialPlatform | Unset = UNSET,
    offset: int | Unset = 0,
    limit: int | Unset = 500,
    with_xl_uid: bool | Unset = False,
) -> Response[ErrorEnvelope | SocialFriendPage]:
    """List friends at social networks

     Whom the user knows at the social networks that are linked to the account, as the networks told at
    the
    last login, link or update.

    Args:
        platform (SocialPlatform | Unset):
        offset (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 500.
        with_xl_uid (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | SocialFriendPage]
    """

    kwargs = _get_kwargs(
        platform=platform,
        offset=offset,
        limit=limit,
        with_xl_uid=with_xl_uid,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    platform: SocialPlatform | Unset = UNSET,
    offset: int | Unset = 0,
    limit: int | Unset = 500,
    with_xl_uid: bool | Unset = False,
) -> ErrorEnvelope | SocialFriendPage | None:
    """List friends at social networks

     Whom the user knows at the social networks that are linked to the account, as the networks told at
    the
    last login, link or update.

    Args:
        platform (SocialPlatform | Unset):
        offset (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 500.
        with_xl_uid (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | SocialFriendPage
    """

    return (
        await asyncio_detailed(
            client=client,
            platform=platform,
            offset=offset,
            limit=limit,
            with_xl_uid=with_xl_uid,
        )
    ).parsed
