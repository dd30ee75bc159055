from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="SocialConsent")


@_attrs_define(repr=False)
class SocialConsent:
    """Whether the user agrees to what a login with a social network stores."""

    token: str
    """ The user token of the social login. """
    project_id: UUID
    """ Id of the Login project. """
    accept_consent: bool | None
    """ Whether the user agrees to the project's terms; null when the question was not put. """
    consent_id: None | str | Unset = UNSET
    """ Id of the text that the user was shown. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=("token",))

    def to_dict(self) -> dict[str, Any]:
        token = self.token

        project_id = str(self.project_id)

        accept_consent: bool | None
        accept_consent = self.accept_consent

        consent_id: None | str | Unset
        if isinstance(self.consent_id, Unset):
            consent_id = UNSET
        else:
            consent_id = self.consent_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "token": token,
                "projectId": project_id,
                "accept_consent": accept_consent,
            }
        )
        if consent_id is not UNSET:
            field_dict["consent_id"] = consent_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())
        token = d.pop("token")

        project_id = UUID(d.pop("projectId"))

        def _parse_accept_consent(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        accept_consent = _parse_accept_consent(d.pop("accept_consent"))

        def _parse_consent_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        consent_id = _parse_consent_id(d.pop("consent_id", UNSET))

        social_consent = cls(
            token=token,
            project_id=project_id,
            accept_consent=accept_consent,
            consent_id=consent_id,
        )

        social_consent.additional_properties = d
        return social_consent

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
