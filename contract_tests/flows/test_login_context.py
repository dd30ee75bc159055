"""What a login is asked to do, also when it takes several calls; and what its token leaves unsaid."""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import uuid4

import pytest

from login_contract.suite.actors.jwt_client import PASSWORD, JwtClient, refusal, token_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import INACTIVE_TOKEN
from login_contract.tokens.signing import secret_key, signed

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
EMAIL, PHONE = "ann@example.com", "+12025550143"
SECRET = "a-shared-secret-of-at-least-32-characters"
COUNTRY = {"name": "country-name", "type": "str", "required": True, "step": 0}


@law("with_logout may come with the request for a code as well as with its confirmation")
@pytest.mark.parametrize("recipient", [EMAIL, PHONE])
def test_with_logout_of_a_code_request_is_kept(jwt_client: JwtClient, recipient: str) -> None:
    earlier = jwt_client.login_by_code(recipient)
    code, operation_id = jwt_client.code_for(recipient, query={"with_logout": "1"})
    assert jwt_client.validate(earlier).status_code == 204

    latest = token_of(jwt_client.confirm_code(recipient, code, operation_id))

    assert refusal(jwt_client.validate(earlier)) == INACTIVE_TOKEN
    assert jwt_client.validate(latest).status_code == 204


@law("with_logout of an answered ask ends earlier sessions")
def test_with_logout_of_an_ask_ends_earlier_sessions(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[{**COUNTRY, "required": False}])
    earlier, current = jwt_client.login_by_code(EMAIL), jwt_client.login_by_code(EMAIL)

    latest = token_of(jwt_client.answer_asks(current, {"country-name": "DE"}, query={"with_logout": "1"}))

    assert [refusal(jwt_client.validate(token)) for token in (earlier, current)] == [
        INACTIVE_TOKEN,
        INACTIVE_TOKEN,
    ]
    assert jwt_client.validate(latest).status_code == 204


@law("Of two payloads the later one comes back", origin="inferred")
def test_later_payload_counts(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[COUNTRY])
    code, operation_id = jwt_client.code_for(EMAIL, query={"payload": "first"})

    confirmed = jwt_client.confirm_code(EMAIL, code, operation_id, query={"payload": "second"}).json()
    asked = jwt_client.answer_asks(confirmed["token"], {"country-name": "DE"}, query={"payload": "third"})

    assert claims(confirmed["token"])["payload"] == "second"
    assert claims(token_of(asked))["payload"] == "third"


@law("A code that was sent to the address of an account confirms the account", origin="inferred")
def test_code_confirms_the_account(jwt_client: JwtClient) -> None:
    jwt_client.register(username="ann", email=EMAIL)

    jwt_client.login_by_code(EMAIL)

    assert jwt_client.login("ann").status_code == 200


@law("A token carries no password, not even in another form", security=True)
def test_token_carries_no_password(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", EMAIL)

    content = claims(token_of(jwt_client.login("ann")))

    assert PASSWORD not in json.dumps(content)
    assert not [name for name in content if "password" in name.lower()]


@law(
    "A token that the server did not give out is refused, even when the shared secret signs it",
    origin="inferred",
    security=True,
)
@pytest.mark.parametrize("change", ["jti", "sub"])
def test_self_made_token_is_refused(make_jwt_client: MakeJwtClient, change: str) -> None:
    jwt_client = make_jwt_client(algorithm="HS256", hs256_secret=SECRET)
    jwt_client.registered("ann", EMAIL)
    given = claims(token_of(jwt_client.login("ann")))
    victim = claims(jwt_client.login_by_code(PHONE))["sub"]

    changed = {"jti": str(uuid4())} if change == "jti" else {"sub": victim}

    assert jwt_client.validate(signed({**given}, secret_key(SECRET))).status_code == 204
    assert refusal(jwt_client.validate(signed({**given, **changed}, secret_key(SECRET)))) == INACTIVE_TOKEN
