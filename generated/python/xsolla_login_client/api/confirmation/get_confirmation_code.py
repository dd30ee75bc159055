from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.confirmation_code import ConfirmationCode
from ...models.error_envelope import ErrorEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    project_id: UUID,
    login: str,
    operation_id: str,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["login"] = login

    params["operation_id"] = operation_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/otc/code",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ConfirmationCode | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = ConfirmationCode.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

    if response.status_code == 408:
        response_408 = ErrorEnvelope.from_dict(response.json())

        return response_408

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ConfirmationCode | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login: str,
    operation_id: str,
    x_request_id: str | Unset = UNSET,
) -> Response[ConfirmationCode | ErrorEnvelope]:
    """Wait for the link to be opened

     Holds the request until somebody opens the link of the message, then answers the one-time
    code. After about 20 seconds without that it answers 408; the call may be repeated for as
    long as the code lives. An `operation_id` that is unknown, expired or somebody else's waits
    and answers just so.

    Args:
        project_id (UUID):
        login (str):
        operation_id (str):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConfirmationCode | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        login=login,
        operation_id=operation_id,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login: str,
    operation_id: str,
    x_request_id: str | Unset = UNSET,
) -> ConfirmationCode | ErrorEnvelope | None:
    """Wait for the link to be opened

     Holds the request until somebody opens the link of the message, then answers the one-time
    code. After about 20 seconds without that it answers 408; the call may be repeated for as
    long as the code lives. An `operation_id` that is unknown, expired or somebody else's waits
    and answers just so.

    Args:
        project_id (UUID):
        login (str):
        operation_id (str):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConfirmationCode | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        project_id=project_id,
        login=login,
        operation_id=operation_id,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login: str,
    operation_id: str,
    x_request_id: str | Unset = UNSET,
) -> Response[ConfirmationCode | ErrorEnvelope]:
    """Wait for the link to be opened

     Holds the request until somebody opens the link of the message, then answers the one-time
    code. After about 20 seconds without that it answers 408; the call may be repeated for as
    long as the code lives. An `operation_id` that is unknown, expired or somebody else's waits
    and answers just so.

    Args:
        project_id (UUID):
        login (str):
        operation_id (str):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ConfirmationCode | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        login=login,
        operation_id=operation_id,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login: str,
    operation_id: str,
    x_request_id: str | Unset = UNSET,
) -> ConfirmationCode | ErrorEnvelope | None:
    """Wait for the link to be opened

     Holds the request until somebody opens the link of the message, then answers the one-time
    code. After about 20 seconds without that it answers 408; the call may be repeated for as
    long as the code lives. An `operation_id` that is unknown, expired or somebody else's waits
    and answers just so.

    Args:
        project_id (UUID):
        login (str):
        operation_id (str):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ConfirmationCode | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            project_id=project_id,
            login=login,
            operation_id=operation_id,
            x_request_id=x_request_id,
        )
    ).parsed
