from typing import Any, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.widget_settings import WidgetSettings
from ...models.with_logout import WithLogout
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("widget-settings", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    client_id: int | Unset = UNSET,
    response_type: str | Unset = UNSET,
    state: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
) -> dict[str, Any]:

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

    params["client_id"] = client_id

    params["response_type"] = response_type

    params["state"] = state

    params["redirect_uri"] = redirect_uri

    params["scope"] = scope

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/widget/ng/settings",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | WidgetSettings | None:
    if response.status_code == 200:
        response_200 = WidgetSettings.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    client_id: int | Unset = UNSET,
    response_type: str | Unset = UNSET,
    state: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | WidgetSettings]:
    """Read what a login form needs to know

    The project's settings for a login form. Nothing is checked but the project and the client: the
    addresses go into links, and a wrong one is refused there. The SDK reads them in `fetchConfig()` and
    asks for links in messages only after that.

    Args:
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Goes into the links of the social networks, where it is compared with
            the Callback URLs.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        client_id (int | Unset): Id of the OAuth 2.0 client. With it the links of the social networks
            are those of the OAuth 2.0 protocol.
        response_type (str | Unset): Goes into the links of the social networks.
        state (str | Unset): Goes into the links of the social networks.
        redirect_uri (str | Unset): Goes into the links of the social networks.
        scope (str | Unset): Goes into the links of the social networks.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    client_id: int | Unset = UNSET,
    response_type: str | Unset = UNSET,
    state: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> WidgetSettings:
    """Read what a login form needs to know

    The project's settings for a login form. Nothing is checked but the project and the client: the
    addresses go into links, and a wrong one is refused there. The SDK reads them in `fetchConfig()` and
    asks for links in messages only after that.

    Args:
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Goes into the links of the social networks, where it is compared with
            the Callback URLs.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        client_id (int | Unset): Id of the OAuth 2.0 client. With it the links of the social networks
            are those of the OAuth 2.0 protocol.
        response_type (str | Unset): Goes into the links of the social networks.
        state (str | Unset): Goes into the links of the social networks.
        redirect_uri (str | Unset): Goes into the links of the social networks.
        scope (str | Unset): Goes into the links of the social networks.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        WidgetSettings
    """

    answer = sync_detailed(
        client=client,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        timeout=timeout,
    )
    return cast("WidgetSettings", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    client_id: int | Unset = UNSET,
    response_type: str | Unset = UNSET,
    state: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | WidgetSettings]:
    """Read what a login form needs to know

    The project's settings for a login form. Nothing is checked but the project and the client: the
    addresses go into links, and a wrong one is refused there. The SDK reads them in `fetchConfig()` and
    asks for links in messages only after that.

    Args:
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Goes into the links of the social networks, where it is compared with
            the Callback URLs.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        client_id (int | Unset): Id of the OAuth 2.0 client. With it the links of the social networks
            are those of the OAuth 2.0 protocol.
        response_type (str | Unset): Goes into the links of the social networks.
        state (str | Unset): Goes into the links of the social networks.
        redirect_uri (str | Unset): Goes into the links of the social networks.
        scope (str | Unset): Goes into the links of the social networks.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    client_id: int | Unset = UNSET,
    response_type: str | Unset = UNSET,
    state: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> WidgetSettings:
    """Read what a login form needs to know

    The project's settings for a login form. Nothing is checked but the project and the client: the
    addresses go into links, and a wrong one is refused there. The SDK reads them in `fetchConfig()` and
    asks for links in messages only after that.

    Args:
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Goes into the links of the social networks, where it is compared with
            the Callback URLs.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        client_id (int | Unset): Id of the OAuth 2.0 client. With it the links of the social networks
            are those of the OAuth 2.0 protocol.
        response_type (str | Unset): Goes into the links of the social networks.
        state (str | Unset): Goes into the links of the social networks.
        redirect_uri (str | Unset): Goes into the links of the social networks.
        scope (str | Unset): Goes into the links of the social networks.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        WidgetSettings
    """

    answer = await asyncio_detailed(
        client=client,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        timeout=timeout,
    )
    return cast("WidgetSettings", success(OPERATION, answer))
