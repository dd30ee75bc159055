"""Single sign-on: the authorization endpoint, the cookie, its codes, signing out, and consent."""

from __future__ import annotations

from collections.abc import Callable
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import (
    STATE,
    OAuthClient,
    challenge_of,
    code_of,
    target_of,
    tokens_of,
)
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    AMBIGUOUS_ADDRESS,
    INVALID_GRANT,
    INVALID_STATE,
    INVALID_VALUE,
    MISSING_VALUE,
    NOT_SIGNED_IN,
    UNREGISTERED_ADDRESS,
)

law = pytest.mark.law
MakeLauncher = Callable[..., OAuthClient]
OTHER = "https://example.com/other"
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
PAGE = {"Accept": "text/html"}
ASKED = {"scope": "offline own", "audience": "https://api.example"}
GIVEN = {"scp": ["offline", "own"], "aud": ["https://api.example"]}


PROOF = {"code_challenge": challenge_of(VERIFIER), "code_challenge_method": "S256"}


def authorize(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    answer: httpx.Response = oauth_client.call("oauth2-authorize", query=query)
    return answer


def signed_in(oauth_client: OAuthClient, username: str = "ann") -> str:
    """Sign in with this browser, in place of whoever was, and return a token of the login."""
    if oauth_client.client is not None:
        return str(oauth_client.tokens(username)["access_token"])
    answer = oauth_client.jwt_client.login(username)
    if answer.status_code == 401:
        oauth_client.member(username)
        answer = oauth_client.jwt_client.login(username)
    return token_of(answer)


def session(oauth_client: OAuthClient, username: str = "ann") -> dict[str, Any]:
    """Sign in with this browser, and return the tokens that the protocol has."""
    if oauth_client.client is None:
        return {"access_token": signed_in(oauth_client, username)}
    return oauth_client.tokens(username, scope="offline")


def at_sign_in(oauth_client: OAuthClient, answer: httpx.Response) -> bool:
    """Whether nobody is signed in: the browser is sent to a page, without a code."""
    target = target_of(answer)
    if oauth_client.jwt_client.control is not None:
        return urlsplit(target).path == "/_mock/sign-in"
    return not target.startswith(CALLBACK) and "code" not in query_of(target)


def submit_password(oauth_client: OAuthClient, page: str) -> httpx.Response:
    """Sign in on the hosted page, as a browser without scripts does."""
    form = {"ticket": query_of(page)["ticket"], "action": "password", "username": "ann", "password": PASSWORD}
    return oauth_client.jwt_client.http.post(page.partition("?")[0], data=form)


def cookie_of(oauth_client: OAuthClient) -> str:
    """The cookie of this browser."""
    name = oauth_client.cookie_name
    (value,) = [cookie.value for cookie in oauth_client.jwt_client.http.cookies.jar if cookie.name == name]
    return str(value)


def go_on_as(oauth_client: OAuthClient, cookie: str) -> None:
    """Go on in the browser that has this cookie."""
    oauth_client.forget_cookies()
    host = oauth_client.jwt_client.http.base_url.host
    # The cookie jar of the standard library knows hosts without a dot under this name.
    domain = host if "." in host else f"{host}.local"
    oauth_client.jwt_client.http.cookies.set(oauth_client.cookie_name, cookie, domain=domain, path="/")


@law("A login leaves a cookie that no script reads and no other site sends along", security=True)
def test_cookie_is_http_only_and_lax(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    logins = [oauth_client.jwt_client.login("ann")]
    if oauth_client.client is not None:
        logins.append(oauth_client.login())

    for answer in logins:
        (morsel,) = SimpleCookie(answer.headers["set-cookie"]).values()
        assert morsel["httponly"]
        assert morsel["samesite"] == "Lax"
        assert morsel["path"] == "/"
        assert not morsel["domain"]
        assert len(morsel.value) >= 32


@law("A failed login leaves no cookie", security=True)
def test_failed_login_leaves_no_cookie(oauth_client: OAuthClient) -> None:
    oauth_client.member()

    assert "set-cookie" not in oauth_client.jwt_client.login("ann", "not-the-password").headers
    if oauth_client.client is not None:
        assert "set-cookie" not in oauth_client.login(password="not-the-password").headers
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN


@law("Every sign-in changes the cookie, so that nobody can plant one", security=True)
def test_cookie_changes_with_every_sign_in(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    go_on_as(oauth_client, "planted-by-somebody-else")
    oauth_client.login()
    first = cookie_of(oauth_client)
    oauth_client.login()

    assert first != "planted-by-somebody-else"
    go_on_as(oauth_client, first)
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    go_on_as(oauth_client, "planted-by-somebody-else")
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN


@law("A sign-in holds for its project only", security=True)
def test_sign_in_holds_for_its_project(make_launcher: MakeLauncher) -> None:
    oauth_client, elsewhere = make_launcher(), make_launcher()
    signed_in(oauth_client)

    assert refusal(elsewhere.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    assert refusal(elsewhere.call("check-user-authentication")) == NOT_SIGNED_IN
    assert at_sign_in(elsewhere, authorize(elsewhere))
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200


@law("A browser is signed in to several projects at once, and to each as whoever came last")
def test_browser_is_signed_in_to_several_projects(make_launcher: MakeLauncher) -> None:
    oauth_client, elsewhere = make_launcher(), make_launcher()
    signed_in(oauth_client, "ann")
    signed_in(oauth_client, "bob")
    signed_in(elsewhere, "cleo")

    for where, username in ((oauth_client, "bob"), (elsewhere, "cleo")):
        code = where.jwt_client.call("jwt-sso").json()["code"]
        assert claims(tokens_of(where.exchange(code))["access_token"])["username"] == username


@law("A sign-in lasts for as long as the project says", security=True)
def test_sign_in_ends(make_launcher: MakeLauncher, control: Control) -> None:
    oauth_client = make_launcher(sso_lifetime=600)
    signed_in(oauth_client)

    control.advance(590)
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200
    control.advance(11)
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN


@law("A browser that nobody is signed in with is refused", security=True)
@pytest.mark.parametrize("cookie", [None, "", "nonsense", "A" * 4096])
def test_stranger_is_refused(oauth_client: OAuthClient, cookie: str | None) -> None:
    oauth_client.member()
    if cookie is not None:
        go_on_as(oauth_client, cookie)

    for operation_id in ("jwt-sso", "jwt-sso-redirect"):
        assert refusal(oauth_client.jwt_client.call(operation_id)) == NOT_SIGNED_IN
    if oauth_client.client is not None:
        assert refusal(oauth_client.call("check-user-authentication")) == NOT_SIGNED_IN
        assert at_sign_in(oauth_client, authorize(oauth_client))


@law("While a required field is outstanding nobody is signed in", security=True)
def test_ask_signs_nobody_in(make_launcher: MakeLauncher) -> None:
    country = {"name": "country-name", "type": "str", "required": True, "step": 0}
    oauth_client = make_launcher(ask_fields=[country])
    oauth_client.member()

    answer = oauth_client.login()

    assert answer.json()["ask_fields"]
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN


@law("Whoever is signed in gets a code without a password")
@pytest.mark.parametrize("operation_id", ["check-user-authentication", "oauth2-authorize"])
def test_signed_in_user_gets_a_code(oauth_client: OAuthClient, operation_id: str) -> None:
    signed_in(oauth_client)

    answer = oauth_client.call(operation_id, query={"scope": "offline own"})

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    tokens = tokens_of(oauth_client.exchange(code_of(answer)))
    assert claims(tokens["access_token"])["username"] == oauth_client.jwt_client.known_as("ann")
    assert claims(tokens["access_token"])["scp"] == ["offline", "own"]
    assert "refresh_token" in tokens


@law("The access token of whoever was signed in already says what its request asked for")
@pytest.mark.parametrize("operation_id", ["check-user-authentication", "oauth2-authorize"])
def test_token_of_a_signed_in_user_says_what_was_asked(oauth_client: OAuthClient, operation_id: str) -> None:
    signed_in(oauth_client)

    answer = oauth_client.call(operation_id, query=ASKED)

    content = claims(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])
    assert {name: content[name] for name in GIVEN} == GIVEN


@law("The sign-in page leads back with code and state, and gives what the request asked for")
@pytest.mark.needs("is_mock")
def test_sign_in_page_keeps_the_request(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    page = target_of(authorize(oauth_client, **ASKED, **PROOF))

    answer = submit_password(oauth_client, page)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    assert refusal(oauth_client.exchange(code_of(answer))) == INVALID_GRANT
    content = claims(
        tokens_of(oauth_client.exchange(code_of(answer), code_verifier=VERIFIER))["access_token"]
    )
    assert {name: content[name] for name in GIVEN} == GIVEN
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200


@law("A sign-in page serves one sign-in", security=True)
@pytest.mark.needs("is_mock")
def test_sign_in_page_works_once(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    page = target_of(authorize(oauth_client))

    assert submit_password(oauth_client, page).status_code == 302
    again = submit_password(oauth_client, page)

    assert again.status_code == 404
    assert "set-cookie" not in again.headers


@law("A proof key that was announced has to be shown", origin="doc", security=True)
def test_proof_key_is_needed(oauth_client: OAuthClient) -> None:
    signed_in(oauth_client)
    code = code_of(authorize(oauth_client, **PROOF))

    for wrong in (None, "A" * 43, VERIFIER.lower(), challenge_of(VERIFIER)):
        assert refusal(oauth_client.exchange(code, code_verifier=wrong)) == INVALID_GRANT

    assert oauth_client.exchange(code, code_verifier=VERIFIER).status_code == 200


@law(
    "A public client may leave the proof key out; its code is then worth tokens to whoever shows it",
    origin="doc",
)
def test_proof_key_may_be_left_out(oauth_client: OAuthClient) -> None:
    signed_in(oauth_client)
    assert oauth_client.clients.secret(oauth_client.client_id) is None

    code = code_of(authorize(oauth_client))
    oauth_client.forget_cookies()

    assert tokens_of(oauth_client.exchange(code, code_verifier=None))["access_token"]


@law(
    "A verifier is refused where no challenge was given: somebody may have taken it out on its way",
    security=True,
)
def test_challenge_cannot_be_taken_out(oauth_client: OAuthClient) -> None:
    code = oauth_client.authorized("ann")

    assert refusal(oauth_client.exchange(code, code_verifier=VERIFIER)) == INVALID_GRANT
    assert oauth_client.exchange(code).status_code == 200


@law("A proof key is announced with S256 only, and tells the redirect URI otherwise", security=True)
@pytest.mark.parametrize("signed", [True, False])
@pytest.mark.parametrize(
    "query",
    [
        {"code_challenge": challenge_of(VERIFIER), "code_challenge_method": "plain"},
        {"code_challenge": challenge_of(VERIFIER)},
        {"code_challenge": challenge_of(VERIFIER), "code_challenge_method": "s256"},
        {"code_challenge_method": "S256"},
        {"code_challenge": "short", "code_challenge_method": "S256"},
        {"code_challenge": "A" * 129, "code_challenge_method": "S256"},
        {"code_challenge": "!" * 43, "code_challenge_method": "S256"},
    ],
)
def test_other_proof_keys_are_refused(oauth_client: OAuthClient, query: dict[str, str], signed: bool) -> None:
    if signed:
        signed_in(oauth_client)

    told = query_of(target_of(authorize(oauth_client, **query)))

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
def test_errors_go_to_the_redirect_uri(oauth_client: OAuthClient, query: dict[str, Any], error: str) -> None:
    target = target_of(authorize(oauth_client, **query))

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
    oauth_client: OAuthClient, query: dict[str, Any], status: int, signed: bool
) -> None:
    if signed:
        signed_in(oauth_client)

    answer = oauth_client.call("oauth2-authorize", query=query, headers=PAGE)

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
def test_failure_address_is_known(oauth_client: OAuthClient, fail_auth_url: str, leads_to: str) -> None:
    answer = authorize(oauth_client, response_type="token", fail_auth_url=fail_auth_url)

    assert target_of(answer).startswith(f"{leads_to}?")


@law("The code of the single sign-on works once, and its second use ends what the first gave", security=True)
def test_sso_code_works_once(oauth_client: OAuthClient) -> None:
    signed_in(oauth_client)
    code = oauth_client.jwt_client.call("jwt-sso").json()["code"]
    first = tokens_of(oauth_client.exchange(code, redirect_uri=None))
    assert claims(first["access_token"])["username"] == oauth_client.jwt_client.known_as("ann")

    assert refusal(oauth_client.exchange(code, redirect_uri=None)) == INVALID_GRANT
    assert not oauth_client.is_good(first["access_token"])


@law("The code of the single sign-on lives for a minute", security=True)
def test_sso_code_lives_for_a_minute(oauth_client: OAuthClient, control: Control) -> None:
    signed_in(oauth_client)
    code, late = (oauth_client.jwt_client.call("jwt-sso").json()["code"] for _ in range(2))

    control.advance(50)
    assert oauth_client.exchange(code).status_code == 200
    control.advance(11)
    assert refusal(oauth_client.exchange(late)) == INVALID_GRANT


@law("The code of the single sign-on is exchanged by any client of the project, and never refreshes")
@pytest.mark.parametrize("protocol", ["jwt", "oauth2", "both"])
def test_sso_code_is_for_any_client(make_launcher: MakeLauncher, protocol: str) -> None:
    oauth_client = make_launcher()
    signed_in(oauth_client)
    oauth_client.configure(protocol=protocol)
    query = {"payload": "from=sso", "scope": "offline"}

    for client_id in (oauth_client.clients.public, oauth_client.clients.confidential):
        code = oauth_client.jwt_client.call("jwt-sso", query=query).json()["code"]
        tokens = tokens_of(oauth_client.of(client_id).exchange(code, redirect_uri=None))
        assert "refresh_token" not in tokens
        assert claims(tokens["access_token"])["payload"] == "from=sso"
        assert oauth_client.is_good(tokens["access_token"])


@law("The code of the single sign-on is no good in another project", security=True)
def test_sso_code_is_bound_to_its_project(make_launcher: MakeLauncher) -> None:
    oauth_client, elsewhere = make_launcher(), make_launcher()
    signed_in(oauth_client)
    code = oauth_client.jwt_client.call("jwt-sso").json()["code"]

    assert refusal(elsewhere.exchange(code)) == INVALID_GRANT
    assert oauth_client.exchange(code).status_code == 200


@law("The token of a single sign-on serves the ask calls like any other")
def test_sso_token_serves_the_ask_calls(oauth_client: OAuthClient) -> None:
    signed_in(oauth_client)
    code = oauth_client.jwt_client.call("jwt-sso").json()["code"]
    token = tokens_of(oauth_client.exchange(code))["access_token"]

    assert oauth_client.jwt_client.asked(token).json() == []
    updated = oauth_client.jwt_client.answer_asks(token, {})
    assert oauth_client.is_good(token_of(updated))
    body = {"token": token, "updatedFields": {}}
    answered = oauth_client.call("oauth-20-user-ask", query={"scope": "offline"}, body=body)
    assert query_of(target_of(answered))["state"] == STATE
    assert "refresh_token" in tokens_of(oauth_client.exchange(code_of(answered)))


@law("The redirect of the single sign-on leads to a registered Callback URL only", security=True)
def test_sso_redirect_leads_to_a_callback_url(make_launcher: MakeLauncher) -> None:
    one, two = make_launcher(), make_launcher(callback_urls=[CALLBACK, OTHER])
    for oauth_client in (one, two):
        signed_in(oauth_client)
        redirect = "jwt-sso-redirect"
        answer = oauth_client.jwt_client.call(redirect, query={"login_url": CALLBACK})
        assert target_of(answer).startswith(f"{CALLBACK}?")
        assert oauth_client.exchange(code_of(answer)).status_code == 200
        for wrong in ("https://evil.example/", f"{CALLBACK}/", CALLBACK.upper(), ""):
            refused = oauth_client.jwt_client.call(redirect, query={"login_url": wrong})
            assert refusal(refused) == UNREGISTERED_ADDRESS
            assert "location" not in refused.headers
        left_out = oauth_client.jwt_client.call(redirect)
        if oauth_client is one:
            assert target_of(left_out).startswith(f"{CALLBACK}?")
        else:
            assert refusal(left_out) == AMBIGUOUS_ADDRESS


@law("payload of the redirect of the single sign-on reaches the token")
def test_payload_of_an_sso_redirect_comes_back(oauth_client: OAuthClient) -> None:
    signed_in(oauth_client)

    answer = oauth_client.jwt_client.call("jwt-sso-redirect", query={"payload": "level=7"})

    content = claims(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])
    assert content["payload"] == "level=7"


@law("jwt/sso needs no login_url, but refuses a wrong one", origin="inferred", security=True)
def test_sso_code_needs_no_login_url(make_launcher: MakeLauncher) -> None:
    oauth_client = make_launcher(callback_urls=[CALLBACK, OTHER])
    signed_in(oauth_client)

    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200
    assert oauth_client.jwt_client.call("jwt-sso", query={"login_url": OTHER}).status_code == 200
    wrong = oauth_client.jwt_client.call("jwt-sso", query={"login_url": "https://evil.example/"})
    assert refusal(wrong) == UNREGISTERED_ADDRESS


@law("Signing out of the single sign-on ends it everywhere, and leaves tokens alone", security=True)
def test_logout_of_sso(oauth_client: OAuthClient) -> None:
    tokens = session(oauth_client)
    first = cookie_of(oauth_client)
    oauth_client.forget_cookies()
    signed_in(oauth_client)

    answer = oauth_client.jwt_client.call(
        "log-user-out", query={"sessions": "sso"}, bearer=tokens["access_token"]
    )

    assert (answer.status_code, answer.content) == (204, b"")
    for cookie in (first, cookie_of(oauth_client)):
        go_on_as(oauth_client, cookie)
        assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    assert oauth_client.is_good(tokens["access_token"])
    if "refresh_token" in tokens:
        assert oauth_client.refresh(tokens["refresh_token"]).status_code == 200


@law("Signing out of everything ends every token of the user as well, and nobody else's", security=True)
def test_logout_of_all(oauth_client: OAuthClient) -> None:
    bob = oauth_client.tokens("bob", scope="offline")
    bobs_browser = cookie_of(oauth_client)
    oauth_client.forget_cookies()
    tokens = [oauth_client.tokens(scope="offline") for _ in range(2)]
    jwt = token_of(oauth_client.jwt_client.login("ann"))
    code = oauth_client.authorized()

    answer = oauth_client.jwt_client.call(
        "log-user-out", query={"sessions": "all"}, bearer=tokens[0]["access_token"]
    )

    assert answer.status_code == 204
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    for each in tokens:
        assert not oauth_client.is_good(each["access_token"])
        assert refusal(oauth_client.refresh(each["refresh_token"])) == INVALID_GRANT
    assert not oauth_client.is_good(jwt)
    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT
    assert oauth_client.is_good(bob["access_token"])
    assert oauth_client.refresh(bob["refresh_token"]).status_code == 200
    go_on_as(oauth_client, bobs_browser)
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200


@law("Signing out ends what belongs to the token's user, whoever the browser is signed in as", security=True)
@pytest.mark.parametrize("sessions", ["sso", "all"])
def test_logout_goes_by_the_token(oauth_client: OAuthClient, sessions: str) -> None:
    ann = session(oauth_client, "ann")
    anns_browser = cookie_of(oauth_client)
    oauth_client.forget_cookies()
    bob = session(oauth_client, "bob")

    oauth_client.jwt_client.call("log-user-out", query={"sessions": sessions}, bearer=ann["access_token"])

    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200
    assert oauth_client.is_good(bob["access_token"])
    assert oauth_client.is_good(ann["access_token"]) is (sessions == "sso")
    go_on_as(oauth_client, anns_browser)
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN


@law("Signing out of nothing in particular is refused and ends nothing")
@pytest.mark.parametrize("sessions", [None, "", "ALL", "none", "sso,all", "all "])
def test_logout_needs_sessions(oauth_client: OAuthClient, sessions: str | None) -> None:
    tokens = session(oauth_client)

    answer = oauth_client.jwt_client.call(
        "log-user-out", query={"sessions": sessions}, bearer=tokens["access_token"]
    )

    assert refusal(answer) == (MISSING_VALUE if sessions is None else INVALID_VALUE)
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200
    assert oauth_client.is_good(tokens["access_token"])
    if "refresh_token" in tokens:
        assert oauth_client.refresh(tokens["refresh_token"]).status_code == 200


@law("Clearing the cookie forgets this browser only, and is no matter without one")
def test_clearing_forgets_this_browser(oauth_client: OAuthClient) -> None:
    assert oauth_client.jwt_client.call("clear-sso-cookie").status_code == 204
    tokens = session(oauth_client)
    first = cookie_of(oauth_client)
    oauth_client.forget_cookies()
    signed_in(oauth_client)
    second = cookie_of(oauth_client)

    answer = oauth_client.jwt_client.call("clear-sso-cookie")

    assert answer.status_code == 204
    assert not list(oauth_client.jwt_client.http.cookies.jar)
    go_on_as(oauth_client, second)
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    go_on_as(oauth_client, first)
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200
    assert oauth_client.is_good(tokens["access_token"])


def decision(oauth_client: OAuthClient, **told: Any) -> dict[str, Any]:
    """What a login form sends about a consent."""
    asked = {"redirect_uri": CALLBACK, "state": STATE}
    return {"client_id": oauth_client.client_id, **asked, **told}


def decide(oauth_client: OAuthClient, token: str, **told: Any) -> None:
    answer = oauth_client.jwt_client.call(
        "oauth2-save-consent", bearer=token, body=decision(oauth_client, **told)
    )
    assert answer.status_code == 204


def refused(oauth_client: OAuthClient, token: str, client_id: int | str, scope: str) -> list[str]:
    body = {"client_id": client_id, "scope": scope}
    answer = oauth_client.jwt_client.call("oauth2-check-consent", bearer=token, body=body).json()
    assert answer["approval"] is not bool(answer.get("refused_scopes"))
    return list(answer.get("refused_scopes") or [])


@law("Consent is kept for each user, client and scope, and refused where nobody was asked")
def test_consent_is_kept(oauth_client: OAuthClient) -> None:
    ann, bob = (oauth_client.tokens(name)["access_token"] for name in ("ann", "bob"))

    assert refused(oauth_client, ann, oauth_client.client_id, "email phone") == ["email", "phone"]
    decide(oauth_client, ann, scope="email phone", approval=True)
    assert refused(oauth_client, ann, oauth_client.client_id, "email phone own") == ["own"]
    assert refused(oauth_client, ann, str(oauth_client.client_id), "email") == []
    assert refused(oauth_client, bob, oauth_client.client_id, "email") == ["email"]
    assert refused(oauth_client, ann, oauth_client.stranger.client_id, "email") == ["email"]
    decide(oauth_client, ann, scope="email", approval=False)
    assert refused(oauth_client, ann, oauth_client.client_id, "email phone") == ["email"]


@law("Who says nothing does not agree", origin="inferred", security=True)
def test_silence_is_no_consent(oauth_client: OAuthClient) -> None:
    ann = oauth_client.tokens("ann")["access_token"]
    decide(oauth_client, ann, scope="email phone", approval=True)

    decide(oauth_client, ann, scope="email")

    assert refused(oauth_client, ann, oauth_client.client_id, "email phone") == ["email"]


@law("A consent names client, redirect URI and state, a question about one client and scopes")
@pytest.mark.parametrize(
    ("operation_id", "missing", "code"),
    [
        ("oauth2-save-consent", "client_id", MISSING_VALUE.code),
        ("oauth2-save-consent", "redirect_uri", MISSING_VALUE.code),
        ("oauth2-save-consent", "state", INVALID_STATE.code),
        ("oauth2-check-consent", "client_id", MISSING_VALUE.code),
        ("oauth2-check-consent", "scope", MISSING_VALUE.code),
    ],
)
def test_consent_names_what_it_is_about(
    oauth_client: OAuthClient, operation_id: str, missing: str, code: str
) -> None:
    token = oauth_client.tokens("ann")["access_token"]
    body = decision(oauth_client, scope="email", approval=True)
    del body[missing]

    assert refusal(oauth_client.jwt_client.call(operation_id, bearer=token, body=body)) == (400, code)
    assert refused(oauth_client, token, oauth_client.client_id, "email") == ["email"]


@law("What the SDK sends beside is accepted")
def test_consent_takes_what_the_sdk_adds(oauth_client: OAuthClient) -> None:
    token = oauth_client.tokens("ann")["access_token"]
    extras = {"projectId": oauth_client.jwt_client.project_id, "response_type": "code"}

    decide(oauth_client, token, scope="email", approval=True, **extras)

    assert refused(oauth_client, token, oauth_client.client_id, "email") == []


@law("Consent to a client that does not exist, or is another project's, is not found")
@pytest.mark.parametrize("operation_id", ["oauth2-save-consent", "oauth2-check-consent"])
def test_consent_is_to_a_client_of_the_project(make_launcher: MakeLauncher, operation_id: str) -> None:
    oauth_client, elsewhere = make_launcher(), make_launcher()
    token = oauth_client.tokens()["access_token"]

    for client_id in (1, elsewhere.client_id):
        body = decision(oauth_client, client_id=client_id, scope="email", approval=True)
        answer = oauth_client.jwt_client.call(operation_id, bearer=token, body=body)
        assert answer.status_code in (401, 404)
        refusal(answer)
