from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="PhoneCodeRequest")


@_attrs_define(repr=False)
class PhoneCodeRequest:
    """The number that a one-time code is sent to, and whether with a link."""

    phone_number: str
    """ International format, digits after a plus sign. """
    send_link: bool | None | Unset = UNSET
    """ `true` puts a link into the message beside the code; whoever opens it completes
    `get-confirmation-code`. Otherwise the message carries the code only. Left out, it is `false`. """
    link_url: None | str | Unset = UNSET
    """ The page that the link ends on; left out, it is the Callback URL. No source says which pages
    are allowed. Here it is those whose origin is that of a Callback URL, a redirect URI or an
    allowed origin of the project, and the vendor's own confirmation page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        phone_number = self.phone_number

        send_link: bool | None | Unset
        if isinstance(self.send_link, Unset):
            send_link = UNSET
        else:
            send_link = self.send_link

        link_url: None | str | Unset
        if isinstance(self.link_url, Unset):
            link_url = UNSET
        else:
            link_url = self.link_url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "phone_number": phone_number,
            }
        )
        if send_link is not UNSET:
            field_dict["send_link"] = send_link
        if link_url is not UNSET:
            field_dict["link_url"] = link_url

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        phone_number = d.pop("phone_number")

        def _parse_send_link(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        send_link = _parse_send_link(d.pop("send_link", UNSET))

        def _parse_link_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        link_url = _parse_link_url(d.pop("link_url", UNSET))

        phone_code_request = cls(
            phone_number=phone_number,
            send_link=send_link,
            link_url=link_url,
        )

        phone_code_request.additional_properties = d
        return phone_code_request

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
