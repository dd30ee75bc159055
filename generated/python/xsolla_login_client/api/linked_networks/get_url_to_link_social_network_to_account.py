from http import HTTPStatus
from typing import Any
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.link_url import LinkUrl
from ...types import UNSET, Response, Unset


def _get_kwargs(
    provider_name: str,
    *,
    login_url: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    phone_only: bool | Unset = False,
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
        "url": "/users/me/social_providers/{provider_name}/login_url".format(
            provider_name=quote(str(provider_name), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | LinkUrl | None:
    if response.status_code == 200:
        response_200 = LinkUrl.from_dict(response.json())

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

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

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
) -> Response[ErrorEnvelope | LinkUrl]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient,
    login_url: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    phone_only: bool | Unset = False,
    locale: str | Unset = UNSET,
) -> Response[ErrorEnvelope | LinkUrl]:
    """Get the address where an account of a social network is linked

     The page of the social network, for a browser window. Whoever is picked there stands for the user
    from
    then on. The browser comes back to `login_url` or `redirect_uri`, with nothing added; when it does
    not
    work out with `error_code` and `error_description`, and nothing has changed.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        login_url (str | Unset):
        redirect_uri (str | Unset):
        phone_only (bool | Unset):  Default: False.
        locale (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LinkUrl]
    """

    kwargs = _get_kwargs(
        provider_name=provider_name,
        login_url=login_url,
        redirect_uri=redirect_uri,
        phone_only=phone_only,
        locale=locale,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    provider_name: str,
    *,
    client: AuthenticatedClient,
    login_url: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    phone_only: bool | Unset = False,
    locale: str | Unset = UNSET,
) -> ErrorEnvelope | LinkUrl | None:
    """Get the address where an account of a social network is linked

     The page of the social network, for a browser window. Whoever is picked there stands for the user
    from
    then on. The browser comes back to `login_url` or `redirect_uri`, with nothing added; when it does
    not
    work out with `error_code` and `error_description`, and nothing has changed.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        login_url (str | Unset):
        redirect_uri (str | Unset):
        phone_only (bool | Unset):  Default: False.
        locale (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LinkUrl
    """

    return sync_detailed(
        provider_name=provider_name,
        client=client,
        login_url=login_url,
        redirect_uri=redirect_uri,
        phone_only=phone_only,
        locale=locale,
    ).parsed


async def asyncio_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient,
    login_url: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    phone_only: bool | Unset = False,
    locale: str | Unset = UNSET,
) -> Response[ErrorEnvelope | LinkUrl]:
    """Get the address where an account of a social network is linked

     The page of the social network, for a browser window. Whoever is picked there stands for the user
    from
    then on. The browser comes back to `login_url` or `redirect_uri`, with nothing added; when it does
    not
    work out with `error_code` and `error_description`, and nothing has changed.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        login_url (str | Unset):
        redirect_uri (str | Unset):
        phone_only (bool | Unset):  Default: False.
        locale (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | LinkUrl]
    """

    kwargs = _get_kwargs(
        provider_name=provider_name,
        login_url=login_url,
        redirect_uri=redirect_uri,
        phone_only=phone_only,
        locale=locale,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    provider_name: str,
    *,
    client: AuthenticatedClient,
    login_url: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    phone_only: bool | Unset = False,
    locale: str | Unset = UNSET,
) -> ErrorEnvelope | LinkUrl | None:
    """Get the address where an account of a social network is linked

     The page of the social network, for a browser window. Whoever is picked there stands for the user
    from
    then on. The browser comes back to `login_url` or `redirect_uri`, with nothing added; when it does
    not
    work out with `error_code` and `error_description`, and nothing has changed.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        login_url (str | Unset):
        redirect_uri (str | Unset):
        phone_only (bool | Unset):  Default: False.
        locale (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | LinkUrl
    """

    return (
        await asyncio_detailed(
            provider_name=provider_name,
            client=client,
            login_url=login_url,
            redirect_uri=redirect_uri,
            phone_only=phone_only,
            locale=locale,
        )
    ).parsed
