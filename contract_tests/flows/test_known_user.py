"""What can be asked of any server, with nothing but a user that it is known to have."""

from __future__ import annotations

import pytest
from attrs import frozen

from login_contract.suite.actors.jwt_client import JwtClient, refusal, token_of
from login_contract.suite.actors.lacking import lacks
from login_contract.suite.actors.own_project import wanted_after
from login_contract.suite.actors.user_token import claims, header
from login_contract.suite.judging.refusals import INACTIVE_TOKEN, UNREGISTERED_ADDRESS, WRONG_CREDENTIALS
from login_contract.suite.target import Target
from login_contract.tokens.forgery import forged, unsigned
from login_contract.tokens.signing import key_set, verified

law = pytest.mark.law
MOCK_USER = ("demo", "password123")


@frozen
class Known:
    """A user of the target's project, who is known beforehand."""

    jwt_client: JwtClient
    username: str
    password: str
    query: dict[str, str]

    def token(self) -> str:
        answer = self.jwt_client.login(self.username, self.password, query=self.query)
        wanted = wanted_after(answer)
        return token_of(answer) if wanted is None else lacks(wanted)


@pytest.fixture
def known(visitor: JwtClient, target: Target) -> Known:
    """The user that the target's settings name, or the one that every mock has."""
    refused = target.capabilities.missing("write")
    if refused:
        pytest.skip(refused)
    settings = target.settings
    username, password = settings.username, settings.password
    if username is None and target.capabilities.is_mock:
        username, password = MOCK_USER
    if username is None or password is None:
        pytest.skip("no user is known; set username and LOGIN_CONTRACT_PASSWORD")
    query = {} if settings.login_url is None else {"login_url": settings.login_url}
    return Known(visitor, username, password, query)


@law("A known user logs in, and the token is good")
def test_known_user_logs_in(known: Known) -> None:
    token = known.token()

    assert claims(token)["iss"] == "https://login.xsolla.com"
    assert claims(token)["xsolla_login_project_id"] == known.jwt_client.project_id
    assert claims(token)["exp"] > claims(token)["iat"]
    assert known.jwt_client.validate(token).status_code == 204


@law("The published keys verify a known user's token")
def test_published_keys_verify_the_token(known: Known) -> None:
    token = known.token()
    if header(token)["alg"] != "RS256":
        pytest.skip("the project signs with a shared secret")

    assert verified(token, key_set(known.jwt_client.call("json-web-key-set").json())) == claims(token)


@law("A known user's token that anybody changed is refused", security=True)
def test_changed_token_is_refused(known: Known) -> None:
    token = known.token()

    for changed in (forged(token, username="somebody-else"), unsigned(token), f"{token[:-6]}AAAAAA"):
        assert refusal(known.jwt_client.validate(changed)) == INACTIVE_TOKEN


@law("A wrong password and an unknown user answer alike", origin="inferred", security=True)
def test_wrong_password_answers_like_an_unknown_user(known: Known) -> None:
    wrong = known.jwt_client.login(known.username, "not-the-password", query=known.query)
    unknown = known.jwt_client.login("nobody-has-this-name", "not-the-password", query=known.query)

    assert refusal(wrong) == WRONG_CREDENTIALS
    assert (wrong.status_code, wrong.json()) == (unknown.status_code, unknown.json())


@law("The payload of a known user's login comes back in the token")
def test_payload_comes_back(known: Known) -> None:
    query = {**known.query, "payload": "from=contract-suite"}

    answer = known.jwt_client.login(known.username, known.password, query=query)
    wanted = wanted_after(answer)
    if wanted is not None:
        lacks(wanted)

    assert claims(token_of(answer))["payload"] == "from=contract-suite"


@law("A login_url that nobody registered is refused", origin="inferred", security=True)
def test_unregistered_login_url_is_refused(known: Known) -> None:
    answer = known.jwt_client.login(
        known.username, known.password, query={"login_url": "https://unregistered.example/callback"}
    )

    assert refusal(answer) == UNREGISTERED_ADDRESS
