from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.email_template import EmailTemplate
from ...models.email_template_type import EmailTemplateType
from ...models.email_template_words import EmailTemplateWords
from ...models.error_envelope import ErrorEnvelope
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("create-custom-email-template", repeatable=False, successes={"200": "body"})


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
        "method": "post",
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


def _parse_response(response: httpx.Response) -> EmailTemplate | ErrorEnvelope | None:
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

    if response.status_code == 409:
        response_409 = ErrorEnvelope.from_dict(response.json())

        return response_409

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
    template_id: str,
    locale: str,
    template_type: EmailTemplateType,
    *,
    client: AuthenticatedClient | Client,
    body: EmailTemplateWords,
    timeout: Timeout | Unset = UNSET,
) -> Response[EmailTemplate | ErrorEnvelope]:
    """Create an e-mail template

    From now on mails of the type are made of it when a call names its id in `email_template`, in the
    language that comes closest to what the call wants.

    Args:
        project_id (UUID): Id of the Login project.
        template_id (str): Id of the template, which counts in its whole spelling.
        locale (str): Language and country of the template. Language and region of a template, as
            `en_US`.
        template_type (EmailTemplateType): Which mail the template is for. The occasion that a mail is
            sent on.
        body (EmailTemplateWords): Subject and body of a mail. `{{name}}` stands for a value:
            `{{action_link}}` for the link of the mail, `{{code}}` for its code, `{{game}}` for the name of
            the project, and in a mail that a server sends whatever it gives.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        template_id=template_id,
        locale=locale,
        template_type=template_type,
        body=body,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    project_id: UUID,
    template_id: str,
    locale: str,
    template_type: EmailTemplateType,
    *,
    client: AuthenticatedClient | Client,
    body: EmailTemplateWords,
    timeout: Timeout | Unset = UNSET,
) -> EmailTemplate:
    """Create an e-mail template

    From now on mails of the type are made of it when a call names its id in `email_template`, in the
    language that comes closest to what the call wants.

    Args:
        project_id (UUID): Id of the Login project.
        template_id (str): Id of the template, which counts in its whole spelling.
        locale (str): Language and country of the template. Language and region of a template, as
            `en_US`.
        template_type (EmailTemplateType): Which mail the template is for. The occasion that a mail is
            sent on.
        body (EmailTemplateWords): Subject and body of a mail. `{{name}}` stands for a value:
            `{{action_link}}` for the link of the mail, `{{code}}` for its code, `{{game}}` for the name of
            the project, and in a mail that a server sends whatever it gives.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        EmailTemplate
    """

    answer = sync_detailed(
        project_id=project_id,
        template_id=template_id,
        locale=locale,
        template_type=template_type,
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("EmailTemplate", success(OPERATION, answer))


async def asyncio_detailed(
    project_id: UUID,
    template_id: str,
    locale: str,
    template_type: EmailTemplateType,
    *,
    client: AuthenticatedClient | Client,
    body: EmailTemplateWords,
    timeout: Timeout | Unset = UNSET,
) -> Response[EmailTemplate | ErrorEnvelope]:
    """Create an e-mail template

    From now on mails of the type are made of it when a call names its id in `email_template`, in the
    language that comes closest to what the call wants.

    Args:
        project_id (UUID): Id of the Login project.
        template_id (str): Id of the template, which counts in its whole spelling.
        locale (str): Language and country of the template. Language and region of a template, as
            `en_US`.
        template_type (EmailTemplateType): Which mail the template is for. The occasion that a mail is
            sent on.
        body (EmailTemplateWords): Subject and body of a mail. `{{name}}` stands for a value:
            `{{action_link}}` for the link of the mail, `{{code}}` for its code, `{{game}}` for the name of
            the project, and in a mail that a server sends whatever it gives.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        project_id=project_id,
        template_id=template_id,
        locale=locale,
        template_type=template_type,
        body=body,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    project_id: UUID,
    template_id: str,
    locale: str,
    template_type: EmailTemplateType,
    *,
    client: AuthenticatedClient | Client,
    body: EmailTemplateWords,
    timeout: Timeout | Unset = UNSET,
) -> EmailTemplate:
    """Create an e-mail template

    From now on mails of the type are made of it when a call names its id in `email_template`, in the
    language that comes closest to what the call wants.

    Args:
        project_id (UUID): Id of the Login project.
        template_id (str): Id of the template, which counts in its whole spelling.
        locale (str): Language and country of the template. Language and region of a template, as
            `en_US`.
        template_type (EmailTemplateType): Which mail the template is for. The occasion that a mail is
            sent on.
        body (EmailTemplateWords): Subject and body of a mail. `{{name}}` stands for a value:
            `{{action_link}}` for the link of the mail, `{{code}}` for its code, `{{game}}` for the name of
            the project, and in a mail that a server sends whatever it gives.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        EmailTemplate
    """

    answer = await asyncio_detailed(
        project_id=project_id,
        template_id=template_id,
        locale=locale,
        template_type=template_type,
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("EmailTemplate", success(OPERATION, answer))
