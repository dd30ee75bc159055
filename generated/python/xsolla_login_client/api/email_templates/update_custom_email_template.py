from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.email_template import EmailTemplate
from ...models.email_template_type import EmailTemplateType
from ...models.email_template_words import EmailTemplateWords
from ...models.error_envelope import ErrorEnvelope
from ...types import Response


def _get_kwargs(
    project_id: UUID,
    template_id: str,
    locale: str,
    template_type: EmailTemplateType,
    *,
    body: EmailTemplateWords,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/projects/{project_id}/templates/email/{template_id}/{locale}/{template_type}".format(
            project_id=quote(str(project_id), safe=""),
            template_id=quote(str(template_id), safe=""),
            locale=quote(str(locale), safe=""),
            template_type=quote(str(template_type), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
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
    body: EmailTemplateWords,
) -> Response[EmailTemplate | ErrorEnvelope]:
    """Change an e-mail template

     Mails that are sent already stay as they are.

    Args:
        project_id (UUID):
        template_id (str):
        locale (str):
        template_type (EmailTemplateType):
        body (EmailTemplateWords): Subject and body of a mail. `{{name}}` stands for a value:
            `{{action_link}}` for the link of the mail,
            `{{code}}` for its code, `{{game}}` for the name of the project, and in a mail that a
            server sends whatever
            it gives.

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
        body=body,
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
    body: EmailTemplateWords,
) -> EmailTemplate | ErrorEnvelope | None:
    """Change an e-mail template

     Mails that are sent already stay as they are.

    Args:
        project_id (UUID):
        template_id (str):
        locale (str):
        template_type (EmailTemplateType):
        body (EmailTemplateWords): Subject and body of a mail. `{{name}}` stands for a value:
            `{{action_link}}` for the link of the mail,
            `{{code}}` for its code, `{{game}}` for the name of the project, and in a mail that a
            server sends whatever
            it gives.

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
        body=body,
    ).parsed


async def asyncio_detailed(
    project_id: UUID,
    template_id: str,
    locale: str,
    template_type: EmailTemplateType,
    *,
    client: AuthenticatedClient,
    body: EmailTemplateWords,
) -> Response[EmailTemplate | ErrorEnvelope]:
    """Change an e-mail template

     Mails that are sent already stay as they are.

    Args:
        project_id (UUID):
        template_id (str):
        locale (str):
        template_type (EmailTemplateType):
        body (EmailTemplateWords): Subject and body of a mail. `{{name}}` stands for a value:
            `{{action_link}}` for the link of the mail,
            `{{code}}` for its code, `{{game}}` for the name of the project, and in a mail that a
            server sends whatever
            it gives.

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
        body=body,
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
    body: EmailTemplateWords,
) -> EmailTemplate | ErrorEnvelope | None:
    """Change an e-mail template

     Mails that are sent already stay as they are.

    Args:
        project_id (UUID):
        template_id (str):
        locale (str):
        template_type (EmailTemplateType):
        body (EmailTemplateWords): Subject and body of a mail. `{{name}}` stands for a value:
            `{{action_link}}` for the link of the mail,
            `{{code}}` for its code, `{{game}}` for the name of the project, and in a mail that a
            server sends whatever
            it gives.

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
            body=body,
        )
    ).parsed
