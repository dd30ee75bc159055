from typing import Any, Literal, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.login_result import LoginResult
from ...models.one_tap_login import OneTapLogin
from ...models.with_logout import WithLogout
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("oauth-20-one-tap-complete", repeatable=False, successes={"200": "body"})


def _get_kwargs(
    provider_name: str,
    *,
    body: OneTapLogin,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    params["client_id"] = client_id

    params["response_type"] = response_type

    params["state"] = state

    params["redirect_uri"] = redirect_uri

    params["scope"] = scope

    params["audience"] = audience

    json_project_id: str | Unset = UNSET
    if not isinstance(project_id, Unset):
        json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["login_url"] = login_url

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params["locale"] = locale

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/oauth2/social/{provider_name}/one_tap/complete".format(
            provider_name=quote(str(provider_name), safe=""),
        ),
        "params": params,
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | LoginResult | None:
    if response.status_code == 200:
        response_200 = LoginResult.from_dict(response.json())

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
    body: OneTapLogin,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | LoginResult]:
    """Log in with the credential of a one-tap prompt, OAuth 2.0

    As `one-tap-complete`; the answer is the redirect URI with `code` and `state`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        response_type (Literal['code']): Only authorization codes are given out.
        state (str): A value of the caller's own that comes back on the redirect URI; by it the caller
            knows its own request again. Take a fresh random one of more than eight characters.
        redirect_uri (str | Unset): Where the user lands afterwards. It must equal one of the client's
            redirect URIs byte for byte (otherwise 422 `010-012`), and may be left out when the client has
            only one (otherwise 422 `010-011`).
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        login_url (str | Unset): Sent by the SDK with its configuration. It has no effect here: the user
            lands on the redirect URI.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (OneTapLogin): What Google One Tap gave the page.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
        body=body,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: OneTapLogin,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> LoginResult:
    """Log in with the credential of a one-tap prompt, OAuth 2.0

    As `one-tap-complete`; the answer is the redirect URI with `code` and `state`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        response_type (Literal['code']): Only authorization codes are given out.
        state (str): A value of the caller's own that comes back on the redirect URI; by it the caller
            knows its own request again. Take a fresh random one of more than eight characters.
        redirect_uri (str | Unset): Where the user lands afterwards. It must equal one of the client's
            redirect URIs byte for byte (otherwise 422 `010-012`), and may be left out when the client has
            only one (otherwise 422 `010-011`).
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        login_url (str | Unset): Sent by the SDK with its configuration. It has no effect here: the user
            lands on the redirect URI.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (OneTapLogin): What Google One Tap gave the page.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        LoginResult
    """

    answer = sync_detailed(
        provider_name=provider_name,
        client=client,
        body=body,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("LoginResult", success(OPERATION, answer))


async def asyncio_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: OneTapLogin,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | LoginResult]:
    """Log in with the credential of a one-tap prompt, OAuth 2.0

    As `one-tap-complete`; the answer is the redirect URI with `code` and `state`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        response_type (Literal['code']): Only authorization codes are given out.
        state (str): A value of the caller's own that comes back on the redirect URI; by it the caller
            knows its own request again. Take a fresh random one of more than eight characters.
        redirect_uri (str | Unset): Where the user lands afterwards. It must equal one of the client's
            redirect URIs byte for byte (otherwise 422 `010-012`), and may be left out when the client has
            only one (otherwise 422 `010-011`).
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        login_url (str | Unset): Sent by the SDK with its configuration. It has no effect here: the user
            lands on the redirect URI.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (OneTapLogin): What Google One Tap gave the page.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
        body=body,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    body: OneTapLogin,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> LoginResult:
    """Log in with the credential of a one-tap prompt, OAuth 2.0

    As `one-tap-complete`; the answer is the redirect URI with `code` and `state`.

    Args:
        provider_name (str): Name of the social network. Known are `amazon`, `apple`, `babka`, `baidu`,
            `battlenet`, `discord`, `epicgames`, `facebook`, `github`, `google`, `kakao`, `linkedin`,
            `mailru`, `microsoft`, `msn`, `naver`, `ok`, `paypal`, `qq`, `reddit`, `steam`, `twitch`,
            `twitter`, `vimeo`, `vk`, `wechat`, `weibo`, `xbox`, `xsolla`, `yahoo`, `yandex` and `youtube`.
            One that the project does not offer is 404 `003-061`. Name of a social network or gaming
            platform. An open set.
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        response_type (Literal['code']): Only authorization codes are given out.
        state (str): A value of the caller's own that comes back on the redirect URI; by it the caller
            knows its own request again. Take a fresh random one of more than eight characters.
        redirect_uri (str | Unset): Where the user lands afterwards. It must equal one of the client's
            redirect URIs byte for byte (otherwise 422 `010-012`), and may be left out when the client has
            only one (otherwise 422 `010-011`).
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        login_url (str | Unset): Sent by the SDK with its configuration. It has no effect here: the user
            lands on the redirect URI.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (OneTapLogin): What Google One Tap gave the page.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        LoginResult
    """

    answer = await asyncio_detailed(
        provider_name=provider_name,
        client=client,
        body=body,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("LoginResult", success(OPERATION, answer))
