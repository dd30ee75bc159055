from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.email_template import EmailTemplate
from ...models.email_template_type import EmailTemplateType
from ...models.error_envelope import ErrorEnvelope
from ...types import Response


def _get_kwargs(
    project_id: UUID,
    template_id: str,
    locale: str,
    template_type: EmailTemplateType,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/projects/{project_id}/templates/email/{template_id}/{locale}/{template_type}".format(
            project_id=quote(str(project_id), safe=""),
            template_id=quote(str(template_id), safe=""),
            locale=quote(str(locale), safe=""),
            template_type=quote(str(template_type), safe=""),
        ),
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> EmailTemplate | ErrorEnvelope | None:
    if response.status_code == 200:
        response_200 = EmailTemplate.from_dict(response.json())

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
) -> Response[EmailTemplate | ErrorEnvelope]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    project_id: UUID,
    template_id: str,
    locale: str,
    template_type: EmailTemplateType,
    *,
    client: AuthenticatedClient,
) -> Response[EmailTemplate | ErrorEnvelope]:
    """Read an e-mail template

     Subject and body as they were given.

    Args:
        project_id (UUID):
        template_id (str):
        locale (str):
        template_type (EmailTemplateType):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmailTemplate | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        template_id=template_id,
        locale=locale,
        template_type=template_type,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    project_id: UUID,
    template_id: str,
    locale: str,
    template_type: EmailTemplateType,
    *,
    client: AuthenticatedClient,
) -> EmailTemplate | ErrorEnvelope | None:
    """Read an e-mail template

     Subject and body as they were given.

    Args:
        project_id (UUID):
        template_id (str):
        locale (str):
        template_type (EmailTemplateType):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmailTemplate | ErrorEnvelope
    """

    return sync_detailed(
        project_id=project_id,
        template_id=template_id,
        locale=locale,
        template_type=template_type,
        client=client,
    ).parsed


async def asyncio_detailed(
    project_id: UUID,
    template_id: str,
    locale: str,
    template_type: EmailTemplateType,
    *,
    client: AuthenticatedClient,
) -> Response[EmailTemplate | ErrorEnvelope]:
    """Read an e-mail template

     Subject and body as they were given.

    Args:
        project_id (UUID):
        template_id (str):
        locale (str):
        template_type (EmailTemplateType):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[EmailTemplate | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        project_id=project_id,
        template_id=template_id,
        locale=locale,
        template_type=template_type,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    project_id: UUID,
    template_id: str,
    locale: str,
    template_type: EmailTemplateType,
    *,
    client: AuthenticatedClient,
) -> EmailTemplate | ErrorEnvelope | None:
    """Read an e-mail template

     Subject and body as they were given.

    Args:
        project_id (UUID):
        template_id (str):
        locale (str):
        template_type (EmailTemplateType):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        EmailTemplate | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            project_id=project_id,
            template_id=template_id,
            locale=locale,
            template_type=template_type,
            client=client,
        )
    ).parsed
