from typing import Any, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("oauth2-authorize", repeatable=True, successes={"302": "location"})


def _get_kwargs(
    *,
    response_type: list[str],
    client_id: int,
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    locale: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
    code_challenge_method: str | Unset = UNSET,
    fail_auth_url: str | Unset = UNSET,
    popup: bool | Unset = UNSET,
    widget_only: bool | Unset = UNSET,
    enable_post_message_login: bool | Unset = UNSET,
    disable_socials: bool | Unset = UNSET,
    track_id: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_response_type = response_type

    params["response_type"] = json_response_type

    params["client_id"] = client_id

    params["state"] = state

    params["redirect_uri"] = redirect_uri

    params["scope"] = scope

    params["audience"] = audience

    json_project_id: str | Unset = UNSET
    if not isinstance(project_id, Unset):
        json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["locale"] = locale

    params["code_challenge"] = code_challenge

    params["code_challenge_method"] = code_challenge_method

    params["fail_auth_url"] = fail_auth_url

    params["popup"] = popup

    params["widget_only"] = widget_only

    params["enable_post_message_login"] = enable_post_message_login

    params["disable_socials"] = disable_socials

    params["trackId"] = track_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/oauth2/auth",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | None:
    if response.status_code == 302:
        response_302 = cast(Any, None)
        return response_302

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 418:
        response_418 = ErrorEnvelope.from_dict(response.json())

        return response_418

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
    response_type: list[str],
    client_id: int,
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    locale: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
    code_challenge_method: str | Unset = UNSET,
    fail_auth_url: str | Unset = UNSET,
    popup: bool | Unset = UNSET,
    widget_only: bool | Unset = UNSET,
    enable_post_message_login: bool | Unset = UNSET,
    disable_socials: bool | Unset = UNSET,
    track_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Sign in on the hosted page

    The authorization endpoint of OAuth 2.0, for browsers. Somebody who is signed in already goes
    straight on to the redirect URI with `code` and `state`; everybody else comes to the hosted sign-in
    page first.

    What is wrong with the request is told to the redirect URI (`error`, `error_description`, `state`,
    as in RFC 6749, and `error_code` where a parameter has one) when the client and the redirect URI are
    known, and on a plain page otherwise, because nobody may be sent to an address that is not
    registered. A proof key (RFC 7636) is taken with the method `S256` only.

    Args:
        response_type (list[str]): Is `code`. Anything else is the error `unsupported_response_type`.
            The SDK sends the parameter twice.
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        state (str): A value of the caller's own that comes back on the redirect URI; by it the caller
            knows its own request again. Take a fresh random one of more than eight characters.
        redirect_uri (str | Unset): Where the user lands afterwards. It must equal one of the client's
            redirect URIs byte for byte (otherwise 422 `010-012`), and may be left out when the client has
            only one (otherwise 422 `010-011`).
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        code_challenge (str | Unset): The proof key: SHA-256 of the `code_verifier` that `generate-jwt`
            will get, in base64url without padding. Another length or alphabet is the error
            `invalid_request`.
        code_challenge_method (str | Unset): Is `S256`. With a `code_challenge`, anything else and
            nothing at all are the error `invalid_request`.
        fail_auth_url (str | Unset): Where to send the browser instead of the redirect URI when the
            request fails. It counts only when its origin is that of a Callback URL, a redirect URI or an
            allowed origin of the project.
        popup (bool | Unset): Whether the page is shown in a pop-up window. Left out, it is `false`.
        widget_only (bool | Unset): A flag of the pop-up service. It has no effect here.
        enable_post_message_login (bool | Unset): A flag of the pop-up service. It has no effect here.
        disable_socials (bool | Unset): A flag of the pop-up service. It has no effect here.
        track_id (str | Unset): Id of the visit, for tracing.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        response_type=response_type,
        client_id=client_id,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        locale=locale,
        code_challenge=code_challenge,
        code_challenge_method=code_challenge_method,
        fail_auth_url=fail_auth_url,
        popup=popup,
        widget_only=widget_only,
        enable_post_message_login=enable_post_message_login,
        disable_socials=disable_socials,
        track_id=track_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    response_type: list[str],
    client_id: int,
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    locale: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
    code_challenge_method: str | Unset = UNSET,
    fail_auth_url: str | Unset = UNSET,
    popup: bool | Unset = UNSET,
    widget_only: bool | Unset = UNSET,
    enable_post_message_login: bool | Unset = UNSET,
    disable_socials: bool | Unset = UNSET,
    track_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> str:
    """Sign in on the hosted page

    The authorization endpoint of OAuth 2.0, for browsers. Somebody who is signed in already goes
    straight on to the redirect URI with `code` and `state`; everybody else comes to the hosted sign-in
    page first.

    What is wrong with the request is told to the redirect URI (`error`, `error_description`, `state`,
    as in RFC 6749, and `error_code` where a parameter has one) when the client and the redirect URI are
    known, and on a plain page otherwise, because nobody may be sent to an address that is not
    registered. A proof key (RFC 7636) is taken with the method `S256` only.

    Args:
        response_type (list[str]): Is `code`. Anything else is the error `unsupported_response_type`.
            The SDK sends the parameter twice.
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        state (str): A value of the caller's own that comes back on the redirect URI; by it the caller
            knows its own request again. Take a fresh random one of more than eight characters.
        redirect_uri (str | Unset): Where the user lands afterwards. It must equal one of the client's
            redirect URIs byte for byte (otherwise 422 `010-012`), and may be left out when the client has
            only one (otherwise 422 `010-011`).
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        code_challenge (str | Unset): The proof key: SHA-256 of the `code_verifier` that `generate-jwt`
            will get, in base64url without padding. Another length or alphabet is the error
            `invalid_request`.
        code_challenge_method (str | Unset): Is `S256`. With a `code_challenge`, anything else and
            nothing at all are the error `invalid_request`.
        fail_auth_url (str | Unset): Where to send the browser instead of the redirect URI when the
            request fails. It counts only when its origin is that of a Callback URL, a redirect URI or an
            allowed origin of the project.
        popup (bool | Unset): Whether the page is shown in a pop-up window. Left out, it is `false`.
        widget_only (bool | Unset): A flag of the pop-up service. It has no effect here.
        enable_post_message_login (bool | Unset): A flag of the pop-up service. It has no effect here.
        disable_socials (bool | Unset): A flag of the pop-up service. It has no effect here.
        track_id (str | Unset): Id of the visit, for tracing.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        str
    """

    answer = sync_detailed(
        client=client,
        response_type=response_type,
        client_id=client_id,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        locale=locale,
        code_challenge=code_challenge,
        code_challenge_method=code_challenge_method,
        fail_auth_url=fail_auth_url,
        popup=popup,
        widget_only=widget_only,
        enable_post_message_login=enable_post_message_login,
        disable_socials=disable_socials,
        track_id=track_id,
        timeout=timeout,
    )
    return cast("str", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    response_type: list[str],
    client_id: int,
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    locale: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
    code_challenge_method: str | Unset = UNSET,
    fail_auth_url: str | Unset = UNSET,
    popup: bool | Unset = UNSET,
    widget_only: bool | Unset = UNSET,
    enable_post_message_login: bool | Unset = UNSET,
    disable_socials: bool | Unset = UNSET,
    track_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Sign in on the hosted page

    The authorization endpoint of OAuth 2.0, for browsers. Somebody who is signed in already goes
    straight on to the redirect URI with `code` and `state`; everybody else comes to the hosted sign-in
    page first.

    What is wrong with the request is told to the redirect URI (`error`, `error_description`, `state`,
    as in RFC 6749, and `error_code` where a parameter has one) when the client and the redirect URI are
    known, and on a plain page otherwise, because nobody may be sent to an address that is not
    registered. A proof key (RFC 7636) is taken with the method `S256` only.

    Args:
        response_type (list[str]): Is `code`. Anything else is the error `unsupported_response_type`.
            The SDK sends the parameter twice.
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        state (str): A value of the caller's own that comes back on the redirect URI; by it the caller
            knows its own request again. Take a fresh random one of more than eight characters.
        redirect_uri (str | Unset): Where the user lands afterwards. It must equal one of the client's
            redirect URIs byte for byte (otherwise 422 `010-012`), and may be left out when the client has
            only one (otherwise 422 `010-011`).
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        code_challenge (str | Unset): The proof key: SHA-256 of the `code_verifier` that `generate-jwt`
            will get, in base64url without padding. Another length or alphabet is the error
            `invalid_request`.
        code_challenge_method (str | Unset): Is `S256`. With a `code_challenge`, anything else and
            nothing at all are the error `invalid_request`.
        fail_auth_url (str | Unset): Where to send the browser instead of the redirect URI when the
            request fails. It counts only when its origin is that of a Callback URL, a redirect URI or an
            allowed origin of the project.
        popup (bool | Unset): Whether the page is shown in a pop-up window. Left out, it is `false`.
        widget_only (bool | Unset): A flag of the pop-up service. It has no effect here.
        enable_post_message_login (bool | Unset): A flag of the pop-up service. It has no effect here.
        disable_socials (bool | Unset): A flag of the pop-up service. It has no effect here.
        track_id (str | Unset): Id of the visit, for tracing.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        response_type=response_type,
        client_id=client_id,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        locale=locale,
        code_challenge=code_challenge,
        code_challenge_method=code_challenge_method,
        fail_auth_url=fail_auth_url,
        popup=popup,
        widget_only=widget_only,
        enable_post_message_login=enable_post_message_login,
        disable_socials=disable_socials,
        track_id=track_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    response_type: list[str],
    client_id: int,
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    locale: str | Unset = UNSET,
    code_challenge: str | Unset = UNSET,
    code_challenge_method: str | Unset = UNSET,
    fail_auth_url: str | Unset = UNSET,
    popup: bool | Unset = UNSET,
    widget_only: bool | Unset = UNSET,
    enable_post_message_login: bool | Unset = UNSET,
    disable_socials: bool | Unset = UNSET,
    track_id: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> str:
    """Sign in on the hosted page

    The authorization endpoint of OAuth 2.0, for browsers. Somebody who is signed in already goes
    straight on to the redirect URI with `code` and `state`; everybody else comes to the hosted sign-in
    page first.

    What is wrong with the request is told to the redirect URI (`error`, `error_description`, `state`,
    as in RFC 6749, and `error_code` where a parameter has one) when the client and the redirect URI are
    known, and on a plain page otherwise, because nobody may be sent to an address that is not
    registered. A proof key (RFC 7636) is taken with the method `S256` only.

    Args:
        response_type (list[str]): Is `code`. Anything else is the error `unsupported_response_type`.
            The SDK sends the parameter twice.
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        state (str): A value of the caller's own that comes back on the redirect URI; by it the caller
            knows its own request again. Take a fresh random one of more than eight characters.
        redirect_uri (str | Unset): Where the user lands afterwards. It must equal one of the client's
            redirect URIs byte for byte (otherwise 422 `010-012`), and may be left out when the client has
            only one (otherwise 422 `010-011`).
        scope (str | Unset): Scopes with spaces between them. `offline` asks for a refresh token,
            `email` for the e-mail address of a user who has none, `playfab` for the session at PlayFab. Any
            other value is the caller's own and is repeated in the token's claim `scp`.
        audience (str | Unset): For whom the token is meant, with spaces between several. It becomes the
            token's claim `aud`.
        project_id (UUID | Unset): Id of the Login project, which the SDK always sends. The client names
            the project already; another project is 404 `003-019`.
        locale (str | Unset): Language of the messages sent, as `<language>_<COUNTRY>`. A language
            without texts of its own falls back to English; it is never an error.
        code_challenge (str | Unset): The proof key: SHA-256 of the `code_verifier` that `generate-jwt`
            will get, in base64url without padding. Another length or alphabet is the error
            `invalid_request`.
        code_challenge_method (str | Unset): Is `S256`. With a `code_challenge`, anything else and
            nothing at all are the error `invalid_request`.
        fail_auth_url (str | Unset): Where to send the browser instead of the redirect URI when the
            request fails. It counts only when its origin is that of a Callback URL, a redirect URI or an
            allowed origin of the project.
        popup (bool | Unset): Whether the page is shown in a pop-up window. Left out, it is `false`.
        widget_only (bool | Unset): A flag of the pop-up service. It has no effect here.
        enable_post_message_login (bool | Unset): A flag of the pop-up service. It has no effect here.
        disable_socials (bool | Unset): A flag of the pop-up service. It has no effect here.
        track_id (str | Unset): Id of the visit, for tracing.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        str
    """

    answer = await asyncio_detailed(
        client=client,
        response_type=response_type,
        client_id=client_id,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        locale=locale,
        code_challenge=code_challenge,
        code_challenge_method=code_challenge_method,
        fail_auth_url=fail_auth_url,
        popup=popup,
        widget_only=widget_only,
        enable_post_message_login=enable_post_message_login,
        disable_socials=disable_socials,
        track_id=track_id,
        timeout=timeout,
    )
    return cast("str", success(OPERATION, answer))
