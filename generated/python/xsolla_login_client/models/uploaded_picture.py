from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..display import shown
from ..presence import present

T = TypeVar("T", bound="UploadedPicture")


@_attrs_define(repr=False)
class UploadedPicture:
    picture: str
    """ The address of the picture. """

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        picture = self.picture

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "picture": picture,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        picture = d.pop("picture")

        uploaded_picture = cls(
            picture=picture,
        )

        return uploaded_picture
