from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.picture_upload import PictureUpload
from ...models.uploaded_picture import UploadedPicture
from ...types import Response


def _get_kwargs(
    *,
    body: PictureUpload,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/users/me/picture",
    }

    _kwargs["files"] = body.to_multipart()

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> ErrorEnvelope | UploadedPicture | None:
    if response.status_code == 200:
        response_200 = UploadedPicture.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = ErrorEnvelope.from_dict(response.json())

        return response_401

    if response.status_code == 413:
        response_413 = ErrorEnvelope.from_dict(response.json())

        return response_413

    if response.status_code == 415:
        response_415 = ErrorEnvelope.from_dict(response.json())

        return response_415

    if response.status_code == 429:
        response_429 = ErrorEnvelope.from_dict(response.json())

        return response_429

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[ErrorEnvelope | UploadedPicture]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: PictureUpload,
) -> Response[ErrorEnvelope | UploadedPicture]:
    """Upload the picture of the user

     A PNG, JPEG, GIF or WebP picture takes the place of the one before, whose address leads nowhere from
    then
    on. What it is, is seen from its first bytes, never from its name or the type that is declared for
    it.

    Args:
        body (PictureUpload):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | UploadedPicture]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: PictureUpload,
) -> ErrorEnvelope | UploadedPicture | None:
    """Upload the picture of the user

     A PNG, JPEG, GIF or WebP picture takes the place of the one before, whose address leads nowhere from
    then
    on. What it is, is seen from its first bytes, never from its name or the type that is declared for
    it.

    Args:
        body (PictureUpload):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | UploadedPicture
    """

    return sync_detailed(
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: PictureUpload,
) -> Response[ErrorEnvelope | UploadedPicture]:
    """Upload the picture of the user

     A PNG, JPEG, GIF or WebP picture takes the place of the one before, whose address leads nowhere from
    then
    on. What it is, is seen from its first bytes, never from its name or the type that is declared for
    it.

    Args:
        body (PictureUpload):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[ErrorEnvelope | UploadedPicture]
    """

    kwargs = _get_kwargs(
        body=body,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: PictureUpload,
) -> ErrorEnvelope | UploadedPicture | None:
    """Upload the picture of the user

     A PNG, JPEG, GIF or WebP picture takes the place of the one before, whose address leads nowhere from
    then
    on. What it is, is seen from its first bytes, never from its name or the type that is declared for
    it.

    Args:
        body (PictureUpload):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        ErrorEnvelope | UploadedPicture
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
        )
    ).parsed
