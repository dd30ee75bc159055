from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.social_auth_link import SocialAuthLink
from ...operation import Operation
from ...presence import listed
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("get-links-for-social-auth", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    locale: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["locale"] = locale

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/users/me/login_urls",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | list[SocialAuthLink] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_social_auth_links_item_data in listed(_response_200):
            componentsschemas_social_auth_links_item = SocialAuthLink.from_dict(
                componentsschemas_social_auth_links_item_data
            )

            response_200.append(componentsschemas_social_auth_links_item)

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = ErrorEnvelope.from_dict(response.json())

        return response_403

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    locale: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[SocialAuthLink]]:
    """List the links for logins through social networks

    One link for each social network of the project, good for ten minutes. Whoever is picked there is
    logged in, and comes back to where the login of the token has led.

    Args:
        locale (str | Unset): Language of the page, as `<language>_<COUNTRY>`. One without texts of its
            own falls back to English.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        locale=locale,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    locale: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> list[SocialAuthLink]:
    """List the links for logins through social networks

    One link for each social network of the project, good for ten minutes. Whoever is picked there is
    logged in, and comes back to where the login of the token has led.

    Args:
        locale (str | Unset): Language of the page, as `<language>_<COUNTRY>`. One without texts of its
            own falls back to English.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[SocialAuthLink]
    """

    answer = sync_detailed(
        client=client,
        locale=locale,
        timeout=timeout,
    )
    return cast("list[SocialAuthLink]", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    locale: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | list[SocialAuthLink]]:
    """List the links for logins through social networks

    One link for each social network of the project, good for ten minutes. Whoever is picked there is
    logged in, and comes back to where the login of the token has led.

    Args:
        locale (str | Unset): Language of the page, as `<language>_<COUNTRY>`. One without texts of its
            own falls back to English.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        locale=locale,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    locale: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> list[SocialAuthLink]:
    """List the links for logins through social networks

    One link for each social network of the project, good for ten minutes. Whoever is picked there is
    logged in, and comes back to where the login of the token has led.

    Args:
        locale (str | Unset): Language of the page, as `<language>_<COUNTRY>`. One without texts of its
            own falls back to English.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        list[SocialAuthLink]
    """

    answer = await asyncio_detailed(
        client=client,
        locale=locale,
        timeout=timeout,
    )
    return cast("list[SocialAuthLink]", success(OPERATION, answer))
