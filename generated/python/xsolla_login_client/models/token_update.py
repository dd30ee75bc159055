from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.token_update_settings import TokenUpdateSettings
    from ..models.updated_fields import UpdatedFields


T = TypeVar("T", bound="TokenUpdate")


@_attrs_define(repr=False)
class TokenUpdate:
    """What the user answered to the fields that the project asks for."""

    token: str
    """ The user token, or the token that came with `ask_fields`. """
    updated_fields: UpdatedFields
    """ The answers, one text per asked field. An empty object skips what is optional. """
    settings: None | TokenUpdateSettings | Unset = UNSET
    """ How a contact among the answers is confirmed. """
    email: None | str | Unset = UNSET
    """ The widget SDK sends an empty text here in JWT mode, and in OAuth mode the e-mail address
    once more. It has no effect. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("token",))

    def to_dict(self) -> dict[str, Any]:
        from ..models.token_update_settings import TokenUpdateSettings  # noqa: PLC0415

        token = self.token

        updated_fields = self.updated_fields.to_dict()

        settings: dict[str, Any] | None | Unset
        if isinstance(self.settings, Unset):
            settings = UNSET
        elif isinstance(self.settings, TokenUpdateSettings):
            settings = self.settings.to_dict()
        else:
            settings = self.settings

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "token": token,
                "updatedFields": updated_fields,
            }
        )
        if settings is not UNSET:
            field_dict["settings"] = settings
        if email is not UNSET:
            field_dict["email"] = email

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.token_update_settings import TokenUpdateSettings  # noqa: PLC0415
        from ..models.updated_fields import UpdatedFields  # noqa: PLC0415

        d = present(src_dict, optional=())
        token = d.pop("token")

        updated_fields = UpdatedFields.from_dict(d.pop("updatedFields"))

        def _parse_settings(data: object) -> None | TokenUpdateSettings | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                settings_type_0 = TokenUpdateSettings.from_dict(data)

                return settings_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TokenUpdateSettings | Unset, data)

        settings = _parse_settings(d.pop("settings", UNSET))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        token_update = cls(
            token=token,
            updated_fields=updated_fields,
            settings=settings,
            email=email,
        )

        token_update.additional_properties = d
        return token_update

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
