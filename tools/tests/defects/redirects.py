"""Defects that send a browser, and maybe a token with it, to pages nobody registered."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote, urlsplit

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.domain import redirects
from login_contract.mock.domain.clients import Client
from login_contract.mock.flows import ask_fields, code_link, password_reset, registration
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from tests.defects.planting import altered, wrap_operation

REGISTERED = "https://example.com/callback"
BLANK = "/api/blank"


class Pages(frozenset[str]):
    """The addresses of the empty page, and those that a careless comparison takes for one of them."""

    alike: Callable[[str, str], bool]

    def __contains__(self, given: object) -> bool:
        return any(type(self).alike(page, str(given)) for page in self)


def _compared(patch: pytest.MonkeyPatch, alike: Callable[[str, str], bool]) -> None:
    careless = type("Careless", (Pages,), {"alike": staticmethod(alike)})
    patch.setattr(Project, "blank_pages", property(lambda project: careless(_taken(project))))


def _taken(project: Project) -> frozenset[str]:
    return project.empty_pages if project["blank_redirect"] else frozenset()


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
    patch.setattr(
        password_reset, "redirects", altered(redirects, login_url=lambda project, given: REGISTERED)
    )


def wrong_login_url_of_a_code_ignored(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        return await sound(evolve(call, query={**call.query, "login_url": REGISTERED}), services)

    wrap_operation(patch, "jwt-complete-auth-by-email", around)


def link_url_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(redirects, "check_link_url", lambda project, url: None)


def bent_link_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(code_link, "redirects", altered(redirects, check_link_url=lambda project, url: None))


def empty_page_with_anything_after_it(patch: pytest.MonkeyPatch) -> None:
    _compared(patch, lambda page, given: given.startswith(page))


def empty_page_of_any_host(patch: pytest.MonkeyPatch) -> None:
    _compared(patch, lambda page, given: urlsplit(given.replace("\\", "/")).path == BLANK)


def empty_page_without_its_query(patch: pytest.MonkeyPatch) -> None:
    _compared(patch, lambda page, given: given.partition("?")[0] == page)


def empty_page_without_its_fragment(patch: pytest.MonkeyPatch) -> None:
    _compared(patch, lambda page, given: given.partition("#")[0] == page)


def empty_page_in_any_letter_case(patch: pytest.MonkeyPatch) -> None:
    _compared(patch, lambda page, given: given.lower() == page)


def empty_page_by_its_host_name(patch: pytest.MonkeyPatch) -> None:
    """The user information and the port of an address are not looked at."""

    def named(url: str) -> tuple[str, str | None, str]:
        parts = urlsplit(url)
        return parts.scheme, parts.hostname, parts.path

    _compared(patch, lambda page, given: named(given) == named(page) and not urlsplit(given).query)


def empty_page_with_doubled_slashes(patch: pytest.MonkeyPatch) -> None:
    def joined(url: str) -> str:
        scheme, _, rest = url.partition("://")
        return f"{scheme}://{rest.replace('//', '/')}"

    _compared(patch, lambda page, given: joined(given) == page)


def empty_page_with_a_slash_after_it(patch: pytest.MonkeyPatch) -> None:
    _compared(patch, lambda page, given: given.removesuffix("/") == page)


def empty_page_in_blanks(patch: pytest.MonkeyPatch) -> None:
    _compared(patch, lambda page, given: given.strip() == page)


def empty_page_decoded_twice(patch: pytest.MonkeyPatch) -> None:
    _compared(patch, lambda page, given: unquote(given) == page)


def empty_page_by_any_scheme(patch: pytest.MonkeyPatch) -> None:
    def without_scheme(url: str) -> str:
        return url.removeprefix("https://").removeprefix("http://").removeprefix("ftp://")

    _compared(patch, lambda page, given: "://" in given and without_scheme(given) == without_scheme(page))


def empty_page_always_taken(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Project, "blank_pages", property(lambda project: project.empty_pages))


def empty_page_counts_as_registered(patch: pytest.MonkeyPatch) -> None:
    registered = property(lambda project: [*project["callback_urls"], *project.blank_pages])
    patch.setattr(Project, "callback_urls", registered)


def empty_page_is_the_default(patch: pytest.MonkeyPatch) -> None:
    """A client without a registered address is sent to the empty page when it names none."""
    sound = Client.redirect_uri

    def redirect_uri(client: Client, given: str | None) -> str:
        if given is None and not client.settings["redirect_uris"]:
            return min(client.project.blank_pages)
        return sound(client, given)

    patch.setattr(Client, "redirect_uri", redirect_uri)


def empty_page_of_the_vendor_only(patch: pytest.MonkeyPatch) -> None:
    _compared(patch, lambda page, given: page.startswith("https://login.xsolla.com/") and given == page)


def empty_page_serves_server_clients(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Client, "_gets_codes", property(lambda client: True))


def confirmation_page_has_to_be_allowed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(redirects, "_is_confirmation_page", lambda url: False)


def any_page_of_the_confirmation_host(patch: pytest.MonkeyPatch) -> None:
    host = "login-widget.xsolla.com"
    patch.setattr(redirects, "_is_confirmation_page", lambda url: urlsplit(url).hostname == host)


def any_link_url_means_any_text(patch: pytest.MonkeyPatch) -> None:
    sound = redirects._may_be_linked
    patch.setattr(
        redirects,
        "_may_be_linked",
        lambda project, url: project["link_url_origins"] == "any" or sound(project, url),
    )
