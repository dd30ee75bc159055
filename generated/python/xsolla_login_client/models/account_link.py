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

T = TypeVar("T", bound="AccountLink")


@_attrs_define(repr=False)
class AccountLink:
    """A code that a user was told, and the account elsewhere that it links."""

    code: str
    """ What `create-code-for-linking-accounts` gave the user. """
    platform: GamingPlatform
    """ The gaming platform. """
    user_id: str
    """ Id of the user on the platform; it counts as it is spelled. """
    project_id: None | Unset | UUID = UNSET
    """ Id of the Login project, which is that of the token. """
    publisher_project_id: int | None | Unset = UNSET
    """ Id of the game in the publisher's account. Here it changes nothing. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("code",))

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        platform: str = self.platform

        user_id = self.user_id

        project_id: None | str | Unset
        if isinstance(self.project_id, Unset):
            project_id = UNSET
        elif isinstance(self.project_id, UUID):
            project_id = str(self.project_id)
        else:
            project_id = self.project_id

        publisher_project_id: int | None | Unset
        if isinstance(self.publisher_project_id, Unset):
            publisher_project_id = UNSET
        else:
            publisher_project_id = self.publisher_project_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "platform": platform,
                "user_id": user_id,
            }
        )
        if project_id is not UNSET:
            field_dict["project_id"] = project_id
        if publisher_project_id is not UNSET:
            field_dict["publisher_project_id"] = publisher_project_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        code = d.pop("code")

        platform = check_gaming_platform(d.pop("platform"))

        user_id = d.pop("user_id")

        def _parse_project_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                componentsschemas_project_of_token_type_0 = UUID(data)

                return componentsschemas_project_of_token_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        project_id = _parse_project_id(d.pop("project_id", UNSET))

        def _parse_publisher_project_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        publisher_project_id = _parse_publisher_project_id(d.pop("publisher_project_id", UNSET))

        account_link = cls(
            code=code,
            platform=platform,
            user_id=user_id,
            project_id=project_id,
            publisher_project_id=publisher_project_id,
        )

        account_link.additional_properties = d
        return account_link

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
