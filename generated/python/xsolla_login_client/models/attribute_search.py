from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..models.attribute_search_type import AttributeSearchType, check_attribute_search_type
from ..models.attribute_type import AttributeType, check_attribute_type
from ..presence import present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.wanted_attribute import WantedAttribute


T = TypeVar("T", bound="AttributeSearch")


@_attrs_define(repr=False)
class AttributeSearch:
    """Which users to find, by an attribute they have, and what to tell of them."""

    attribute: WantedAttribute
    """ The attribute that users are searched by, and its value. """
    after: None | str | Unset = UNSET
    """ Where the page begins, the `next_after` of the page before: when the last attribute there was
    updated, and whose it is. Left out, with the first. """
    attr_type: AttributeType | None | Unset = UNSET
    """ Of which type the attribute is, and those that are told. Left out, `client`. """
    keys: list[str] | None | Unset = UNSET
    """ The attributes to tell of each user. Left out or empty, all of them. """
    limit: int | None | Unset = UNSET
    """ How many users a page has at most. Left out, it is `20`. """
    login_project_id: None | str | Unset = UNSET
    """ Id of the Login project, which has to be that of the token. """
    publisher_id: int | None | Unset = UNSET
    """ Id of the merchant, a number. """
    publisher_project_id: int | None | Unset = UNSET
    """ The game whose attributes are wanted. Left out or 0, those that are common to all games. """
    search_type: AttributeSearchType | None | Unset = UNSET
    """ Whether the value is `equal` to that of the attribute, or stands somewhere in it (`like`). Either
    way every character counts as it is spelled. Left out, `equal`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        attribute = self.attribute.to_dict()

        after: None | str | Unset
        if isinstance(self.after, Unset):
            after = UNSET
        else:
            after = self.after

        attr_type: None | str | Unset
        if isinstance(self.attr_type, Unset):
            attr_type = UNSET
        elif isinstance(self.attr_type, str):
            attr_type = self.attr_type
        else:
            attr_type = self.attr_type

        keys: list[str] | None | Unset
        if isinstance(self.keys, Unset):
            keys = UNSET
        elif isinstance(self.keys, list):
            keys = self.keys

        else:
            keys = self.keys

        limit: int | None | Unset
        if isinstance(self.limit, Unset):
            limit = UNSET
        else:
            limit = self.limit

        login_project_id: None | str | Unset
        if isinstance(self.login_project_id, Unset):
            login_project_id = UNSET
        else:
            login_project_id = self.login_project_id

        publisher_id: int | None | Unset
        if isinstance(self.publisher_id, Unset):
            publisher_id = UNSET
        else:
            publisher_id = self.publisher_id

        publisher_project_id: int | None | Unset
        if isinstance(self.publisher_project_id, Unset):
            publisher_project_id = UNSET
        else:
            publisher_project_id = self.publisher_project_id

        search_type: None | str | Unset
        if isinstance(self.search_type, Unset):
            search_type = UNSET
        elif isinstance(self.search_type, str):
            search_type = self.search_type
        else:
            search_type = self.search_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "attribute": attribute,
            }
        )
        if after is not UNSET:
            field_dict["after"] = after
        if attr_type is not UNSET:
            field_dict["attr_type"] = attr_type
        if keys is not UNSET:
            field_dict["keys"] = keys
        if limit is not UNSET:
            field_dict["limit"] = limit
        if login_project_id is not UNSET:
            field_dict["login_project_id"] = login_project_id
        if publisher_id is not UNSET:
            field_dict["publisher_id"] = publisher_id
        if publisher_project_id is not UNSET:
            field_dict["publisher_project_id"] = publisher_project_id
        if search_type is not UNSET:
            field_dict["search_type"] = search_type

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.wanted_attribute import WantedAttribute  # noqa: PLC0415

        d = present(src_dict, optional=())
        attribute = WantedAttribute.from_dict(d.pop("attribute"))

        def _parse_after(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        after = _parse_after(d.pop("after", UNSET))

        def _parse_attr_type(data: object) -> AttributeType | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                attr_type_type_0 = check_attribute_type(data)

                return attr_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttributeType | None | Unset, data)

        attr_type = _parse_attr_type(d.pop("attr_type", UNSET))

        def _parse_keys(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                keys_type_0 = cast(list[str], data)

                return keys_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        keys = _parse_keys(d.pop("keys", UNSET))

        def _parse_limit(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        limit = _parse_limit(d.pop("limit", UNSET))

        def _parse_login_project_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        login_project_id = _parse_login_project_id(d.pop("login_project_id", UNSET))

        def _parse_publisher_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        publisher_id = _parse_publisher_id(d.pop("publisher_id", UNSET))

        def _parse_publisher_project_id(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        publisher_project_id = _parse_publisher_project_id(d.pop("publisher_project_id", UNSET))

        def _parse_search_type(data: object) -> AttributeSearchType | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                search_type_type_0 = check_attribute_search_type(data)

                return search_type_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AttributeSearchType | None | Unset, data)

        search_type = _parse_search_type(d.pop("search_type", UNSET))

        attribute_search = cls(
            attribute=attribute,
            after=after,
            attr_type=attr_type,
            keys=keys,
            limit=limit,
            login_project_id=login_project_id,
            publisher_id=publisher_id,
            publisher_project_id=publisher_project_id,
            search_type=search_type,
        )

        attribute_search.additional_properties = d
        return attribute_search

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
