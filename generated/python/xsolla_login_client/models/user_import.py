from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..display import shown
from ..presence import present
from ..types import UNSET, File, Unset

if TYPE_CHECKING:
    from ..models.import_columns import ImportColumns


T = TypeVar("T", bound="UserImport")


@_attrs_define(repr=False)
class UserImport:
    """A file of users, and what its columns mean."""

    users: File
    """ The lines, in UTF-8 or, where a byte order mark says so, in UTF-16; at most 67,108,864 bytes. """
    mapping: ImportColumns
    """ Which value of a line means what, by its place, counted from zero. A value that is empty says nothing. One
    of
    `email`, `username`, `phone_number`, `server_custom_id` and `provider|steam` has to be there on each line. """
    email: str
    """ Where the report goes. """
    comma: str | Unset = UNSET
    """ What separates the values of a line. Left out, it is `","`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        users = self.users.to_tuple()

        mapping = self.mapping.to_dict()

        email = self.email

        comma = self.comma

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "users": users,
                "mapping": mapping,
                "email": email,
            }
        )
        if comma is not UNSET:
            field_dict["comma"] = comma

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("users", self.users.to_tuple()))

        files.append(("mapping", (None, json.dumps(self.mapping.to_dict()).encode(), "application/json")))

        files.append(("email", (None, str(self.email).encode(), "text/plain")))

        if not isinstance(self.comma, Unset):
            files.append(("comma", (None, str(self.comma).encode(), "text/plain")))

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_columns import ImportColumns  # noqa: PLC0415

        d = present(src_dict, optional=("comma",))
        users = File(payload=BytesIO(d.pop("users")))

        mapping = ImportColumns.from_dict(d.pop("mapping"))

        email = d.pop("email")

        comma = d.pop("comma", UNSET)

        user_import = cls(
            users=users,
            mapping=mapping,
            email=email,
            comma=comma,
        )

        user_import.additional_properties = d
        return user_import

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
