"""What a login form needs to know of a project, whoever looks at it."""

from __future__ import annotations

from typing import Any

from login_contract.mock.domain.theme import LIGHT_ACCENT
from login_contract.mock.settings.project import Project

PRIMARY = 4
REGISTRATION_FIELDS = [
    {"name": "username", "type": "str", "required": True},
    {"name": "email", "type": "email", "required": True},
    {"name": "password", "type": "pass", "required": True},
]


def form_settings(project: Project) -> dict[str, Any]:
    """Return what a login form needs to know, whoever looks at it."""
    return {
        "game_name": project.name,
        "enable_magic_link": project["magic_links"],
        "registration_fields": REGISTRATION_FIELDS,
        "visual_settings": {"custom_style_url": "", "disallow_external_style": False},
    }


def form_theme(project: Project) -> dict[str, Any]:
    """Return the colours of a login form, as the project has set them."""
    return {"primary_color": project["theme"]["accent"] or LIGHT_ACCENT}


def ordered_providers(project: Project, locale: str | None) -> list[str]:
    """Return the social networks, best known first in the country of the locale, else of the project."""
    country = (locale or "").replace("-", "_").partition("_")[2].upper()
    order = project["social_order"]
    first = order.get(country) or order.get(project["geo_country"]) or []
    offered: list[str] = project["social_providers"]
    return [*(name for name in first if name in offered), *(name for name in offered if name not in first)]
