"""Defects of what a login form is told."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.domain import login_form
from login_contract.mock.operations import widget
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from tests.defects.planting import wrap_operation

JWT_LOGIN, OAUTH_LOGIN = "auth-by-username-and-password", "oauth-20-auth-by-username-and-password"


def locale_of_a_login_form_ignored(patch: pytest.MonkeyPatch) -> None:
    sound = login_form.ordered_providers
    patch.setattr(widget, "ordered_providers", lambda project, locale: sound(project, None))


def order_of_networks_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(widget, "ordered_providers", lambda project, locale: project["social_providers"])


def networks_beyond_the_order_left_out(patch: pytest.MonkeyPatch) -> None:
    sound = login_form.ordered_providers

    def ordered_providers(project: Project, locale: str | None) -> list[str]:
        return sound(project, locale)[: login_form.PRIMARY]

    patch.setattr(widget, "ordered_providers", ordered_providers)


def unoffered_networks_listed(patch: pytest.MonkeyPatch) -> None:
    def ordered_providers(project: Project, locale: str | None) -> list[str]:
        country = (locale or "").replace("-", "_").partition("_")[2].upper()
        first = project["social_order"].get(country, [])
        return [*first, *(name for name in project["social_providers"] if name not in first)]

    patch.setattr(widget, "ordered_providers", ordered_providers)


def links_of_a_login_form_forget_the_request(patch: pytest.MonkeyPatch) -> None:
    sound = widget._link

    def link(call: Call, services: Services, provider: str) -> dict[str, Any]:
        bare = {name: call.query[name] for name in ("projectId", "client_id") if name in call.query}
        return sound(evolve(call, query=bare), services, provider)

    patch.setattr(widget, "_link", link)


def magic_links_always_announced(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        reply = await sound(call, services)
        return evolve(reply, body={**reply.body, "enable_magic_link": True})

    wrap_operation(patch, "widget-settings", around)
