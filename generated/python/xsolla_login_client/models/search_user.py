from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.user_ban import UserBan
    from ..models.user_group import UserGroup


T = TypeVar("T", bound="SearchUser")


@_attrs_define(repr=False)
class SearchUser:
    """What a partner's server is told of a user. What is not required is left out where it is not known."""

    id: UUID
    """ Id of the user on the server. """
    external_id: None | str
    """ Id of the user on the partner's server. """
    last_login: datetime.datetime
    """ When the user logged in last, or else came into being. """
    login_type: str
    """ How the user logs in, as the claim `type` of tokens says it: the first that they have of a username
    or a password (`xsolla_login`), a social network, an address, a number, an id of the partner's server and a
    device. """
    is_last_email_confirmed: bool
    """ Whether there is an address, and it is proven. """
    is_user_active: bool
    """ Whether nothing is left to confirm before the user can log in. """
    phone_auth: None | str
    """ The number that the user logs in with, without the plus sign. """
    ban: None | UserBan
    """ Why and how long the user is shut out; null or missing for all others. """
    groups: list[UserGroup]
    """ The default group first, the others by their ids. """
    is_anonymous: bool | Unset = UNSET
    """ Whether the user came with a device or an id of the partner's server, and has told nothing else. """
    username: str | Unset = UNSET
    """ The username, where the user has one. """
    email: str | Unset = UNSET
    """ The user's e-mail address, where there is one. """
    first_name: str | Unset = UNSET
    """ The first name, where the user has told one. """
    last_name: str | Unset = UNSET
    """ The last name, where the user has told one. """
    name: str | Unset = UNSET
    """ What a social network calls the user. """
    nickname: str | Unset = UNSET
    """ What the user wants to be called. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        from ..models.user_ban import UserBan  # noqa: PLC0415

        id = str(self.id)

        external_id: None | str
        external_id = self.external_id

        last_login = self.last_login.isoformat()

        login_type = self.login_type

        is_last_email_confirmed = self.is_last_email_confirmed

        is_user_active = self.is_user_active

        phone_auth: None | str
        phone_auth = self.phone_auth

        ban: dict[str, Any] | None
        if isinstance(self.ban, UserBan):
            ban = self.ban.to_dict()
        else:
            ban = self.ban

        groups = []
        for componentsschemas_user_groups_item_data in self.groups:
            componentsschemas_user_groups_item = componentsschemas_user_groups_item_data.to_dict()
            groups.append(componentsschemas_user_groups_item)

        is_anonymous = self.is_anonymous

        username = self.username

        email = self.email

        first_name = self.first_name

        last_name = self.last_name

        name = self.name

        nickname = self.nickname

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "external_id": external_id,
                "last_login": last_login,
                "login_type": login_type,
                "is_last_email_confirmed": is_last_email_confirmed,
                "is_user_active": is_user_active,
                "phone_auth": phone_auth,
                "ban": ban,
                "groups": groups,
            }
        )
        if is_anonymous is not UNSET:
            field_dict["is_anonymous"] = is_anonymous
        if username is not UNSET:
            field_dict["username"] = username
        if email is not UNSET:
            field_dict["email"] = email
        if first_name is not UNSET:
            field_dict["first_name"] = first_name
        if last_name is not UNSET:
            field_dict["last_name"] = last_name
        if name is not UNSET:
            field_dict["name"] = name
        if nickname is not UNSET:
            field_dict["nickname"] = nickname

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.user_ban import UserBan  # noqa: PLC0415
        from ..models.user_group import UserGroup  # noqa: PLC0415

        d = present(
            src_dict,
            optional=("email", "first_name", "is_anonymous", "last_name", "name", "nickname", "username"),
        )
        id = UUID(d.pop("id"))

        def _parse_external_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        external_id = _parse_external_id(d.pop("external_id"))

        last_login = datetime.datetime.fromisoformat(d.pop("last_login"))

        login_type = d.pop("login_type")

        is_last_email_confirmed = d.pop("is_last_email_confirmed")

        is_user_active = d.pop("is_user_active")

        def _parse_phone_auth(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone_auth = _parse_phone_auth(d.pop("phone_auth"))

        def _parse_ban(data: object) -> None | UserBan:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ban_type_0 = UserBan.from_dict(data)

                return ban_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UserBan, data)

        ban = _parse_ban(d.pop("ban"))

        groups = []
        _groups = d.pop("groups")
        for componentsschemas_user_groups_item_data in listed(_groups):
            componentsschemas_user_groups_item = UserGroup.from_dict(componentsschemas_user_groups_item_data)

            groups.append(componentsschemas_user_groups_item)

        is_anonymous = d.pop("is_anonymous", UNSET)

        username = d.pop("username", UNSET)

        email = d.pop("email", UNSET)

        first_name = d.pop("first_name", UNSET)

        last_name = d.pop("last_name", UNSET)

        name = d.pop("name", UNSET)

        nickname = d.pop("nickname", UNSET)

        search_user = cls(
            id=id,
            external_id=external_id,
            last_login=last_login,
            login_type=login_type,
            is_last_email_confirmed=is_last_email_confirmed,
            is_user_active=is_user_active,
            phone_auth=phone_auth,
            ban=ban,
            groups=groups,
            is_anonymous=is_anonymous,
            username=username,
            email=email,
            first_name=first_name,
            last_name=last_name,
            name=name,
            nickname=nickname,
        )

        search_user.additional_properties = d
        return search_user

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
