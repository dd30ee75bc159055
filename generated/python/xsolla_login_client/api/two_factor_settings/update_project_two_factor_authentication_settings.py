from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.second_factors_change import SecondFactorsChange
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation(
    "update-project-two-factor-authentication-settings", repeatable=False, successes={"204": "nothing"}
)


def _get_kwargs(
    project_id: UUID,
    *,
    body: SecondFactorsChange,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/projects/{project_id}/mfa".format(
            project_id=quote(str(project_id), safe=""),
        ),
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
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: SecondFactorsChange,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Set which second factors a project offers

    Users may turn on what stands in `mfa_types`. Where a user's own second factor is offered no more,
    the next one by `priority` takes its place that the user has an address or number for.

    Args:
        project_id (UUID): Id of the Login project.
        body (SecondFactorsChange): The second factors that the project offers from now on, and in which
            order.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        body=body,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: SecondFactorsChange,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Set which second factors a project offers

    Users may turn on what stands in `mfa_types`. Where a user's own second factor is offered no more,
    the next one by `priority` takes its place that the user has an address or number for.

    Args:
        project_id (UUID): Id of the Login project.
        body (SecondFactorsChange): The second factors that the project offers from now on, and in which
            order.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = sync_detailed(
        project_id=project_id,
        client=client,
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)


async def asyncio_detailed(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: SecondFactorsChange,
    timeout: Timeout | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Set which second factors a project offers

    Users may turn on what stands in `mfa_types`. Where a user's own second factor is offered no more,
    the next one by `priority` takes its place that the user has an address or number for.

    Args:
        project_id (UUID): Id of the Login project.
        body (SecondFactorsChange): The second factors that the project offers from now on, and in which
            order.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        body=body,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    project_id: UUID,
    *,
    client: AuthenticatedClient | Client,
    body: SecondFactorsChange,
    timeout: Timeout | Unset = UNSET,
) -> None:
    """Set which second factors a project offers

    Users may turn on what stands in `mfa_types`. Where a user's own second factor is offered no more,
    the next one by `priority` takes its place that the user has an address or number for.

    Args:
        project_id (UUID): Id of the Login project.
        body (SecondFactorsChange): The second factors that the project offers from now on, and in which
            order.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        None
    """

    answer = await asyncio_detailed(
        project_id=project_id,
        client=client,
        body=body,
        timeout=timeout,
    )
    success(OPERATION, answer)
