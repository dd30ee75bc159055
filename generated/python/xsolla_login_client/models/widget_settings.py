from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..display import shown
from ..presence import listed, present

if TYPE_CHECKING:
    from ..models.registration_field import RegistrationField
    from ..models.social_links import SocialLinks
    from ..models.visual_settings import VisualSettings
    from ..models.widget_theme import WidgetTheme


T = TypeVar("T", bound="WidgetSettings")


@_attrs_define(repr=False)
class WidgetSettings:
    """What a login form needs to know about the project. The SDK lays the whole object over its own
    configuration, so no property may be called like one of the caller's.

    """

    game_name: str
    """ Name of the project. """
    enable_magic_link: bool
    """ Whether messages with a code may carry a link. The SDK asks for one (`send_link`) only when
    this is true. """
    geo_ip_country: str
    """ Country by ISO 3166-1. """
    registration_fields: list[RegistrationField]
    """ The fields of the registration form. """
    social_links: SocialLinks
    """ The social networks that the project offers, best known in the user's country first. The country
    is that of `locale`, or else of the caller. """
    theme: WidgetTheme
    """ Colours and forms of the widget. Open; the SDK passes on what it does not know. """
    visual_settings: VisualSettings
    """ What a page takes the look of its form from. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def __repr__(self) -> str:
        return shown(self, secrets=())

    def to_dict(self) -> dict[str, Any]:
        game_name = self.game_name

        enable_magic_link = self.enable_magic_link

        geo_ip_country = self.geo_ip_country

        registration_fields = []
        for registration_fields_item_data in self.registration_fields:
            registration_fields_item = registration_fields_item_data.to_dict()
            registration_fields.append(registration_fields_item)

        social_links = self.social_links.to_dict()

        theme = self.theme.to_dict()

        visual_settings = self.visual_settings.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "game_name": game_name,
                "enable_magic_link": enable_magic_link,
                "geo_ip_country": geo_ip_country,
                "registration_fields": registration_fields,
                "social_links": social_links,
                "theme": theme,
                "visual_settings": visual_settings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.registration_field import RegistrationField  # noqa: PLC0415
        from ..models.social_links import SocialLinks  # noqa: PLC0415
        from ..models.visual_settings import VisualSettings  # noqa: PLC0415
        from ..models.widget_theme import WidgetTheme  # noqa: PLC0415

        d = present(src_dict, optional=())
        game_name = d.pop("game_name")

        enable_magic_link = d.pop("enable_magic_link")

        geo_ip_country = d.pop("geo_ip_country")

        registration_fields = []
        _registration_fields = d.pop("registration_fields")
        for registration_fields_item_data in listed(_registration_fields):
            registration_fields_item = RegistrationField.from_dict(registration_fields_item_data)

            registration_fields.append(registration_fields_item)

        social_links = SocialLinks.from_dict(d.pop("social_links"))

        theme = WidgetTheme.from_dict(d.pop("theme"))

        visual_settings = VisualSettings.from_dict(d.pop("visual_settings"))

        widget_settings = cls(
            game_name=game_name,
            enable_magic_link=enable_magic_link,
            geo_ip_country=geo_ip_country,
            registration_fields=registration_fields,
            social_links=social_links,
            theme=theme,
            visual_settings=visual_settings,
        )

        widget_settings.additional_properties = d
        return widget_settings

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
