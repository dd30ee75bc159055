from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.nickname_search import NicknameSearch
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    nickname: str,
    offset: int | Unset = 0,
    limit: int | Unset = 100,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["nickname"] = nickname

    params["offset"] = offset

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/users/search/by_nickname",
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | NicknameSearch | None:
    if response.status_code == 200:
        response_200 = NicknameSearch.from_dict(response.json())

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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | NicknameSearch]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    nickname: str,
    offset: int | Unset = 0,
    limit: int | Unset = 100,
) -> Response[ErrorEnvelope | NicknameSearch]:
    """Find users by nickname and tag

     Lists the users of the project whose nickname begins as asked, by nickname and tag. A user may
    search
    once a second.

    Args:
        nickname (str):
        offset (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | NicknameSearch]
    """

    kwargs = _get_kwargs(
        nickname=nickname,
        offset=offset,
        limit=limit,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    nickname: str,
    offset: int | Unset = 0,
    limit: int | Unset = 100,
) -> ErrorEnvelope | NicknameSearch | None:
    """Find users by nickname and tag

     Lists the users of the project whose nickname begins as asked, by nickname and tag. A user may
    search
    once a second.

    Args:
        nickname (str):
        offset (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | NicknameSearch
    """

    return sync_detailed(
        client=client,
        nickname=nickname,
        offset=offset,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    nickname: str,
    offset: int | Unset = 0,
    limit: int | Unset = 100,
) -> Response[ErrorEnvelope | NicknameSearch]:
    """Find users by nickname and tag

     Lists the users of the project whose nickname begins as asked, by nickname and tag. A user may
    search
    once a second.

    Args:
        nickname (str):
        offset (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | NicknameSearch]
    """

    kwargs = _get_kwargs(
        nickname=nickname,
        offset=offset,
        limit=limit,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    nickname: str,
    offset: int | Unset = 0,
    limit: int | Unset = 100,
) -> ErrorEnvelope | NicknameSearch | None:
    """Find users by nickname and tag

     Lists the users of the project whose nickname begins as asked, by nickname and tag. A user may
    search
    once a second.

    Args:
        nickname (str):
        offset (int | Unset):  Default: 0.
        limit (int | Unset):  Default: 100.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | NicknameSearch
    """

    return (
        await asyncio_detailed(
            client=client,
            nickname=nickname,
            offset=offset,
            limit=limit,
        )
    ).parsed
