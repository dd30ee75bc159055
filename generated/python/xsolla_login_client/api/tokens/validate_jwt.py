from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.token_validation import TokenValidation
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("validate-jwt", repeatable=True, successes={"204": "nothing"})


def _get_kwargs(
    *,
    body: TokenValidation,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/token/validate",
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | None:
    if response.status_code == 204:
        response_204 = cast(Any, None)
        return response_204

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

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
    body: TokenValidation,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Check a user token

    Whether the token is a full user token of the Login server that is still good: signature and
    algorithm, lifetime, project, user, and that no logout or password reset has ended it. A token that
    serves outstanding fields only is not good here.

    The project is that of the token, whichever it is: a good token of another project is answered in
    the same way. So whoever asks compares the claim `xsolla_login_project_id` with their own.

    Args:
        body (TokenValidation): The token that is to be checked.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: TokenValidation,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Check a user token

    Whether the token is a full user token of the Login server that is still good: signature and
    algorithm, lifetime, project, user, and that no logout or password reset has ended it. A token that
    serves outstanding fields only is not good here.

    The project is that of the token, whichever it is: a good token of another project is answered in
    the same way. So whoever asks compares the claim `xsolla_login_project_id` with their own.

    Args:
        body (TokenValidation): The token that is to be checked.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = sync_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: TokenValidation,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Check a user token

    Whether the token is a full user token of the Login server that is still good: signature and
    algorithm, lifetime, project, user, and that no logout or password reset has ended it. A token that
    serves outstanding fields only is not good here.

    The project is that of the token, whichever it is: a good token of another project is answered in
    the same way. So whoever asks compares the claim `xsolla_login_project_id` with their own.

    Args:
        body (TokenValidation): The token that is to be checked.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: TokenValidation,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Check a user token

    Whether the token is a full user token of the Login server that is still good: signature and
    algorithm, lifetime, project, user, and that no logout or password reset has ended it. A token that
    serves outstanding fields only is not good here.

    The project is that of the token, whichever it is: a good token of another project is answered in
    the same way. So whoever asks compares the claim `xsolla_login_project_id` with their own.

    Args:
        body (TokenValidation): The token that is to be checked.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)
