from typing import Any, cast
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("confirm-account", repeatable=False, successes={"302": "location"})


def _get_kwargs(
    *,
    project_id: UUID,
    code: str,
    login_url: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["code"] = code

    params["login_url"] = login_url

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/user/confirm",
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
    project_id: UUID,
    code: str,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Open the confirmation link

    The address in the confirmation mail. One GET without cookies confirms the account and redirects the
    browser to the `login_url` of the registration, with the user's token in the query parameter
    `token`; after an OAuth 2.0 registration to its redirect URI, with `code` and `state`. The path is a
    choice of this description: no source names it.

    Args:
        project_id (UUID): Id of the Login project.
        code (str): The secret of the link. It works once and expires.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        code=code,
        login_url=login_url,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    code: str,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> str:
    """Open the confirmation link

    The address in the confirmation mail. One GET without cookies confirms the account and redirects the
    browser to the `login_url` of the registration, with the user's token in the query parameter
    `token`; after an OAuth 2.0 registration to its redirect URI, with `code` and `state`. The path is a
    choice of this description: no source names it.

    Args:
        project_id (UUID): Id of the Login project.
        code (str): The secret of the link. It works once and expires.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        str
    """

    answer = sync_detailed(
        client=client,
        project_id=project_id,
        code=code,
        login_url=login_url,
        timeout=timeout,
    )
    return cast("str", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    code: str,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Open the confirmation link

    The address in the confirmation mail. One GET without cookies confirms the account and redirects the
    browser to the `login_url` of the registration, with the user's token in the query parameter
    `token`; after an OAuth 2.0 registration to its redirect URI, with `code` and `state`. The path is a
    choice of this description: no source names it.

    Args:
        project_id (UUID): Id of the Login project.
        code (str): The secret of the link. It works once and expires.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        code=code,
        login_url=login_url,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    code: str,
    login_url: str | Unset = UNSET,
    timeout: Timeout | Unset = UNSET,
) -> str:
    """Open the confirmation link

    The address in the confirmation mail. One GET without cookies confirms the account and redirects the
    browser to the `login_url` of the registration, with the user's token in the query parameter
    `token`; after an OAuth 2.0 registration to its redirect URI, with `code` and `state`. The path is a
    choice of this description: no source names it.

    Args:
        project_id (UUID): Id of the Login project.
        code (str): The secret of the link. It works once and expires.
        login_url (str | Unset): Where the user lands afterwards. It must equal one of the project's
            Callback URLs byte for byte (otherwise 422 `010-012`), and may be left out when the project has
            only one (otherwise 422 `010-011`).
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        str
    """

    answer = await asyncio_detailed(
        client=client,
        project_id=project_id,
        code=code,
        login_url=login_url,
        timeout=timeout,
    )
    return cast("str", success(OPERATION, answer))
