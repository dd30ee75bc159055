from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.continuation_url import ContinuationUrl
from ...models.error_envelope import ErrorEnvelope
from ...models.social_consent import SocialConsent
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("social-consent", repeatable=False, successes={"200": "body"})


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


def _parse_response(response: httpx.Response) -> ContinuationUrl | ErrorEnvelope | None:
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

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: SocialConsent,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Answer whether the user agrees to the terms

    After a social login, for projects with terms to agree to. Agreement is stored, and null leaves
    everything as it is; either way the user goes on with the token. A refusal ends the token, and the
    address then carries `error_code` `010-026` and `error_description` in its place. A token of a login
    that led to no address, such as that of `jwt-auth-by-username-and-password`, is not good for it.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (SocialConsent): Whether the user agrees to what a login with a social network stores.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: SocialConsent,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ContinuationUrl:
    """Answer whether the user agrees to the terms

    After a social login, for projects with terms to agree to. Agreement is stored, and null leaves
    everything as it is; either way the user goes on with the token. A refusal ends the token, and the
    address then carries `error_code` `010-026` and `error_description` in its place. A token of a login
    that led to no address, such as that of `jwt-auth-by-username-and-password`, is not good for it.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (SocialConsent): Whether the user agrees to what a login with a social network stores.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ContinuationUrl
    """

    answer = sync_detailed(
        client=client,
        body=body,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("ContinuationUrl", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: SocialConsent,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ContinuationUrl | ErrorEnvelope]:
    """Answer whether the user agrees to the terms

    After a social login, for projects with terms to agree to. Agreement is stored, and null leaves
    everything as it is; either way the user goes on with the token. A refusal ends the token, and the
    address then carries `error_code` `010-026` and `error_description` in its place. A token of a login
    that led to no address, such as that of `jwt-auth-by-username-and-password`, is not good for it.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (SocialConsent): Whether the user agrees to what a login with a social network stores.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: SocialConsent,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ContinuationUrl:
    """Answer whether the user agrees to the terms

    After a social login, for projects with terms to agree to. Agreement is stored, and null leaves
    everything as it is; either way the user goes on with the token. A refusal ends the token, and the
    address then carries `error_code` `010-026` and `error_description` in its place. A token of a login
    that led to no address, such as that of `jwt-auth-by-username-and-password`, is not good for it.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (SocialConsent): Whether the user agrees to what a login with a social network stores.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ContinuationUrl
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("ContinuationUrl", success(OPERATION, answer))
