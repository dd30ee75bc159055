from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.platform_account import PlatformAccount


T = TypeVar("T", bound="PlatformAccounts")


@_attrs_define(repr=False)
class PlatformAccounts:
    """Accounts at gaming platforms whose users on the server are asked for."""

    users: list[PlatformAccount]
    """ The accounts to ask for. """
    project_id: None | Unset | UUID = UNSET
    """ Id of the Login project, which is that of the token. """
    publisher_project_id: int | None | Unset = UNSET
    """ Id of the game in the publisher's account. Here it changes nothing. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        users = []
        for users_item_data in self.users:
            users_item = users_item_data.to_dict()
            users.append(users_item)

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
                "users": users,
            }
        )
        if project_id is not UNSET:
            field_dict["project_id"] = project_id
        if publisher_project_id is not UNSET:
            field_dict["publisher_project_id"] = publisher_project_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.platform_account import PlatformAccount  # noqa: PLC0415

        d = present(src_dict, optional=())
        users = []
        _users = d.pop("users")
        for users_item_data in listed(_users):
            users_item = PlatformAccount.from_dict(users_item_data)

            users.append(users_item)

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

        platform_accounts = cls(
            users=users,
            project_id=project_id,
            publisher_project_id=publisher_project_id,
        )

        platform_accounts.additional_properties = d
        return platform_accounts

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
