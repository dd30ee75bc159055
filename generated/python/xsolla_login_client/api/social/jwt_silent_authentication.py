from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.login_result import LoginResult
from ...models.with_logout import WithLogout
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation(
    "jwt-silent-authentication", repeatable=False, successes={"200": "body", "302": "location"}
)


def _get_kwargs(
    cross_social_provider_name: str,
    *,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    session_ticket: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    code: str | Unset = UNSET,
    is_redirect: bool | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["login_url"] = login_url

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    json_fields: list[str] | Unset = UNSET
    if not isinstance(fields, Unset):
        json_fields = fields

    params["fields"] = json_fields

    params["session_ticket"] = session_ticket

    params["app_id"] = app_id

    params["code"] = code

    params["is_redirect"] = is_redirect

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/social/{cross_social_provider_name}/cross_auth".format(
            cross_social_provider_name=quote(str(cross_social_provider_name), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Any | ErrorEnvelope | LoginResult | None:
    if response.status_code == 200:
        response_200 = LoginResult.from_dict(response.json())

        return response_200

    if response.status_code == 302:
        response_302 = cast(Any, None)
        return response_302

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
    cross_social_provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    session_ticket: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    code: str | Unset = UNSET,
    is_redirect: bool | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope | LoginResult]:
    """Log in as the player of a gaming platform

    Signs in whoever plays on the platform, by the ticket or the code that the platform gave the game,
    without a page in between. An identity without an account gets one. With a redirect, a refusal by
    the platform goes to the Callback URL too, as `error_code` and `error_description`.

    Args:
        cross_social_provider_name (str): Name of the gaming platform; `steam`, `xbox` and `epicgames`
            are known. Name of a social network or gaming platform. An open set.
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        fields (list[str] | Unset): What the user is asked for when the social network does not tell it,
            with commas between several. Known is `email`.
        session_ticket (str | Unset): The platform's proof of who the player is, in base64. Steam calls
            it so.
        app_id (str | Unset): Id of the game on the platform that the ticket was made for.
        code (str | Unset): A code of the platform that proves who the player is, in place of a ticket.
        is_redirect (bool | Unset): Whether to redirect (302) or to answer the address as JSON (200).
            Left out, it is `true`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        cross_social_provider_name=cross_social_provider_name,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        fields=fields,
        session_ticket=session_ticket,
        app_id=app_id,
        code=code,
        is_redirect=is_redirect,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    cross_social_provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    session_ticket: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    code: str | Unset = UNSET,
    is_redirect: bool | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> LoginResult | str:
    """Log in as the player of a gaming platform

    Signs in whoever plays on the platform, by the ticket or the code that the platform gave the game,
    without a page in between. An identity without an account gets one. With a redirect, a refusal by
    the platform goes to the Callback URL too, as `error_code` and `error_description`.

    Args:
        cross_social_provider_name (str): Name of the gaming platform; `steam`, `xbox` and `epicgames`
            are known. Name of a social network or gaming platform. An open set.
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        fields (list[str] | Unset): What the user is asked for when the social network does not tell it,
            with commas between several. Known is `email`.
        session_ticket (str | Unset): The platform's proof of who the player is, in base64. Steam calls
            it so.
        app_id (str | Unset): Id of the game on the platform that the ticket was made for.
        code (str | Unset): A code of the platform that proves who the player is, in place of a ticket.
        is_redirect (bool | Unset): Whether to redirect (302) or to answer the address as JSON (200).
            Left out, it is `true`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        LoginResult | str
    """

    answer = sync_detailed(
        cross_social_provider_name=cross_social_provider_name,
        client=client,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        fields=fields,
        session_ticket=session_ticket,
        app_id=app_id,
        code=code,
        is_redirect=is_redirect,
        timeout=timeout,
    )
    return cast("LoginResult | str", success(OPERATION, answer))


async def asyncio_detailed(
    cross_social_provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    session_ticket: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    code: str | Unset = UNSET,
    is_redirect: bool | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope | LoginResult]:
    """Log in as the player of a gaming platform

    Signs in whoever plays on the platform, by the ticket or the code that the platform gave the game,
    without a page in between. An identity without an account gets one. With a redirect, a refusal by
    the platform goes to the Callback URL too, as `error_code` and `error_description`.

    Args:
        cross_social_provider_name (str): Name of the gaming platform; `steam`, `xbox` and `epicgames`
            are known. Name of a social network or gaming platform. An open set.
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        fields (list[str] | Unset): What the user is asked for when the social network does not tell it,
            with commas between several. Known is `email`.
        session_ticket (str | Unset): The platform's proof of who the player is, in base64. Steam calls
            it so.
        app_id (str | Unset): Id of the game on the platform that the ticket was made for.
        code (str | Unset): A code of the platform that proves who the player is, in place of a ticket.
        is_redirect (bool | Unset): Whether to redirect (302) or to answer the address as JSON (200).
            Left out, it is `true`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        cross_social_provider_name=cross_social_provider_name,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        fields=fields,
        session_ticket=session_ticket,
        app_id=app_id,
        code=code,
        is_redirect=is_redirect,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    cross_social_provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    session_ticket: str | Unset = UNSET,
    app_id: str | Unset = UNSET,
    code: str | Unset = UNSET,
    is_redirect: bool | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> LoginResult | str:
    """Log in as the player of a gaming platform

    Signs in whoever plays on the platform, by the ticket or the code that the platform gave the game,
    without a page in between. An identity without an account gets one. With a redirect, a refusal by
    the platform goes to the Callback URL too, as `error_code` and `error_description`.

    Args:
        cross_social_provider_name (str): Name of the gaming platform; `steam`, `xbox` and `epicgames`
            are known. Name of a social network or gaming platform. An open set.
        project_id (UUID): Id of the Login project.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        payload (str | Unset): Text of the caller's own. It comes back in the token's claim `payload`.
            Fewer than 500 characters are recommended; the upper bound here is a safety limit.
        with_logout (WithLogout | Unset): The value `1` (or `true`) makes every earlier token of the
            user worthless when this login succeeds. Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`. Left out, it is `"0"`.
        fields (list[str] | Unset): What the user is asked for when the social network does not tell it,
            with commas between several. Known is `email`.
        session_ticket (str | Unset): The platform's proof of who the player is, in base64. Steam calls
            it so.
        app_id (str | Unset): Id of the game on the platform that the ticket was made for.
        code (str | Unset): A code of the platform that proves who the player is, in place of a ticket.
        is_redirect (bool | Unset): Whether to redirect (302) or to answer the address as JSON (200).
            Left out, it is `true`.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        LoginResult | str
    """

    answer = await asyncio_detailed(
        cross_social_provider_name=cross_social_provider_name,
        client=client,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        fields=fields,
        session_ticket=session_ticket,
        app_id=app_id,
        code=code,
        is_redirect=is_redirect,
        timeout=timeout,
    )
    return cast("LoginResult | str", success(OPERATION, answer))
