from typing import Any, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.password_login import PasswordLogin
from ...models.token_response import TokenResponse
from ...models.with_logout import WithLogout
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("jwt-auth-by-username-and-password", repeatable=False, successes={"200": "body"})


def _get_kwargs(
    *,
    body: PasswordLogin,
    client_id: int,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    if not isinstance(x_lot_number, Unset):
        headers["X-LOT-NUMBER"] = x_lot_number

    if not isinstance(x_captcha_output, Unset):
        headers["X-CAPTCHA-OUTPUT"] = x_captcha_output

    if not isinstance(x_pass_token, Unset):
        headers["X-PASS-TOKEN"] = x_pass_token

    if not isinstance(x_gen_time, Unset):
        headers["X-GEN-TIME"] = x_gen_time

    params: dict[str, Any] = {}

    params["client_id"] = client_id

    params["scope"] = scope

    params["audience"] = audience

    params["redirect_uri"] = redirect_uri

    json_project_id: str | Unset = UNSET
    if not isinstance(project_id, Unset):
        json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params["locale"] = locale

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/oauth2/login/token",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()
    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | TokenResponse | None:
    if response.status_code == 200:
        response_200 = TokenResponse.from_dict(response.json())

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
    body: PasswordLogin,
    client_id: int,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResponse]:
    """Log in with a password and get the tokens at once

    Checks the password like `oauth-20-auth-by-username-and-password`, and answers the tokens without a
    code in between. What a project asks its users for is not put here, because the answer has no place
    for it.

    Args:
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        redirect_uri (str | Unset): Sent by an SDK. Nobody is redirected, but a URI that is not
            registered is 422 `010-012` here too.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        x_lot_number (str | Unset): First of the four results of a solved captcha; they are sent
            together.
        x_captcha_output (str | Unset): Second of the four results of a solved captcha.
        x_pass_token (str | Unset): Third of the four results of a solved captcha.
        x_gen_time (str | Unset): Fourth of the four results of a solved captcha, the time it was
            solved.
        body (PasswordLogin): What a user logs in with.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        client_id=client_id,
        scope=scope,
        audience=audience,
        redirect_uri=redirect_uri,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
        x_lot_number=x_lot_number,
        x_captcha_output=x_captcha_output,
        x_pass_token=x_pass_token,
        x_gen_time=x_gen_time,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordLogin,
    client_id: int,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> TokenResponse:
    """Log in with a password and get the tokens at once

    Checks the password like `oauth-20-auth-by-username-and-password`, and answers the tokens without a
    code in between. What a project asks its users for is not put here, because the answer has no place
    for it.

    Args:
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        redirect_uri (str | Unset): Sent by an SDK. Nobody is redirected, but a URI that is not
            registered is 422 `010-012` here too.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        x_lot_number (str | Unset): First of the four results of a solved captcha; they are sent
            together.
        x_captcha_output (str | Unset): Second of the four results of a solved captcha.
        x_pass_token (str | Unset): Third of the four results of a solved captcha.
        x_gen_time (str | Unset): Fourth of the four results of a solved captcha, the time it was
            solved.
        body (PasswordLogin): What a user logs in with.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        TokenResponse
    """

    answer = sync_detailed(
        client=client,
        body=body,
        client_id=client_id,
        scope=scope,
        audience=audience,
        redirect_uri=redirect_uri,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
        x_lot_number=x_lot_number,
        x_captcha_output=x_captcha_output,
        x_pass_token=x_pass_token,
        x_gen_time=x_gen_time,
        timeout=timeout,
    )
    return cast("TokenResponse", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordLogin,
    client_id: int,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | TokenResponse]:
    """Log in with a password and get the tokens at once

    Checks the password like `oauth-20-auth-by-username-and-password`, and answers the tokens without a
    code in between. What a project asks its users for is not put here, because the answer has no place
    for it.

    Args:
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        redirect_uri (str | Unset): Sent by an SDK. Nobody is redirected, but a URI that is not
            registered is 422 `010-012` here too.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        x_lot_number (str | Unset): First of the four results of a solved captcha; they are sent
            together.
        x_captcha_output (str | Unset): Second of the four results of a solved captcha.
        x_pass_token (str | Unset): Third of the four results of a solved captcha.
        x_gen_time (str | Unset): Fourth of the four results of a solved captcha, the time it was
            solved.
        body (PasswordLogin): What a user logs in with.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
        client_id=client_id,
        scope=scope,
        audience=audience,
        redirect_uri=redirect_uri,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
        x_lot_number=x_lot_number,
        x_captcha_output=x_captcha_output,
        x_pass_token=x_pass_token,
        x_gen_time=x_gen_time,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: PasswordLogin,
    client_id: int,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    redirect_uri: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    x_request_id: str | Unset = UNSET,
    x_lot_number: str | Unset = UNSET,
    x_captcha_output: str | Unset = UNSET,
    x_pass_token: str | Unset = UNSET,
    x_gen_time: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> TokenResponse:
    """Log in with a password and get the tokens at once

    Checks the password like `oauth-20-auth-by-username-and-password`, and answers the tokens without a
    code in between. What a project asks its users for is not put here, because the answer has no place
    for it.

    Args:
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        redirect_uri (str | Unset): Sent by an SDK. Nobody is redirected, but a URI that is not
            registered is 422 `010-012` here too.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        x_request_id (str | Unset): Id of the visit, for tracing. Any text is accepted: the SDK sends
            the word `null` when it has none.
        x_lot_number (str | Unset): First of the four results of a solved captcha; they are sent
            together.
        x_captcha_output (str | Unset): Second of the four results of a solved captcha.
        x_pass_token (str | Unset): Third of the four results of a solved captcha.
        x_gen_time (str | Unset): Fourth of the four results of a solved captcha, the time it was
            solved.
        body (PasswordLogin): What a user logs in with.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        TokenResponse
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        client_id=client_id,
        scope=scope,
        audience=audience,
        redirect_uri=redirect_uri,
        project_id=project_id,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        x_request_id=x_request_id,
        x_lot_number=x_lot_number,
        x_captcha_output=x_captcha_output,
        x_pass_token=x_pass_token,
        x_gen_time=x_gen_time,
        timeout=timeout,
    )
    return cast("TokenResponse", success(OPERATION, answer))
