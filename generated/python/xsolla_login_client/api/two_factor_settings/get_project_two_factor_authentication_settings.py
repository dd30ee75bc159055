from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.second_factors_of_project import SecondFactorsOfProject
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation(
    "get-project-two-factor-authentication-settings", repeatable=True, successes={"200": "body"}
)


def _get_kwargs(
    project_id: UUID,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/mfa".format(
            project_id=quote(str(project_id), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ErrorEnvelope | SecondFactorsOfProject | None:
    if response.status_code == 200:
        response_200 = SecondFactorsOfProject.from_dict(response.json())

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

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    return None


def sync_detailed(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | SecondFactorsOfProject]:
    """Read which second factors a project offers

    What users may turn on, and the page that asks for the code.

    Args:
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> SecondFactorsOfProject:
    """Read which second factors a project offers

    What users may turn on, and the page that asks for the code.

    Args:
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        SecondFactorsOfProject
    """

    answer = sync_detailed(
        project_id=project_id,
        client=client,
        timeout=timeout,
    )
    return cast("SecondFactorsOfProject", success(OPERATION, answer))


async def asyncio_detailed(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | SecondFactorsOfProject]:
    """Read which second factors a project offers

    What users may turn on, and the page that asks for the code.

    Args:
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    timeout: Timeout | Unset = UNSET,
) -> SecondFactorsOfProject:
    """Read which second factors a project offers

    What users may turn on, and the page that asks for the code.

    Args:
        project_id (UUID): Id of the Login project.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        SecondFactorsOfProject
    """

    answer = await asyncio_detailed(
        project_id=project_id,
        client=client,
        timeout=timeout,
    )
    return cast("SecondFactorsOfProject", success(OPERATION, answer))
