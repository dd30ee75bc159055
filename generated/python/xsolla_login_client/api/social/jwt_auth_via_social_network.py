from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.error_envelope import ErrorEnvelope
from ...models.with_logout import WithLogout
from ...types import UNSET, Response, Unset


def _get_kwargs(
    provider_name: str,
    *,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    phone_only: bool | Unset = False,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_project_id = str(project_id)
    params["projectId"] = json_project_id

    params["login_url"] = login_url

    params["payload"] = payload

    json_with_logout: str | Unset = UNSET
    if not isinstance(with_logout, Unset):
        json_with_logout = with_logout

    params["with_logout"] = json_with_logout

    params["locale"] = locale

    json_fields: list[str] | Unset = UNSET
    if not isinstance(fields, Unset):
        json_fields = fields

    params["fields"] = json_fields

    params["phone_only"] = phone_only

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/social/{provider_name}/login_redirect".format(
            provider_name=quote(str(provider_name), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | ErrorEnvelope | None:
    if response.status_code == 302:
        response_302 = cast(Any, None)
        return response_302

    if response.status_code == 400:
        response_400 = ErrorEnvelope.from_dict(response.json())

        return response_400

    if response.status_code == 404:
        response_404 = ErrorEnvelope.from_dict(response.json())

        return response_404

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
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    phone_only: bool | Unset = False,
) -> Response[Any | ErrorEnvelope]:
    """Go to a social network's login

     As `jwt-get-link-for-social-auth`, for a browser that navigates.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        fields (list[str] | Unset):
        phone_only (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        provider_name=provider_name,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        fields=fields,
        phone_only=phone_only,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    phone_only: bool | Unset = False,
) -> Any | ErrorEnvelope | None:
    """Go to a social network's login

     As `jwt-get-link-for-social-auth`, for a browser that navigates.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        fields (list[str] | Unset):
        phone_only (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return sync_detailed(
        provider_name=provider_name,
        client=client,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        fields=fields,
        phone_only=phone_only,
    ).parsed


async def asyncio_detailed(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    phone_only: bool | Unset = False,
) -> Response[Any | ErrorEnvelope]:
    """Go to a social network's login

     As `jwt-get-link-for-social-auth`, for a browser that navigates.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        fields (list[str] | Unset):
        phone_only (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | ErrorEnvelope]
    """

    kwargs = _get_kwargs(
        provider_name=provider_name,
        project_id=project_id,
        login_url=login_url,
        payload=payload,
        with_logout=with_logout,
        locale=locale,
        fields=fields,
        phone_only=phone_only,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    provider_name: str,
    *,
    client: AuthenticatedClient | Client,
    project_id: UUID,
    login_url: str | Unset = UNSET,
    payload: str | Unset = UNSET,
    with_logout: WithLogout | Unset = UNSET,
    locale: str | Unset = UNSET,
    fields: list[str] | Unset = UNSET,
    phone_only: bool | Unset = False,
) -> Any | ErrorEnvelope | None:
    """Go to a social network's login

     As `jwt-get-link-for-social-auth`, for a browser that navigates.

    Args:
        provider_name (str): Name of a social network or gaming platform. An open set.
        project_id (UUID):
        login_url (str | Unset):
        payload (str | Unset):
        with_logout (WithLogout | Unset): Whether the login ends the user's earlier sessions. The
            widget SDK sends `true`.
        locale (str | Unset):
        fields (list[str] | Unset):
        phone_only (bool | Unset):  Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | ErrorEnvelope
    """

    return (
        await asyncio_detailed(
            provider_name=provider_name,
            client=client,
            project_id=project_id,
            login_url=login_url,
            payload=payload,
            with_logout=with_logout,
            locale=locale,
            fields=fields,
            phone_only=phone_only,
        )
    ).parsed
