from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.token_result import TokenResult
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("jwt-refresh-social-token", repeatable=False, successes={"200": "body"})


def _get_kwargs(
    provider_name: str,
    *,
    project_id: UUID,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/social/{provider_name}/refresh_token".format(
            provider_name=quote(str(provider_name), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | TokenResult | None:
    if response.status_code == 200:
        response_200 = TokenResult.from_dict(response.json())

        return response_200

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
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResult]:
    """Get a new token as of a login through a social network

    For a user for whom an account at the social network stands. The token that was shown stays good.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
        project_id=project_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> TokenResult:
    """Get a new token as of a login through a social network

    For a user for whom an account at the social network stands. The token that was shown stays good.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        TokenResult
    """

    answer = sync_detailed(
        provider_name=provider_name,
        client=client,
        project_id=project_id,
        timeout=timeout,
    )
    return cast("TokenResult", success(OPERATION, answer))


async def asyncio_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResult]:
    """Get a new token as of a login through a social network

    For a user for whom an account at the social network stands. The token that was shown stays good.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
        project_id=project_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    timeout: Timeout | Unset = UNSET,
) -> TokenResult:
    """Get a new token as of a login through a social network

    For a user for whom an account at the social network stands. The token that was shown stays good.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        TokenResult
    """

    answer = await asyncio_detailed(
        provider_name=provider_name,
        client=client,
        project_id=project_id,
        timeout=timeout,
    )
    return cast("TokenResult", success(OPERATION, answer))
