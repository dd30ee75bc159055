"""The hosted pages as documents: what they show, keep and leave behind."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from urllib.parse import urlsplit

import httpx
import pytest

from login_contract.suite.actors import hosted_pages
from login_contract.suite.actors.hosted_pages import GOOD, Way, begin, send, show, to_network
from login_contract.suite.actors.jwt_client import query_of
from login_contract.suite.actors.oauth_client import EMAIL, OAuthClient, target_of

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
WAYS = pytest.mark.parametrize("way", hosted_pages.WAYS)
HOSTILE = "\"'></title></style></form><xss-probe onclick=alert(1)>{project_name}"
PLAIN = {"html", "head", "meta", "title", "style", "body", "main", "h1", "p", "a", "br"}
FORMS = {"select", "option", "fieldset", "legend"} | {
    "form",
    "div",
    "label",
    "input",
    "button",
    "details",
    "summary",
    "span",
    "bdi",
    "b",
    "code",
}


class Markup(HTMLParser):
    """The tags and attributes that a browser finds in a page."""

    def __init__(self, page: httpx.Response) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


def pages(oauth_client: OAuthClient) -> dict[str, httpx.Response]:
    """Every page of a login, and every page that tells a refusal."""
    oauth_client.control.change_project(oauth_client.jwt_client.project_id, two_factor="email")
    address = begin(oauth_client)
    network = to_network(oauth_client, address)
    factor = target_of(send(oauth_client, address, **GOOD))
    asking = stopped(oauth_client, HOSTILE)
    foreign = oauth_client.call(
        "oauth2-authorize", query={"redirect_uri": "https://evil.example/"}, headers={"Accept": "text/html"}
    )
    return {
        "sign-in": show(oauth_client, address),
        "refused": send(oauth_client, address, action="password", username="ann", password="wrong"),
        "code": send(oauth_client, address, action="send-code", email=EMAIL),
        "network": show(oauth_client, network),
        "refused identity": send(oauth_client, network, action="add", id="x", name="X", email="no address"),
        "fields": show(oauth_client, asking),
        "wrong fields": send(oauth_client, asking, action="answer", **{f"field.{HOSTILE}": HOSTILE}),
        "code of a contact": answered(oauth_client, asking, HOSTILE),
        "opened": show(oauth_client, f"{oauth_client.control.origin}/_mock/ask/opened"),
        "fields over": show(oauth_client, f"{asking}x"),
        "second factor": show(oauth_client, factor),
        "refused second factor": send(oauth_client, factor, action="check", code="nonsense"),
        "over": show(oauth_client, f"{address}x"),
        "network over": show(oauth_client, f"{network}x"),
        "second factor over": show(oauth_client, f"{factor}x"),
        "unregistered": foreign,
    }


def stopped(oauth_client: OAuthClient, name: str) -> str:
    """Have a social login stop for a number and a choice; return the address of the page."""
    number = {
        "name": "phone_number",
        "type": "phone",
        "required": True,
        "step": 1,
        "confirmation_type": "code",
    }
    choice = {"name": name, "type": "select", "required": True, "step": 0}
    oauth_client.configure(ask_fields=[number, choice], ask_choices={name: [name, "other"]})
    network = to_network(oauth_client, begin(oauth_client))
    return target_of(send(oauth_client, network, action="add", id="greta-7", name="Greta"))


def answered(oauth_client: OAuthClient, address: str, name: str) -> httpx.Response:
    """Answer that with what it offers; the page asks for the code of the number."""
    answers = {f"field.{name}": name, "field.phone_number": "+12025550143"}
    return send(oauth_client, address, action="answer", **answers)


@law("A refused form keeps what was typed, except secrets", security=True)
def test_refused_form_keeps_the_username(member: OAuthClient) -> None:
    page = send(member, begin(member), action="password", username="an<n", password="my-wrong-secret")

    assert 'value="an&lt;n"' in page.text
    assert "my-wrong-secret" not in page.text


@law("A page, or a refusal on it, leaves no cookie")
def test_pages_leave_no_cookie(member: OAuthClient) -> None:
    for name, page in pages(member).items():
        assert "set-cookie" not in page.headers, name


@law("No page is stored, framed, run or told to other sites", security=True)
def test_pages_are_guarded(member: OAuthClient) -> None:
    for name, page in pages(member).items():
        assert page.headers["content-type"] == "text/html; charset=utf-8", name
        assert page.headers["cache-control"] == "no-store", name
        assert page.headers["x-frame-options"] == "DENY", name
        assert page.headers["x-content-type-options"] == "nosniff", name
        assert page.headers["referrer-policy"] in ("no-referrer", "same-origin"), name
        policy = dict(part.split(" ", 1) for part in page.headers["content-security-policy"].split("; "))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'", name
        assert not policy.keys() & {"script-src", "img-src", "connect-src", "frame-src"}, name
        assert "access-control-allow-origin" not in page.headers, name
        markup = Markup(page)
        assert markup.tags <= PLAIN | FORMS, name
        assert not [each for each in markup.attributes if each.startswith("on")], name


@law("Redirects of the pages are not stored", security=True)
@WAYS
def test_redirects_are_not_stored(member: OAuthClient, way: Way) -> None:
    assert way(member, begin(member)).headers["cache-control"] == "no-store"


@law("Texts of users and of the project are text on every page, never markup", security=True)
def test_texts_are_no_markup(make_oauth_client: MakeOAuthClient) -> None:
    identity = {"id": HOSTILE, "name": HOSTILE}
    oauth_client = make_oauth_client(name=HOSTILE, social_identities={"google": [identity]})
    oauth_client.member()
    answer = send(oauth_client, begin(oauth_client, state=HOSTILE), **GOOD)
    assert query_of(target_of(answer))["state"] == HOSTILE
    oauth_client.forget_cookies()
    address = begin(oauth_client, state=HOSTILE, login_hint=HOSTILE, locale="en")
    network = to_network(oauth_client, address)
    shown = [
        show(oauth_client, address),
        show(oauth_client, f"{address}&login_hint={HOSTILE}"),
        send(oauth_client, address, action="password", username=HOSTILE, password=HOSTILE),
        send(oauth_client, address, action="send-code", email=HOSTILE),
        send(oauth_client, address, action="code", email=HOSTILE, operation_id=HOSTILE, code=HOSTILE),
        send(oauth_client, address, action="social", provider=HOSTILE[:64]),
        show(oauth_client, network),
        send(oauth_client, network, action="add", id=HOSTILE, name=HOSTILE, email=HOSTILE),
        *pages(oauth_client).values(),
    ]

    for page in shown:
        markup = Markup(page)
        assert markup.tags <= PLAIN | FORMS
        assert "onclick" not in markup.attributes
    for page in (*shown[:3], *shown[6:8]):
        assert escape(HOSTILE) in page.text


@law("The language that a sign-in began in stays")
def test_language_stays(member: OAuthClient) -> None:
    member.control.change_project(member.jwt_client.project_id, two_factor="email")
    address = begin(member, locale="de_DE")
    network = to_network(member, address)
    factor = target_of(send(member, address, **GOOD))
    refused = send(member, address, action="password", username="ann", password="wrong")
    member.configure(ask_fields=[{"name": "hobby", "type": "str", "required": True, "step": 0}])
    asking = target_of(send(member, network, action="pick", id="google-1"))

    for page in (*(show(member, each) for each in (address, factor, asking)), refused):
        assert '<html lang="de"' in page.text
    assert member.jwt_client.message(EMAIL, "one_time_code").locale == "de_DE"


@law("A call's locale is that of the page it leads to")
def test_language_of_a_call_stays(member: OAuthClient) -> None:
    begin(member)
    member.control.change_project(member.jwt_client.project_id, two_factor="email")
    german = {"locale": "de_DE"}
    link = member.jwt_client.call(
        "jwt-get-link-for-social-auth", path={"provider_name": "google"}, query=german
    )

    for page in (target_of(link), target_of(member.login(**german))):
        assert '<html lang="de"' in show(member, page).text


@law("A page without a locale follows the browser, and its forms keep to that language")
def test_language_of_the_browser_counts(member: OAuthClient) -> None:
    address = begin(member)
    http = member.jwt_client.http

    for accepted, lang in (("de-CH, en;q=0.9", "de"), ("tlh, ja;q=0.2, de;q=0.1", "ja"), ("tlh", "en")):
        page = http.get(address, headers={"Accept-Language": accepted})
        assert f'<html lang="{lang}"' in page.text
        assert "accept-language" in page.headers["vary"].lower()
    german = http.get(address, headers={"Accept-Language": "de"})
    assert f'action="{urlsplit(address).path}?locale=de_DE"' in german.text
    assert '<html lang="ja"' in http.get(f"{address}&locale=ja_JP", headers={"Accept-Language": "de"}).text
