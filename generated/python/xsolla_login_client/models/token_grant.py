from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.grant_type import GrantType, check_grant_type
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="TokenGrant")


@_attrs_define(repr=False)
class TokenGrant:
    """What is exchanged for tokens. Which properties are needed depends on `grant_type`; a
    confidential or server client always adds its `client_secret`, a public client has none.

    """

    grant_type: GrantType
    """ The kind of exchange. The last name is spelled with an underscore, unlike that of RFC 8693. """
    client_id: str
    """ Id of the client, in decimal. """
    client_secret: str | Unset = UNSET
    """ Secret of a confidential or server client. It is taken from the form only. """
    code: str | Unset = UNSET
    """ For `authorization_code`: the code of the redirect URI, or that of `jwt-sso`. It works once
    and lives for a minute. """
    redirect_uri: str | Unset = UNSET
    """ For `authorization_code`: when it is sent, it must equal the one that the login was started
    with. Mobile SDKs also send it with a refresh; it has no effect there. """
    code_verifier: str | Unset = UNSET
    """ For `authorization_code`: the text that the `code_challenge` of `oauth2-authorize` was made
    of (RFC 7636). Needed when there was one, refused when there was none (RFC 9700). """
    refresh_token: str | Unset = UNSET
    """ For `refresh_token`: the one of the newest answer. Every use replaces it. """
    subject_token: str | Unset = UNSET
    """ For the token exchange: the user token to exchange. """
    subject_token_type: str | Unset = UNSET
    """ For the token exchange: what `subject_token` is, in the words of RFC 8693. It has no effect. """
    scope: str | Unset = UNSET
    """ For the token exchange: the scopes of the new token. A refresh keeps the scopes that it had,
    whatever is sent. """
    audience: str | Unset = UNSET
    """ For the token exchange: for whom the new token is meant. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(
            self, secrets=("client_secret", "code", "code_verifier", "refresh_token", "subject_token")
        )

    def to_dict(self) -> dict[str, Any]:
        grant_type: str = self.grant_type

        client_id = self.client_id

        client_secret = self.client_secret

        code = self.code

        redirect_uri = self.redirect_uri

        code_verifier = self.code_verifier

        refresh_token = self.refresh_token

        subject_token = self.subject_token

        subject_token_type = self.subject_token_type

        scope = self.scope

        audience = self.audience

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "grant_type": grant_type,
                "client_id": client_id,
            }
        )
        if client_secret is not UNSET:
            field_dict["client_secret"] = client_secret
        if code is not UNSET:
            field_dict["code"] = code
        if redirect_uri is not UNSET:
            field_dict["redirect_uri"] = redirect_uri
        if code_verifier is not UNSET:
            field_dict["code_verifier"] = code_verifier
        if refresh_token is not UNSET:
            field_dict["refresh_token"] = refresh_token
        if subject_token is not UNSET:
            field_dict["subject_token"] = subject_token
        if subject_token_type is not UNSET:
            field_dict["subject_token_type"] = subject_token_type
        if scope is not UNSET:
            field_dict["scope"] = scope
        if audience is not UNSET:
            field_dict["audience"] = audience

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(
            src_dict,
            optional=(
                "audience",
                "client_secret",
                "code",
                "code_verifier",
                "redirect_uri",
                "refresh_token",
                "scope",
                "subject_token",
                "subject_token_type",
            ),
        )
        grant_type = check_grant_type(d.pop("grant_type"))

        client_id = d.pop("client_id")

        client_secret = d.pop("client_secret", UNSET)

        code = d.pop("code", UNSET)

        redirect_uri = d.pop("redirect_uri", UNSET)

        code_verifier = d.pop("code_verifier", UNSET)

        refresh_token = d.pop("refresh_token", UNSET)

        subject_token = d.pop("subject_token", UNSET)

        subject_token_type = d.pop("subject_token_type", UNSET)

        scope = d.pop("scope", UNSET)

        audience = d.pop("audience", UNSET)

        token_grant = cls(
            grant_type=grant_type,
            client_id=client_id,
            client_secret=client_secret,
            code=code,
            redirect_uri=redirect_uri,
            code_verifier=code_verifier,
            refresh_token=refresh_token,
            subject_token=subject_token,
            subject_token_type=subject_token_type,
            scope=scope,
            audience=audience,
        )

        token_grant.additional_properties = d
        return token_grant

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
