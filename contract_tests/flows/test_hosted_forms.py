"""The forms of the hosted pages: how often and how long they work, with which secret, and how they refuse."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.hosted_pages import (
    GOOD,
    assert_over,
    assert_refused,
    begin,
    mailed,
    send,
    show,
    to_network,
)
from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, query_of, refusal
from login_contract.suite.actors.oauth_client import EMAIL, STATE, OAuthClient, code_of, target_of, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import LOCKED_ACCOUNT

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


@law("A form that led to a login, or away from it, is not taken again", security=True)
@pytest.mark.parametrize("form", [GOOD, {"action": "cancel"}])
def test_form_works_once(member: OAuthClient, form: dict[str, str]) -> None:
    address = begin(member)
    assert send(member, address, **form).status_code == 302

    for again in (send(member, address, **GOOD), send(member, address, **form), show(member, address)):
        assert_over(again)


@law("An identity is picked once for each login", security=True)
@pytest.mark.parametrize("form", [{"action": "pick", "id": "google-1"}, {"action": "cancel"}])
def test_pick_works_once(member: OAuthClient, form: dict[str, str]) -> None:
    network = to_network(member, begin(member))
    assert send(member, network, **form).status_code == 302

    for again in (send(member, network, action="pick", id="google-2"), show(member, network)):
        assert_over(again)


@law("The mailed code of the sign-in page works once, and not on the page of another client", security=True)
def test_mailed_code_is_bound(member: OAuthClient) -> None:
    address, second = begin(member), begin(member)
    elsewhere = begin(member.of(member.clients.confidential))
    confirmed = mailed(member, address)

    assert_refused(send(member, elsewhere, **confirmed))
    assert send(member, address, **confirmed).status_code == 302
    assert_refused(send(member, second, **confirmed))


@law("After five wrong tries a mailed code is dead on the page as well", security=True)
def test_wrong_codes_are_counted(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(code_length=12)
    address = begin(oauth_client)
    confirmed = mailed(oauth_client, address)
    for _ in range(5):
        assert_refused(send(oauth_client, address, **{**confirmed, "code": "000000000000"}))

    assert_refused(send(oauth_client, address, **confirmed))
    assert send(oauth_client, address, **mailed(oauth_client, address)).status_code == 302


@law("Wrong passwords on the page count towards the lock", security=True)
def test_wrong_passwords_are_counted(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(lockout={"attempts": 3, "seconds": 600})
    oauth_client.member()
    address = begin(oauth_client)
    for _ in range(3):
        assert_refused(send(oauth_client, address, **{**GOOD, "password": "wrong"}))

    assert_refused(send(oauth_client, address, **GOOD))
    assert refusal(oauth_client.jwt_client.login("ann")) == LOCKED_ACCOUNT


@law(
    "A page lives for as long as it says: half an hour for the sign-in, ten minutes for a social network",
    security=True,
)
def test_pages_expire(member: OAuthClient, control: Control) -> None:
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


@law("Without its secret a form does nothing", security=True)
@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/_mock/sign-in", GOOD),
        ("/_mock/provider/google", {"action": "pick", "id": "google-1"}),
        ("/_mock/two-factor", {"action": "check", "code": "123456"}),
    ],
)
def test_form_needs_its_secret(member: OAuthClient, path: str, form: dict[str, str]) -> None:
    secret = {"/_mock/sign-in": "ticket", "/_mock/two-factor": "challenge_id"}.get(path, "state")
    page = member.control.origin + path
    http = member.jwt_client.http

    for answer in (http.post(page, data=form), http.post(page, data={**form, secret: ""})):
        assert answer.status_code == 400
        assert {"location", "set-cookie"}.isdisjoint(answer.headers)
    assert_over(http.post(page, data={**form, secret: "nonsense"}))
    assert http.post(page, json={**form, secret: "nonsense"}).status_code == 415


@law("The secret of one page opens no other, and that of one network no other network", security=True)
def test_secrets_are_not_mixed_up(member: OAuthClient) -> None:
    member.control.change_project(member.jwt_client.project_id, two_factor="email")
    address = begin(member)
    network = to_network(member, address)
    factor = target_of(send(member, address, **GOOD))
    code = str(member.jwt_client.message(EMAIL, "one_time_code").code)
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


@law("Where a social identity is asked for an address, nobody else can sign in under its name", security=True)
def test_asked_identity_stays_itself(member: OAuthClient) -> None:
    network = to_network(member, begin(member, scope="email"))
    asking = target_of(send(member, network, action="pick", id="google-2"))
    assert urlsplit(asking).path == "/_mock/ask"
    stranger = mailed(member, begin(member), "other@example.com")

    for wrong in (GOOD, {"action": "social", "provider": "google"}, stranger):
        assert_refused(send(member, asking, **wrong))
    form = {"action": "answer", "field.email": "gustav@example.com"}
    assert send(member, asking, **form).status_code == 200
    assert_refused(send(member, asking, **stranger))
    code = str(member.jwt_client.message("gustav@example.com", "one_time_code").code)
    answer = send(member, asking, action="code", code=code)

    content = claims(tokens_of(member.exchange(code_of(answer)))["access_token"])
    assert (content["id"], content["email"]) == ("google-2", "gustav@example.com")


@law("What is wrong with a form is told on the page, and the sign-in goes on", security=True)
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
def test_refusal_is_told_on_the_page(member: OAuthClient, form: dict[str, str]) -> None:
    address = begin(member)

    assert_refused(send(member, address, **form))

    assert target_of(send(member, address, **GOOD)).startswith(f"{CALLBACK}?")


@law("A refused identity is told on the page, and another one can be picked", security=True)
def test_refused_identity_leaves_the_page(member: OAuthClient) -> None:
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
