from typing import Any, cast

import httpx

from ...answers import read, success
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.picture_upload import PictureUpload
from ...models.uploaded_picture import UploadedPicture
from ...operation import Operation
from ...types import UNSET, Response, Timeout, Unset

OPERATION = Operation("upload-user-picture", repeatable=False, successes={"200": "body"})


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


def _parse_response(response: httpx.Response) -> ErrorEnvelope | UploadedPicture | None:
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

    return None


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PictureUpload,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | UploadedPicture]:
    """Upload the picture of the user

    A PNG, JPEG, GIF or WebP picture takes the place of the one before, whose address leads nowhere from
    then on. What it is, is seen from its first bytes, never from its name or the type that is declared
    for it.

    Args:
        body (PictureUpload): A form with the picture in it.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
    )
    return read(_parse_response, client.send(OPERATION, request, timeout=timeout))


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: PictureUpload,
    timeout: Timeout | Unset = UNSET,
) -> UploadedPicture:
    """Upload the picture of the user

    A PNG, JPEG, GIF or WebP picture takes the place of the one before, whose address leads nowhere from
    then on. What it is, is seen from its first bytes, never from its name or the type that is declared
    for it.

    Args:
        body (PictureUpload): A form with the picture in it.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        UploadedPicture
    """

    answer = sync_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("UploadedPicture", success(OPERATION, answer))


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: PictureUpload,
    timeout: Timeout | Unset = UNSET,
) -> Response[ErrorEnvelope | UploadedPicture]:
    """Upload the picture of the user

    A PNG, JPEG, GIF or WebP picture takes the place of the one before, whose address leads nowhere from
    then on. What it is, is seen from its first bytes, never from its name or the type that is declared
    for it.

    Args:
        body (PictureUpload): A form with the picture in it.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        TransportError: there is no answer; TimedOut where none came in time.

    Returns:
        the whole answer, whatever it is
    """

    request = _get_kwargs(
        body=body,
    )
    return read(_parse_response, await client.send_async(OPERATION, request, timeout=timeout))


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: PictureUpload,
    timeout: Timeout | Unset = UNSET,
) -> UploadedPicture:
    """Upload the picture of the user

    A PNG, JPEG, GIF or WebP picture takes the place of the one before, whose address leads nowhere from
    then on. What it is, is seen from its first bytes, never from its name or the type that is declared
    for it.

    Args:
        body (PictureUpload): A form with the picture in it.
        timeout: seconds for this call, instead of the client's; None waits for ever.

    Raises:
        Refusal: the server refused; documented codes have classes of their own.
        LoginError: any other answer, or none.

    Returns:
        UploadedPicture
    """

    answer = await asyncio_detailed(
        client=client,
        body=body,
        timeout=timeout,
    )
    return cast("UploadedPicture", success(OPERATION, answer))
