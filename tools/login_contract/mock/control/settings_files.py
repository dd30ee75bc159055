"""The files that the widget's SDK reads beside the API, from the vendor's network of copies [sdk-js]."""

from __future__ import annotations

from typing import Any

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.domain.login_form import PRIMARY, form_settings, form_theme, ordered_providers
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project

REGIONS = ("1", "2", "3", "4", "5", "6")


@serves("mock-settings-file")
async def mock_settings_file(call: Call, services: Services) -> Reply:
    """Tell the settings of a login form that hang on nobody's place or protocol."""
    return Reply.json(form_settings(_project(call, services)))


@serves("mock-socials-file")
async def mock_socials_file(call: Call, services: Services) -> Reply:
    """List the social networks for every part of the world, in the order of the one place that is known."""
    names = ordered_providers(_project(call, services), None)
    networks = [_network(services.settings.api, name) for name in names]
    listed = {"primary": networks[:PRIMARY], "secondary": networks[PRIMARY:]}
    return Reply.json(dict.fromkeys(REGIONS, listed))


@serves("mock-theme-file")
async def mock_theme_file(call: Call, services: Services) -> Reply:
    """Tell the colours of a login form."""
    return Reply.json(form_theme(_project(call, services)))


def _project(call: Call, services: Services) -> Project:
    return services.projects.named(call.path["project_id"])


def _network(api: str, name: str) -> dict[str, Any]:
    place = f"social/{name}/login_redirect"
    return {"name": name, "jwt": f"{api}/{place}", "oauth2": f"{api}/oauth2/{place}"}
