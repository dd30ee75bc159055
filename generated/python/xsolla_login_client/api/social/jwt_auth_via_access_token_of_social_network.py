from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.social_token_login import SocialTokenLogin
from ...models.token_result import TokenResult
from ...models.with_logout import WithLogout
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation(
    "jwt-auth-via-access-token-of-social-network", repeatable=False, successes={"200": "body"}
)


def _get_kwargs(
    provider_name: str,
    *,
    body: SocialTokenLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/social/{provider_name}/login_with_token".format(
            provider_name=quote(str(provider_name), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: SocialTokenLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResult]:
    """Log in with a social network's access token

    For applications that signed the user in with the social network's own SDK. An identity without an
    account gets one. While a required field is outstanding the token serves the ask calls only. Known
    providers are `xsolla`, `facebook`, `google`, `linkedin`, `twitter`, `discord`, `naver`, `baidu`,
    `battlenet`, `wechat` and `qq_mobile`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        body (SocialTokenLogin): The token that a social network gave an app.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
        body=body,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: SocialTokenLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> TokenResult:
    """Log in with a social network's access token

    For applications that signed the user in with the social network's own SDK. An identity without an
    account gets one. While a required field is outstanding the token serves the ask calls only. Known
    providers are `xsolla`, `facebook`, `google`, `linkedin`, `twitter`, `discord`, `naver`, `baidu`,
    `battlenet`, `wechat` and `qq_mobile`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        body (SocialTokenLogin): The token that a social network gave an app.
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
        body=body,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
        timeout=timeout,
    )
    return cast("TokenResult", success(OPERATION, answer))


async def asyncio_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: SocialTokenLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResult]:
    """Log in with a social network's access token

    For applications that signed the user in with the social network's own SDK. An identity without an
    account gets one. While a required field is outstanding the token serves the ask calls only. Known
    providers are `xsolla`, `facebook`, `google`, `linkedin`, `twitter`, `discord`, `naver`, `baidu`,
    `battlenet`, `wechat` and `qq_mobile`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        body (SocialTokenLogin): The token that a social network gave an app.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
        body=body,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: SocialTokenLogin,
    project_id: UUID,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> TokenResult:
    """Log in with a social network's access token

    For applications that signed the user in with the social network's own SDK. An identity without an
    account gets one. While a required field is outstanding the token serves the ask calls only. Known
    providers are `xsolla`, `facebook`, `google`, `linkedin`, `twitter`, `discord`, `naver`, `baidu`,
    `battlenet`, `wechat` and `qq_mobile`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        body (SocialTokenLogin): The token that a social network gave an app.
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
        body=body,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
        timeout=timeout,
    )
    return cast("TokenResult", success(OPERATION, answer))
