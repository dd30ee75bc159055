"""How an endpoint takes what happens on a network: repetitions, crowds, other spellings.

PYTEST_DONT_REWRITE: a partner reads the messages, not the values of expressions in Python.
"""

from __future__ import annotations

import pytest

from login_contract.partner_suite import bodies
from login_contract.partner_suite.endpoints import is_local
from login_contract.partner_suite.trial import LOGIN, REGISTRATION, PartnerUnderTest, Trial
from login_contract.suite.reporting.evidence import Advice

CROWD = 20
MEBIBYTE = 1024 * 1024


@pytest.mark.accepting
@pytest.mark.law("Take the same delivery twice without harm")
def test_duplicate_is_harmless(trial: Trial) -> None:
    person = trial.person()
    body = trial.body(person)
    first, second = trial.send(body, person), trial.send(body, person)
    assert not second.failed, (
        f"{trial.name}: the same delivery a second time was answered: {second.brief}.\n"
        "A delivery may come twice: look whether it is done already."
    )
    assert trial.name == REGISTRATION or second.accepted or not first.accepted, (
        f"{trial.name}: the same delivery was accepted once, then refused: {second.brief}.\n"
        "A delivery may come twice: answer it the same way."
    )
    login = trial.partner.trial(LOGIN)
    if trial.name == REGISTRATION and first.accepted and login is not None:
        answer = login.send(bodies.plain(LOGIN, person), person)
        assert not answer.failed, (
            f"new-user: after a registration had come twice, the user's login was answered: {answer.brief}.\n"
            "Keep a user once."
        )


@pytest.mark.accepting
@pytest.mark.law("Read headers however their names are spelt")
def test_header_names_come_in_any_case(trial: Trial) -> None:
    for spelling in (("authorization", "content-type"), ("AUTHORIZATION", "CONTENT-TYPE")):
        person = trial.person()
        answer = trial.send(trial.body(person), person, spelling=spelling)
        assert answer.accepted, (
            f"{trial.name}: with the headers spelt {' and '.join(spelling)} the delivery was answered: "
            f"{answer.brief}.\nNames of headers have no case."
        )


@pytest.mark.law("Answer twenty deliveries at once")
def test_crowd_is_answered(trial: Trial) -> None:
    people = [trial.person() for _ in range(CROWD)]
    answers = trial.send_at_once(people)
    lost = [answer for answer in answers if answer.failed]
    for answer in lost[:1]:
        trial.show(answer)
    assert not lost, (
        f"{trial.name}: of {CROWD} deliveries at once {len(lost)} failed, e.g.: {lost[0].brief}.\n"
        "Serve requests side by side, and let none wait for another."
    )


@pytest.mark.accepting
@pytest.mark.law("Accept nothing but POST")
def test_other_method_is_refused(trial: Trial) -> None:
    person = trial.person()
    answer = trial.send(trial.body(person), person, method="PUT")
    if answer.accepted:
        raise Advice(f"{trial.name}: the method PUT was accepted: {answer.brief}. Answer 405.")


@pytest.mark.accepting
@pytest.mark.law("Accept nothing but application/json")
def test_other_media_type_is_refused(trial: Trial) -> None:
    person = trial.person()
    answer = trial.send(trial.body(person), person, media_type="text/plain")
    if answer.accepted:
        raise Advice(f"{trial.name}: a body as text/plain was accepted: {answer.brief}. Answer 415 or 400.")


@pytest.mark.accepting
@pytest.mark.law("Refuse bodies that are far too large")
def test_large_body_is_refused(trial: Trial) -> None:
    person = trial.person()
    answer = trial.send({**trial.body(person), "x_padding": "x" * MEBIBYTE}, person)
    if answer.accepted:
        raise Advice(f"{trial.name}: a body of 1 MiB was accepted: {answer.brief}. Answer 413 or 400.")


@pytest.mark.law("Give production addresses that the Login server can reach: https, and no local ones")
def test_addresses_can_be_reached(partner: PartnerUnderTest) -> None:
    endpoints = partner.settings.endpoints
    local = [endpoint.url for endpoint in endpoints if is_local(endpoint.url)]
    if local:
        raise Advice(
            f"{local[0]} can be reached from this machine or its network only: the real Login server cannot."
        )
    plain = [endpoint.url for endpoint in endpoints if endpoint.url.startswith("http:")]
    if plain:
        raise Advice(f"{plain[0]} sends passwords in the clear: use https in production.")
