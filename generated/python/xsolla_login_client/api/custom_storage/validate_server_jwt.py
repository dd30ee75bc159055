from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.gateway_token_validation import GatewayTokenValidation
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: GatewayTokenValidation,
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
        "method": "post",
        "url": "/server/token/validate",
        "params": params,
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ErrorEnvelope | None:
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

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: GatewayTokenValidation,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Check the token of a webhook

     Whether the bearer token of a webhook is one that the Login server made for this project: its
    signature, its lifetime, its project, and that its `request_type` is `gateway_token`. A partner
    may call this while it answers the webhook.

    Args:
        project_id (UUID):
        x_request_id (str | Unset):
        body (GatewayTokenValidation):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
        project_id=project_id,
        x_request_id=x_request_id,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: GatewayTokenValidation,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
) -> Any | ErrorEnvelope | None:
    """Check the token of a webhook

     Whether the bearer token of a webhook is one that the Login server made for this project: its
    signature, its lifetime, its project, and that its `request_type` is `gateway_token`. A partner
    may call this while it answers the webhook.

    Args:
        project_id (UUID):
        x_request_id (str | Unset):
        body (GatewayTokenValidation):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return sync_detailed(
        client=client,
        body=body,
        project_id=project_id,
        x_request_id=x_request_id,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: GatewayTokenValidation,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
) -> Response[Any | ErrorEnvelope]:
    """Check the token of a webhook

     Whether the bearer token of a webhook is one that the Login server made for this project: its
    signature, its lifetime, its project, and that its `request_type` is `gateway_token`. A partner
    may call this while it answers the webhook.

    Args:
        project_id (UUID):
        x_request_id (str | Unset):
        body (GatewayTokenValidation):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        body=body,
        project_id=project_id,
        x_request_id=x_request_id,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: GatewayTokenValidation,
    project_id: UUID,
    x_request_id: str | Unset = UNSET,
) -> Any | ErrorEnvelope | None:
    """Check the token of a webhook

     Whether the bearer token of a webhook is one that the Login server made for this project: its
    signature, its lifetime, its project, and that its `request_type` is `gateway_token`. A partner
    may call this while it answers the webhook.

    Args:
        project_id (UUID):
        x_request_id (str | Unset):
        body (GatewayTokenValidation):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            project_id=project_id,
            x_request_id=x_request_id,
        )
    ).parsed
