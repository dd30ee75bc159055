from http import HTTPStatus
from typing import Any
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.ask_field import AskField
from ...models.error_envelope import ErrorEnvelope
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(x_request_id, Unset):
        headers["X-REQUEST-ID"] = x_request_id

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/users/me/ask",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | list[AskField] | None:
    if response.status_code == 200:
        response_200 = []
        _response_200 = response.json()
        for componentsschemas_ask_fields_item_data in _response_200:
            componentsschemas_ask_fields_item = AskField.from_dict(componentsschemas_ask_fields_item_data)

            response_200.append(componentsschemas_ask_fields_item)

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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | list[AskField]]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
) -> Response[ErrorEnvelope | list[AskField]]:
    """List what the project still asks for

     The fields that the project asks of this user and does not have yet, in the order of `step`.
    Takes the token that came with `ask_fields`, or a full user token.

    Args:
        project_id (UUID):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | list[AskField]]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
) -> ErrorEnvelope | list[AskField] | None:
    """List what the project still asks for

     The fields that the project asks of this user and does not have yet, in the order of `step`.
    Takes the token that came with `ask_fields`, or a full user token.

    Args:
        project_id (UUID):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | list[AskField]
    """

    return sync_detailed(
        client=client,
        project_id=project_id,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
) -> Response[ErrorEnvelope | list[AskField]]:
    """List what the project still asks for

     The fields that the project asks of this user and does not have yet, in the order of `step`.
    Takes the token that came with `ask_fields`, or a full user token.

    Args:
        project_id (UUID):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | list[AskField]]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
) -> ErrorEnvelope | list[AskField] | None:
    """List what the project still asks for

     The fields that the project asks of this user and does not have yet, in the order of `step`.
    Takes the token that came with `ask_fields`, or a full user token.

    Args:
        project_id (UUID):
        x_request_id (str | Unset):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | list[AskField]
    """

    return (
        await asyncio_detailed(
            client=client,
            project_id=project_id,
            x_request_id=x_request_id,
        )
    ).parsed
