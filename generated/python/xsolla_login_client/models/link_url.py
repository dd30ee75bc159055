from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="LinkUrl")


@_attrs_define(repr=False)
class LinkUrl:
    url: str
    """ The page of the social network to send the user to. It is good for ten minutes. """

    def __repr__(self) -> str:
        return shown(self, secrets=("url",))

    def to_dict(self) -> dict[str, Any]:
        url = self.url

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "url": url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        url = d.pop("url")

        link_url = cls(
            url=url,
        )

        return link_url
