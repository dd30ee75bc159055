from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="ConsentDecision")


@_attrs_define
class ConsentDecision:
    client_id: int | str
    """ Id of the client. The SDK sends it as it was configured, a number or a text of digits. """
    approval: bool
    """ Whether the user agrees. """
    project_id: UUID | Unset = UNSET
    """ Id of the Login project, which the SDK always sends. The client names it already. """
    scope: str | Unset = UNSET
    """ The scopes that the user was shown, with spaces between them. """
    state: str | Unset = UNSET
    """ Of the login that asked. It has no effect. """
    redirect_uri: str | Unset = UNSET
    """ Of the login that asked. It has no effect. """
    response_type: str | Unset = UNSET
    """ Of the login that asked. It has no effect. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id: int | str
        client_id = self.client_id

        approval = self.approval

        project_id: str | Unset = UNSET
        if not isinstance(self.project_id, Unset):
            project_id = str(self.project_id)

        scope = self.scope

        state = self.state

        redirect_uri = self.redirect_uri

        response_type = self.response_type

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "approval": approval,
            }
        )
        if project_id is not UNSET:
            field_dict["projectId"] = project_id
        if scope is not UNSET:
            field_dict["scope"] = scope
        if state is not UNSET:
            field_dict["state"] = state
        if redirect_uri is not UNSET:
            field_dict["redirect_uri"] = redirect_uri
        if response_type is not UNSET:
            field_dict["response_type"] = response_type

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_client_id(data: object) -> int | str:
            return cast(int | str, data)

        client_id = _parse_client_id(d.pop("client_id"))

        approval = d.pop("approval")

        _project_id = d.pop("projectId", UNSET)
        project_id: UUID | Unset
        if isinstance(_project_id, Unset):
            project_id = UNSET
        else:
            project_id = UUID(_project_id)

        scope = d.pop("scope", UNSET)

        state = d.pop("state", UNSET)

        redirect_uri = d.pop("redirect_uri", UNSET)

        response_type = d.pop("response_type", UNSET)

        consent_decision = cls(
            client_id=client_id,
            approval=approval,
            project_id=project_id,
            scope=scope,
            state=state,
            redirect_uri=redirect_uri,
            response_type=response_type,
        )

        consent_decision.additional_properties = d
        return consent_decision

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
