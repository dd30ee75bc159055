from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.nickname_search import NicknameSearch
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("search-users-by-nickname", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    nickname: str,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
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


def _parse_response(response: httpx.Response) -> ErrorEnvelope | NicknameSearch | None:
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

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    nickname: str,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | NicknameSearch]:
    """Find users by nickname and tag

    Lists the users of the project whose nickname begins as asked, by nickname and tag. A user may
    search once a second.

    Args:
        nickname (str): How the nickname begins, whatever the letter case; or `#` and how the tag
            begins; or the whole nickname, `#`, and how the tag begins.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        limit (int | Unset): How many users to list at most. Left out, it is `100`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        nickname=nickname,
        offset=offset,
        limit=limit,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    nickname: str,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> NicknameSearch:
    """Find users by nickname and tag

    Lists the users of the project whose nickname begins as asked, by nickname and tag. A user may
    search once a second.

    Args:
        nickname (str): How the nickname begins, whatever the letter case; or `#` and how the tag
            begins; or the whole nickname, `#`, and how the tag begins.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        limit (int | Unset): How many users to list at most. Left out, it is `100`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        NicknameSearch
    """

    answer = sync_detailed(
        client=client,
        nickname=nickname,
        offset=offset,
        limit=limit,
        timeout=timeout,
    )
    return cast("NicknameSearch", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    nickname: str,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | NicknameSearch]:
    """Find users by nickname and tag

    Lists the users of the project whose nickname begins as asked, by nickname and tag. A user may
    search once a second.

    Args:
        nickname (str): How the nickname begins, whatever the letter case; or `#` and how the tag
            begins; or the whole nickname, `#`, and how the tag begins.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        limit (int | Unset): How many users to list at most. Left out, it is `100`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        nickname=nickname,
        offset=offset,
        limit=limit,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    nickname: str,
    offset: int | Unset = UNSET,
    limit: int | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> NicknameSearch:
    """Find users by nickname and tag

    Lists the users of the project whose nickname begins as asked, by nickname and tag. A user may
    search once a second.

    Args:
        nickname (str): How the nickname begins, whatever the letter case; or `#` and how the tag
            begins; or the whole nickname, `#`, and how the tag begins.
        offset (int | Unset): How many users to pass over. Left out, it is `0`.
        limit (int | Unset): How many users to list at most. Left out, it is `100`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        NicknameSearch
    """

    answer = await asyncio_detailed(
        client=client,
        nickname=nickname,
        offset=offset,
        limit=limit,
        timeout=timeout,
    )
    return cast("NicknameSearch", success(OPERATION, answer))
