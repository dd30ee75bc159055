"""What a login form needs to know."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.domain.login_form import PRIMARY, form_settings, form_theme, ordered_providers
from login_contract.mock.services import Services
from login_contract.mock.settings.project import DEFAULT_COUNTRY

# Links get these in other ways: the protocol says the one, and the SDK appends the other [sdk-js].
ADDED = ("response_type", "locale")


@serves("client-details")
async def client_details(call: Call, services: Services) -> Reply:
    """Tell the caller's country; the mock, which looks no address up, takes that of its first project."""
    first = services.projects.first(1)
    return Reply.json({"geo_ip_country": first[0]["geo_country"] if first else DEFAULT_COUNTRY})


@serves("widget-settings")
async def widget_settings(call: Call, services: Services) -> Reply:
    """Tell the project's settings for a login form; social networks come in the order of the country."""
    project = call.project
    links = [_link(call, services, name) for name in ordered_providers(project, call.query.get("locale"))]
    return Reply.json(
        {
            **form_settings(project),
            "geo_ip_country": project["geo_country"],
            "social_links": {"primary": links[:PRIMARY], "secondary": links[PRIMARY:]},
            "theme": form_theme(project),
        }
    )


def _link(call: Call, services: Services, provider: str) -> dict[str, Any]:
    carried = {name: _text(value) for name, value in call.query.items() if name not in ADDED}
    family = ""
    if call.client is not None:
        family, carried["response_type"] = "/oauth2", "code"
    url = f"{services.settings.api}{family}/social/{provider}/login_redirect?{urlencode(carried)}"
    return {"name": provider, "url": url}


def _text(value: object) -> str:
    return ("false", "true")[value] if isinstance(value, bool) else str(value)


@serves("blank-page")
async def blank_page(call: Call, services: Services) -> Reply:
    """Show the empty page, at whose address a game finds its token or code."""
    return Reply.html("", headers={"cache-control": "no-store", "referrer-policy": "no-referrer"})
