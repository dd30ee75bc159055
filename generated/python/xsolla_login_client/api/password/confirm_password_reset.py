from typing import Any, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.password_reset import PasswordReset
from ...models.with_logout import WithLogout
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("confirm-password-reset", repeatable=False, successes={"204": "nothing"})


def _get_kwargs(
    *,
    body: PasswordReset,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["login_url"] = login_url

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params["locale"] = locale

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/password/reset/confirm",
        "params": params,
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
    body: PasswordReset,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Set the new password

    Replaces the password with the code of the mailed link. The code works once. The old password and
    every earlier token of the user die; no second mail follows.

    Args:
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (PasswordReset): The code of a mail, and the password that counts from now on.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordReset,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Set the new password

    Replaces the password with the code of the mailed link. The code works once. The old password and
    every earlier token of the user die; no second mail follows.

    Args:
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (PasswordReset): The code of a mail, and the password that counts from now on.
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
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordReset,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Set the new password

    Replaces the password with the code of the mailed link. The code works once. The old password and
    every earlier token of the user die; no second mail follows.

    Args:
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (PasswordReset): The code of a mail, and the password that counts from now on.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordReset,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Set the new password

    Replaces the password with the code of the mailed link. The code works once. The old password and
    every earlier token of the user die; no second mail follows.

    Args:
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        body (PasswordReset): The code of a mail, and the password that counts from now on.
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
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
        timeout=timeout,
    )
    success(OPERATION, answer)
