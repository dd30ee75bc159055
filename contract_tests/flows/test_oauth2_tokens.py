"""The token endpoint: access tokens and their claims, refresh tokens, kinds of clients, revocation."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

import httpx
import pytest

from login_contract.suite.actors.client_registrations import CONFIDENTIAL_SECRET, SERVER_SECRET
from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import PASSWORD, refusal, token_of
from login_contract.suite.actors.oauth_client import TOKEN_EXCHANGE, OAuthClient, tokens_of
from login_contract.suite.actors.user_token import claims, header
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    INACTIVE_TOKEN,
    INVALID_CLIENT,
    INVALID_GRANT,
    INVALID_TOKEN,
    INVALID_VALUE,
    LOCKED_ACCOUNT,
    MISSING_VALUE,
    NOT_SIGNED_IN,
    UNSUPPORTED_MEDIA_TYPE,
    WRONG_CREDENTIALS,
    WRONG_PROTOCOL,
)
from login_contract.tokens.signing import HS256, key_set, key_set_of_hexadecimal, secret_key, verified

law = pytest.mark.law
MakeLauncher = Callable[..., OAuthClient]
Login = Callable[..., httpx.Response]
SECRET = "a-shared-secret-of-at-least-32-characters"


def by_code(oauth_client: OAuthClient, password: str = PASSWORD, **query: str) -> httpx.Response:
    return oauth_client.login(password=password, **query)


def by_token(oauth_client: OAuthClient, password: str = PASSWORD, **query: str) -> httpx.Response:
    return oauth_client.jwt_client.call(
        "jwt-auth-by-username-and-password",
        query={"client_id": oauth_client.client_id, **query},
        body={"username": "ann", "password": password},
    )


def by_jwt(oauth_client: OAuthClient, password: str = PASSWORD, **query: str) -> httpx.Response:
    return oauth_client.jwt_client.login("ann", password, query=query)


@law("An access token says who logged in where, for whom, and for which scopes")
def test_access_token_has_the_documented_claims(make_launcher: MakeLauncher) -> None:
    oauth_client = make_launcher(oauth_token_lifetime=1800, publisher_id=2340)

    answer = tokens_of(
        oauth_client.exchange(oauth_client.authorized(scope="offline", audience="https://api.example"))
    )
    content = claims(answer["access_token"])

    assert content["iss"] == "https://login.xsolla.com"
    assert content["aud"] == ["https://api.example"]
    assert content["scp"] == ["offline"]
    assert content["type"] == "xsolla_login"
    assert content["xsolla_login_project_id"] == oauth_client.jwt_client.project_id
    assert (content["username"], content["email"]) == ("ann", "ann@example.com")
    assert content["publisher_id"] == 2340
    assert content["exp"] - content["iat"] == answer["expires_in"] == 1800
    assert str(UUID(content["sub"])) == content["sub"]
    assert str(UUID(content["jti"])) == content["jti"]
    assert answer["token_type"] == "bearer"


@law("A project's own scopes come back in the token, unprocessed and in their order")
def test_own_scopes_come_back(oauth_client: OAuthClient) -> None:
    scope = "offline shop:read Shop:READ z.y/x"

    tokens = oauth_client.tokens(scope=scope)

    assert claims(tokens["access_token"])["scp"] == scope.split()


@law("A token without scope and audience says so")
def test_no_scope_no_audience(oauth_client: OAuthClient) -> None:
    content = claims(oauth_client.tokens()["access_token"])

    assert (content["scp"], content["aud"]) == ([], [])


@law("payload comes back in the access token, and again after every refresh and exchange")
def test_payload_survives(oauth_client: OAuthClient) -> None:
    payload = 'level=7&name="Änn"'
    first = oauth_client.tokens(scope="offline", payload=payload)
    second = tokens_of(oauth_client.refresh(first["refresh_token"]))
    third = tokens_of(oauth_client.refresh(second["refresh_token"]))
    swapped = tokens_of(oauth_client.grant(TOKEN_EXCHANGE, subject_token=third["access_token"]))

    for each in (first, second, third, swapped):
        assert claims(each["access_token"])["payload"] == payload


@law("A refreshed token says the same, but for its time and its session")
def test_refreshed_token_says_the_same(oauth_client: OAuthClient) -> None:
    first = oauth_client.tokens(scope="offline own", audience="https://api.example")
    second = tokens_of(oauth_client.refresh(first["refresh_token"]))

    before, after = claims(first["access_token"]), claims(second["access_token"])
    own = ("jti", "iat", "exp")
    assert before["jti"] != after["jti"]
    assert {name: value for name, value in before.items() if name not in own} == {
        name: value for name, value in after.items() if name not in own
    }


@law("The project's published keys verify an access token")
def test_published_keys_verify_an_access_token(oauth_client: OAuthClient) -> None:
    token = oauth_client.tokens()["access_token"]
    in_hexadecimal = oauth_client.jwt_client.call("get-projects-keys").json()

    assert header(token)["alg"] == "RS256"
    assert header(token)["kid"] in [key["kid"] for key in in_hexadecimal]
    assert verified(token, key_set(oauth_client.jwt_client.call("json-web-key-set").json())) == claims(token)
    assert verified(token, key_set_of_hexadecimal(in_hexadecimal)) == claims(token)


@law("The shared secret of an HS256 project verifies an access token")
def test_shared_secret_verifies_an_access_token(make_launcher: MakeLauncher) -> None:
    oauth_client = make_launcher(algorithm="HS256", hs256_secret=SECRET)
    token = oauth_client.tokens()["access_token"]

    assert verified(token, secret_key(SECRET), algorithm=HS256) == claims(token)
    assert oauth_client.is_good(token)


@law("An access token lives for as long as the project says", security=True)
def test_access_token_expires(make_launcher: MakeLauncher, control: Control) -> None:
    oauth_client = make_launcher(oauth_token_lifetime=60)
    token = oauth_client.tokens()["access_token"]

    control.advance(50)
    assert oauth_client.is_good(token)
    control.advance(11)
    assert refusal(oauth_client.jwt_client.validate(token)) == INACTIVE_TOKEN


@law("Answers with tokens forbid caches to keep them", security=True)
def test_tokens_are_not_kept(oauth_client: OAuthClient) -> None:
    assert oauth_client.exchange(oauth_client.authorized()).headers["cache-control"] == "no-store"


@law("A refresh token comes with the scope offline, and with nothing else")
@pytest.mark.parametrize(
    ("scope", "given"),
    [
        ("offline", True),
        ("own offline", True),
        (None, False),
        ("own", False),
        ("offline_access", False),
        ("OFFLINE", False),
        ("offline,own", False),
    ],
)
def test_refresh_token_comes_with_offline(oauth_client: OAuthClient, scope: str | None, given: bool) -> None:
    assert ("refresh_token" in oauth_client.tokens(scope=scope)) is given


@law("Every use of a refresh token gives a new one")
def test_refresh_token_rotates(oauth_client: OAuthClient) -> None:
    refresh_tokens = [oauth_client.tokens(scope="offline")["refresh_token"]]
    for _ in range(3):
        refreshed = tokens_of(oauth_client.refresh(refresh_tokens[-1]))
        assert oauth_client.is_good(refreshed["access_token"])
        refresh_tokens.append(refreshed["refresh_token"])

    assert len(set(refresh_tokens)) == 4


@law("The token endpoint widens nothing: scopes and audience stay those of the login", security=True)
def test_token_endpoint_widens_nothing(oauth_client: OAuthClient) -> None:
    wider = {"scope": "offline own admin", "audience": "https://other.example"}
    code = oauth_client.authorized(scope="offline own", audience="https://api.example")

    first = tokens_of(oauth_client.exchange(code, **wider))
    second = tokens_of(oauth_client.refresh(first["refresh_token"], **wider))

    for each in (first, second):
        assert claims(each["access_token"])["scp"] == ["offline", "own"]
        assert claims(each["access_token"])["aud"] == ["https://api.example"]


@law("A refresh token that comes again ends its family, and no other", security=True)
def test_reuse_ends_the_family(oauth_client: OAuthClient) -> None:
    elsewhere = oauth_client.tokens(scope="offline")
    first = oauth_client.tokens(scope="offline")
    second = tokens_of(oauth_client.refresh(first["refresh_token"]))
    third = tokens_of(oauth_client.refresh(second["refresh_token"]))

    assert refusal(oauth_client.refresh(first["refresh_token"])) == INVALID_GRANT

    assert refusal(oauth_client.refresh(third["refresh_token"])) == INVALID_GRANT
    assert [oauth_client.is_good(each["access_token"]) for each in (first, second, third)] == [False] * 3
    assert oauth_client.is_good(elsewhere["access_token"])
    assert oauth_client.refresh(elsewhere["refresh_token"]).status_code == 200


@law("Of many uses of one refresh token at the same moment exactly one wins", security=True)
@pytest.mark.parametrize("times", [2, 20])
def test_one_refresh_wins(oauth_client: OAuthClient, times: int) -> None:
    token = oauth_client.tokens(scope="offline")["refresh_token"]

    answers = at_once(times, lambda _: oauth_client.refresh(token))

    assert Counter(answer.status_code for answer in answers) == {200: 1, 400: times - 1}
    assert {refusal(answer) for answer in answers if answer.status_code == 400} == {INVALID_GRANT}


def refreshed_at_once(oauth_client: OAuthClient, token: str) -> Sequence[httpx.Response]:
    return at_once(2, lambda _: oauth_client.refresh(token))


@law("Of two uses of one refresh token at the same moment the one that comes too late ends nothing")
def test_losing_refresh_does_no_harm(oauth_client: OAuthClient) -> None:
    survived = False
    # Nobody can make a network deliver two requests at once, and one after the other they are a reuse.
    for _ in range(8):
        answers = refreshed_at_once(oauth_client, oauth_client.tokens(scope="offline")["refresh_token"])
        (winner,) = [answer.json() for answer in answers if answer.status_code == 200]
        survived = oauth_client.is_good(winner["access_token"])
        if survived:
            assert oauth_client.refresh(winner["refresh_token"]).status_code == 200
            break

    assert survived, "each time the loser ended what the winner got"


@law("A refresh token works for its client only, and others do it no harm", security=True)
def test_refresh_token_is_bound_to_its_client(make_launcher: MakeLauncher) -> None:
    oauth_client, elsewhere = make_launcher(), make_launcher()
    token = oauth_client.tokens(scope="offline")["refresh_token"]

    assert refusal(oauth_client.stranger.refresh(token)) == INVALID_GRANT
    assert refusal(elsewhere.refresh(token)) == INVALID_GRANT
    assert oauth_client.refresh(token).status_code == 200


@law("A refresh token lives for as long as the project says, from each use anew", security=True)
def test_refresh_token_expires(make_launcher: MakeLauncher, control: Control) -> None:
    oauth_client = make_launcher(refresh_token_lifetime=600)
    token = oauth_client.tokens(scope="offline")["refresh_token"]

    control.advance(500)
    token = tokens_of(oauth_client.refresh(token))["refresh_token"]
    control.advance(500)
    token = tokens_of(oauth_client.refresh(token))["refresh_token"]
    control.advance(601)
    assert refusal(oauth_client.refresh(token)) == INVALID_GRANT


@law("An access token is no refresh token, and a refresh token no access token", security=True)
def test_kinds_of_tokens_are_not_mixed_up(oauth_client: OAuthClient) -> None:
    tokens = oauth_client.tokens(scope="offline")

    assert refusal(oauth_client.refresh(tokens["access_token"])) == INVALID_GRANT
    assert refusal(oauth_client.jwt_client.validate(tokens["refresh_token"])) == INACTIVE_TOKEN
    assert refusal(oauth_client.jwt_client.asked(tokens["refresh_token"])) == INVALID_TOKEN


@law("A project that uses JWT only gets no refresh token, and its token endpoint refreshes nothing")
def test_jwt_project_gets_no_refresh(make_launcher: MakeLauncher) -> None:
    oauth_client = make_launcher()
    token = oauth_client.tokens(scope="offline")["refresh_token"]

    oauth_client.control.change_project(oauth_client.jwt_client.project_id, protocol="jwt")

    assert refusal(oauth_client.refresh(token)) == WRONG_PROTOCOL
    server = oauth_client.of(oauth_client.clients.server)
    assert "refresh_token" not in tokens_of(server.grant("client_credentials"))


@law("A password is exchanged for tokens at once")
def test_password_gives_tokens(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    query = {"client_id": oauth_client.client_id, "scope": "offline own", "payload": "p"}
    body = {"username": "ann", "password": PASSWORD}

    answer = oauth_client.jwt_client.call("jwt-auth-by-username-and-password", query=query, body=body)
    wrong = oauth_client.jwt_client.call(
        "jwt-auth-by-username-and-password", query=query, body={**body, "password": "not-the-password"}
    )

    content = claims(tokens_of(answer)["access_token"])
    assert (content["scp"], content["payload"]) == (["offline", "own"], "p")
    assert oauth_client.refresh(tokens_of(answer)["refresh_token"]).status_code == 200
    assert refusal(wrong) == WRONG_CREDENTIALS


@law("with_logout ends the user's earlier access and refresh tokens, and nobody else's", security=True)
def test_with_logout_ends_earlier_tokens(oauth_client: OAuthClient) -> None:
    bob = oauth_client.tokens("bob", scope="offline")
    earlier = oauth_client.tokens(scope="offline")

    latest = oauth_client.tokens(scope="offline", with_logout="1")

    assert not oauth_client.is_good(earlier["access_token"])
    assert refusal(oauth_client.refresh(earlier["refresh_token"])) == INVALID_GRANT
    for tokens in (latest, bob):
        assert oauth_client.is_good(tokens["access_token"])
        assert oauth_client.refresh(tokens["refresh_token"]).status_code == 200


@law(
    "with_logout of any password login ends tokens of either protocol, and codes that nobody exchanged yet",
    security=True,
)
@pytest.mark.parametrize("login", [by_code, by_token, by_jwt])
def test_with_logout_ends_unused_codes(oauth_client: OAuthClient, login: Login) -> None:
    earlier = oauth_client.tokens(scope="offline")
    jwt = token_of(oauth_client.jwt_client.login("ann"))
    code = oauth_client.authorized()

    assert login(oauth_client, with_logout="1").status_code == 200

    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT
    assert refusal(oauth_client.refresh(earlier["refresh_token"])) == INVALID_GRANT
    assert [oauth_client.is_good(token) for token in (earlier["access_token"], jwt)] == [False, False]


@law("A new password ends tokens, unused codes and the single sign-on", security=True)
def test_new_password_ends_everything(oauth_client: OAuthClient) -> None:
    tokens = oauth_client.tokens(scope="offline")
    code = oauth_client.authorized()
    user_id, reset_code = oauth_client.jwt_client.reset_link("ann", "ann@example.com")
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200

    assert oauth_client.jwt_client.confirm_reset(user_id, reset_code, "another-password-8").status_code == 204

    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT
    assert refusal(oauth_client.refresh(tokens["refresh_token"])) == INVALID_GRANT
    assert not oauth_client.is_good(tokens["access_token"])


@law("A banned user gets no tokens for the right password, and learns of it only then", security=True)
def test_banned_user_gets_no_tokens(oauth_client: OAuthClient) -> None:
    oauth_client.member(banned=True)

    assert refusal(by_token(oauth_client)) == BANNED_USER
    assert refusal(by_token(oauth_client, "not-the-password")) == WRONG_CREDENTIALS


@law("Wrong passwords are counted whichever login they come by, and the lock holds for all", security=True)
@pytest.mark.parametrize("login", [by_code, by_token, by_jwt])
def test_wrong_passwords_lock_every_login(make_launcher: MakeLauncher, login: Login) -> None:
    oauth_client = make_launcher(lockout={"attempts": 3, "seconds": 600, "captcha": False})
    oauth_client.member()

    for _ in range(3):
        assert refusal(login(oauth_client, "not-the-password")) == WRONG_CREDENTIALS

    for locked in (by_code, by_token, by_jwt):
        assert refusal(locked(oauth_client)) == LOCKED_ACCOUNT


@law("A public client has no secret, the others have to show theirs", security=True)
@pytest.mark.parametrize(
    "change",
    [lambda _: None, lambda _: "wrong", str.swapcase, lambda secret: secret[:-1], lambda _: SERVER_SECRET],
    ids=["None", "wrong", "in another letter case", "cut short", "another client's"],
)
def test_confidential_client_shows_its_secret(
    oauth_client: OAuthClient, change: Callable[[str], str | None]
) -> None:
    confidential = oauth_client.of(oauth_client.clients.confidential)
    code = confidential.authorized(scope="offline")
    secret = change(str(oauth_client.clients.secret(confidential.client_id)))

    assert refusal(confidential.grant("authorization_code", secret=secret, code=code)) == INVALID_CLIENT
    assert confidential.exchange(code).status_code == 200


@law("A refresh may leave the secret out, but not get it wrong", security=True)
def test_refresh_may_leave_the_secret_out(oauth_client: OAuthClient) -> None:
    confidential = oauth_client.of(oauth_client.clients.confidential)
    token = confidential.tokens(scope="offline")["refresh_token"]

    assert refusal(confidential.grant("refresh_token", secret="wrong", refresh_token=token)) == INVALID_CLIENT
    token = tokens_of(confidential.grant("refresh_token", secret=None, refresh_token=token))["refresh_token"]
    assert confidential.refresh(token).status_code == 200


@law("A server client gets a token of its own, and logs nobody in")
def test_server_client_gets_its_own_token(oauth_client: OAuthClient) -> None:
    server = oauth_client.of(oauth_client.clients.server)

    answer = tokens_of(server.grant("client_credentials"))

    content = claims(answer["access_token"])
    assert content["xsolla_login_project_id"] == oauth_client.jwt_client.project_id
    assert content["exp"] - content["iat"] == answer["expires_in"]
    assert "sub" not in content
    assert "refresh_token" not in answer
    keys = oauth_client.jwt_client.call("json-web-key-set").json()
    assert verified(answer["access_token"], key_set(keys)) == content
    assert refusal(oauth_client.jwt_client.asked(answer["access_token"])) == INVALID_TOKEN


@law("Only a server client gets a token of its own, and only with its secret", security=True)
def test_others_get_no_server_token(oauth_client: OAuthClient) -> None:
    clients = oauth_client.clients
    for client_id in (clients.public, clients.confidential):
        assert refusal(oauth_client.of(client_id).grant("client_credentials")) == INVALID_CLIENT
    for secret in (None, "wrong", CONFIDENTIAL_SECRET):
        assert (
            refusal(oauth_client.of(clients.server).grant("client_credentials", secret=secret))
            == INVALID_CLIENT
        )


@law("A server client exchanges no code", security=True)
def test_server_client_exchanges_no_code(oauth_client: OAuthClient) -> None:
    code = oauth_client.authorized()

    assert refusal(oauth_client.of(oauth_client.clients.server).exchange(code)) == INVALID_CLIENT
    assert oauth_client.exchange(code).status_code == 200


@law("A client that does not exist is not authenticated", security=True)
@pytest.mark.parametrize("client_id", ["1", "0", "-1", "nonsense", "9" * 30, "١"])
def test_unknown_client_is_refused(oauth_client: OAuthClient, client_id: str) -> None:
    code = "x" if oauth_client.client is None else oauth_client.authorized()

    for grant in ("authorization_code", "refresh_token", "client_credentials", TOKEN_EXCHANGE):
        form = {"client_id": client_id, "code": code, "refresh_token": "x", "subject_token": "x"}
        assert refusal(oauth_client.grant(grant, **form)) == INVALID_CLIENT
    assert refusal(oauth_client.revoke("x", client_id=client_id)) == INVALID_CLIENT


@law("A client's secret is taken from the form only", origin="inferred", security=True)
def test_basic_authentication_is_not_read(oauth_client: OAuthClient) -> None:
    confidential = oauth_client.of(oauth_client.clients.confidential)
    code = confidential.authorized()
    secret = oauth_client.clients.secret(confidential.client_id)
    credentials = f"{confidential.client_id}:{secret}".encode()

    answer = oauth_client.jwt_client.call(
        "generate-jwt",
        form={"grant_type": "authorization_code", "client_id": str(confidential.client_id), "code": code},
        headers={"Authorization": f"Basic {base64.b64encode(credentials).decode()}"},
    )

    assert refusal(answer) == INVALID_CLIENT


@law("A grant without what it exchanges is refused as incomplete")
@pytest.mark.parametrize("grant", ["authorization_code", "refresh_token", TOKEN_EXCHANGE])
def test_incomplete_grant_is_refused(oauth_client: OAuthClient, grant: str) -> None:
    assert refusal(oauth_client.grant(grant)) == MISSING_VALUE


@law("A grant that does not exist is refused")
@pytest.mark.parametrize("grant", ["password", "implicit", "AUTHORIZATION_CODE", ""])
def test_unknown_grant_is_refused(oauth_client: OAuthClient, grant: str) -> None:
    assert refusal(oauth_client.grant(grant, code="x")) == INVALID_VALUE


@law("The token endpoint takes a form, not JSON")
@pytest.mark.parametrize("operation_id", ["generate-jwt", "revoke-jwt"])
def test_token_endpoint_takes_a_form(oauth_client: OAuthClient, operation_id: str) -> None:
    body = {"grant_type": "refresh_token", "client_id": str(oauth_client.client_id), "token": "x"}

    assert refusal(oauth_client.jwt_client.call(operation_id, body=body)) == UNSUPPORTED_MEDIA_TYPE


@law("A token exchange gives the same user's token for other scopes")
def test_token_exchange_changes_scopes(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    first = oauth_client.tokens(scope="own", audience="https://api.example")

    same = tokens_of(oauth_client.grant(TOKEN_EXCHANGE, subject_token=first["access_token"]))
    other = tokens_of(
        oauth_client.grant(TOKEN_EXCHANGE, subject_token=first["access_token"], scope="other offline")
    )

    assert claims(same["access_token"])["scp"] == ["own"]
    assert "refresh_token" not in same
    assert claims(other["access_token"])["scp"] == ["other", "offline"]
    assert claims(other["access_token"])["sub"] == claims(first["access_token"])["sub"]
    assert oauth_client.is_good(first["access_token"])
    assert oauth_client.refresh(other["refresh_token"]).status_code == 200


@law("A token of the JWT protocol is exchanged for one of a client")
def test_token_exchange_takes_a_jwt(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    token = token_of(oauth_client.jwt_client.login("ann"))

    swapped = tokens_of(oauth_client.grant(TOKEN_EXCHANGE, subject_token=token, scope="own"))

    assert claims(swapped["access_token"])["sub"] == claims(token)["sub"]
    assert claims(swapped["access_token"])["scp"] == ["own"]


@law("A token exchange needs a good token of the project", security=True)
def test_token_exchange_needs_a_good_token(make_launcher: MakeLauncher) -> None:
    oauth_client, elsewhere = make_launcher(), make_launcher()
    tokens = oauth_client.tokens(scope="offline")
    foreign = elsewhere.tokens()["access_token"]
    server = tokens_of(oauth_client.of(oauth_client.clients.server).grant("client_credentials"))[
        "access_token"
    ]
    oauth_client.revoke(tokens["refresh_token"])

    for bad in (tokens["access_token"], tokens["refresh_token"], foreign, server, "x"):
        assert refusal(oauth_client.grant(TOKEN_EXCHANGE, subject_token=bad)) == INVALID_GRANT


@law("A token that serves the ask calls only is exchanged for nothing", security=True)
def test_ask_token_is_not_exchanged(make_launcher: MakeLauncher) -> None:
    country = {"name": "country-name", "type": "str", "required": True, "step": 0}
    oauth_client = make_launcher(ask_fields=[country])
    oauth_client.member()
    tokens = (oauth_client.login().json()["token"], token_of(oauth_client.jwt_client.login("ann")))

    for token in tokens:
        assert refusal(oauth_client.grant(TOKEN_EXCHANGE, subject_token=token)) == INVALID_GRANT


@law("A revoked access token is bad; its refresh token goes on", security=True)
def test_access_token_is_revoked(oauth_client: OAuthClient) -> None:
    tokens = oauth_client.tokens(scope="offline")

    answer = oauth_client.revoke(tokens["access_token"])

    assert (answer.status_code, answer.content) == (200, b"")
    assert not oauth_client.is_good(tokens["access_token"])
    assert oauth_client.refresh(tokens["refresh_token"]).status_code == 200


@law("A revoked refresh token takes its family along", security=True)
@pytest.mark.parametrize("hint", [None, "refresh_token", "access_token", "nonsense"])
def test_refresh_token_is_revoked(oauth_client: OAuthClient, hint: str | None) -> None:
    first = oauth_client.tokens(scope="offline")
    second = tokens_of(oauth_client.refresh(first["refresh_token"]))
    elsewhere = oauth_client.tokens(scope="offline")

    assert oauth_client.revoke(second["refresh_token"], token_type_hint=hint).status_code == 200

    assert refusal(oauth_client.refresh(second["refresh_token"])) == INVALID_GRANT
    assert [oauth_client.is_good(each["access_token"]) for each in (first, second)] == [False, False]
    assert oauth_client.is_good(elsewhere["access_token"])


@law("Revoking answers alike for every token, but ends those of the client only", security=True)
def test_foreign_token_is_not_revoked(make_launcher: MakeLauncher) -> None:
    oauth_client, elsewhere = make_launcher(), make_launcher()
    tokens = oauth_client.tokens(scope="offline")
    strangers = (oauth_client.stranger, elsewhere)

    for stranger in strangers:
        for token in (*tokens.values(), "nonsense", "x.y.z"):
            assert stranger.revoke(str(token)).status_code == 200

    assert oauth_client.is_good(tokens["access_token"])
    assert oauth_client.refresh(tokens["refresh_token"]).status_code == 200


@law("Who revokes has to authenticate", security=True)
@pytest.mark.parametrize("secret", [None, "wrong"])
def test_revocation_needs_the_secret(oauth_client: OAuthClient, secret: str | None) -> None:
    confidential = oauth_client.of(oauth_client.clients.confidential)
    token = confidential.tokens()["access_token"]

    assert refusal(confidential.revoke(token, secret=secret)) == INVALID_CLIENT
    assert oauth_client.is_good(token)
    assert confidential.revoke(token).status_code == 200
    assert not oauth_client.is_good(token)


@law("The scope playfab gives a session ticket where PlayFab keeps the users", origin="inferred")
@pytest.mark.parametrize(
    ("storage", "scope", "given"),
    [("playfab", "playfab", True), ("playfab", "own", False), ("xsolla", "playfab", False)],
)
def test_playfab_gives_a_session_ticket(
    make_launcher: MakeLauncher, storage: str, scope: str, given: bool
) -> None:
    content: dict[str, Any] = claims(make_launcher(storage=storage).tokens(scope=scope)["access_token"])

    assert ("session_ticket" in content) is given
    assert content.get("session_ticket") == content.get("SessionTicket")
