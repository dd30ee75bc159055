"""Single sign-on: the authorization endpoint, the cookie, its codes, signing out, and consent."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from login_contract.suite.control import Control
from login_contract.suite.launcher import STATE, Launcher, code_of, target_of, tokens_of
from login_contract.suite.player import CALLBACK, PASSWORD, query_of, refusal, token_of
from login_contract.suite.token import claims

law = pytest.mark.law
MakeLauncher = Callable[..., Launcher]
NOBODY = (401, "003-040")
GRANT = (400, "010-023")
OTHER = "https://example.com/other"
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
PAGE = {"Accept": "text/html"}
ASKED = {"scope": "offline own", "audience": "https://api.example"}
GIVEN = {"scp": ["offline", "own"], "aud": ["https://api.example"]}


def challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


PROOF = {"code_challenge": challenge(VERIFIER), "code_challenge_method": "S256"}


def authorize(launcher: Launcher, **query: Any) -> httpx.Response:
    answer: httpx.Response = launcher.call("oauth2-authorize", query=query)
    return answer


def signed_in(launcher: Launcher, username: str = "ann") -> str:
    """Sign in with this browser, in place of whoever was, and return a token of the login."""
    if launcher.client is not None:
        return str(launcher.tokens(username)["access_token"])
    answer = launcher.player.login(username)
    if answer.status_code == 401:
        launcher.member(username)
        answer = launcher.player.login(username)
    return token_of(answer)


def session(launcher: Launcher, username: str = "ann") -> dict[str, Any]:
    """Sign in with this browser, and return the tokens that the protocol has."""
    if launcher.client is None:
        return {"access_token": signed_in(launcher, username)}
    return launcher.tokens(username, scope="offline")


def at_sign_in(launcher: Launcher, answer: httpx.Response) -> bool:
    """Whether nobody is signed in: the browser is sent to a page, without a code."""
    target = target_of(answer)
    if launcher.player.control is not None:
        return urlsplit(target).path == "/_mock/sign-in"
    return not target.startswith(CALLBACK) and "code" not in query_of(target)


def submit_password(launcher: Launcher, page: str) -> httpx.Response:
    """Sign in on the hosted page, as a browser without scripts does."""
    form = {"ticket": query_of(page)["ticket"], "action": "password", "username": "ann", "password": PASSWORD}
    return launcher.player.http.post(page.partition("?")[0], data=form)


def cookie_of(launcher: Launcher) -> str:
    """The cookie of this browser."""
    name = launcher.cookie_name
    (value,) = [cookie.value for cookie in launcher.player.http.cookies.jar if cookie.name == name]
    return str(value)


def go_on_as(launcher: Launcher, cookie: str) -> None:
    """Go on in the browser that has this cookie."""
    launcher.forget_cookies()
    host = launcher.player.http.base_url.host
    # The cookie jar of the standard library knows hosts without a dot under this name.
    domain = host if "." in host else f"{host}.local"
    launcher.player.http.cookies.set(launcher.cookie_name, cookie, domain=domain, path="/")


@law("A login leaves a cookie that no script reads and no other site sends along", security=True)
def test_cookie_is_http_only_and_lax(launcher: Launcher) -> None:
    launcher.member()
    logins = [launcher.player.login("ann")]
    if launcher.client is not None:
        logins.append(launcher.login())

    for answer in logins:
        (morsel,) = SimpleCookie(answer.headers["set-cookie"]).values()
        assert morsel["httponly"]
        assert morsel["samesite"] == "Lax"
        assert morsel["path"] == "/"
        assert not morsel["domain"]
        assert len(morsel.value) >= 32


@law("A failed login leaves no cookie", security=True)
def test_failed_login_leaves_no_cookie(launcher: Launcher) -> None:
    launcher.member()

    assert "set-cookie" not in launcher.player.login("ann", "not-the-password").headers
    if launcher.client is not None:
        assert "set-cookie" not in launcher.login(password="not-the-password").headers
    assert refusal(launcher.player.call("jwt-sso")) == NOBODY


@law("Every sign-in changes the cookie, so that nobody can plant one", security=True)
def test_cookie_changes_with_every_sign_in(launcher: Launcher) -> None:
    launcher.member()
    go_on_as(launcher, "planted-by-somebody-else")
    launcher.login()
    first = cookie_of(launcher)
    launcher.login()

    assert first != "planted-by-somebody-else"
    go_on_as(launcher, first)
    assert refusal(launcher.player.call("jwt-sso")) == NOBODY
    go_on_as(launcher, "planted-by-somebody-else")
    assert refusal(launcher.player.call("jwt-sso")) == NOBODY


@law("A sign-in holds for its project only", security=True)
def test_sign_in_holds_for_its_project(make_launcher: MakeLauncher) -> None:
    launcher, elsewhere = make_launcher(), make_launcher()
    signed_in(launcher)

    assert refusal(elsewhere.player.call("jwt-sso")) == NOBODY
    assert refusal(elsewhere.call("check-user-authentication")) == NOBODY
    assert at_sign_in(elsewhere, authorize(elsewhere))
    assert launcher.player.call("jwt-sso").status_code == 200


@law("A browser is signed in to several projects at once, and to each as whoever came last")
def test_browser_is_signed_in_to_several_projects(make_launcher: MakeLauncher) -> None:
    launcher, elsewhere = make_launcher(), make_launcher()
    signed_in(launcher, "ann")
    signed_in(launcher, "bob")
    signed_in(elsewhere, "cleo")

    for where, username in ((launcher, "bob"), (elsewhere, "cleo")):
        code = where.player.call("jwt-sso").json()["code"]
        assert claims(tokens_of(where.exchange(code))["access_token"])["username"] == username


@law("A sign-in lasts for as long as the project says", security=True)
def test_sign_in_ends(make_launcher: MakeLauncher, control: Control) -> None:
    launcher = make_launcher(sso_lifetime=600)
    signed_in(launcher)

    control.advance(590)
    assert launcher.player.call("jwt-sso").status_code == 200
    control.advance(11)
    assert refusal(launcher.player.call("jwt-sso")) == NOBODY


@law("A browser that nobody is signed in with is refused", security=True)
@pytest.mark.parametrize("cookie", [None, "", "nonsense", "A" * 4096])
def test_stranger_is_refused(launcher: Launcher, cookie: str | None) -> None:
    launcher.member()
    if cookie is not None:
        go_on_as(launcher, cookie)

    for operation_id in ("jwt-sso", "jwt-sso-redirect"):
        assert refusal(launcher.player.call(operation_id)) == NOBODY
    if launcher.client is not None:
        assert refusal(launcher.call("check-user-authentication")) == NOBODY
        assert at_sign_in(launcher, authorize(launcher))


@law("While a required field is outstanding nobody is signed in", security=True)
def test_ask_signs_nobody_in(make_launcher: MakeLauncher) -> None:
    country = {"name": "country-name", "type": "str", "required": True, "step": 0}
    launcher = make_launcher(ask_fields=[country])
    launcher.member()

    answer = launcher.login()

    assert answer.json()["ask_fields"]
    assert refusal(launcher.player.call("jwt-sso")) == NOBODY


@law("Whoever is signed in gets a code without a password")
@pytest.mark.parametrize("operation_id", ["check-user-authentication", "oauth2-authorize"])
def test_signed_in_user_gets_a_code(launcher: Launcher, operation_id: str) -> None:
    signed_in(launcher)

    answer = launcher.call(operation_id, query={"scope": "offline own"})

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    tokens = tokens_of(launcher.exchange(code_of(answer)))
    assert claims(tokens["access_token"])["username"] == launcher.player.known_as("ann")
    assert claims(tokens["access_token"])["scp"] == ["offline", "own"]
    assert "refresh_token" in tokens


@law("The access token of whoever was signed in already says what its request asked for")
@pytest.mark.parametrize("operation_id", ["check-user-authentication", "oauth2-authorize"])
def test_token_of_a_signed_in_user_says_what_was_asked(launcher: Launcher, operation_id: str) -> None:
    signed_in(launcher)

    answer = launcher.call(operation_id, query=ASKED)

    content = claims(tokens_of(launcher.exchange(code_of(answer)))["access_token"])
    assert {name: content[name] for name in GIVEN} == GIVEN


@law("The sign-in page leads back with code and state, and gives what the request asked for")
@pytest.mark.needs("is_mock")
def test_sign_in_page_keeps_the_request(launcher: Launcher) -> None:
    launcher.member()
    page = target_of(authorize(launcher, **ASKED, **PROOF))

    answer = submit_password(launcher, page)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    assert refusal(launcher.exchange(code_of(answer))) == GRANT
    content = claims(tokens_of(launcher.exchange(code_of(answer), code_verifier=VERIFIER))["access_token"])
    assert {name: content[name] for name in GIVEN} == GIVEN
    assert launcher.player.call("jwt-sso").status_code == 200


@law("A sign-in page serves one sign-in", security=True)
@pytest.mark.needs("is_mock")
def test_sign_in_page_works_once(launcher: Launcher) -> None:
    launcher.member()
    page = target_of(authorize(launcher))

    assert submit_password(launcher, page).status_code == 302
    again = submit_password(launcher, page)

    assert again.status_code == 404
    assert "set-cookie" not in again.headers


@law("A proof key that was announced has to be shown", origin="doc", security=True)
def test_proof_key_is_needed(launcher: Launcher) -> None:
    signed_in(launcher)
    code = code_of(authorize(launcher, code_challenge=challenge(VERIFIER), code_challenge_method="S256"))

    for wrong in (None, "A" * 43, VERIFIER.lower(), challenge(VERIFIER)):
        assert refusal(launcher.exchange(code, code_verifier=wrong)) == GRANT

    assert launcher.exchange(code, code_verifier=VERIFIER).status_code == 200


@law(
    "A public client may leave the proof key out; its code is then worth tokens to whoever shows it",
    origin="doc",
)
def test_proof_key_may_be_left_out(launcher: Launcher) -> None:
    signed_in(launcher)
    assert launcher.clients.secret(launcher.client_id) is None

    code = code_of(authorize(launcher))
    launcher.forget_cookies()

    assert tokens_of(launcher.exchange(code, code_verifier=None))["access_token"]


@law(
    "A verifier is refused where no challenge was given: somebody may have taken it out on its way",
    security=True,
)
def test_challenge_cannot_be_taken_out(launcher: Launcher) -> None:
    code = launcher.authorized("ann")

    assert refusal(launcher.exchange(code, code_verifier=VERIFIER)) == GRANT
    assert launcher.exchange(code).status_code == 200


@law("A proof key is announced with S256 only, and tells the redirect URI otherwise", security=True)
@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize(
    "query",
    [
        {"code_challenge": challenge(VERIFIER), "code_challenge_method": "plain"},
        {"code_challenge": challenge(VERIFIER)},
        {"code_challenge": challenge(VERIFIER), "code_challenge_method": "s256"},
        {"code_challenge_method": "S256"},
        {"code_challenge": "short", "code_challenge_method": "S256"},
        {"code_challenge": "A" * 129, "code_challenge_method": "S256"},
        {"code_challenge": "!" * 43, "code_challenge_method": "S256"},
    ],
)
def test_other_proof_keys_are_refused(launcher: Launcher, query: dict[str, str], signed: bool) -> None:
    if signed:
        signed_in(launcher)

    told = query_of(target_of(authorize(launcher, **query)))

    assert (told["error"], told["state"]) == ("invalid_request", STATE)
    assert "code" not in told


@law("What is wrong is told to the redirect URI, with the state", origin="doc")
@pytest.mark.parametrize(
    ("query", "error"),
    [
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": "code token"}, "unsupported_response_type"),
        ({"response_type": "code,code"}, "unsupported_response_type"),
        ({"response_type": None}, "invalid_request"),
        ({"projectId": "nonsense"}, "invalid_request"),
        ({"state": "1234567"}, "invalid_request"),
        ({"scope": "x" * 5000}, "invalid_request"),
    ],
)
def test_errors_go_to_the_redirect_uri(launcher: Launcher, query: dict[str, Any], error: str) -> None:
    target = target_of(authorize(launcher, **query))

    assert target.startswith(f"{CALLBACK}?")
    assert query_of(target)["error"] == error
    assert query_of(target)["state"] == query.get("state", STATE)


@law("Nobody is sent to an address that is not registered; there is a page instead", security=True)
@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"redirect_uri": "https://evil.example/"}, 422),
        ({"redirect_uri": f"{CALLBACK}/"}, 422),
        ({"client_id": 1}, 404),
        ({"client_id": "nonsense"}, 400),
        ({"client_id": None}, 400),
        ({"redirect_uri": "https://evil.example/", "response_type": "token"}, 422),
        ({"redirect_uri": "https://evil.example/", "state": "1234567"}, 400),
    ],
)
@pytest.mark.parametrize("signed", [True, False])
def test_unregistered_address_gets_nothing(
    launcher: Launcher, query: dict[str, Any], status: int, signed: bool
) -> None:
    if signed:
        signed_in(launcher)

    answer = launcher.call("oauth2-authorize", query=query, headers=PAGE)

    assert answer.status_code == status
    assert "location" not in answer.headers
    assert answer.headers["content-type"].startswith("text/html")


@law("fail_auth_url is honoured only when the project knows its origin", origin="inferred", security=True)
@pytest.mark.parametrize(
    ("fail_auth_url", "leads_to"),
    [
        ("https://example.com/failed", "https://example.com/failed"),
        ("http://localhost:4000/failed", "http://localhost:4000/failed"),
        ("https://evil.example/failed", CALLBACK),
        ("https://example.com@evil.example/", CALLBACK),
        ("https://example.com.evil.example/", CALLBACK),
        ("javascript:alert(1)//example.com", CALLBACK),
        ("//evil.example", CALLBACK),
        ("https:\\\\evil.example", CALLBACK),
    ],
    ids=[
        "known host",
        "allowed origin",
        "another host",
        "user",
        "longer host",
        "script",
        "no scheme",
        "backslashes",
    ],
)
def test_failure_address_is_known(launcher: Launcher, fail_auth_url: str, leads_to: str) -> None:
    answer = authorize(launcher, response_type="token", fail_auth_url=fail_auth_url)

    assert target_of(answer).startswith(f"{leads_to}?")


@law("The code of the single sign-on works once, and its second use ends what the first gave", security=True)
def test_sso_code_works_once(launcher: Launcher) -> None:
    signed_in(launcher)
    code = launcher.player.call("jwt-sso").json()["code"]
    first = tokens_of(launcher.exchange(code, redirect_uri=None))
    assert claims(first["access_token"])["username"] == launcher.player.known_as("ann")

    assert refusal(launcher.exchange(code, redirect_uri=None)) == GRANT
    assert not launcher.is_good(first["access_token"])


@law("The code of the single sign-on lives for a minute", security=True)
def test_sso_code_lives_for_a_minute(launcher: Launcher, control: Control) -> None:
    signed_in(launcher)
    code, late = (launcher.player.call("jwt-sso").json()["code"] for _ in range(2))

    control.advance(50)
    assert launcher.exchange(code).status_code == 200
    control.advance(11)
    assert refusal(launcher.exchange(late)) == GRANT


@law("The code of the single sign-on is exchanged by any client of the project, and never refreshes")
@pytest.mark.parametrize("protocol", ["jwt", "oauth2", "both"])
def test_sso_code_is_for_any_client(make_launcher: MakeLauncher, protocol: str) -> None:
    launcher = make_launcher()
    signed_in(launcher)
    launcher.configure(protocol=protocol)
    query = {"payload": "from=sso", "scope": "offline"}

    for client_id in (launcher.clients.public, launcher.clients.confidential):
        code = launcher.player.call("jwt-sso", query=query).json()["code"]
        tokens = tokens_of(launcher.of(client_id).exchange(code, redirect_uri=None))
        assert "refresh_token" not in tokens
        assert claims(tokens["access_token"])["payload"] == "from=sso"
        assert launcher.is_good(tokens["access_token"])


@law("The code of the single sign-on is no good in another project", security=True)
def test_sso_code_is_bound_to_its_project(make_launcher: MakeLauncher) -> None:
    launcher, elsewhere = make_launcher(), make_launcher()
    signed_in(launcher)
    code = launcher.player.call("jwt-sso").json()["code"]

    assert refusal(elsewhere.exchange(code)) == GRANT
    assert launcher.exchange(code).status_code == 200


@law("The token of a single sign-on serves the ask calls like any other")
def test_sso_token_serves_the_ask_calls(launcher: Launcher) -> None:
    signed_in(launcher)
    code = launcher.player.call("jwt-sso").json()["code"]
    token = tokens_of(launcher.exchange(code))["access_token"]

    assert launcher.player.asked(token).json() == []
    updated = launcher.player.answer_asks(token, {})
    assert launcher.is_good(token_of(updated))
    body = {"token": token, "updatedFields": {}}
    answered = launcher.call("oauth-20-user-ask", query={"scope": "offline"}, body=body)
    assert query_of(target_of(answered))["state"] == STATE
    assert "refresh_token" in tokens_of(launcher.exchange(code_of(answered)))


@law("The redirect of the single sign-on leads to a registered Callback URL only", security=True)
def test_sso_redirect_leads_to_a_callback_url(make_launcher: MakeLauncher) -> None:
    one, two = make_launcher(), make_launcher(callback_urls=[CALLBACK, OTHER])
    for launcher in (one, two):
        signed_in(launcher)
        redirect = "jwt-sso-redirect"
        answer = launcher.player.call(redirect, query={"login_url": CALLBACK})
        assert target_of(answer).startswith(f"{CALLBACK}?")
        assert launcher.exchange(code_of(answer)).status_code == 200
        for wrong in ("https://evil.example/", f"{CALLBACK}/", CALLBACK.upper(), ""):
            refused = launcher.player.call(redirect, query={"login_url": wrong})
            assert refusal(refused) == (422, "010-012")
            assert "location" not in refused.headers
        left_out = launcher.player.call(redirect)
        if launcher is one:
            assert target_of(left_out).startswith(f"{CALLBACK}?")
        else:
            assert refusal(left_out) == (422, "010-011")


@law("payload of the redirect of the single sign-on reaches the token")
def test_payload_of_an_sso_redirect_comes_back(launcher: Launcher) -> None:
    signed_in(launcher)

    answer = launcher.player.call("jwt-sso-redirect", query={"payload": "level=7"})

    content = claims(tokens_of(launcher.exchange(code_of(answer)))["access_token"])
    assert content["payload"] == "level=7"


@law("jwt/sso needs no login_url, but refuses a wrong one", origin="inferred", security=True)
def test_sso_code_needs_no_login_url(make_launcher: MakeLauncher) -> None:
    launcher = make_launcher(callback_urls=[CALLBACK, OTHER])
    signed_in(launcher)

    assert launcher.player.call("jwt-sso").status_code == 200
    assert launcher.player.call("jwt-sso", query={"login_url": OTHER}).status_code == 200
    wrong = launcher.player.call("jwt-sso", query={"login_url": "https://evil.example/"})
    assert refusal(wrong) == (422, "010-012")


@law("Signing out of the single sign-on ends it everywhere, and leaves tokens alone", security=True)
def test_logout_of_sso(launcher: Launcher) -> None:
    tokens = session(launcher)
    first = cookie_of(launcher)
    launcher.forget_cookies()
    signed_in(launcher)

    answer = launcher.player.call("log-user-out", query={"sessions": "sso"}, bearer=tokens["access_token"])

    assert (answer.status_code, answer.content) == (204, b"")
    for cookie in (first, cookie_of(launcher)):
        go_on_as(launcher, cookie)
        assert refusal(launcher.player.call("jwt-sso")) == NOBODY
    assert launcher.is_good(tokens["access_token"])
    if "refresh_token" in tokens:
        assert launcher.refresh(tokens["refresh_token"]).status_code == 200


@law("Signing out of everything ends every token of the user as well, and nobody else's", security=True)
def test_logout_of_all(launcher: Launcher) -> None:
    bob = launcher.tokens("bob", scope="offline")
    bobs_browser = cookie_of(launcher)
    launcher.forget_cookies()
    tokens = [launcher.tokens(scope="offline") for _ in range(2)]
    jwt = token_of(launcher.player.login("ann"))
    code = launcher.authorized()

    answer = launcher.player.call("log-user-out", query={"sessions": "all"}, bearer=tokens[0]["access_token"])

    assert answer.status_code == 204
    assert refusal(launcher.player.call("jwt-sso")) == NOBODY
    for each in tokens:
        assert not launcher.is_good(each["access_token"])
        assert refusal(launcher.refresh(each["refresh_token"])) == GRANT
    assert not launcher.is_good(jwt)
    assert refusal(launcher.exchange(code)) == GRANT
    assert launcher.is_good(bob["access_token"])
    assert launcher.refresh(bob["refresh_token"]).status_code == 200
    go_on_as(launcher, bobs_browser)
    assert launcher.player.call("jwt-sso").status_code == 200


@law("Signing out ends what belongs to the token's user, whoever the browser is signed in as", security=True)
@pytest.mark.parametrize("sessions", ["sso", "all"])
def test_logout_goes_by_the_token(launcher: Launcher, sessions: str) -> None:
    ann = session(launcher, "ann")
    anns_browser = cookie_of(launcher)
    launcher.forget_cookies()
    bob = session(launcher, "bob")

    launcher.player.call("log-user-out", query={"sessions": sessions}, bearer=ann["access_token"])

    assert launcher.player.call("jwt-sso").status_code == 200
    assert launcher.is_good(bob["access_token"])
    assert launcher.is_good(ann["access_token"]) is (sessions == "sso")
    go_on_as(launcher, anns_browser)
    assert refusal(launcher.player.call("jwt-sso")) == NOBODY


@law("Signing out of nothing in particular is refused and ends nothing")
@pytest.mark.parametrize("sessions", [None, "", "ALL", "none", "sso,all", "all "])
def test_logout_needs_sessions(launcher: Launcher, sessions: str | None) -> None:
    tokens = session(launcher)

    answer = launcher.player.call("log-user-out", query={"sessions": sessions}, bearer=tokens["access_token"])

    assert refusal(answer) == (400, "002-028" if sessions is None else "002-027")
    assert launcher.player.call("jwt-sso").status_code == 200
    assert launcher.is_good(tokens["access_token"])
    if "refresh_token" in tokens:
        assert launcher.refresh(tokens["refresh_token"]).status_code == 200


@law("Clearing the cookie forgets this browser only, and is no matter without one")
def test_clearing_forgets_this_browser(launcher: Launcher) -> None:
    assert launcher.player.call("clear-sso-cookie").status_code == 204
    tokens = session(launcher)
    first = cookie_of(launcher)
    launcher.forget_cookies()
    signed_in(launcher)
    second = cookie_of(launcher)

    answer = launcher.player.call("clear-sso-cookie")

    assert answer.status_code == 204
    assert not list(launcher.player.http.cookies.jar)
    go_on_as(launcher, second)
    assert refusal(launcher.player.call("jwt-sso")) == NOBODY
    go_on_as(launcher, first)
    assert launcher.player.call("jwt-sso").status_code == 200
    assert launcher.is_good(tokens["access_token"])


def decision(launcher: Launcher, **told: Any) -> dict[str, Any]:
    """What a login form sends about a consent."""
    asked = {"redirect_uri": CALLBACK, "state": STATE}
    return {"client_id": launcher.client_id, **asked, **told}


def decide(launcher: Launcher, token: str, **told: Any) -> None:
    answer = launcher.player.call("oauth2-save-consent", bearer=token, body=decision(launcher, **told))
    assert answer.status_code == 204


def refused(launcher: Launcher, token: str, client_id: int | str, scope: str) -> list[str]:
    body = {"client_id": client_id, "scope": scope}
    answer = launcher.player.call("oauth2-check-consent", bearer=token, body=body).json()
    assert answer["approval"] is not bool(answer.get("refused_scopes"))
    return list(answer.get("refused_scopes") or [])


@law("Consent is kept for each user, client and scope, and refused where nobody was asked")
def test_consent_is_kept(launcher: Launcher) -> None:
    ann, bob = (launcher.tokens(name)["access_token"] for name in ("ann", "bob"))

    assert refused(launcher, ann, launcher.client_id, "email phone") == ["email", "phone"]
    decide(launcher, ann, scope="email phone", approval=True)
    assert refused(launcher, ann, launcher.client_id, "email phone own") == ["own"]
    assert refused(launcher, ann, str(launcher.client_id), "email") == []
    assert refused(launcher, bob, launcher.client_id, "email") == ["email"]
    assert refused(launcher, ann, launcher.stranger.client_id, "email") == ["email"]
    decide(launcher, ann, scope="email", approval=False)
    assert refused(launcher, ann, launcher.client_id, "email phone") == ["email"]


@law("Who says nothing does not agree", origin="inferred", security=True)
def test_silence_is_no_consent(launcher: Launcher) -> None:
    ann = launcher.tokens("ann")["access_token"]
    decide(launcher, ann, scope="email phone", approval=True)

    decide(launcher, ann, scope="email")

    assert refused(launcher, ann, launcher.client_id, "email phone") == ["email"]


@law("A consent names client, redirect URI and state, a question about one client and scopes")
@pytest.mark.parametrize(
    ("operation_id", "missing", "code"),
    [
        ("oauth2-save-consent", "client_id", "002-028"),
        ("oauth2-save-consent", "redirect_uri", "002-028"),
        ("oauth2-save-consent", "state", "010-022"),
        ("oauth2-check-consent", "client_id", "002-028"),
        ("oauth2-check-consent", "scope", "002-028"),
    ],
)
def test_consent_names_what_it_is_about(
    launcher: Launcher, operation_id: str, missing: str, code: str
) -> None:
    token = launcher.tokens("ann")["access_token"]
    body = decision(launcher, scope="email", approval=True)
    del body[missing]

    assert refusal(launcher.player.call(operation_id, bearer=token, body=body)) == (400, code)
    assert refused(launcher, token, launcher.client_id, "email") == ["email"]


@law("What the SDK sends beside is accepted")
def test_consent_takes_what_the_sdk_adds(launcher: Launcher) -> None:
    token = launcher.tokens("ann")["access_token"]
    extras = {"projectId": launcher.player.project_id, "response_type": "code"}

    decide(launcher, token, scope="email", approval=True, **extras)

    assert refused(launcher, token, launcher.client_id, "email") == []


@law("Consent to a client that does not exist, or is another project's, is not found")
@pytest.mark.parametrize("operation_id", ["oauth2-save-consent", "oauth2-check-consent"])
def test_consent_is_to_a_client_of_the_project(make_launcher: MakeLauncher, operation_id: str) -> None:
    launcher, elsewhere = make_launcher(), make_launcher()
    token = launcher.tokens()["access_token"]

    for client_id in (1, elsewhere.client_id):
        body = decision(launcher, client_id=client_id, scope="email", approval=True)
        answer = launcher.player.call(operation_id, bearer=token, body=body)
        assert answer.status_code in (401, 404)
        refusal(answer)
