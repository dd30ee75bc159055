"""Ways into somebody else's account that have to be closed."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, JwtClient, query_of, refusal, token_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    CONTACT_TAKEN,
    DEADLINE_EXCEEDED,
    LOCKED_ACCOUNT,
    NOT_FOUND,
    UNREGISTERED_ADDRESS,
    USERNAME_TAKEN,
    WRONG_CREDENTIALS,
    WRONG_RESET_CODE,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
EMAIL, PHONE, EVIL = "ann@example.com", "+12025550143", "https://evil.example/callback"


@law("The answer to a request for a code does not tell the code", security=True)
@pytest.mark.parametrize("recipient", [EMAIL, PHONE])
def test_request_for_a_code_does_not_tell_it(make_jwt_client: MakeJwtClient, recipient: str) -> None:
    jwt_client = make_jwt_client(code_length=12)

    answer = jwt_client.request_code(recipient, send_link=True)

    message = jwt_client.message(recipient, "one_time_code")
    assert set(answer.json()) == {"operation_id"}
    assert str(message.code) not in answer.text
    assert query_of(str(message.link))["state"] not in answer.text


@law(
    "Only whoever reads the message can complete the wait: what the waiting page knows opens no link",
    security=True,
)
def test_operation_id_opens_no_link(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(otc_wait_seconds=0.2)
    code, operation_id = jwt_client.code_for(EMAIL, send_link=True)

    for state in (operation_id, code, EMAIL):
        assert refusal(jwt_client.call("push-confirmation-code", query={"state": state})) == NOT_FOUND

    assert refusal(jwt_client.await_code(EMAIL, operation_id)) == DEADLINE_EXCEEDED


@law("The link of one message ends one wait, not another of the same recipient", security=True)
def test_link_ends_its_own_wait_only(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(otc_wait_seconds=0.2)
    _, attackers = jwt_client.code_for(EMAIL, send_link=True)
    code, own = jwt_client.code_for(EMAIL, send_link=True)

    jwt_client.open(jwt_client.message(EMAIL, "one_time_code").link)

    assert refusal(jwt_client.await_code(EMAIL, attackers)) == DEADLINE_EXCEEDED
    assert jwt_client.await_code(EMAIL, own).json() == {"code": code}


@law(
    "A link confirms an account or resets a password, never the other, and a stranger cannot use it up",
    security=True,
)
@pytest.mark.project(confirmation_required=True)
def test_mailed_link_serves_its_purpose_only(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", EMAIL)
    jwt_client.register(username="bob", email="bob@example.com")
    confirming = query_of(str(jwt_client.message("bob@example.com", "account_confirmation").link))["code"]
    ann, reset_code = jwt_client.reset_link("ann", EMAIL)
    bob, _ = jwt_client.reset_link("bob", "bob@example.com")

    assert refusal(jwt_client.call("confirm-account", query={"code": reset_code})) == NOT_FOUND
    assert refusal(jwt_client.confirm_reset(bob, confirming, "another-password")) == WRONG_RESET_CODE
    assert refusal(jwt_client.confirm_reset(bob, reset_code, "another-password")) == WRONG_RESET_CODE
    assert jwt_client.confirm_reset(ann, reset_code, "another-password").status_code == 204
    assert jwt_client.call("confirm-account", query={"code": confirming}).status_code == 302


@law("An account without a password cannot be entered with one", security=True)
@pytest.mark.parametrize(
    "password",
    [PASSWORD, "p", "None", "no account has this hash"],
    ids=["usual", "p", "None", "not-a-hash"],
)
def test_account_without_a_password_cannot_be_entered_with_one(jwt_client: JwtClient, password: str) -> None:
    jwt_client.login_by_code(EMAIL)

    assert refusal(jwt_client.login(EMAIL, password)) == WRONG_CREDENTIALS


@law("The owner of a code's address cannot be shut out by whoever knows it but the code", security=True)
def test_wrong_code_ends_no_session(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(EMAIL)
    code, operation_id = jwt_client.code_for(EMAIL)
    wrong = f"{(int(code) + 1) % 1_000_000:06d}"

    jwt_client.confirm_code(EMAIL, wrong, operation_id, query={"with_logout": "1"})
    jwt_client.request_reset(EMAIL)

    assert jwt_client.validate(token).status_code == 204


@law("Asking for a new password changes nothing until its link is used", security=True)
def test_reset_request_changes_nothing(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", EMAIL)
    token = token_of(jwt_client.login("ann"))

    jwt_client.reset_link("ann", EMAIL)

    assert jwt_client.login("ann").status_code == 200
    assert jwt_client.validate(token).status_code == 204


@law("Nobody who knows a name can take the confirmation of its account back", security=True)
@pytest.mark.parametrize("step", ["resend", "register", "reset", "code", "wrong code", "wrong password"])
def test_confirmation_is_not_taken_back(jwt_client: JwtClient, step: str) -> None:
    jwt_client.registered("ann", EMAIL)

    if step == "resend":
        jwt_client.resend("ann")
    elif step == "register":
        jwt_client.register(username="ann", email=EMAIL)
    elif step == "reset":
        jwt_client.request_reset("ann")
    elif step == "code":
        jwt_client.request_code(EMAIL)
    elif step == "wrong code":
        jwt_client.confirm_code(EMAIL, "no", jwt_client.request_code(EMAIL).json()["operation_id"])
    else:
        jwt_client.login("ann", "not-the-password")

    assert jwt_client.login("ann").status_code == 200


@law("A link that confirms an account hands its token to registered pages only", security=True)
@pytest.mark.project(confirmation_required=True)
def test_confirmation_link_cannot_be_bent(jwt_client: JwtClient) -> None:
    jwt_client.register(username="ann", email=EMAIL)
    link = str(jwt_client.message(EMAIL, "account_confirmation").link)

    bent = jwt_client.open(f"{link}&{urlencode({'login_url': EVIL})}")

    assert refusal(bent) == UNREGISTERED_ADDRESS
    assert "location" not in bent.headers
    assert jwt_client.open(link).headers["location"].startswith(f"{CALLBACK}?")


@law("A confirmed code hands its token to registered pages only", security=True)
@pytest.mark.parametrize("recipient", [EMAIL, PHONE])
def test_login_url_of_a_confirmation_has_to_be_registered(jwt_client: JwtClient, recipient: str) -> None:
    code, operation_id = jwt_client.code_for(recipient)

    answer = jwt_client.confirm_code(recipient, code, operation_id, query={"login_url": EVIL})

    assert refusal(answer) == UNREGISTERED_ADDRESS
    assert jwt_client.confirm_code(recipient, code, operation_id).status_code == 200


@law("An answered ask hands its token to registered pages only", security=True)
def test_login_url_of_an_ask_has_to_be_registered(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(EMAIL)

    assert refusal(jwt_client.answer_asks(token, {}, query={"login_url": EVIL})) == UNREGISTERED_ADDRESS
    assert jwt_client.answer_asks(token, {}).json()["redirect_url"].startswith(f"{CALLBACK}?")


@law("A new password is not set on the way to a page that is not registered", security=True)
def test_login_url_of_a_reset_has_to_be_registered(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", EMAIL)
    user_id, code = jwt_client.reset_link("ann", EMAIL)
    body = {"user_id": user_id, "reset_code": code, "new_password": "another-password"}

    answer = jwt_client.call("confirm-password-reset", body=body, query={"login_url": EVIL})

    assert refusal(answer) == UNREGISTERED_ADDRESS
    assert jwt_client.login("ann").status_code == 200


@law("Nobody takes another's address for a username, nor another's username for an address", security=True)
def test_names_and_addresses_do_not_clash(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)
    jwt_client.register(username="ann", email=EMAIL)
    jwt_client.register(username="bob@example.com", email="robert@example.com")

    for username, email in ((EMAIL.upper(), "mallory@example.com"), ("mallory", "Bob@example.com")):
        refused = jwt_client.register(username=username, email=email)
        assert refused.status_code == 422
        assert refusal(refused) in (USERNAME_TAKEN, CONTACT_TAKEN)

    assert claims(token_of(jwt_client.login(EMAIL)))["username"] == jwt_client.known_as("ann")


@law("The letter case of names does not matter in other alphabets either")
@pytest.mark.parametrize(("name", "other"), [("änne", "ÄNNE"), ("анна", "Анна"), ("σοφία", "ΣΟΦΊΑ")])
def test_letter_case_does_not_matter_in_other_alphabets(jwt_client: JwtClient, name: str, other: str) -> None:
    jwt_client.registered(name, EMAIL)

    assert refusal(jwt_client.register(username=other, email="other@example.com")) == USERNAME_TAKEN
    assert claims(token_of(jwt_client.login(other)))["username"] == jwt_client.known_as(name)


@law("Captcha headers lift no lock of a project that asks for none", security=True)
def test_captcha_headers_lift_no_other_lock(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(lockout={"attempts": 2, "seconds": 600, "captcha": False})
    jwt_client.registered("ann", EMAIL)
    jwt_client.login("ann", "not-the-password")
    jwt_client.login("ann", "not-the-password")
    solved = {"X-LOT-NUMBER": "1", "X-CAPTCHA-OUTPUT": "2", "X-PASS-TOKEN": "3", "X-GEN-TIME": "4"}

    assert refusal(jwt_client.login("ann", headers=solved)) == LOCKED_ACCOUNT


@law("A contact that the project does not ask for is not taken on trust", security=True)
def test_contact_that_is_not_asked_for_has_to_be_proven(jwt_client: JwtClient) -> None:
    token = jwt_client.login_by_code(PHONE)

    jwt_client.answer_asks(token, {"email": EMAIL})

    assert claims(jwt_client.login_by_code(EMAIL))["sub"] != claims(token)["sub"]
