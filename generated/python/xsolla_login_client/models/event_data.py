from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="EventData")


@_attrs_define(repr=False)
class EventData:
    """About whom and what; it differs from event to event, and more may come."""

    user_id: UUID | Unset = UNSET
    """ Id of the user that the event is about. """
    username: str | Unset = UNSET
    """ The username, where the user has one. """
    email: str | Unset = UNSET
    """ The user's e-mail address, where there is one. """
    phone_number: str | Unset = UNSET
    """ The user's phone number, where there is one. """
    provider: str | Unset = UNSET
    """ The social network, where one is involved. """
    login_type: str | Unset = UNSET
    """ How they logged in: the claim `type` of the login's token, where the Login server keeps the
    user's data itself. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        user_id: str | Unset = UNSET
        if not isinstance(self.user_id, Unset):
            user_id = str(self.user_id)

        username = self.username

        email = self.email

        phone_number = self.phone_number

        provider = self.provider

        login_type = self.login_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if user_id is not UNSET:
            field_dict["user_id"] = user_id
        if username is not UNSET:
            field_dict["username"] = username
        if email is not UNSET:
            field_dict["email"] = email
        if phone_number is not UNSET:
            field_dict["phone_number"] = phone_number
        if provider is not UNSET:
            field_dict["provider"] = provider
        if login_type is not UNSET:
            field_dict["login_type"] = login_type

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(
            src_dict, optional=("email", "login_type", "phone_number", "provider", "user_id", "username")
        )
        _user_id = d.pop("user_id", UNSET)
        user_id: UUID | Unset
        if isinstance(_user_id, Unset):
            user_id = UNSET
        else:
            user_id = UUID(_user_id)

        username = d.pop("username", UNSET)

        email = d.pop("email", UNSET)

        phone_number = d.pop("phone_number", UNSET)

        provider = d.pop("provider", UNSET)

        login_type = d.pop("login_type", UNSET)

        event_data = cls(
            user_id=user_id,
            username=username,
            email=email,
            phone_number=phone_number,
            provider=provider,
            login_type=login_type,
        )

        event_data.additional_properties = d
        return event_data

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
