from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.added_password import AddedPassword
from ...models.error_envelope import ErrorEnvelope
from ...models.password_answer import PasswordAnswer
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("add-username-email-auth-to-account", repeatable=False, successes={"200": "body"})


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


def _parse_response(response: httpx.Response) -> ErrorEnvelope | PasswordAnswer | None:
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

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: AddedPassword,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | PasswordAnswer]:
    """Add username, e-mail address and password to the account

    For an account made by a device, a phone number or a social network, which has no password yet.
    Where the address has to be confirmed, a mail with a link leaves, and nothing changes before the
    link is opened.

    Args:
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        body (AddedPassword): A username, an e-mail address and a password for an account that has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        login_url=login_url,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: AddedPassword,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> PasswordAnswer:
    """Add username, e-mail address and password to the account

    For an account made by a device, a phone number or a social network, which has no password yet.
    Where the address has to be confirmed, a mail with a link leaves, and nothing changes before the
    link is opened.

    Args:
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        body (AddedPassword): A username, an e-mail address and a password for an account that has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        PasswordAnswer
    """

    answer = sync_detailed(
        client=client,
        body=body,
        login_url=login_url,
        timeout=timeout,
    )
    return cast("PasswordAnswer", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: AddedPassword,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | PasswordAnswer]:
    """Add username, e-mail address and password to the account

    For an account made by a device, a phone number or a social network, which has no password yet.
    Where the address has to be confirmed, a mail with a link leaves, and nothing changes before the
    link is opened.

    Args:
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        body (AddedPassword): A username, an e-mail address and a password for an account that has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        login_url=login_url,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: AddedPassword,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> PasswordAnswer:
    """Add username, e-mail address and password to the account

    For an account made by a device, a phone number or a social network, which has no password yet.
    Where the address has to be confirmed, a mail with a link leaves, and nothing changes before the
    link is opened.

    Args:
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        body (AddedPassword): A username, an e-mail address and a password for an account that has none.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        PasswordAnswer
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        login_url=login_url,
        timeout=timeout,
    )
    return cast("PasswordAnswer", success(OPERATION, answer))
