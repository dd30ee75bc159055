from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import present
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.template_params import TemplateParams


T = TypeVar("T", bound="NamedEmailTemplate")


@_attrs_define(repr=False)
class NamedEmailTemplate:
    """The template that the mail is made of."""

    id: str
    """ Id of the template. """
    locale: None | str | Unset = UNSET
    """ The wanted language. """
    params: None | TemplateParams | Unset = UNSET
    """ What the variables of the template stand for. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        from ..models.template_params import TemplateParams  # noqa: PLC0415

        id = self.id

        locale: None | str | Unset
        if isinstance(self.locale, Unset):
            locale = UNSET
        else:
            locale = self.locale

        params: dict[str, Any] | None | Unset
        if isinstance(self.params, Unset):
            params = UNSET
        elif isinstance(self.params, TemplateParams):
            params = self.params.to_dict()
        else:
            params = self.params

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
            }
        )
        if locale is not UNSET:
            field_dict["locale"] = locale
        if params is not UNSET:
            field_dict["params"] = params

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.template_params import TemplateParams  # noqa: PLC0415

        d = present(src_dict, optional=())
        id = d.pop("id")

        def _parse_locale(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        locale = _parse_locale(d.pop("locale", UNSET))

        def _parse_params(data: object) -> None | TemplateParams | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                params_type_0 = TemplateParams.from_dict(data)

                return params_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TemplateParams | Unset, data)

        params = _parse_params(d.pop("params", UNSET))

        named_email_template = cls(
            id=id,
            locale=locale,
            params=params,
        )

        named_email_template.additional_properties = d
        return named_email_template

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
