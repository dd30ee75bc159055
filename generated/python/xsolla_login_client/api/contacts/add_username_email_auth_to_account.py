from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.added_password import AddedPassword
from ...models.error_envelope import ErrorEnvelope
from ...models.password_answer import PasswordAnswer
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: AddedPassword,
    login_url: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["login_url"] = login_url

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users/me/link_email_password",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | PasswordAnswer | None:
    if response.status_code == 200:
        response_200 = PasswordAnswer.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | PasswordAnswer]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: AddedPassword,
    login_url: str | Unset = UNSET,
) -> Response[ErrorEnvelope | PasswordAnswer]:
    """Add username, e-mail address and password to the account

     For an account made by a device, a phone number or a social network, which has no password yet.
    Where the
    address has to be confirmed, a mail with a link leaves, and nothing changes before the link is
    opened.

    Args:
        login_url (str | Unset):
        body (AddedPassword):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | PasswordAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        login_url=login_url,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: AddedPassword,
    login_url: str | Unset = UNSET,
) -> ErrorEnvelope | PasswordAnswer | None:
    """Add username, e-mail address and password to the account

     For an account made by a device, a phone number or a social network, which has no password yet.
    Where the
    address has to be confirmed, a mail with a link leaves, and nothing changes before the link is
    opened.

    Args:
        login_url (str | Unset):
        body (AddedPassword):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | PasswordAnswer
    """

    return sync_detailed(
        client=client,
        body=body,
        login_url=login_url,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: AddedPassword,
    login_url: str | Unset = UNSET,
) -> Response[ErrorEnvelope | PasswordAnswer]:
    """Add username, e-mail address and password to the account

     For an account made by a device, a phone number or a social network, which has no password yet.
    Where the
    address has to be confirmed, a mail with a link leaves, and nothing changes before the link is
    opened.

    Args:
        login_url (str | Unset):
        body (AddedPassword):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | PasswordAnswer]
    """

    kwargs = _get_kwargs(
        body=body,
        login_url=login_url,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: AddedPassword,
    login_url: str | Unset = UNSET,
) -> ErrorEnvelope | PasswordAnswer | None:
    """Add username, e-mail address and password to the account

     For an account made by a device, a phone number or a social network, which has no password yet.
    Where the
    address has to be confirmed, a mail with a link leaves, and nothing changes before the link is
    opened.

    Args:
        login_url (str | Unset):
        body (AddedPassword):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | PasswordAnswer
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            login_url=login_url,
        )
    ).parsed
