"""User tokens: what they say, who believes them, and which keys tell."""

from __future__ import annotations

import base64
import string
import time
from typing import Any

import jwt
import pytest

from login_contract.mock.domain.keys import new_private_key
from login_contract.suite.judging.refusals import (
    INACTIVE_TOKEN,
    INVALID_TOKEN,
    NOT_FOUND,
    UNCONFIRMED_ACCOUNT,
    WRONG_CODE,
    WRONG_RESET_CODE,
)
from login_contract.tokens.compact import claims_of
from login_contract.tokens.forgery import with_header
from tests.mock.game import PASSWORD, Game, at_once, query_of, refusal, token_of

SECRET = "a shared secret of more than 32 characters"


def jane(game: Game, **settings: Any) -> Game:
    game.configure(**settings)
    game.control.create_user(
        game.project_id,
        username="Jane",
        email="Jane@example.com",
        password=PASSWORD,
        phone_number="+12025550143",
    )
    return game


def test_a_token_says_who_logged_in_and_how(game: Game) -> None:
    jane(game, publisher_id=2340, access_token_lifetime=3600)
    answer = game.login("jane", payload="from=landing page&ä")
    claims = claims_of(token_of(answer))
    assert {
        name: claims[name] for name in ("iss", "type", "username", "email", "payload", "publisher_id")
    } == {
        "iss": "https://login.xsolla.com",
        "type": "xsolla_login",
        "username": "Jane",
        "email": "Jane@example.com",
        "payload": "from=landing page&ä",
        "publisher_id": 2340,
    }
    assert claims["xsolla_login_project_id"] == game.project_id
    assert claims["exp"] - claims["iat"] == 3600
    assert abs(claims["iat"] - time.time()) < 100_000
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("recipient", ["jane@example.com", "+12025550143"])
def test_a_code_leads_to_the_same_user_as_the_password(game: Game, recipient: str) -> None:
    jane(game)
    by_password = claims_of(token_of(game.login("jane")))
    answer = game.confirm_code(recipient, *game.code_for(recipient))
    by_code = claims_of(token_of(answer))
    assert (by_code["sub"], by_code["type"]) == (
        by_password["sub"],
        "email" if "@" in recipient else "phone",
    )
    assert query_of(answer.json()["login_url"])["remember_me"] == "false"


def test_rs256_tokens_verify_with_both_key_endpoints(game: Game) -> None:
    token = token_of(jane(game).login("jane"))
    [bare] = game.http.get(f"/api/projects/{game.project_id}/keys").json()
    [key] = game.http.get(f"/api/projects/{game.project_id}/jwks.json").json()["keys"]
    options: Any = {"verify_aud": False}
    assert jwt.get_unverified_header(token)["kid"] == key["kid"] == bare["kid"]
    assert bare["e"] == "10001"
    public = jwt.PyJWK(key).key.public_numbers()
    assert (int(bare["n"], 16), int(bare["e"], 16)) == (public.n, public.e)
    assert jwt.decode(token, jwt.PyJWK(key), algorithms=["RS256"], options=options)["username"] == "Jane"


def test_a_signature_has_one_spelling(game: Game) -> None:
    token = token_of(jane(game).login("jane"))
    # The last of 342 characters holds two of the signature's bits, and four that no byte needs.
    letters = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"
    same_bytes = token[:-1] + letters[letters.index(token[-1]) + 1]
    spelled = [base64.urlsafe_b64decode(each.rpartition(".")[2] + "==") for each in (token, same_bytes)]
    assert spelled[0] == spelled[1]
    assert game.validate(token).status_code == 204
    assert refusal(game.validate(same_bytes)) == INACTIVE_TOKEN


def test_a_configured_key_signs(game: Game) -> None:
    pem = new_private_key()
    token = token_of(jane(game, private_key=pem).login("jane"))
    public = jwt.PyJWK(game.http.get(f"/api/projects/{game.project_id}/jwks.json").json()["keys"][0])
    assert jwt.decode(token, public, algorithms=["RS256"])["sub"]
    assert jwt.encode({}, pem, "RS256")
    other = game.another(private_key=pem)
    keys = [g.http.get(f"/api/projects/{g.project_id}/keys").json() for g in (game, other)]
    assert keys[0] == keys[1]


def test_hs256_tokens_have_no_kid_and_no_public_key(game: Game) -> None:
    token = token_of(jane(game, algorithm="HS256", hs256_secret=SECRET).login("jane"))
    assert jwt.get_unverified_header(token) == {"alg": "HS256", "typ": "JWT"}
    assert jwt.decode(token, SECRET, algorithms=["HS256"])["username"] == "Jane"
    assert game.validate(token).status_code == 204
    assert game.http.get(f"/api/projects/{game.project_id}/keys").json() == []
    assert game.http.get(f"/api/projects/{game.project_id}/jwks.json").json() == {"keys": []}


def test_a_secret_is_made_for_a_project_without_one(game: Game) -> None:
    jane(game, algorithm="HS256")
    secret = game.control.project(game.project_id)["hs256_secret"]
    assert len(secret) >= 32
    assert jwt.decode(token_of(game.login("jane")), secret, algorithms=["HS256"])["username"] == "Jane"


