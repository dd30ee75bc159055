from typing import Any, cast
from urllib.parse import quote

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("link-social-network-to-account", repeatable=False, successes={"302": "location"})


def _get_kwargs(
    provider_name: str,
    *,
    login_url: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    phone_only: bool | Unset = UNSET,
    locale: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["login_url"] = login_url

    params["redirect_uri"] = redirect_uri

    params["phone_only"] = phone_only

    params["locale"] = locale

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/users/me/social_providers/{provider_name}/login_redirect".format(
            provider_name=quote(str(provider_name), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | None:
    if response.status_code == 302:
        response_302 = cast(Any, None)
        return response_302

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = ErrorEnvelope.from_dict(response.json())

        return response_403

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
    login_url: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    phone_only: bool | Unset = UNSET,
    locale: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Go to where an account of a social network is linked

    As `get-url-to-link-social-network-to-account`, for a browser that navigates.

    Args:
        provider_name (str): Name of the social network. One that the project does not offer is 404
            `003-061`. Name of a social network or gaming platform. An open set.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        redirect_uri (str | Unset): Where the user lands afterwards, for the token of an OAuth 2.0
            client: one of its redirect URIs. For another token it is the same as `login_url`, which goes
            before it.
        phone_only (bool | Unset): Whether the page of the social network shows its login by phone
            number only. Left out, it is `false`.
        locale (str | Unset): Language of the page, as `<language>_<COUNTRY>`. One without texts of its
            own falls back to English.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
        login_url=login_url,
        redirect_uri=redirect_uri,
        phone_only=phone_only,
        locale=locale,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    login_url: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    phone_only: bool | Unset = UNSET,
    locale: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> str:
    """Go to where an account of a social network is linked

    As `get-url-to-link-social-network-to-account`, for a browser that navigates.

    Args:
        provider_name (str): Name of the social network. One that the project does not offer is 404
            `003-061`. Name of a social network or gaming platform. An open set.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        redirect_uri (str | Unset): Where the user lands afterwards, for the token of an OAuth 2.0
            client: one of its redirect URIs. For another token it is the same as `login_url`, which goes
            before it.
        phone_only (bool | Unset): Whether the page of the social network shows its login by phone
            number only. Left out, it is `false`.
        locale (str | Unset): Language of the page, as `<language>_<COUNTRY>`. One without texts of its
            own falls back to English.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        str
    """

    answer = sync_detailed(
        provider_name=provider_name,
        client=client,
        login_url=login_url,
        redirect_uri=redirect_uri,
        phone_only=phone_only,
        locale=locale,
        timeout=timeout,
    )
    return cast("str", success(OPERATION, answer))


async def asyncio_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    login_url: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    phone_only: bool | Unset = UNSET,
    locale: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Go to where an account of a social network is linked

    As `get-url-to-link-social-network-to-account`, for a browser that navigates.

    Args:
        provider_name (str): Name of the social network. One that the project does not offer is 404
            `003-061`. Name of a social network or gaming platform. An open set.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        redirect_uri (str | Unset): Where the user lands afterwards, for the token of an OAuth 2.0
            client: one of its redirect URIs. For another token it is the same as `login_url`, which goes
            before it.
        phone_only (bool | Unset): Whether the page of the social network shows its login by phone
            number only. Left out, it is `false`.
        locale (str | Unset): Language of the page, as `<language>_<COUNTRY>`. One without texts of its
            own falls back to English.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        provider_name=provider_name,
        login_url=login_url,
        redirect_uri=redirect_uri,
        phone_only=phone_only,
        locale=locale,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    login_url: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    phone_only: bool | Unset = UNSET,
    locale: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> str:
    """Go to where an account of a social network is linked

    As `get-url-to-link-social-network-to-account`, for a browser that navigates.

    Args:
        provider_name (str): Name of the social network. One that the project does not offer is 404
            `003-061`. Name of a social network or gaming platform. An open set.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        redirect_uri (str | Unset): Where the user lands afterwards, for the token of an OAuth 2.0
            client: one of its redirect URIs. For another token it is the same as `login_url`, which goes
            before it.
        phone_only (bool | Unset): Whether the page of the social network shows its login by phone
            number only. Left out, it is `false`.
        locale (str | Unset): Language of the page, as `<language>_<COUNTRY>`. One without texts of its
            own falls back to English.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        str
    """

    answer = await asyncio_detailed(
        provider_name=provider_name,
        client=client,
        login_url=login_url,
        redirect_uri=redirect_uri,
        phone_only=phone_only,
        locale=locale,
        timeout=timeout,
    )
    return cast("str", success(OPERATION, answer))
