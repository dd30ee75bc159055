from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.continuation_url import ContinuationUrl
from ...models.error_envelope import ErrorEnvelope
from ...models.social_consent import SocialConsent
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: SocialConsent,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/social/consent",
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

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 413:
        response_413 = ErrorEnvelope.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ErrorEnvelope.from_dict(response.json())

        return response_415

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
    body: SocialConsent,
    x_request_id: str | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Answer whether the user agrees to the terms

     After a social login, for projects with terms to agree to. Agreement is stored, and null leaves
    everything as it is; either way the user goes on with the token. A refusal ends the token, and
    the address then carries `error_code` `010-026` and `error_description` in its place. A token of
    a login that led to no address, such as that of `jwt-auth-by-username-and-password`, is not good
    for it.

    Args:
        x_request_id (str | Unset):
        body (SocialConsent):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ContinuationUrl | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: SocialConsent,
    x_request_id: str | Unset = UNSET,
) -> ContinuationUrl | ErrorEnvelope | None:
    """Answer whether the user agrees to the terms

     After a social login, for projects with terms to agree to. Agreement is stored, and null leaves
    everything as it is; either way the user goes on with the token. A refusal ends the token, and
    the address then carries `error_code` `010-026` and `error_description` in its place. A token of
    a login that led to no address, such as that of `jwt-auth-by-username-and-password`, is not good
    for it.

    Args:
        x_request_id (str | Unset):
        body (SocialConsent):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ContinuationUrl | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        body=body,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: SocialConsent,
    x_request_id: str | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Answer whether the user agrees to the terms

     After a social login, for projects with terms to agree to. Agreement is stored, and null leaves
    everything as it is; either way the user goes on with the token. A refusal ends the token, and
    the address then carries `error_code` `010-026` and `error_description` in its place. A token of
    a login that led to no address, such as that of `jwt-auth-by-username-and-password`, is not good
    for it.

    Args:
        x_request_id (str | Unset):
        body (SocialConsent):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ContinuationUrl | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: SocialConsent,
    x_request_id: str | Unset = UNSET,
) -> ContinuationUrl | ErrorEnvelope | None:
    """Answer whether the user agrees to the terms

     After a social login, for projects with terms to agree to. Agreement is stored, and null leaves
    everything as it is; either way the user goes on with the token. A refusal ends the token, and
    the address then carries `error_code` `010-026` and `error_description` in its place. A token of
    a login that led to no address, such as that of `jwt-auth-by-username-and-password`, is not good
    for it.

    Args:
        x_request_id (str | Unset):
        body (SocialConsent):

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
            x_request_id=x_request_id,
        )
    ).parsed
