"""Custom user-data storage: which tokens the server vouches for when a partner asks."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from login_contract.suite.actors.callback_server import CannedAnswer, Received
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.partner_flows import ONE_EACH, Flow, change_email, code_by_phone, login
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims, header
from login_contract.suite.judging.refusals import INACTIVE_TOKEN, INVALID_TOKEN
from login_contract.tokens.forgery import confused, forged, unsigned
from login_contract.tokens.signing import secret_key, signed, stranger

law = pytest.mark.law
MakePartner = Callable[..., StoragePartner]
SECRET, OTHER_SECRET = (f"a-shared-secret-of-at-least-32-characters-{number}" for number in "12")
EVERY_WEBHOOK = pytest.mark.parametrize("flow", ONE_EACH, ids=lambda flow: flow.webhook)
EVERY_ALGORITHM = pytest.mark.parametrize(
    "settings",
    [{"algorithm": "RS256"}, {"algorithm": "HS256", "hs256_secret": SECRET}],
    ids=lambda settings: settings["algorithm"],
)


def judged(partner: StoragePartner, token: str, project_id: str | None = None) -> httpx.Response:
    query = {"projectId": project_id or partner.project_id}
    return partner.jwt_client.call("validate-server-jwt", query=query, body={"token": token})


def asked(partner: StoragePartner) -> str:
    """Return a fresh gateway token."""
    code_by_phone(partner)()
    return partner.gateway_token("phone")


@law("A partner may ask about the token while it is being asked", security=True)
@EVERY_WEBHOOK
def test_partner_asks_back(partner: StoragePartner, flow: Flow) -> None:
    answers: list[httpx.Response] = []
    step = flow.begin(partner)

    def ask_back(request: Received) -> CannedAnswer:
        answers.append(judged(partner, request.headers["authorization"].removeprefix("Bearer ")))
        return CannedAnswer(status=204)

    partner.answer_by(flow.webhook, ask_back)
    step()

    assert [answer.status_code for answer in answers] == [204]


@law("The server vouches for its token, as often as it is asked, until the token expires", security=True)
@EVERY_ALGORITHM
def test_token_is_good_until_it_expires(make_partner: MakePartner, settings: dict[str, str]) -> None:
    partner = make_partner(**settings)
    token = asked(partner)
    told = claims(token)

    assert judged(partner, token).status_code == 204
    assert judged(partner, token).status_code == 204
    partner.control.advance(told["exp"] - told["iat"])
    assert refusal(judged(partner, token)) == INVALID_TOKEN


@law("The server vouches for no other project, nor for one that shares the key", security=True)
@EVERY_ALGORITHM
def test_token_is_of_its_project(make_partner: MakePartner, settings: dict[str, str]) -> None:
    partner, other = make_partner(**settings), make_partner(**settings)

    assert refusal(judged(partner, asked(partner), other.project_id)) == INACTIVE_TOKEN
    assert judged(partner, "x.y.z", "00000000-0000-4000-8000-000000000000").status_code == 404


@law("The server vouches for nothing that was changed, unsigned or signed by somebody else", security=True)
@EVERY_ALGORITHM
def test_forged_token_is_refused(make_partner: MakePartner, settings: dict[str, str]) -> None:
    partner = make_partner(**settings)
    token = asked(partner)
    head, body, signature = token.split(".")
    tokens = [
        forged(token, phone="+12025550199"),
        forged(token, exp=claims(token)["exp"] + 1),
        unsigned(token),
        f"{head}.{body}.",
        f"{head}.{body}",
        f"{head}.{body}.{signature[::-1]}",
        f"{head}.{body}.{signature}.",
        "x",
        "..",
    ]
    kid = header(token).get("kid")
    tokens.append(signed(claims(token), stranger(), kid=kid))
    tokens.append(signed(claims(token), secret_key(OTHER_SECRET), kid=kid))
    if settings["algorithm"] == "RS256":
        keys = partner.jwt_client.call("json-web-key-set", path={"project_id": partner.project_id}).json()
        tokens.append(confused(token, keys["keys"][0]))

    assert [refusal(judged(partner, each)) for each in tokens] == [INVALID_TOKEN] * len(tokens)


@law(
    "The server vouches only for what its secret signs, is of the project and serves this purpose",
    security=True,
)
@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, 204),
        ({"request_type": None}, 422),
        ({"request_type": "user_token"}, 422),
        ({"request_type": "Gateway_Token"}, 422),
        ({"xsolla_login_project_id": None}, 422),
        ({"xsolla_login_project_id": "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"}, 422),
        ({"exp": None}, 401),
        ({"exp": 1}, 401),
        ({"exp": "9999999999"}, 401),
        ({"nbf": 9999999999}, 401),
        ({"nbf": "x"}, 401),
    ],
)
def test_claims_of_a_token_are_judged(
    make_partner: MakePartner, changed: dict[str, object], status: int
) -> None:
    partner = make_partner(algorithm="HS256", hs256_secret=SECRET)
    content = {**claims(asked(partner)), **changed}
    told = {name: value for name, value in content.items() if value is not None}

    token = signed(told, secret_key(SECRET))

    assert judged(partner, token).status_code == status


@law("The server vouches for no token of a user, nor for the one that tells a new address", security=True)
@EVERY_ALGORITHM
def test_token_of_a_user_is_refused(make_partner: MakePartner, settings: dict[str, str]) -> None:
    partner = make_partner(**settings)
    user_token = partner.access_token(login(partner)())
    change_email(partner)()
    proof = partner.asked("email-change")[-1].json["token"]

    assert refusal(judged(partner, user_token)) == INACTIVE_TOKEN
    assert refusal(judged(partner, proof)) == INACTIVE_TOKEN


@law("The server does not vouch for a token whose key the project has no longer", security=True)
def test_token_of_a_replaced_key_is_refused(make_partner: MakePartner) -> None:
    partner = make_partner(algorithm="HS256", hs256_secret=SECRET)
    token = asked(partner)

    partner.change(hs256_secret=OTHER_SECRET)

    assert refusal(judged(partner, token)) == INVALID_TOKEN
