from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.social_url import SocialUrl
from ...models.with_logout import WithLogout
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("jwt-get-link-for-social-auth", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    provider_name: str,
    *,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    x_request_id_query: str | Unset = UNSET,
    x_request_id_header: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id_header, Unset):
        headers["X-REQUEST-ID"] = x_request_id_header

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["login_url"] = login_url

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params["locale"] = locale

    json_fields: list[str] | Unset = UNSET
    if not isinstance(fields, Unset):
        json_fields = fields

    params["fields"] = json_fields

    params["x-request-id"] = x_request_id_query

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/social/{provider_name}/login_url".format(
            provider_name=quote(str(provider_name), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | SocialUrl | None:
    if response.status_code == 200:
        response_200 = SocialUrl.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

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
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    x_request_id_query: str | Unset = UNSET,
    x_request_id_header: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | SocialUrl]:
    """Get the address of a social network's login

    The address of the social network's page, for a browser window. From there the user comes back to
    the Callback URL with `token`, or, when it does not work out, with `error_code` and
    `error_description`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        fields (list[str] | Unset): What the user is asked for when the social network does not tell it,
            with commas between several. Known is `email`.
        x_request_id_query (str | Unset): Id of the visitor, for tracing. The SDK takes it from a cookie
            of its statistics.
        x_request_id_header (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK
            sends the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        fields=fields,
        x_request_id_query=x_request_id_query,
        x_request_id_header=x_request_id_header,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    x_request_id_query: str | Unset = UNSET,
    x_request_id_header: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> SocialUrl:
    """Get the address of a social network's login

    The address of the social network's page, for a browser window. From there the user comes back to
    the Callback URL with `token`, or, when it does not work out, with `error_code` and
    `error_description`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        fields (list[str] | Unset): What the user is asked for when the social network does not tell it,
            with commas between several. Known is `email`.
        x_request_id_query (str | Unset): Id of the visitor, for tracing. The SDK takes it from a cookie
            of its statistics.
        x_request_id_header (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK
            sends the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        SocialUrl
    """

    answer = sync_detailed(
        provider_name=provider_name,
        client=client,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        fields=fields,
        x_request_id_query=x_request_id_query,
        x_request_id_header=x_request_id_header,
        timeout=timeout,
    )
    return cast("SocialUrl", success(OPERATION, answer))


async def asyncio_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    x_request_id_query: str | Unset = UNSET,
    x_request_id_header: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | SocialUrl]:
    """Get the address of a social network's login

    The address of the social network's page, for a browser window. From there the user comes back to
    the Callback URL with `token`, or, when it does not work out, with `error_code` and
    `error_description`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        fields (list[str] | Unset): What the user is asked for when the social network does not tell it,
            with commas between several. Known is `email`.
        x_request_id_query (str | Unset): Id of the visitor, for tracing. The SDK takes it from a cookie
            of its statistics.
        x_request_id_header (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK
            sends the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        fields=fields,
        x_request_id_query=x_request_id_query,
        x_request_id_header=x_request_id_header,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    x_request_id_query: str | Unset = UNSET,
    x_request_id_header: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> SocialUrl:
    """Get the address of a social network's login

    The address of the social network's page, for a browser window. From there the user comes back to
    the Callback URL with `token`, or, when it does not work out, with `error_code` and
    `error_description`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        fields (list[str] | Unset): What the user is asked for when the social network does not tell it,
            with commas between several. Known is `email`.
        x_request_id_query (str | Unset): Id of the visitor, for tracing. The SDK takes it from a cookie
            of its statistics.
        x_request_id_header (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK
            sends the word `null` when it has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        SocialUrl
    """

    answer = await asyncio_detailed(
        provider_name=provider_name,
        client=client,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        fields=fields,
        x_request_id_query=x_request_id_query,
        x_request_id_header=x_request_id_header,
        timeout=timeout,
    )
    return cast("SocialUrl", success(OPERATION, answer))
