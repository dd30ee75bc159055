"""Answers on the page that asks for fields: what is taken, what is told to be wrong, what may be missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.hosted_pages import assert_over, assert_refused, send, show
from login_contract.suite.actors.jwt_client import CALLBACK, query_of
from login_contract.suite.actors.oauth_client import OAuthClient, code_of, target_of

from .ask_pages import ANSWER, ASKED_PHONE, COUNTRY, HOBBY, PHONE, asking, assert_arrived, fields_of, stopped

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


@law("A required field cannot be left out, whatever the form says", security=True)
def test_required_field_cannot_be_left_out(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, COUNTRY, HOBBY)
    page = stopped(oauth_client)

    for form in (
        {"action": "skip"},
        {"action": "answer"},
        {"action": "answer", "field.country-name": ""},
        {"action": "answer", "field.country-name": "  \t"},
        {"action": "answer", "field.hobby": "chess"},
        {"action": "answer", "country-name": "DE"},
        {"action": "answer", "choice.0.country-name": "DE"},
        {"action": "code", "code": "123456"},
        {"action": "code"},
        {"action": "send-again"},
        {"action": "nonsense"},
        {"action": "skip", "passed": "country-name", "required": "false"},
    ):
        answer = send(oauth_client, page, **form)
        assert answer.status_code in (404, 422), f"{form} {answer.status_code}"
        assert {"location", "set-cookie"}.isdisjoint(answer.headers)

    assert fields_of(oauth_client) == {}
    assert_arrived(send(oauth_client, page, **ANSWER), oauth_client)


@law("Where nothing is required the page may be skipped")
def test_optional_fields_may_be_skipped(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, HOBBY)
    page = stopped(oauth_client)

    answer = send(oauth_client, page, action="skip")

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert set(query_of(target_of(answer))) == {"code", "state"}
    assert oauth_client.exchange(code_of(answer)).status_code == 200
    assert fields_of(oauth_client) == {}


@law("What breaks a rule is told at its field, each of several, and what was typed stays, except secrets")
def test_wrong_answers_are_told_at_their_fields(make_oauth_client: MakeOAuthClient) -> None:
    pin = {
        "name": "pin",
        "type": "pass",
        "required": True,
        "step": 3,
        "validation": {"allowed_characters": "0123456789"},
    }
    short = {**HOBBY, "validation": {"min_length": 4}}
    birthday = {"name": "bday", "type": "date", "required": True, "step": 4}
    oauth_client = asking(make_oauth_client, COUNTRY, short, ASKED_PHONE, pin, birthday)
    page = stopped(oauth_client)
    wrong = {
        "field.country-name": "D<",
        "field.hobby": "ox",
        "field.phone_number": "12025550143",
        "field.pin": "my-secret",
        "field.bday": "2001-02-29",
    }

    answer = send(oauth_client, page, action="answer", **wrong)

    assert_refused(answer)
    assert answer.text.count('aria-invalid="true"') == 4
    assert all(text in answer.text for text in ('value="D&lt;"', 'value="ox"', 'value="12025550143"'))
    assert "my-secret" not in answer.text
    assert fields_of(oauth_client) == {}
    right = {"field.country-name": "D<", "field.hobby": "oxen", "field.phone_number": PHONE}
    right |= {"field.pin": "12", "field.bday": "2001-02-28"}
    answer = send(oauth_client, page, action="answer", **right)
    assert_arrived(answer, oauth_client)
    assert fields_of(oauth_client) == {
        "country-name": "D<",
        "hobby": "oxen",
        "pin": "12",
        "bday": "2001-02-28",
    }


@law("Whoever is too young for the project does not get past a date of birth")
def test_required_age_is_kept(make_oauth_client: MakeOAuthClient) -> None:
    birthday = {"name": "bday", "type": "date", "required": True, "step": 0}
    oauth_client = asking(make_oauth_client, birthday, required_age=150, required_ages={})
    page = stopped(oauth_client)

    assert_refused(send(oauth_client, page, action="answer", **{"field.bday": "1990-04-23"}))

    assert fields_of(oauth_client) == {}
    oauth_client.configure(required_age=13)
    assert_arrived(send(oauth_client, page, action="answer", **{"field.bday": "1990-04-23"}), oauth_client)


@law("Only what a selection offers is taken")
def test_selection_takes_what_it_offers(make_oauth_client: MakeOAuthClient) -> None:
    one = {"name": "class", "type": "select", "required": True, "step": 0}
    many = {"name": "games", "type": "multi-select", "required": True, "step": 1}
    choices = {"class": ["Knight", "Mage"], "games": ["Chess", "Go", "Poker"]}
    oauth_client = asking(make_oauth_client, one, many, ask_choices=choices)
    page = stopped(oauth_client)
    form = {"action": "answer", "field.class": "Mage", "choice.0.games": "Chess", "choice.2.games": "Poker"}

    for wrong in ({"field.class": "Thief"}, {"choice.1.games": "Tag"}):
        assert_refused(send(oauth_client, page, **{**form, **wrong}))
    assert fields_of(oauth_client) == {}

    assert_arrived(send(oauth_client, page, **form), oauth_client)
    assert fields_of(oauth_client) == {"class": "Mage", "games": "Chess,Poker"}


@law("The answers of a page are taken once, also when they are sent twice at the same moment", security=True)
def test_answers_are_taken_once(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = asking(make_oauth_client, COUNTRY)
    page = stopped(oauth_client)

    answers = at_once(
        8, lambda number: send(oauth_client, page, action="answer", **{"field.country-name": f"D{number}"})
    )

    assert Counter(answer.status_code for answer in answers) == {302: 1, 404: 7}
    (winner,) = [number for number, answer in enumerate(answers) if answer.status_code == 302]
    assert fields_of(oauth_client) == {"country-name": f"D{winner}"}
    assert_over(send(oauth_client, page, **ANSWER))
    assert_over(show(oauth_client, page))
