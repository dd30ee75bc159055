from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.continuation_url import ContinuationUrl
from ...models.error_envelope import ErrorEnvelope
from ...models.own_second_factor import OwnSecondFactor
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: OwnSecondFactor,
    login_url: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    params: dict[str, Any] = {}

    params["login_url"] = login_url

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users/me/mfa",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ContinuationUrl | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = ContinuationUrl.from_dict(response.json())

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
) -> Response[ContinuationUrl | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: OwnSecondFactor,
    login_url: str | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Turn the second factor of the user on or off

     Sends a code, and answers the page that asks for it; the setting changes with the right code
    (`otp-validate`), and then the page leads to `login_url`.

    Args:
        login_url (str | Unset):
        body (OwnSecondFactor):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ContinuationUrl | ErrorEnvelope]
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
    body: OwnSecondFactor,
    login_url: str | Unset = UNSET,
) -> ContinuationUrl | ErrorEnvelope | None:
    """Turn the second factor of the user on or off

     Sends a code, and answers the page that asks for it; the setting changes with the right code
    (`otp-validate`), and then the page leads to `login_url`.

    Args:
        login_url (str | Unset):
        body (OwnSecondFactor):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ContinuationUrl | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        body=body,
        login_url=login_url,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: OwnSecondFactor,
    login_url: str | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Turn the second factor of the user on or off

     Sends a code, and answers the page that asks for it; the setting changes with the right code
    (`otp-validate`), and then the page leads to `login_url`.

    Args:
        login_url (str | Unset):
        body (OwnSecondFactor):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ContinuationUrl | ErrorEnvelope]
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
    body: OwnSecondFactor,
    login_url: str | Unset = UNSET,
) -> ContinuationUrl | ErrorEnvelope | None:
    """Turn the second factor of the user on or off

     Sends a code, and answers the page that asks for it; the setting changes with the right code
    (`otp-validate`), and then the page leads to `login_url`.

    Args:
        login_url (str | Unset):
        body (OwnSecondFactor):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ContinuationUrl | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            login_url=login_url,
        )
    ).parsed
