from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="TokenUpdateSetting")


@_attrs_define(repr=False)
class TokenUpdateSetting:
    """Whether the message to one kind of contact carries a link, and to where."""

    link_url: None | str | Unset = UNSET
    """ The page that the link in the message ends on. Which pages are allowed is the rule of a
    request for a code. """
    send_link: bool | None | Unset = UNSET
    """ Whether the message carries a link beside the code. Left out, it is `false`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        link_url: None | str | Unset
        if isinstance(self.link_url, Unset):
            link_url = UNSET
        else:
            link_url = self.link_url

        send_link: bool | None | Unset
        if isinstance(self.send_link, Unset):
            send_link = UNSET
        else:
            send_link = self.send_link

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if link_url is not UNSET:
            field_dict["link_url"] = link_url
        if send_link is not UNSET:
            field_dict["send_link"] = send_link

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())

        def _parse_link_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        link_url = _parse_link_url(d.pop("link_url", UNSET))

        def _parse_send_link(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        send_link = _parse_send_link(d.pop("send_link", UNSET))

        token_update_setting = cls(
            link_url=link_url,
            send_link=send_link,
        )

        token_update_setting.additional_properties = d
        return token_update_setting

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
