"""The hosted pages of a login: what their forms can do, and what nobody can do to them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from login_contract.suite.control import Control
from login_contract.suite.launcher import EMAIL, STATE, Launcher, code_of, target_of, tokens_of
from login_contract.suite.player import CALLBACK, PASSWORD, query_of, refusal
from login_contract.suite.token import claims

law = pytest.mark.law
MakeLauncher = Callable[..., Launcher]
NOBODY, GRANT = (401, "003-040"), (400, "010-023")
VERIFIER = "Zr5w1m-2uQf8kXo3T7bYv9LhCj4sNd6P_aGe0iWRqUM"
GOOD = {"action": "password", "username": "ann", "password": PASSWORD}
HOSTILE = "\"'></title></style></form><xss-probe onclick=alert(1)>{project_name}"
PLAIN = {"html", "head", "meta", "title", "style", "body", "main", "h1", "p", "a", "br"}
FORMS = {"form", "div", "label", "input", "button", "details", "summary", "span", "bdi", "b", "code"}


def challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def begin(launcher: Launcher, **query: Any) -> str:
    """Come to the authorization endpoint; return the address of the sign-in page."""
    address = target_of(launcher.call("oauth2-authorize", query=query))
    assert urlsplit(address).path == "/_mock/sign-in"
    return address


def show(launcher: Launcher, address: str) -> httpx.Response:
    return launcher.player.http.get(address)


def send(launcher: Launcher, address: str, **form: str) -> httpx.Response:
    """Send a form of the page at an address, with the secret that the page put into it."""
    page = address.partition("?")[0]
    known = query_of(address)
    names = ("ticket", "state", "challenge_id")
    secret = {name: known[name] for name in names if name in known}
    locale = f"?locale={known['locale']}" if "locale" in known else ""
    return launcher.player.http.post(page + locale, data={**secret, **form})


def mailed(launcher: Launcher, address: str, email: str = EMAIL) -> dict[str, str]:
    """Have a code sent; return the form that confirms it."""
    assert send(launcher, address, action="send-code", email=email).status_code == 200
    message = launcher.player.message(email, "one_time_code")
    return {
        "action": "code",
        "email": email,
        "operation_id": str(message.operation_id),
        "code": str(message.code),
    }


def to_network(launcher: Launcher, address: str, provider: str = "google") -> str:
    """Choose a social network; return the address of its page."""
    return target_of(send(launcher, address, action="social", provider=provider))


def by_password(launcher: Launcher, address: str) -> httpx.Response:
    return send(launcher, address, **GOOD)


def by_mail(launcher: Launcher, address: str) -> httpx.Response:
    return send(launcher, address, **mailed(launcher, address))


def by_identity(launcher: Launcher, address: str) -> httpx.Response:
    return send(launcher, to_network(launcher, address), action="pick", id="google-1")


def by_new_identity(launcher: Launcher, address: str) -> httpx.Response:
    page = to_network(launcher, address)
    return send(launcher, page, action="add", id="greta-7", name="Greta", email="greta@example.com")


def by_second_factor(launcher: Launcher, address: str) -> httpx.Response:
    settings = launcher.control
    settings.change_project(launcher.player.project_id, two_factor="email")
    page = target_of(send(launcher, address, **GOOD))
    code = launcher.player.message(EMAIL, "one_time_code").code
    return send(launcher, page, action="check", code=str(code))


Way = Callable[[Launcher, str], httpx.Response]
WAYS = pytest.mark.parametrize("way", [by_password, by_mail, by_identity, by_new_identity, by_second_factor])


@pytest.fixture
def member(launcher: Launcher) -> Launcher:
    """The launcher of a fresh project that ann is a member of."""
    launcher.member()
    return launcher


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


def pages(launcher: Launcher) -> dict[str, httpx.Response]:
    """Every page of a login, and every page that tells a refusal."""
    launcher.control.change_project(launcher.player.project_id, two_factor="email")
    address = begin(launcher)
    network = to_network(launcher, address)
    factor = target_of(send(launcher, address, **GOOD))
    foreign = launcher.call(
        "oauth2-authorize", query={"redirect_uri": "https://evil.example/"}, headers={"Accept": "text/html"}
    )
    return {
        "sign-in": show(launcher, address),
        "refused": send(launcher, address, action="password", username="ann", password="wrong"),
        "code": send(launcher, address, action="send-code", email=EMAIL),
        "network": show(launcher, network),
        "refused identity": send(launcher, network, action="add", id="x", name="X", email="no address"),
        "second factor": show(launcher, factor),
        "refused second factor": send(launcher, factor, action="check", code="nonsense"),
        "over": show(launcher, f"{address}x"),
        "network over": show(launcher, f"{network}x"),
        "second factor over": show(launcher, f"{factor}x"),
        "unregistered": foreign,
    }


@law("Whichever way a player takes through the hosted pages, the game gets a code and its state back")
@WAYS
def test_every_way_ends_with_code_and_state(member: Launcher, way: Way) -> None:
    answer = way(member, begin(member, scope="offline"))

    assert answer.status_code == 302
    target = target_of(answer)
    assert target.startswith(f"{CALLBACK}?")
    assert set(query_of(target)) == {"code", "state"}
    assert query_of(target)["state"] == STATE
    tokens = tokens_of(member.exchange(code_of(answer)))
    assert "refresh_token" in tokens
    assert member.is_good(tokens["access_token"])


@law("A proof key that was announced has to be shown, whichever way the player signed in", origin="doc")
@WAYS
def test_proof_key_holds_on_every_way(member: Launcher, way: Way) -> None:
    address = begin(member, code_challenge=challenge(VERIFIER), code_challenge_method="S256")
    code = code_of(way(member, address))

    for wrong in ({}, {"code_verifier": "A" * 43}, {"code_verifier": challenge(VERIFIER)}):
        assert refusal(member.exchange(code, **wrong)) == GRANT

    assert member.exchange(code, code_verifier=VERIFIER).status_code == 200


@law("A form cannot change where a sign-in leads, for whom, or how it is proven")
@WAYS
def test_form_cannot_bend_the_sign_in(make_launcher: MakeLauncher, way: Way) -> None:
    other = "https://example.com/other"
    launcher = make_launcher(redirect_uris=(CALLBACK, other))
    launcher.member()
    bent = {
        "redirect_uri": other,
        "login_url": other,
        "client_id": str(launcher.clients.confidential),
        "scope": "offline",
        "payload": "bent",
        "code_challenge": challenge("B" * 43),
        "code_challenge_method": "S256",
        "user_id": "somebody",
    }
    address = begin(launcher, code_challenge=challenge(VERIFIER), code_challenge_method="S256")
    http = launcher.player.http

    def bend(request: httpx.Request) -> None:
        if request.method == "POST" and request.url.path.startswith("/_mock/"):
            request.url = request.url.copy_merge_params(bent)

    http.event_hooks["request"].append(bend)
    try:
        answer = way(launcher, address)
    finally:
        http.event_hooks["request"].remove(bend)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    code = code_of(answer)
    foreign = launcher.of(launcher.clients.confidential)
    for wrong in (
        foreign.exchange(code, code_verifier=VERIFIER),
        launcher.exchange(code, code_verifier="B" * 43),
        launcher.exchange(code, code_verifier=VERIFIER, redirect_uri=other),
    ):
        assert refusal(wrong) == GRANT
    tokens = tokens_of(launcher.exchange(code, code_verifier=VERIFIER))
    assert "refresh_token" not in tokens
    assert "payload" not in claims(tokens["access_token"])


@law("Fields that a form does not have mean nothing")
def test_unknown_fields_mean_nothing(member: Launcher) -> None:
    bent = {"redirect_uri": "https://evil.example/", "state": "bent-state-1", "client_id": "1002"}

    answer = send(member, begin(member), **GOOD, **bent)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    assert member.exchange(code_of(answer)).status_code == 200


@law("A form that led to a login, or away from it, is not taken again")
@pytest.mark.parametrize("form", [GOOD, {"action": "cancel"}])
def test_form_works_once(member: Launcher, form: dict[str, str]) -> None:
    address = begin(member)
    assert send(member, address, **form).status_code == 302

    for again in (send(member, address, **GOOD), send(member, address, **form), show(member, address)):
        assert_over(again)


@law("An identity is picked once for each login")
@pytest.mark.parametrize("form", [{"action": "pick", "id": "google-1"}, {"action": "cancel"}])
def test_pick_works_once(member: Launcher, form: dict[str, str]) -> None:
    network = to_network(member, begin(member))
    assert send(member, network, **form).status_code == 302

    for again in (send(member, network, action="pick", id="google-2"), show(member, network)):
        assert_over(again)


@law("The mailed code of the sign-in page works once, and not on the page of another client")
def test_mailed_code_is_bound(member: Launcher) -> None:
    address, second = begin(member), begin(member)
    elsewhere = begin(member.of(member.clients.confidential))
    confirmed = mailed(member, address)

    assert_refused(send(member, elsewhere, **confirmed))
    assert send(member, address, **confirmed).status_code == 302
    assert_refused(send(member, second, **confirmed))


@law("After five wrong tries a mailed code is dead on the page as well")
def test_wrong_codes_are_counted(make_launcher: MakeLauncher) -> None:
    launcher = make_launcher(code_length=12)
    address = begin(launcher)
    confirmed = mailed(launcher, address)
    for _ in range(5):
        assert_refused(send(launcher, address, **{**confirmed, "code": "000000000000"}))

    assert_refused(send(launcher, address, **confirmed))
    assert send(launcher, address, **mailed(launcher, address)).status_code == 302


@law("Wrong passwords on the page count towards the lock")
def test_wrong_passwords_are_counted(make_launcher: MakeLauncher) -> None:
    launcher = make_launcher(lockout={"attempts": 3, "seconds": 600})
    launcher.member()
    address = begin(launcher)
    for _ in range(3):
        assert_refused(send(launcher, address, **{**GOOD, "password": "wrong"}))

    assert_refused(send(launcher, address, **GOOD))
    assert refusal(launcher.player.login("ann")) == (422, "002-057")


@law("A page lives for as long as it says: half an hour for the sign-in, ten minutes for a social network")
def test_pages_expire(member: Launcher, control: Control) -> None:
    address = begin(member)
    network = to_network(member, address)

    control.advance(590)
    assert show(member, network).status_code == 200
    control.advance(11)
    assert_over(send(member, network, action="pick", id="google-1"))
    control.advance(1189)
    assert show(member, address).status_code == 200
    control.advance(11)
    assert_over(show(member, address))
    assert_over(send(member, address, **GOOD))


@law("Without its secret a form does nothing")
@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/_mock/sign-in", GOOD),
        ("/_mock/provider/google", {"action": "pick", "id": "google-1"}),
        ("/_mock/two-factor", {"action": "check", "code": "123456"}),
    ],
)
def test_form_needs_its_secret(member: Launcher, path: str, form: dict[str, str]) -> None:
    secret = {"/_mock/sign-in": "ticket", "/_mock/two-factor": "challenge_id"}.get(path, "state")
    page = member.control.origin + path
    http = member.player.http

    for answer in (http.post(page, data=form), http.post(page, data={**form, secret: ""})):
        assert answer.status_code == 400
        assert {"location", "set-cookie"}.isdisjoint(answer.headers)
    assert_over(http.post(page, data={**form, secret: "nonsense"}))
    assert http.post(page, json={**form, secret: "nonsense"}).status_code == 415


@law("The secret of one page opens no other, and that of one network no other network")
def test_secrets_are_not_mixed_up(member: Launcher) -> None:
    member.control.change_project(member.player.project_id, two_factor="email")
    address = begin(member)
    network = to_network(member, address)
    factor = target_of(send(member, address, **GOOD))
    code = str(member.player.message(EMAIL, "one_time_code").code)
    ticket, state = query_of(address)["ticket"], query_of(network)["state"]
    challenge_id = query_of(factor)["challenge_id"]
    origin = member.control.origin

    for wrong in (
        f"{origin}/_mock/sign-in?ticket={state}",
        f"{origin}/_mock/sign-in?ticket={challenge_id}",
        f"{origin}/_mock/provider/google?state={ticket}",
        f"{origin}/_mock/provider/google?state={STATE}",
        f"{origin}/_mock/provider/facebook?state={state}",
        f"{origin}/_mock/two-factor?challenge_id={ticket}",
    ):
        assert_over(show(member, wrong))
        assert_over(send(member, wrong, **{**GOOD, "id": "google-1", "code": code}))


@law("Where a social identity is asked for an address, nobody else can sign in under its name")
def test_asked_identity_stays_itself(member: Launcher) -> None:
    network = to_network(member, begin(member, scope="email"))
    asking = target_of(send(member, network, action="pick", id="google-2"))
    assert urlsplit(asking).path == "/_mock/sign-in"
    stranger = mailed(member, begin(member), "other@example.com")

    for wrong in (GOOD, {"action": "social", "provider": "google"}, stranger):
        assert_refused(send(member, asking, **wrong))
    answer = send(member, asking, **mailed(member, asking, "gustav@example.com"))

    content = claims(tokens_of(member.exchange(code_of(answer)))["access_token"])
    assert (content["id"], content["email"]) == ("google-2", "gustav@example.com")


@law("What is wrong with a form is told on the page, and the sign-in goes on")
@pytest.mark.parametrize(
    "form",
    [
        {"action": "password", "username": "ann", "password": "wrong"},
        {"action": "password", "username": "nobody", "password": PASSWORD},
        {"action": "password", "username": "ann"},
        {"action": "password"},
        {"action": "send-code", "email": "no address"},
        {"action": "send-code"},
        {"action": "code", "email": EMAIL, "operation_id": "nonsense", "code": "123456"},
        {"action": "code"},
        {"action": "social", "provider": "nonsense"},
        {"action": "social"},
        {"action": "nonsense"},
    ],
)
def test_refusal_is_told_on_the_page(member: Launcher, form: dict[str, str]) -> None:
    address = begin(member)

    assert_refused(send(member, address, **form))

    assert target_of(send(member, address, **GOOD)).startswith(f"{CALLBACK}?")


@law("A banned user gets in on no page")
def test_banned_user_gets_in_on_no_page(launcher: Launcher) -> None:
    launcher.member(banned=True)
    address = begin(launcher)

    assert_refused(send(launcher, address, **GOOD))
    assert_refused(send(launcher, address, **mailed(launcher, address)))


@law("A refused form keeps what was typed, except secrets")
def test_refused_form_keeps_the_username(member: Launcher) -> None:
    page = send(member, begin(member), action="password", username="an<n", password="my-wrong-secret")

    assert 'value="an&lt;n"' in page.text
    assert "my-wrong-secret" not in page.text


@law("A refused identity is told on the page, and another one can be picked")
def test_refused_identity_leaves_the_page(member: Launcher) -> None:
    network = to_network(member, begin(member))

    for form in (
        {"action": "pick", "id": "nonsense"},
        {"action": "pick"},
        {"action": "add", "id": "x", "name": "X", "email": "no address"},
        {"action": "add", "name": "X"},
        {"action": "nonsense", "id": "google-2"},
    ):
        assert_refused(send(member, network, **form))

    assert target_of(send(member, network, action="pick", id="google-2")).startswith(f"{CALLBACK}?")


@law("Who cancels goes back with access_denied and the state, and is signed in nowhere", origin="doc")
@pytest.mark.parametrize("at_network", [False, True])
def test_cancel_tells_the_game(member: Launcher, at_network: bool) -> None:
    address = begin(member)

    answer = send(member, to_network(member, address) if at_network else address, action="cancel")

    assert target_of(answer).startswith(f"{CALLBACK}?")
    told = query_of(target_of(answer))
    assert (told["error"], told["state"]) == ("access_denied", STATE)
    assert "code" not in told
    assert told.get("error_code") == ("010-026" if at_network else None)
    assert "set-cookie" not in answer.headers
    assert refusal(member.player.call("jwt-sso")) == NOBODY


@law("Who owes a required field comes back with an error and a token that serves the ask calls")
@WAYS
def test_missing_field_is_told_to_the_game(make_launcher: MakeLauncher, way: Way) -> None:
    country = {"name": "country-name", "type": "str", "required": True, "step": 0}
    launcher = make_launcher(ask_fields=[country])
    launcher.member()
    address = begin(launcher, code_challenge=challenge(VERIFIER), code_challenge_method="S256")

    answer = way(launcher, address)

    told = query_of(target_of(answer))
    assert (told["error"], told["state"]) == ("interaction_required", STATE)
    assert "code" not in told
    assert "set-cookie" not in answer.headers
    assert not launcher.is_good(told["token"])
    body = {"token": told["token"], "updatedFields": {"country-name": "DE"}}
    answered = launcher.player.call("oauth-20-user-ask", query={"client_id": launcher.client_id}, body=body)
    assert query_of(target_of(answered))["state"] == STATE
    code = code_of(answered)
    assert refusal(launcher.exchange(code)) == GRANT
    assert launcher.exchange(code, code_verifier=VERIFIER).status_code == 200


@law("A game without OAuth 2.0 hears of a cancelled social login in its own words")
def test_cancel_tells_a_jwt_game(launcher: Launcher) -> None:
    link = launcher.player.call("jwt-get-link-for-social-auth", path={"provider_name": "google"})

    told = query_of(target_of(send(launcher, target_of(link), action="cancel")))

    assert set(told) == {"error_code", "error_description"}


@law("A sign-in on the page leaves a cookie that no script reads and no other site sends along")
@WAYS
def test_page_leaves_a_guarded_cookie(member: Launcher, way: Way) -> None:
    (morsel,) = SimpleCookie(way(member, begin(member)).headers["set-cookie"]).values()

    assert morsel.key == "xl_sso"
    assert morsel["httponly"]
    assert (morsel["samesite"], morsel["path"], morsel["domain"]) == ("Lax", "/", "")
    assert len(morsel.value) >= 32


@law("Who signed in on the page needs no form again, in this project only")
@WAYS
def test_page_signs_in_to_one_project(make_launcher: MakeLauncher, way: Way) -> None:
    launcher, elsewhere = make_launcher(), make_launcher()
    launcher.member()
    first = tokens_of(launcher.exchange(code_of(way(launcher, begin(launcher)))))["access_token"]

    again = launcher.call("oauth2-authorize", query={"state": "another-state"})

    assert query_of(target_of(again))["state"] == "another-state"
    second = tokens_of(launcher.exchange(code_of(again)))["access_token"]
    assert claims(second)["sub"] == claims(first)["sub"]
    begin(elsewhere)


@law("A page, or a refusal on it, leaves no cookie")
def test_pages_leave_no_cookie(member: Launcher) -> None:
    for name, page in pages(member).items():
        assert "set-cookie" not in page.headers, name


@law("No page is stored, framed, run or told to other sites")
def test_pages_are_guarded(member: Launcher) -> None:
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


@law("Redirects of the pages are not stored")
@WAYS
def test_redirects_are_not_stored(member: Launcher, way: Way) -> None:
    assert way(member, begin(member)).headers["cache-control"] == "no-store"


@law("Texts of users and of the project are text on every page, never markup")
def test_texts_are_no_markup(make_launcher: MakeLauncher) -> None:
    identity = {"id": HOSTILE, "name": HOSTILE}
    launcher = make_launcher(name=HOSTILE, social_identities={"google": [identity]})
    launcher.member()
    answer = send(launcher, begin(launcher, state=HOSTILE), **GOOD)
    assert query_of(target_of(answer))["state"] == HOSTILE
    launcher.forget_cookies()
    address = begin(launcher, state=HOSTILE, login_hint=HOSTILE, locale="en")
    network = to_network(launcher, address)
    shown = [
        show(launcher, address),
        show(launcher, f"{address}&login_hint={HOSTILE}"),
        send(launcher, address, action="password", username=HOSTILE, password=HOSTILE),
        send(launcher, address, action="send-code", email=HOSTILE),
        send(launcher, address, action="code", email=HOSTILE, operation_id=HOSTILE, code=HOSTILE),
        send(launcher, address, action="social", provider=HOSTILE[:64]),
        show(launcher, network),
        send(launcher, network, action="add", id=HOSTILE, name=HOSTILE, email=HOSTILE),
        *pages(launcher).values(),
    ]

    for page in shown:
        markup = Markup(page)
        assert markup.tags <= PLAIN | FORMS
        assert "onclick" not in markup.attributes
    for page in (*shown[:3], *shown[6:8]):
        assert escape(HOSTILE) in page.text


@law("The language that a sign-in began in stays")
def test_language_stays(member: Launcher) -> None:
    member.control.change_project(member.player.project_id, two_factor="email")
    address = begin(member, locale="de_DE")
    network = to_network(member, address)
    factor = target_of(send(member, address, **GOOD))
    refused = send(member, address, action="password", username="ann", password="wrong")

    for page in (show(member, address), show(member, network), show(member, factor), refused):
        assert '<html lang="de"' in page.text
    assert member.player.message(EMAIL, "one_time_code").locale == "de_DE"


def assert_over(answer: httpx.Response) -> None:
    """There is nothing to continue, and nothing comes of trying."""
    __tracebackhide__ = True
    assert answer.status_code == 404, f"{answer.status_code} {answer.text[:200]}"
    assert answer.headers["content-type"].startswith("text/html")
    assert {"location", "set-cookie"}.isdisjoint(answer.headers)


def assert_refused(answer: httpx.Response) -> None:
    """The page is shown again and tells why."""
    __tracebackhide__ = True
    assert answer.status_code == 422, f"{answer.status_code} {answer.headers.get('location')}"
    assert 'role="alert"' in answer.text
    assert {"location", "set-cookie"}.isdisjoint(answer.headers)
