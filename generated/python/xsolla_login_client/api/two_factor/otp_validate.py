from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.continuation_url import ContinuationUrl
from ...models.error_envelope import ErrorEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    code: str,
    challenge_id: str,
    remember_me: bool | Unset = True,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    params["code"] = code

    params["challenge_id"] = challenge_id

    params["remember_me"] = remember_me

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/otp/validate",
        "params": params,
    }

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
    client: AuthenticatedClient | Client,
    code: str,
    challenge_id: str,
    remember_me: bool | Unset = True,
    x_request_id: str | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Complete a login with the second factor

     Where a project asks for a second factor, a login with the right password answers a `login_url`
    that leads to the page for it, with `challenge_id` in the query; a code is on its way by then.
    This call takes the code and answers where the login would have led.

    Args:
        code (str):
        challenge_id (str):
        remember_me (bool | Unset):  Default: True.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ContinuationUrl | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        code=code,
        challenge_id=challenge_id,
        remember_me=remember_me,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    code: str,
    challenge_id: str,
    remember_me: bool | Unset = True,
    x_request_id: str | Unset = UNSET,
) -> ContinuationUrl | ErrorEnvelope | None:
    """Complete a login with the second factor

     Where a project asks for a second factor, a login with the right password answers a `login_url`
    that leads to the page for it, with `challenge_id` in the query; a code is on its way by then.
    This call takes the code and answers where the login would have led.

    Args:
        code (str):
        challenge_id (str):
        remember_me (bool | Unset):  Default: True.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ContinuationUrl | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        code=code,
        challenge_id=challenge_id,
        remember_me=remember_me,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    code: str,
    challenge_id: str,
    remember_me: bool | Unset = True,
    x_request_id: str | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Complete a login with the second factor

     Where a project asks for a second factor, a login with the right password answers a `login_url`
    that leads to the page for it, with `challenge_id` in the query; a code is on its way by then.
    This call takes the code and answers where the login would have led.

    Args:
        code (str):
        challenge_id (str):
        remember_me (bool | Unset):  Default: True.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ContinuationUrl | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        code=code,
        challenge_id=challenge_id,
        remember_me=remember_me,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    code: str,
    challenge_id: str,
    remember_me: bool | Unset = True,
    x_request_id: str | Unset = UNSET,
) -> ContinuationUrl | ErrorEnvelope | None:
    """Complete a login with the second factor

     Where a project asks for a second factor, a login with the right password answers a `login_url`
    that leads to the page for it, with `challenge_id` in the query; a code is on its way by then.
    This call takes the code and answers where the login would have led.

    Args:
        code (str):
        challenge_id (str):
        remember_me (bool | Unset):  Default: True.
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ContinuationUrl | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            code=code,
            challenge_id=challenge_id,
            remember_me=remember_me,
            x_request_id=x_request_id,
        )
    ).parsed
