from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

T = TypeVar("T", bound="ConsentDecision")


@_attrs_define(repr=False)
class ConsentDecision:
    """What the user answered to a client that asks for consent."""

    client_id: int | str
    """ Id of the client. The SDK sends it as it was configured, a number or a text of digits. """
    state: str
    """ Of the login that asked. It has no effect. """
    redirect_uri: str
    """ Of the login that asked. It has no effect. """
    project_id: None | Unset | UUID = UNSET
    """ Id of the Login project, which the SDK always sends. The client names it already. """
    scope: None | str | Unset = UNSET
    """ The scopes that the user was shown, with spaces between them. """
    response_type: None | str | Unset = UNSET
    """ Of the login that asked; the SDK sends it. It has no effect. """
    approval: bool | None | Unset = UNSET
    """ Whether the user agrees. Nobody agrees by saying nothing. Left out, it is `false`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        client_id: int | str
        client_id = self.client_id

        state = self.state

        redirect_uri = self.redirect_uri

        project_id: None | str | Unset
        if isinstance(self.project_id, Unset):
            project_id = UNSET
        elif isinstance(self.project_id, UUID):
            project_id = str(self.project_id)
        else:
            project_id = self.project_id

        scope: None | str | Unset
        if isinstance(self.scope, Unset):
            scope = UNSET
        else:
            scope = self.scope

        response_type: None | str | Unset
        if isinstance(self.response_type, Unset):
            response_type = UNSET
        else:
            response_type = self.response_type

        approval: bool | None | Unset
        if isinstance(self.approval, Unset):
            approval = UNSET
        else:
            approval = self.approval

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "state": state,
                "redirect_uri": redirect_uri,
            }
        )
        if project_id is not UNSET:
            field_dict["projectId"] = project_id
        if scope is not UNSET:
            field_dict["scope"] = scope
        if response_type is not UNSET:
            field_dict["response_type"] = response_type
        if approval is not UNSET:
            field_dict["approval"] = approval

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = present(src_dict, optional=())

        def _parse_client_id(data: object) -> int | str:
            return cast(int | str, data)

        client_id = _parse_client_id(d.pop("client_id"))

        state = d.pop("state")

        redirect_uri = d.pop("redirect_uri")

        def _parse_project_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                project_id_type_0 = UUID(data)

                return project_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        project_id = _parse_project_id(d.pop("projectId", UNSET))

        def _parse_scope(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        scope = _parse_scope(d.pop("scope", UNSET))

        def _parse_response_type(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        response_type = _parse_response_type(d.pop("response_type", UNSET))

        def _parse_approval(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        approval = _parse_approval(d.pop("approval", UNSET))

        consent_decision = cls(
            client_id=client_id,
            state=state,
            redirect_uri=redirect_uri,
            project_id=project_id,
            scope=scope,
            response_type=response_type,
            approval=approval,
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
