"""The hosted pages as documents: what they show, keep and leave behind."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

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
FORMS = {"form", "div", "label", "input", "button", "details", "summary", "span", "bdi", "b", "code"}


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
    foreign = oauth_client.call(
        "oauth2-authorize", query={"redirect_uri": "https://evil.example/"}, headers={"Accept": "text/html"}
    )
    return {
        "sign-in": show(oauth_client, address),
        "refused": send(oauth_client, address, action="password", username="ann", password="wrong"),
        "code": send(oauth_client, address, action="send-code", email=EMAIL),
        "network": show(oauth_client, network),
        "refused identity": send(oauth_client, network, action="add", id="x", name="X", email="no address"),
        "second factor": show(oauth_client, factor),
        "refused second factor": send(oauth_client, factor, action="check", code="nonsense"),
        "over": show(oauth_client, f"{address}x"),
        "network over": show(oauth_client, f"{network}x"),
        "second factor over": show(oauth_client, f"{factor}x"),
        "unregistered": foreign,
    }


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

    for page in (show(member, address), show(member, network), show(member, factor), refused):
        assert '<html lang="de"' in page.text
    assert member.jwt_client.message(EMAIL, "one_time_code").locale == "de_DE"
