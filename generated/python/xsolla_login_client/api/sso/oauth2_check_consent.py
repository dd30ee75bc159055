from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.consent_answer import ConsentAnswer
from ...models.consent_question import ConsentQuestion
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("oauth2-check-consent", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    body: ConsentQuestion,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/oauth2/consent/validate",
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ConsentAnswer | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = ConsentAnswer.from_dict(response.json())

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
    *,
    client: AuthenticatedClient | Client,
    body: ConsentQuestion,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ConsentAnswer | ErrorEnvelope]:
    """Read what the user has agreed to

    Whether the user lets a client have these scopes. A scope that nobody was asked about counts as
    refused.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (ConsentQuestion): A client, and the scopes it asks a user for.
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
    body: ConsentQuestion,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ConsentAnswer:
    """Read what the user has agreed to

    Whether the user lets a client have these scopes. A scope that nobody was asked about counts as
    refused.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (ConsentQuestion): A client, and the scopes it asks a user for.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ConsentAnswer
    """

    answer = sync_detailed(
        client=client,
        body=body,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("ConsentAnswer", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ConsentQuestion,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ConsentAnswer | ErrorEnvelope]:
    """Read what the user has agreed to

    Whether the user lets a client have these scopes. A scope that nobody was asked about counts as
    refused.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (ConsentQuestion): A client, and the scopes it asks a user for.
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
    body: ConsentQuestion,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> ConsentAnswer:
    """Read what the user has agreed to

    Whether the user lets a client have these scopes. A scope that nobody was asked about counts as
    refused.

    Args:
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (ConsentQuestion): A client, and the scopes it asks a user for.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        ConsentAnswer
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    return cast("ConsentAnswer", success(OPERATION, answer))
