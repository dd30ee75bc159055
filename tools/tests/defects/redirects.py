"""Defects that send a browser, and maybe a token with it, to pages nobody registered."""

from __future__ import annotations

import pytest
from attrs import evolve

from login_contract.mock.call import Call, Reply
from login_contract.mock.domain import redirects
from login_contract.mock.operations import ask_fields, confirmation, password, registration
from login_contract.mock.server import Function
from login_contract.mock.services import Services
from tests.defects.planting import altered, wrap_operation

REGISTERED = "https://example.com/callback"


def unregistered_login_url_accepted(patch: pytest.MonkeyPatch) -> None:
    sound = redirects.login_url
    patch.setattr(redirects, "login_url", lambda project, given: given or sound(project, given))


def first_of_several_login_urls_taken(patch: pytest.MonkeyPatch) -> None:
    sound = redirects.login_url
    patch.setattr(
        redirects, "login_url", lambda project, given: sound(project, given or project.callback_urls[0])
    )


def confirmation_link_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(registration, "redirects", altered(redirects, login_url=lambda project, given: given))


def answered_ask_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ask_fields, "redirects", altered(redirects, login_url=lambda project, given: given))


def wrong_login_url_of_a_reset_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(password, "redirects", altered(redirects, login_url=lambda project, given: REGISTERED))


def wrong_login_url_of_a_code_ignored(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        return await sound(evolve(call, query={**call.query, "login_url": REGISTERED}), services)

    wrap_operation(patch, "jwt-complete-auth-by-email", around)


def link_url_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(redirects, "check_link_url", lambda project, url: None)


def bent_link_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(confirmation, "redirects", altered(redirects, check_link_url=lambda project, url: None))
