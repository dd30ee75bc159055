"""Only the Login server may tell a partner anything: its gateway token proves who sent a delivery.

PYTEST_DONT_REWRITE: a partner reads the messages, not the values of expressions in Python.
"""

from __future__ import annotations

import pytest

from login_contract.partner_suite import answer_rules, bodies
from login_contract.partner_suite.people import Person
from login_contract.partner_suite.trial import LOGIN, REGISTRATION, UNKNOWN, Trial
from login_contract.suite.reporting.evidence import Advice

BAD = {
    "missing": "a delivery without a token",
    "expired": "a token that has expired: exp",
    "not_yet_valid": "a token that is not valid yet: nbf",
    "tampered": "a token that was changed after it was signed",
    "other_project": "a token of another project: xsolla_login_project_id",
    "other_key": "a token that another key has signed",
    "alg_none": "a token that claims to need no signature: alg none",
    "request_type_missing": "a token without request_type",
    "request_type_wrong": "a token whose request_type is not gateway_token, such as a user's own",
    "unknown_kid": "a token whose kid names no key of the project",
    "hs256_with_public_key": "a token that is signed with HS256 and the public key as the secret",
}
SENTENCES = {defect: f"Refuse {what}" for defect, what in BAD.items()}
ADVICE = {
    "missing": "Ask for the header Authorization, which carries the token.",
    "expired": "Compare exp with the time, both in unix seconds.",
    "not_yet_valid": "When a token has nbf, compare it with the time.",
    "tampered": "Verify the signature before you believe a claim.",
    "other_project": "Compare the claim xsolla_login_project_id with the id of your project.",
    "other_key": "Verify the signature with your project's key, and no other.",
    "alg_none": "Tell your JWT library which algorithm to expect; never take it from the token.",
    "request_type_missing": "Ask for the claim request_type to be gateway_token.",
    "request_type_wrong": "Ask for the claim request_type to be gateway_token.",
    "unknown_kid": "Look the kid up among the keys of your project; without a match there is no key.",
    "hs256_with_public_key": "Tell your JWT library to expect RS256 alone; never take alg from the token.",
}


def test_bad_token_is_refused(trial: Trial, defect: str) -> None:
    person = trial.person()
    body = trial.body(person)
    answer = trial.send(body, person, defect=defect)
    again = trial.command("--defect", defect)
    assert not answer.accepted, (
        f"{trial.name}: accepted {BAD[defect]}. The answer was: {answer.brief}.\n"
        f"{ADVICE[defect]} Refuse with 400 and an error object.\nTo send such a delivery: {again}"
    )
    assert answer.refused, (
        f"{trial.name}: did not refuse {BAD[defect]}. The answer was: {answer.brief}.\n"
        f"{ADVICE[defect]} Refuse with 400 and an error object.\nTo send such a delivery: {again}"
    )
    if not trial.usual().accepted:
        pytest.skip(UNKNOWN)
    later = trial.send(body, person)
    assert later.accepted, (
        f"{trial.name}: after it was refused for its token, the same delivery with a good token was "
        f"answered: {later.brief}.\nVerify the token before anything is stored."
    )
    if answer.status in (401, 403):
        raise Advice(f"{trial.name}: refused with {answer.status}; the documented status is 400.")
    assert answer.status == 400, (
        f"{trial.name}: did not refuse with 400 {BAD[defect]}. The answer was: {answer.brief}.\n"
        f"To send such a delivery: {again}"
    )


@pytest.mark.law("Tell nothing about a user when you refuse a delivery for its token")
def test_refusal_tells_nothing(trial: Trial) -> None:
    person = trial.person()
    answer = trial.send(trial.body(person), person, defect="tampered")
    told = answer.json if answer.refused and isinstance(answer.json, dict) else {}
    leaked = sorted({"attributes", *answer_rules.told(trial.usual())} & {*told} - {"error"})
    assert not leaked, (
        f"{trial.name}: a delivery with a bad token was refused, but told {', '.join(leaked)}.\n"
        "Answer a refusal with the error object alone."
    )


@pytest.mark.only(REGISTRATION)
@pytest.mark.law("Store nobody whose registration you refuse for its token")
def test_refused_registration_stores_nobody(trial: Trial) -> None:
    login = trial.partner.trial(LOGIN)
    if login is None:
        pytest.skip("needs an endpoint for user-verification")
    person = Person.made_up()
    if login.send(bodies.plain(LOGIN, person), person).accepted:
        pytest.skip("strangers can log in; another case tells")
    if trial.send(trial.body(person), person, defect="tampered").accepted:
        pytest.skip("the bad token is accepted; another case tells")
    answer = login.send(bodies.plain(LOGIN, person), person)
    assert not answer.accepted, (
        "new-user: a registration was refused for its token, but the user can log in.\n"
        "Verify the token before anything is stored."
    )


@pytest.mark.only("password-reset")
@pytest.mark.law("Change no password when you refuse a reset for its token")
def test_refused_reset_changes_no_password(trial: Trial) -> None:
    login = trial.partner.trial(LOGIN)
    person = trial.partner.registered()
    if login is None or person is None:
        pytest.skip("needs endpoints for new-user and user-verification")
    stolen = {**bodies.plain(LOGIN, person), "password": "stolen-password-1"}
    if login.send(stolen, person).accepted:
        pytest.skip("any password is accepted; another case tells")
    body = {**trial.body(person), "fields": {"password": stolen["password"]}}
    if trial.send(body, person, defect="tampered").accepted:
        pytest.skip("the bad token is accepted; another case tells")
    answer = login.send(stolen, person)
    assert not answer.accepted, (
        "password-reset: a reset was refused for its token, but the new password is accepted.\n"
        "Verify the token before anything is stored."
    )
