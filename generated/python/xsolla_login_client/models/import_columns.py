from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="ImportColumns")


@_attrs_define(repr=False)
class ImportColumns:
    """Which value of a line means what, by its place, counted from zero. A value that is empty says nothing. One of
    `email`, `username`, `phone_number`, `server_custom_id` and `provider|steam` has to be there on each line.

    """

    email: int | None | Unset = UNSET
    """ The address. """
    email_verified: int | None | Unset = UNSET
    """ Whether the address is proven: `true` or `false`, `1` or `0`. Left out or empty, it is. """
    user_id: int | None | Unset = UNSET
    """ The id, a UUID; made where it is left out or empty. """
    is_active: int | None | Unset = UNSET
    """ Whether the account is confirmed, as in `email_verified`. Left out or empty, it is. """
    is_banned: int | None | Unset = UNSET
    """ Whether the user is shut out for good, as in `email_verified`. Left out or empty, not. """
    username: int | None | Unset = UNSET
    """ The username. """
    birth_date: int | None | Unset = UNSET
    """ The birthday, `YYYY-MM-DD`. """
    gender: int | None | Unset = UNSET
    """ One of `f`, `m`, `other` and `prefer not to answer`. """
    full_name: int | None | Unset = UNSET
    """ The whole name. """
    last_name: int | None | Unset = UNSET
    """ The last name. """
    first_name: int | None | Unset = UNSET
    """ The first name. """
    nickname: int | None | Unset = UNSET
    """ The nickname. """
    picture: int | None | Unset = UNSET
    """ The address of a picture, `http` or `https`. """
    password_hash: int | None | Unset = UNSET
    """ The bcrypt hash of the password, of cost 4 to 12. """
    phone_number: int | None | Unset = UNSET
    """ The number to log in with, in the international notation of E.123 (`+1 202 555 0143`). """
    server_custom_id: int | None | Unset = UNSET
    """ The id on the partner's server. """
    last_login_date: int | None | Unset = UNSET
    """ When the user logged in last, by ISO 8601; without an offset, in UTC. """
    providersteam: int | None | Unset = UNSET
    """ The id of the account at Steam. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        email: int | None | Unset
        if isinstance(self.email, Unset):
            email = UNSET
        else:
            email = self.email

        email_verified: int | None | Unset
        if isinstance(self.email_verified, Unset):
            email_verified = UNSET
        else:
            email_verified = self.email_verified

        user_id: int | None | Unset
        if isinstance(self.user_id, Unset):
            user_id = UNSET
        else:
            user_id = self.user_id

        is_active: int | None | Unset
        if isinstance(self.is_active, Unset):
            is_active = UNSET
        else:
            is_active = self.is_active

        is_banned: int | None | Unset
        if isinstance(self.is_banned, Unset):
            is_banned = UNSET
        else:
            is_banned = self.is_banned

        username: int | None | Unset
        if isinstance(self.username, Unset):
            username = UNSET
        else:
            username = self.username

        birth_date: int | None | Unset
        if isinstance(self.birth_date, Unset):
            birth_date = UNSET
        else:
            birth_date = self.birth_date

        gender: int | None | Unset
        if isinstance(self.gender, Unset):
            gender = UNSET
        else:
            gender = self.gender

        full_name: int | None | Unset
        if isinstance(self.full_name, Unset):
            full_name = UNSET
        else:
            full_name = self.full_name

        last_name: int | None | Unset
        if isinstance(self.last_name, Unset):
            last_name = UNSET
        else:
            last_name = self.last_name

        first_name: int | None | Unset
        if isinstance(self.first_name, Unset):
            first_name = UNSET
        else:
            first_name = self.first_name

        nickname: int | None | Unset
        if isinstance(self.nickname, Unset):
            nickname = UNSET
        else:
            nickname = self.nickname

        picture: int | None | Unset
        if isinstance(self.picture, Unset):
            picture = UNSET
        else:
            picture = self.picture

        password_hash: int | None | Unset
        if isinstance(self.password_hash, Unset):
            password_hash = UNSET
        else:
            password_hash = self.password_hash

        phone_number: int | None | Unset
        if isinstance(self.phone_number, Unset):
            phone_number = UNSET
        else:
            phone_number = self.phone_number

        server_custom_id: int | None | Unset
        if isinstance(self.server_custom_id, Unset):
            server_custom_id = UNSET
        else:
            server_custom_id = self.server_custom_id

        last_login_date: int | None | Unset
        if isinstance(self.last_login_date, Unset):
            last_login_date = UNSET
        else:
            last_login_date = self.last_login_date

        providersteam: int | None | Unset
        if isinstance(self.providersteam, Unset):
            providersteam = UNSET
        else:
            providersteam = self.providersteam

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if email is not UNSET:
            field_dict["email"] = email
        if email_verified is not UNSET:
            field_dict["email_verified"] = email_verified
        if user_id is not UNSET:
            field_dict["user_id"] = user_id
        if is_active is not UNSET:
            field_dict["is_active"] = is_active
        if is_banned is not UNSET:
            field_dict["is_banned"] = is_banned
        if username is not UNSET:
            field_dict["username"] = username
        if birth_date is not UNSET:
            field_dict["birth_date"] = birth_date
        if gender is not UNSET:
            field_dict["gender"] = gender
        if full_name is not UNSET:
            field_dict["full_name"] = full_name
        if last_name is not UNSET:
            field_dict["last_name"] = last_name
        if first_name is not UNSET:
            field_dict["first_name"] = first_name
        if nickname is not UNSET:
            field_dict["nickname"] = nickname
        if picture is not UNSET:
            field_dict["picture"] = picture
        if password_hash is not UNSET:
            field_dict["password_hash"] = password_hash
        if phone_number is not UNSET:
            field_dict["phone_number"] = phone_number
        if server_custom_id is not UNSET:
            field_dict["server_custom_id"] = server_custom_id
        if last_login_date is not UNSET:
            field_dict["last_login_date"] = last_login_date
        if providersteam is not UNSET:
            field_dict["provider|steam"] = providersteam

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())

        def _parse_email(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        email = _parse_email(d.pop("email", UNSET))

        def _parse_email_verified(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        email_verified = _parse_email_verified(d.pop("email_verified", UNSET))

        def _parse_user_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        user_id = _parse_user_id(d.pop("user_id", UNSET))

        def _parse_is_active(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        is_active = _parse_is_active(d.pop("is_active", UNSET))

        def _parse_is_banned(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        is_banned = _parse_is_banned(d.pop("is_banned", UNSET))

        def _parse_username(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        username = _parse_username(d.pop("username", UNSET))

        def _parse_birth_date(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        birth_date = _parse_birth_date(d.pop("birth_date", UNSET))

        def _parse_gender(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        gender = _parse_gender(d.pop("gender", UNSET))

        def _parse_full_name(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        full_name = _parse_full_name(d.pop("full_name", UNSET))

        def _parse_last_name(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        last_name = _parse_last_name(d.pop("last_name", UNSET))

        def _parse_first_name(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        first_name = _parse_first_name(d.pop("first_name", UNSET))

        def _parse_nickname(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        nickname = _parse_nickname(d.pop("nickname", UNSET))

        def _parse_picture(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        picture = _parse_picture(d.pop("picture", UNSET))

        def _parse_password_hash(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        password_hash = _parse_password_hash(d.pop("password_hash", UNSET))

        def _parse_phone_number(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        phone_number = _parse_phone_number(d.pop("phone_number", UNSET))

        def _parse_server_custom_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        server_custom_id = _parse_server_custom_id(d.pop("server_custom_id", UNSET))

        def _parse_last_login_date(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        last_login_date = _parse_last_login_date(d.pop("last_login_date", UNSET))

        def _parse_providersteam(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        providersteam = _parse_providersteam(d.pop("provider|steam", UNSET))

        import_columns = cls(
            email=email,
            email_verified=email_verified,
            user_id=user_id,
            is_active=is_active,
            is_banned=is_banned,
            username=username,
            birth_date=birth_date,
            gender=gender,
            full_name=full_name,
            last_name=last_name,
            first_name=first_name,
            nickname=nickname,
            picture=picture,
            password_hash=password_hash,
            phone_number=phone_number,
            server_custom_id=server_custom_id,
            last_login_date=last_login_date,
            providersteam=providersteam,
        )

        import_columns.additional_properties = d
        return import_columns

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
