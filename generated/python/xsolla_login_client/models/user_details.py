from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.gender import Gender, check_gender
from ..presence import listed, present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.user_ban import UserBan
    from ..models.user_device import UserDevice
    from ..models.user_group import UserGroup


T = TypeVar("T", bound="UserDetails")


@_attrs_define(repr=False)
class UserDetails:
    """What is known of a user, whoever told it."""

    id: UUID
    """ Id of the user, the `sub` of their tokens. """
    username: None | str
    """ The username, where the user has one. """
    email: None | str
    """ The address of the account, proven or not. """
    name: None | str
    """ What a social network calls the user. """
    nickname: None | str
    """ What the user wants to be called. """
    first_name: None | str
    """ The first name, where the user has told one. """
    last_name: None | str
    """ The last name, where the user has told one. """
    picture: None | str
    """ Address of the user's picture. """
    country: None | str
    """ As the user answered where the project asked for it. """
    birthday: datetime.date | None
    """ The day of birth, where the user has told it. """
    gender: Gender | None | str
    """ The gender, where the user has told one. """
    phone: None | str
    """ The number that gets the codes of the second factor. """
    external_id: None | str
    """ Id of the user on the partner's server. """
    connection_information: None | str
    """ The birthday as a Korean identity service has proven it. """
    registered: str
    """ A moment to the second, with an offset that has no colon. """
    last_login: str
    """ A moment to the second, with an offset that has no colon. """
    ban: None | UserBan
    """ Why and how long the user is shut out; null for all others. """
    groups: list[UserGroup]
    """ The default group first, the others by their ids. """
    devices: list[UserDevice]
    """ The devices of an account, the oldest first. """
    tag: str | Unset = UNSET
    """ Digits that come with the first nickname and stay. Nobody else in the project has the same nickname
    and the same tag. """
    phone_auth: str | Unset = UNSET
    """ The number that the user logs in with, without the plus sign; left out where there is none. """
    is_anonymous: bool | Unset = UNSET
    """ Whether the server knows nothing by which the user could log in elsewhere: they came with a device
    or with an id of the partner's server, and have told no name, address, number or social network. """
    is_last_email_confirmed: bool | Unset = UNSET
    """ Whether the address is proven. """
    is_user_active: bool | Unset = UNSET
    """ Whether the account can be logged in with. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        from ..models.user_ban import UserBan  # noqa: PLC0415

        id = str(self.id)

        username: None | str
        username = self.username

        email: None | str
        email = self.email

        name: None | str
        name = self.name

        nickname: None | str
        nickname = self.nickname

        first_name: None | str
        first_name = self.first_name

        last_name: None | str
        last_name = self.last_name

        picture: None | str
        picture = self.picture

        country: None | str
        country = self.country

        birthday: None | str
        if isinstance(self.birthday, datetime.date):
            birthday = self.birthday.isoformat()
        else:
            birthday = self.birthday

        gender: None | str
        if isinstance(self.gender, str):
            gender = self.gender
        else:
            gender = self.gender

        phone: None | str
        phone = self.phone

        external_id: None | str
        external_id = self.external_id

        connection_information: None | str
        connection_information = self.connection_information

        registered = self.registered

        last_login = self.last_login

        ban: dict[str, Any] | None
        if isinstance(self.ban, UserBan):
            ban = self.ban.to_dict()
        else:
            ban = self.ban

        groups = []
        for componentsschemas_user_groups_item_data in self.groups:
            componentsschemas_user_groups_item = componentsschemas_user_groups_item_data.to_dict()
            groups.append(componentsschemas_user_groups_item)

        devices = []
        for componentsschemas_user_devices_item_data in self.devices:
            componentsschemas_user_devices_item = componentsschemas_user_devices_item_data.to_dict()
            devices.append(componentsschemas_user_devices_item)

        tag = self.tag

        phone_auth = self.phone_auth

        is_anonymous = self.is_anonymous

        is_last_email_confirmed = self.is_last_email_confirmed

        is_user_active = self.is_user_active

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "username": username,
                "email": email,
                "name": name,
                "nickname": nickname,
                "first_name": first_name,
                "last_name": last_name,
                "picture": picture,
                "country": country,
                "birthday": birthday,
                "gender": gender,
                "phone": phone,
                "external_id": external_id,
                "connection_information": connection_information,
                "registered": registered,
                "last_login": last_login,
                "ban": ban,
                "groups": groups,
                "devices": devices,
            }
        )
        if tag is not UNSET:
            field_dict["tag"] = tag
        if phone_auth is not UNSET:
            field_dict["phone_auth"] = phone_auth
        if is_anonymous is not UNSET:
            field_dict["is_anonymous"] = is_anonymous
        if is_last_email_confirmed is not UNSET:
            field_dict["is_last_email_confirmed"] = is_last_email_confirmed
        if is_user_active is not UNSET:
            field_dict["is_user_active"] = is_user_active

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.user_ban import UserBan  # noqa: PLC0415
        from ..models.user_device import UserDevice  # noqa: PLC0415
        from ..models.user_group import UserGroup  # noqa: PLC0415

        d = present(
            src_dict,
            optional=("is_anonymous", "is_last_email_confirmed", "is_user_active", "phone_auth", "tag"),
        )
        id = UUID(d.pop("id"))

        def _parse_username(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        username = _parse_username(d.pop("username"))

        def _parse_email(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        email = _parse_email(d.pop("email"))

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_nickname(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        nickname = _parse_nickname(d.pop("nickname"))

        def _parse_first_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        first_name = _parse_first_name(d.pop("first_name"))

        def _parse_last_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_name = _parse_last_name(d.pop("last_name"))

        def _parse_picture(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        picture = _parse_picture(d.pop("picture"))

        def _parse_country(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        country = _parse_country(d.pop("country"))

        def _parse_birthday(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                birthday_type_0 = datetime.date.fromisoformat(data)

                return birthday_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        birthday = _parse_birthday(d.pop("birthday"))

        def _parse_gender(data: object) -> Gender | None | str:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                gender_type_0_type_0 = check_gender(data)

                return gender_type_0_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Gender | None | str, data)

        gender = _parse_gender(d.pop("gender"))

        def _parse_phone(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        phone = _parse_phone(d.pop("phone"))

        def _parse_external_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        external_id = _parse_external_id(d.pop("external_id"))

        def _parse_connection_information(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        connection_information = _parse_connection_information(d.pop("connection_information"))

        registered = d.pop("registered")

        last_login = d.pop("last_login")

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

        devices = []
        _devices = d.pop("devices")
        for componentsschemas_user_devices_item_data in listed(_devices):
            componentsschemas_user_devices_item = UserDevice.from_dict(
                componentsschemas_user_devices_item_data
            )

            devices.append(componentsschemas_user_devices_item)

        tag = d.pop("tag", UNSET)

        phone_auth = d.pop("phone_auth", UNSET)

        is_anonymous = d.pop("is_anonymous", UNSET)

        is_last_email_confirmed = d.pop("is_last_email_confirmed", UNSET)

        is_user_active = d.pop("is_user_active", UNSET)

        user_details = cls(
            id=id,
            username=username,
            email=email,
            name=name,
            nickname=nickname,
            first_name=first_name,
            last_name=last_name,
            picture=picture,
            country=country,
            birthday=birthday,
            gender=gender,
            phone=phone,
            external_id=external_id,
            connection_information=connection_information,
            registered=registered,
            last_login=last_login,
            ban=ban,
            groups=groups,
            devices=devices,
            tag=tag,
            phone_auth=phone_auth,
            is_anonymous=is_anonymous,
            is_last_email_confirmed=is_last_email_confirmed,
            is_user_active=is_user_active,
        )

        user_details.additional_properties = d
        return user_details

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
