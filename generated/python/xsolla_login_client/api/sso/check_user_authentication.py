from typing import Any, Literal, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.login_result import LoginResult
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("check-user-authentication", repeatable=True, successes={"200": "body"})


def _get_kwargs(
    *,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["client_id"] = client_id

    params["response_type"] = response_type

    params["state"] = state

    params["redirect_uri"] = redirect_uri

    params["scope"] = scope

    params["audience"] = audience

    json_project_id: str | Unset = UNSET
    if not isinstance(project_id, Unset):
        json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/oauth2/sso",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | LoginResult | None:
    if response.status_code == 200:
        response_200 = LoginResult.from_dict(response.json())

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
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | LoginResult]:
    """Get a code for whoever is signed in, OAuth 2.0

    Whether the browser is signed in already: by its cookie it gets the redirect URI with `code` and
    `state`, without a page in between.

    Args:
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        response_type (Literal['code']): Only authorization codes are given out.
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
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> LoginResult:
    """Get a code for whoever is signed in, OAuth 2.0

    Whether the browser is signed in already: by its cookie it gets the redirect URI with `code` and
    `state`, without a page in between.

    Args:
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        response_type (Literal['code']): Only authorization codes are given out.
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
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        LoginResult
    """

    answer = sync_detailed(
        client=client,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        timeout=timeout,
    )
    return cast("LoginResult", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | LoginResult]:
    """Get a code for whoever is signed in, OAuth 2.0

    Whether the browser is signed in already: by its cookie it gets the redirect URI with `code` and
    `state`, without a page in between.

    Args:
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        response_type (Literal['code']): Only authorization codes are given out.
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
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    client_id: int,
    response_type: Literal["code"],
    state: str,
    redirect_uri: str | Unset = UNSET,
    scope: str | Unset = UNSET,
    audience: str | Unset = UNSET,
    project_id: UUID | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> LoginResult:
    """Get a code for whoever is signed in, OAuth 2.0

    Whether the browser is signed in already: by its cookie it gets the redirect URI with `code` and
    `state`, without a page in between.

    Args:
        client_id (int): Id of the OAuth 2.0 client. It also names the project.
        response_type (Literal['code']): Only authorization codes are given out.
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
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        LoginResult
    """

    answer = await asyncio_detailed(
        client=client,
        client_id=client_id,
        response_type=response_type,
        state=state,
        redirect_uri=redirect_uri,
        scope=scope,
        audience=audience,
        project_id=project_id,
        timeout=timeout,
    )
    return cast("LoginResult", success(OPERATION, answer))
