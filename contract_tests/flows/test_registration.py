"""Registration, and the link in the mail that confirms an account."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, JwtClient, query_of, refusal, token_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    CONTACT_TAKEN,
    INVALID_VALUE,
    MISSING_VALUE,
    NOT_FOUND,
    REGISTRATION_NOT_ALLOWED,
    UNCONFIRMED_ACCOUNT,
    USERNAME_TAKEN,
    WRONG_CREDENTIALS,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
CONFIRMED = pytest.mark.project(confirmation_required=True)


@law("An account works once the link in its mail has been opened, and not before", security=True)
@CONFIRMED
def test_link_confirms_the_account(jwt_client: JwtClient) -> None:
    answer = jwt_client.register(username="ann", email="ann@example.com")
    assert answer.status_code == jwt_client.registered_status
    assert refusal(jwt_client.login("ann")) == UNCONFIRMED_ACCOUNT

    opened = jwt_client.open(jwt_client.message("ann@example.com", "account_confirmation").link)

    assert opened.status_code == 302
    assert opened.headers["location"].startswith(f"{CALLBACK}?")
    assert jwt_client.validate(token_of(opened)).status_code == 204
    assert jwt_client.validate(token_of(jwt_client.login("ann"))).status_code == 204


@law("That an account is not confirmed is told only to somebody who knows its password", security=True)
@CONFIRMED
def test_unconfirmed_account_is_not_told_to_strangers(jwt_client: JwtClient) -> None:
    jwt_client.register(username="ann", email="ann@example.com")

    assert refusal(jwt_client.login("ann", "not-the-password")) == WRONG_CREDENTIALS


@law("Without confirmation a registration logs in at once, and no mail leaves")
def test_registration_without_confirmation_logs_in(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)

    answer = jwt_client.register(username="ann", email="ann@example.com")

    assert answer.status_code == 200
    assert jwt_client.validate(token_of(answer)).status_code == 204
    jwt_client.assert_nothing_sent("ann@example.com")
    assert jwt_client.login("ann").status_code == 200


@law("A username or e-mail address is taken in any letter case", security=True)
@pytest.mark.parametrize("username", ["ann", "ANN", "Ann"])
def test_taken_username_is_refused(jwt_client: JwtClient, username: str) -> None:
    jwt_client.registered("ann", "ann@example.com")

    assert refusal(jwt_client.register(username=username, email="other@example.com")) == USERNAME_TAKEN


@law("A username or e-mail address is taken in any letter case", security=True)
@pytest.mark.parametrize("email", ["ann@example.com", "ANN@EXAMPLE.COM", "Ann@Example.com"])
def test_taken_email_is_refused(jwt_client: JwtClient, email: str) -> None:
    jwt_client.registered("ann", "ann@example.com")

    assert refusal(jwt_client.register(username="other", email=email)) == CONTACT_TAKEN


@law("A username or e-mail address is taken in any letter case")
def test_refused_registration_sends_no_mail(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")

    jwt_client.register(username="ann", email="other@example.com")

    assert jwt_client.messages("other@example.com") == []
    assert refusal(jwt_client.login("other@example.com")) == WRONG_CREDENTIALS


@law("A project that allows no registration refuses it")
def test_registration_can_be_closed(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(registration_allowed=False)

    assert refusal(jwt_client.register(username="ann", email="ann@example.com")) == REGISTRATION_NOT_ALLOWED


@law("A confirmation link works once", security=True)
@CONFIRMED
def test_confirmation_link_works_once(jwt_client: JwtClient) -> None:
    jwt_client.register(username="ann", email="ann@example.com")
    link = jwt_client.message("ann@example.com", "account_confirmation").link
    assert jwt_client.open(link).status_code == 302

    assert refusal(jwt_client.open(link)) == NOT_FOUND


@law("A confirmation link that is no longer good leads to the error callback URL, where one is set")
def test_used_link_leads_to_the_error_callback(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(error_callback_url="https://example.com/error?from=mail")
    jwt_client.register(username="ann", email="ann@example.com")
    link = jwt_client.message("ann@example.com", "account_confirmation").link
    jwt_client.open(link)

    again = jwt_client.open(link)

    assert again.status_code == 302
    assert again.headers["location"].startswith("https://example.com/error?")
    query = query_of(again.headers["location"])
    assert query["from"] == "mail"
    assert query["error_code"] == NOT_FOUND.code
    assert query["error_description"]
    assert "token" not in query


@law("A confirmation link expires", security=True)
def test_confirmation_link_expires(make_jwt_client: MakeJwtClient, control: Control) -> None:
    jwt_client = make_jwt_client(confirmation_lifetime=3600)
    jwt_client.register(username="ann", email="ann@example.com")
    jwt_client.register(username="bob", email="bob@example.com")
    control.advance(3500)
    assert jwt_client.open(jwt_client.message("bob@example.com").link).status_code == 302
    control.advance(101)

    assert refusal(jwt_client.open(jwt_client.message("ann@example.com").link)) == NOT_FOUND
    assert refusal(jwt_client.login("ann")) == UNCONFIRMED_ACCOUNT


@law("A confirmation link confirms at its own project only", security=True)
@CONFIRMED
def test_confirmation_link_of_another_project_is_unknown(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(), make_jwt_client()
    jwt_client.register(username="ann", email="ann@example.com")
    code = query_of(jwt_client.message("ann@example.com").link or "")["code"]

    assert refusal(elsewhere.call("confirm-account", query={"code": code})) == NOT_FOUND
    assert jwt_client.call("confirm-account", query={"code": code}).status_code == 302


@law(
    "Asking for the confirmation mail again answers alike for unknown, confirmed and waiting accounts",
    security=True,
)
@CONFIRMED
def test_resend_answers_alike(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")
    jwt_client.register(username="bob", email="bob@example.com")
    mails = len(jwt_client.messages("ann@example.com"))

    answers = [jwt_client.resend(name) for name in ("nobody", "ann", "ann@example.com", "bob")]

    assert {(answer.status_code, answer.content) for answer in answers} == {(204, b"")}
    assert len(jwt_client.messages("ann@example.com")) == mails
    assert len(jwt_client.messages("bob@example.com")) == 2


@law("A confirmation mail that was asked for again confirms, and then no link is left over")
@CONFIRMED
def test_resent_link_confirms(jwt_client: JwtClient) -> None:
    jwt_client.register(username="ann", email="ann@example.com")
    jwt_client.resend("ANN@example.com")
    newest, oldest = jwt_client.messages("ann@example.com", "account_confirmation")

    assert jwt_client.open(newest.link).status_code == 302

    assert refusal(jwt_client.open(oldest.link)) == NOT_FOUND
    assert jwt_client.login("ann").status_code == 200


@law("A confirmed account stays confirmed")
@CONFIRMED
def test_confirmed_account_stays_confirmed(jwt_client: JwtClient, control: Control) -> None:
    jwt_client.registered("ann", "ann@example.com")

    jwt_client.resend("ann")
    jwt_client.open(jwt_client.message("ann@example.com", "account_confirmation").link)
    jwt_client.register(username="ann", email="ann@example.com")
    jwt_client.login_by_code("ann@example.com")
    jwt_client.request_reset("ann")
    control.advance(10 * 86400)

    assert jwt_client.login("ann").status_code == 200


@law("A mailed link of a banned user does not log in", security=True)
def test_banned_user_cannot_use_a_confirmation_link(jwt_client: JwtClient, control: Control) -> None:
    control.create_user(
        jwt_client.project_id,
        username="ann",
        email="ann@example.com",
        password=PASSWORD,
        confirmed=False,
        banned=True,
    )
    jwt_client.resend("ann")

    opened = jwt_client.open(jwt_client.message("ann@example.com", "account_confirmation").link)

    assert opened.status_code < 500
    assert "token=" not in opened.headers.get("location", "")


@law("Passwords of 6 to 100 characters are taken, others are refused as invalid")
@pytest.mark.parametrize("length", [6, 100])
def test_password_within_the_limits_is_taken(make_jwt_client: MakeJwtClient, length: int) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)

    answer = jwt_client.register(username="ann", email="ann@example.com", password="ä" * length)

    assert answer.status_code == 200
    assert jwt_client.login("ann", "ä" * length).status_code == 200
    assert refusal(jwt_client.login("ann", "ä" * (length - 1))) == WRONG_CREDENTIALS


@law("Passwords of 6 to 100 characters are taken, others are refused as invalid")
@pytest.mark.parametrize("length", [0, 5, 101])
def test_password_beyond_the_limits_is_refused(jwt_client: JwtClient, length: int) -> None:
    answer = jwt_client.register(username="ann", email="ann@example.com", password="p" * length)

    assert refusal(answer) == INVALID_VALUE


@law("A missing property is 002-028, an invalid one 002-027")
@pytest.mark.parametrize("missing", ["username", "email", "password"])
def test_missing_property_is_named_so(jwt_client: JwtClient, missing: str) -> None:
    body = {"username": "ann", "email": "ann@example.com", "password": PASSWORD}
    del body[missing]

    answer = jwt_client.call("jwt-register-new-user", body=body)

    assert refusal(answer) == MISSING_VALUE
    assert missing in answer.json()["error"]["description"]


@law("A missing property is 002-028, an invalid one 002-027")
@pytest.mark.parametrize(
    "wrong", [{"username": "ab"}, {"username": 7}, {"email": "no-address"}, {"email": ""}, {"password": None}]
)
def test_invalid_property_is_named_so(jwt_client: JwtClient, wrong: dict[str, Any]) -> None:
    body = {"username": "ann", "email": "ann@example.com", "password": PASSWORD, **wrong}

    assert refusal(jwt_client.call("jwt-register-new-user", body=body)) == INVALID_VALUE


@law("Unknown query parameters and body properties are ignored")
def test_unknown_input_is_ignored(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com", query={"utm_source": "mail"}, favourite_colour="green")

    assert claims(token_of(jwt_client.login("ann")))["username"] == jwt_client.known_as("ann")


AGREEMENTS = [
    (True, True),
    (False, False),
    (1, True),
    (2, True),
    (0, False),
    ("true", True),
    ("false", False),
    ("True", True),
    ("False", False),
    ("1", True),
    ("0", False),
    (None, True),
]


@law("Whether a user agrees to mails reaches the token, wherever the client puts it and however it writes it")
@pytest.mark.parametrize(
    ("body", "agreed"),
    [
        ({}, True),
        *(({"fields": {"promo_email_agreement": given}}, meant) for given, meant in AGREEMENTS),
        *(({"promo_email_agreement": given}, meant) for given, meant in AGREEMENTS),
        ({"promo_email_agreement": 0, "fields": {"promo_email_agreement": True}}, True),
        ({"promo_email_agreement": 1, "fields": {"promo_email_agreement": "false"}}, False),
        ({"promo_email_agreement": 0, "fields": {"promo_email_agreement": None}}, False),
    ],
)
def test_agreement_to_mails_reaches_the_token(
    make_jwt_client: MakeJwtClient, body: dict[str, Any], agreed: bool
) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)

    token = token_of(jwt_client.register(username="ann", email="ann@example.com", **body))

    assert claims(token)["promo_email_agreement"] is agreed


@law("What is no agreement is refused, and nobody is registered", origin="inferred")
@pytest.mark.parametrize("given", [-1, 0.5, "yes", "TRUE", "", "-1", [True], {}])
@pytest.mark.parametrize("name", ["accept_consent", "promo_email_agreement", "additional_agreement"])
def test_no_agreement_is_refused(jwt_client: JwtClient, name: str, given: Any) -> None:
    body = {"fields": {name: given}} if name == "additional_agreement" else {name: given}

    assert refusal(jwt_client.register(username="ann", email="ann@example.com", **body)) == INVALID_VALUE
    answer = jwt_client.register(username="ann", email="ann@example.com")
    assert answer.status_code == jwt_client.registered_status


@law("Agreements that a game writes as texts or numbers are kept as what they say")
@pytest.mark.parametrize(("given", "meant"), [pair for pair in AGREEMENTS if pair[0] is not None])
def test_agreement_is_kept(jwt_client: JwtClient, control: Control, given: Any, meant: bool) -> None:
    further = {"additional_agreement": given, "gender": "m", "level": "7"}
    jwt_client.registered("ann", "ann@example.com", accept_consent=given, fields=further)

    (user,) = control.users(jwt_client.project_id)

    kept = {"additional_agreement": meant, "gender": "m", "level": "7", "accept_consent": meant}
    assert user["fields"] == kept


@law("Null for what may be left out is the same as leaving it out")
def test_null_registers_as_nothing_does(jwt_client: JwtClient, control: Control) -> None:
    nothing = dict.fromkeys(("accept_consent", "nickname", "promo_email_agreement", "fields", "phone_number"))
    inside = dict.fromkeys(("nickname", "promo_email_agreement", "additional_agreement", "given_name"))
    jwt_client.registered("ann", "ann@example.com", **nothing)
    jwt_client.registered("bob", "bob@example.com", nickname="Bobby", fields=inside)

    ann, bob = control.users(jwt_client.project_id)

    assert (ann["nickname"], ann["fields"]) == (None, {})
    assert (bob["nickname"], bob["fields"]) == ("Bobby", {})


@law("Null for what is needed is refused")
@pytest.mark.parametrize("name", ["username", "password", "email"])
def test_null_for_what_is_needed_is_refused(jwt_client: JwtClient, name: str) -> None:
    body = {"username": "ann", "email": "ann@example.com", "password": PASSWORD, name: None}

    assert refusal(jwt_client.call("jwt-register-new-user", body=body)) == INVALID_VALUE


@law("Fields that come as a list, without names, are accepted and have no effect", origin="inferred")
@pytest.mark.parametrize("fields", [[], ["nickname", "x" * 255]])
def test_list_of_fields_has_no_effect(jwt_client: JwtClient, control: Control, fields: list[str]) -> None:
    jwt_client.registered("ann", "ann@example.com", fields=fields)

    (user,) = control.users(jwt_client.project_id)
    assert (user["nickname"], user["fields"]) == (None, {})


@law("A nickname is taken at the top level as well as in fields")
@pytest.mark.parametrize(
    "body",
    [
        {"nickname": "Annie"},
        {"fields": {"nickname": "Annie"}},
        {"nickname": "Ann", "fields": {"nickname": "Annie"}},
    ],
)
def test_nickname_is_taken(jwt_client: JwtClient, body: dict[str, Any]) -> None:
    answer = jwt_client.register(username="ann", email="ann@example.com", **body)

    assert answer.status_code == jwt_client.registered_status

    assert [user["nickname"] for user in jwt_client.users()] == ["Annie"]
