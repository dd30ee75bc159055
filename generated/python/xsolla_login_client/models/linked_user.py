from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.gaming_platform import GamingPlatform, check_gaming_platform
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="LinkedUser")


@_attrs_define(repr=False)
class LinkedUser:
    """Whom an account at a gaming platform stands for."""

    platform: GamingPlatform | str
    user_id: str
    """ Id of the user on the platform. """
    xl_uid: None | UUID
    """ Id of the user here; null where the account stands for nobody. """
    email: None | str | Unset = UNSET
    """ The user's address. """
    external_account_id: None | str | Unset = UNSET
    """ Id of the user on the partner's server. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        platform: str
        if isinstance(self.platform, str):
            platform = self.platform
        else:
            platform = self.platform

        user_id = self.user_id

        xl_uid: None | str
        if isinstance(self.xl_uid, UUID):
            xl_uid = str(self.xl_uid)
        else:
            xl_uid = self.xl_uid

        email: None | str | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        external_account_id: None | str | Unset
        if isinstance(self.external_account_id, Unset):
            external_account_id = UNSET
        else:
            external_account_id = self.external_account_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "platform": platform,
                "user_id": user_id,
                "xl_uid": xl_uid,
            }
        )
        if email is not UNSET:
            field_dict["email"] = email
        if external_account_id is not UNSET:
            field_dict["external_account_id"] = external_account_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())

        def _parse_platform(data: object) -> GamingPlatform | str:
            try:
                if not isinstance(data, str):
                    raise TypeError()
                platform_type_0 = check_gaming_platform(data)

                return platform_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GamingPlatform | str, data)

        platform = _parse_platform(d.pop("platform"))

        user_id = d.pop("user_id")

        def _parse_xl_uid(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                xl_uid_type_0 = UUID(data)

                return xl_uid_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        xl_uid = _parse_xl_uid(d.pop("xl_uid"))

        def _parse_email(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_external_account_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        external_account_id = _parse_external_account_id(d.pop("external_account_id", UNSET))

        linked_user = cls(
            platform=platform,
            user_id=user_id,
            xl_uid=xl_uid,
            email=email,
            external_account_id=external_account_id,
        )

        linked_user.additional_properties = d
        return linked_user

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