@pytest.mark.parametrize(("was", "becomes"), [("RS256", "HS256"), ("HS256", "RS256")])
def test_a_token_is_pinned_to_the_project_s_algorithm(game: Game, was: str, becomes: str) -> None:
    token = token_of(jane(game, algorithm=was, hs256_secret=SECRET).login("jane"))
    assert game.validate(token).status_code == 204
    game.configure(algorithm=becomes)
    assert refusal(game.validate(token)) == INACTIVE_TOKEN


def test_a_public_key_is_no_secret_to_sign_with(game: Game) -> None:
    token = token_of(jane(game).login("jane"))
    [key] = game.http.get(f"/api/projects/{game.project_id}/jwks.json").json()["keys"]
    head, body = ({**jwt.get_unverified_header(token), "alg": "HS256"}, claims_of(token))
    forged = jwt.encode(body, key["n"] * 2, "HS256", headers=head)
    assert refusal(game.validate(forged)) == INACTIVE_TOKEN


@pytest.mark.parametrize(
    "token",
    [
        "x",
        "a.b.c",
        "..",
        "." * 100,
        "e30.e30.",
        "é.é.é",
        "eyJhbGciOiJSUzI1NiJ9.e30.c2ln",
        "\u200b",
        "a" * 16_384,
    ],
)
def test_what_is_no_token_is_refused(game: Game, token: str) -> None:
    assert refusal(game.validate(token)) == INACTIVE_TOKEN


@pytest.mark.parametrize(
    "header",
    [
        {"crit": ["b64"], "b64": False},
        {"crit": 1},
        {"typ": 5},
        {"kid": 5},
        {"kid": None},
        {"alg": ["RS256"]},
        {"alg": None},
        {"zip": "DEF"},
        {"jwk": {"kty": "oct", "k": "AA"}},
        {"x5c": "x"},
        {"cty": {"a": 1}},
    ],
)
def test_a_header_that_makes_no_sense_is_refused(game: Game, header: dict[str, Any]) -> None:
    token = with_header(token_of(jane(game).login("jane")), **header)
    assert refusal(game.validate(token)) == INACTIVE_TOKEN
    assert refusal(game.call("GET", "/users/me/ask", bearer=token)) == INVALID_TOKEN


def test_a_token_dies_of_old_age(lone_game: Game) -> None:
    token = token_of(jane(lone_game, access_token_lifetime=600).login("jane"))
    lone_game.control.advance(595)
    assert lone_game.validate(token).status_code == 204
    lone_game.control.advance(6)
    assert refusal(lone_game.validate(token)) == INACTIVE_TOKEN


@pytest.mark.parametrize("word", ["1", "true"])
def test_with_logout_ends_earlier_tokens(game: Game, word: str) -> None:
    jane(game)
    earlier = [token_of(game.login("jane")), game.token_by_code("jane@example.com")]
    kept = token_of(game.login("jane", with_logout="0"))
    assert [game.validate(token).status_code for token in [*earlier, kept]] == [204, 204, 204]
    last = token_of(game.login("jane", with_logout=word))
    assert {refusal(game.validate(token)) for token in [*earlier, kept]} == {INACTIVE_TOKEN}
    assert game.validate(last).status_code == 204


def test_a_token_is_worth_nothing_at_another_project(game: Game) -> None:
    token = token_of(jane(game).login("jane"))
    other = jane(game.another())
    assert refusal(other.call("GET", "/users/me/ask", bearer=token)) == INVALID_TOKEN
    assert refusal(other.update_token(token, {})) == INVALID_TOKEN


def test_tenants_share_nothing(game: Game) -> None:
    other = game.another()
    assert game.register("racer").status_code == other.register("racer").status_code == 204
    code, operation_id = game.code_for("+12025550143")
    assert refusal(other.confirm_code("+12025550143", code, operation_id)) == WRONG_CODE
    link = game.message("racer@example.com").link or ""
    assert refusal(other.open(link.replace(game.project_id, other.project_id))) == NOT_FOUND
    assert game.open(link).status_code == 302
    assert refusal(other.login("racer")) == UNCONFIRMED_ACCOUNT
    assert game.login("racer").status_code == 200
    user_id, reset_code = game.reset_link("racer", "racer@example.com")
    assert refusal(other.set_password(user_id, reset_code, "new-password")) == WRONG_RESET_CODE
    assert game.confirm_code("+12025550143", code, operation_id).status_code == 200


def test_the_first_logins_at_once_agree_on_a_key(game: Game) -> None:
    jane(game, private_key=None)
    tokens = [token_of(answer) for answer in at_once([lambda: game.login("jane")] * 6)]
    assert len({jwt.get_unverified_header(token)["kid"] for token in tokens}) == 1
    assert {game.validate(token).status_code for token in tokens} == {204}


@pytest.mark.parametrize("path", ["keys", "jwks.json"])
def test_an_unknown_project_has_no_keys(game: Game, path: str) -> None:
    unknown = "00000000-0000-4000-8000-000000000000"
    assert refusal(game.http.get(f"/api/projects/{unknown}/{path}")) == NOT_FOUND
