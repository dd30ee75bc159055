"""User tokens: what they say, who signs them, how they end, and which ones are refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, refusal, token_of
from login_contract.suite.actors.user_token import claims, header
from login_contract.suite.judging.refusals import (
    INACTIVE_TOKEN,
    INVALID_TOKEN,
    INVALID_VALUE,
    NOT_FOUND,
    UNKNOWN_PROJECT,
    WRONG_CREDENTIALS,
)
from login_contract.tokens.forgery import confused, forged, unsigned
from login_contract.tokens.signing import (
    HS256,
    InvalidSignature,
    key_set,
    key_set_of_hexadecimal,
    secret_key,
    verified,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
SECRET = "a-shared-secret-of-at-least-32-characters"


def logged_in(jwt_client: JwtClient, **query: Any) -> str:
    """Return a fresh token of the user ann, who is made when she is not there."""
    if jwt_client.login("ann").status_code == 401:
        jwt_client.registered("ann", "ann@example.com")
    return token_of(jwt_client.login("ann", query=query))


@law("A token says who logged in where, how, and for how long")
def test_token_has_the_documented_claims(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(access_token_lifetime=1800, publisher_id=2340)

    content = claims(logged_in(jwt_client))

    assert content["iss"] == "https://login.xsolla.com"
    assert content["xsolla_login_project_id"] == jwt_client.project_id
    assert content["type"] == "xsolla_login"
    assert (content["username"], content["email"]) == ("ann", "ann@example.com")
    assert content["publisher_id"] == 2340
    assert content["exp"] - content["iat"] == 1800
    assert content["promo_email_agreement"] is True
    assert str(UUID(content["sub"])) == content["sub"]
    assert str(UUID(content["jti"])) == content["jti"]
    assert [group["is_default"] for group in content["groups"]].count(True) == 1
    for group in content["groups"]:
        assert {"id": int, "name": str, "is_default": bool} == {
            name: type(value) for name, value in group.items()
        }


@law("A token says who logged in where, how, and for how long")
def test_token_is_issued_now(jwt_client: JwtClient, control: Control) -> None:
    token = logged_in(jwt_client)
    now = control.request("GET", "/_mock/clock")["now"]

    assert abs(claims(token)["iat"] - now) < 10


@law("A token lives for a day by default, and for as long as the project says", security=True)
@pytest.mark.parametrize("settings", [{}, {"access_token_lifetime": 60}])
def test_token_expires(make_jwt_client: MakeJwtClient, control: Control, settings: dict[str, int]) -> None:
    jwt_client = make_jwt_client(**settings)
    token = logged_in(jwt_client)
    lifetime = settings.get("access_token_lifetime", 86400)
    assert claims(token)["exp"] - claims(token)["iat"] == lifetime

    control.advance(lifetime - 20)
    assert jwt_client.validate(token).status_code == 204
    control.advance(21)
    assert refusal(jwt_client.validate(token)) == INACTIVE_TOKEN


@law("An RS256 token names its key, and the project's published keys verify it")
@pytest.mark.project(algorithm="RS256")
def test_published_keys_verify_a_token(jwt_client: JwtClient) -> None:
    token = logged_in(jwt_client)
    in_base64url = jwt_client.call("json-web-key-set").json()
    in_hexadecimal = jwt_client.call("get-projects-keys").json()

    assert header(token)["alg"] == "RS256"
    assert header(token)["kid"] in [key["kid"] for key in in_hexadecimal]
    assert verified(token, key_set(in_base64url)) == claims(token)
    assert verified(token, key_set_of_hexadecimal(in_hexadecimal)) == claims(token)


@law("Projects do not share keys", security=True)
def test_projects_do_not_share_keys(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(private_key=None), make_jwt_client(private_key=None)

    with pytest.raises(InvalidSignature):
        verified(logged_in(jwt_client), key_set(elsewhere.call("json-web-key-set").json()))


@law("Published keys are public: no part of a private key is among them", security=True)
@pytest.mark.project(algorithm="RS256")
def test_no_private_key_is_published(jwt_client: JwtClient) -> None:
    keys = jwt_client.call("json-web-key-set").json()["keys"] + jwt_client.call("get-projects-keys").json()

    assert len(keys) == 2
    for key in keys:
        assert not {"d", "p", "q", "dp", "dq", "qi", "k"} & set(key)


@law("The keys of an unknown project are not found")
@pytest.mark.parametrize("operation_id", ["get-projects-keys", "json-web-key-set"])
def test_keys_of_an_unknown_project_are_not_found(visitor: JwtClient, operation_id: str) -> None:
    unknown = {"project_id": "00000000-0000-4000-8000-000000000000"}

    assert refusal(visitor.call(operation_id, path=unknown)) == NOT_FOUND


@law("The keys of a project can be read by anybody")
@pytest.mark.parametrize("operation_id", ["get-projects-keys", "json-web-key-set"])
def test_keys_can_be_read(visitor: JwtClient, operation_id: str) -> None:
    assert visitor.call(operation_id).status_code == 200


@law("An HS256 project signs with its secret, names no key and publishes none")
def test_shared_secret_signs(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(algorithm="HS256", hs256_secret=SECRET)

    token = logged_in(jwt_client)

    assert header(token)["alg"] == "HS256"
    assert "kid" not in header(token)
    assert verified(token, secret_key(SECRET), algorithm=HS256) == claims(token)
    assert jwt_client.validate(token).status_code == 204
    assert jwt_client.call("get-projects-keys").json() == []
    assert jwt_client.call("json-web-key-set").json() == {"keys": []}


@law("payload comes back in the token, however the user logs in")
def test_payload_comes_back(jwt_client: JwtClient) -> None:
    payload = 'level=7&name="Änn"'
    first = jwt_client.registered("ann", "ann@example.com", query={"payload": f"1 {payload}"})
    by_password = token_of(jwt_client.login("ann", query={"payload": f"2 {payload}"}))

    assert claims(first)["payload"] == f"1 {payload}"
    assert claims(by_password)["payload"] == f"2 {payload}"


@law("payload comes back in the token, however the user logs in")
def test_payload_of_a_code_request_comes_back(jwt_client: JwtClient) -> None:
    payload = 'level=7&name="Änn"'
    jwt_client.registered("ann", "ann@example.com")
    code, operation_id = jwt_client.code_for("ann@example.com", query={"payload": payload})

    token = token_of(jwt_client.confirm_code("ann@example.com", code, operation_id))

    assert claims(token)["payload"] == payload


@law("A token without payload has no such claim")
def test_no_payload_no_claim(jwt_client: JwtClient) -> None:
    assert "payload" not in claims(logged_in(jwt_client))


@law("with_logout ends the user's earlier sessions, and nobody else's", security=True)
@pytest.mark.parametrize("with_logout", ["1", "true"])
def test_with_logout_ends_earlier_sessions(jwt_client: JwtClient, with_logout: str) -> None:
    jwt_client.registered("bob", "bob@example.com")
    bob = token_of(jwt_client.login("bob"))
    earlier = [logged_in(jwt_client), jwt_client.login_by_code("ann@example.com")]

    latest = logged_in(jwt_client, with_logout=with_logout)

    assert [refusal(jwt_client.validate(token)) for token in earlier] == [
        INACTIVE_TOKEN,
        INACTIVE_TOKEN,
    ]
    assert jwt_client.validate(latest).status_code == 204
    assert jwt_client.validate(bob).status_code == 204
    assert refusal(jwt_client.asked(earlier[0])) == INVALID_TOKEN


@law("with_logout ends the user's earlier sessions, and nobody else's", security=True)
def test_with_logout_works_for_codes(jwt_client: JwtClient) -> None:
    earlier = jwt_client.login_by_code("ann@example.com")

    latest = jwt_client.login_by_code("ann@example.com", query={"with_logout": "1"})

    assert refusal(jwt_client.validate(earlier)) == INACTIVE_TOKEN
    assert jwt_client.validate(latest).status_code == 204


@law("Without with_logout earlier sessions go on")
@pytest.mark.parametrize("query", [{}, {"with_logout": "0"}, {"with_logout": "false"}])
def test_earlier_sessions_go_on(jwt_client: JwtClient, query: dict[str, str]) -> None:
    earlier = logged_in(jwt_client)

    later = logged_in(jwt_client, **query)

    assert earlier != later
    assert [jwt_client.validate(token).status_code for token in (earlier, later)] == [204, 204]


@law("A failed login ends no session")
def test_failed_login_ends_no_session(jwt_client: JwtClient) -> None:
    token = logged_in(jwt_client)

    jwt_client.login("ann", "not-the-password", query={"with_logout": "1"})

    assert jwt_client.validate(token).status_code == 204


@law("with_logout takes 0, 1, true and false only")
@pytest.mark.parametrize("value", ["2", "yes", "TRUE", ""])
def test_with_logout_takes_four_values(jwt_client: JwtClient, value: str) -> None:
    assert refusal(jwt_client.login("ann", query={"with_logout": value})) == INVALID_VALUE


@law("Every defect that a token may have is found", security=True)
@pytest.mark.parametrize(
    "defect",
    ["expired", "not_yet_valid", "wrong_issuer", "wrong_project", "tampered", "alg_none", "unknown_key"],
)
@pytest.mark.parametrize("algorithm", ["RS256", "HS256"])
def test_defective_token_is_refused(
    make_jwt_client: MakeJwtClient, control: Control, defect: str, algorithm: str
) -> None:
    jwt_client = make_jwt_client(algorithm=algorithm)
    jwt_client.registered("ann", "ann@example.com")
    wanted = {"project_id": jwt_client.project_id, "username": "ann"}
    assert jwt_client.validate(control.token(**wanted)).status_code == 204

    token = control.token(**wanted, defect=defect)

    assert refusal(jwt_client.validate(token)) in (INACTIVE_TOKEN, UNKNOWN_PROJECT)
    assert refusal(jwt_client.asked(token)) == INVALID_TOKEN


@law("A token that anybody changed is refused", security=True)
@pytest.mark.project(algorithm="RS256")
def test_changed_token_is_refused(jwt_client: JwtClient) -> None:
    token = logged_in(jwt_client)
    keys = jwt_client.call("json-web-key-set").json()["keys"]
    head, body, signature = token.split(".")
    changed = [
        forged(token, username="somebody-else"),
        forged(token, exp=claims(token)["exp"] + 1),
        unsigned(token),
        confused(token, keys[0]),
        f"{head}.{body}.",
        f"{head}.{body}.{signature[:-8]}",
        f"{head}.{body}",
        f"{head}..{signature}",
        f"{token}.x",
        f" {token}",
        "nonsense",
        "..",
        "x" * 16384,
    ]

    assert [refusal(jwt_client.validate(each)) for each in changed] == [INACTIVE_TOKEN] * len(changed)
    assert jwt_client.validate(token).status_code == 204


@law("Tokens of one project are refused by another", security=True)
def test_token_of_another_project_is_refused(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(), make_jwt_client()
    elsewhere.registered("ann", "ann@example.com")
    token = logged_in(jwt_client)

    assert refusal(elsewhere.asked(token)) == INVALID_TOKEN
    assert refusal(elsewhere.answer_asks(token, {})) == INVALID_TOKEN
    moved = forged(token, xsolla_login_project_id=elsewhere.project_id)
    assert refusal(jwt_client.validate(moved)) == INACTIVE_TOKEN
    gone = forged(token, xsolla_login_project_id="00000000-0000-4000-8000-000000000000")
    assert refusal(jwt_client.validate(gone)) in (INACTIVE_TOKEN, UNKNOWN_PROJECT)


@law("Two projects share no user, name, code or message", security=True)
def test_projects_share_nothing(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(), make_jwt_client()
    jwt_client.registered("ann", "ann@example.com")

    assert refusal(elsewhere.login("ann")) == WRONG_CREDENTIALS
    assert elsewhere.messages("ann@example.com") == []
    elsewhere.registered("ann", "ann@example.com", password="another-password")
    assert refusal(elsewhere.login("ann")) == WRONG_CREDENTIALS
    assert jwt_client.login("ann").status_code == 200
    assert (
        claims(jwt_client.login_by_code("ann@example.com"))["sub"]
        != claims(elsewhere.login_by_code("ann@example.com"))["sub"]
    )


@law("Every login is a session of its own")
def test_every_login_is_a_session(jwt_client: JwtClient) -> None:
    first, second = claims(logged_in(jwt_client)), claims(logged_in(jwt_client))

    assert first["jti"] != second["jti"]
    assert first["sub"] == second["sub"]
