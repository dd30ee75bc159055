"""What the answers are like, whatever they answer.

PYTEST_DONT_REWRITE: a partner reads the messages, not the values of expressions in Python.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.description.message import JSON
from login_contract.partner_suite import answer_rules
from login_contract.partner_suite.deliveries import RecordedAnswer
from login_contract.partner_suite.trial import LOGIN, TRIES, Trial
from login_contract.suite.reporting.evidence import Advice


@pytest.mark.law("Answer every delivery in time: nobody waits longer, and the user's login fails")
def test_answer_comes_in_time(trial: Trial) -> None:
    answers = trial.late
    for _ in range(TRIES):
        person = trial.person()
        answers.append(trial.send(trial.body(person), person))
    late = [answer for answer in answers if answer.silent]
    assert not late, (
        f"{trial.name}: {len(late)} of {len(answers)} deliveries got no answer: {late[0].brief}.\n"
        f"Answer within {trial.partner.settings.timeout:g} s; what takes longer has to be done afterwards."
    )


@pytest.mark.law("Answer every delivery to the end: whole, over HTTP, and encoded as the headers say")
def test_answer_can_be_read(trial: Trial) -> None:
    for what, answer in trial.answers():
        if answer.lost is not None and not answer.silent:
            trial.show(answer)
            raise AssertionError(f"{trial.name}: {what} was not answered: {answer.brief}.")


@pytest.mark.law("Answer 200, 201 or 204 to accept, 400 to refuse, and nothing else")
def test_status_is_documented(trial: Trial) -> None:
    def rule(answer: RecordedAnswer) -> str | None:
        # What a login or a bad token is refused with is the matter of cases of their own.
        return None if answer.refused and trial.name == LOGIN else answer_rules.wrong_status(answer)

    expect(
        trial,
        rule,
        "Answer 200, 201 or 204 when the delivery is accepted, else 400.",
        about=lambda answer: answer.accepted or trial.name != LOGIN,
        proven_only=True,
    )


@pytest.mark.law("Answer the delivery itself: no redirect is followed")
def test_no_redirect_is_answered(trial: Trial) -> None:
    expect(trial, answer_rules.redirect, "Configure the address that answers: no redirect is followed.")


@pytest.mark.law("Answer JSON as application/json, and 204 without a body")
def test_answer_has_its_media_type(trial: Trial) -> None:
    expect(
        trial,
        answer_rules.wrong_media_type,
        "Set the header Content-Type to application/json, also when refusing; to say nothing answer 204.",
        about=lambda answer: bool(answer.content) or answer.status in (200, 201, 204),
    )


@pytest.mark.as_found
@pytest.mark.about_users
@pytest.mark.law("Write JSON in UTF-8, not in Latin-1 or another encoding")
def test_answer_is_utf8(trial: Trial) -> None:
    expect(
        trial,
        answer_rules.not_utf8,
        "Encode the body as UTF-8; PHP's json_encode needs texts that are.",
        about=lambda answer: answer.media_type == JSON and bool(answer.content),
    )
    if trial.trouble:
        pytest.skip(trial.trouble)


@pytest.mark.law("Answer a JSON object: no array, no text, not nothing")
def test_answer_is_an_object(trial: Trial) -> None:
    expect(
        trial,
        answer_rules.no_object,
        "Answer a JSON object, {} at least; to say nothing answer 204.",
        about=lambda answer: answer.status in (200, 201),
    )


@pytest.mark.law("Answer no more than 64 KiB")
def test_answer_is_small(trial: Trial) -> None:
    expect(trial, answer_rules.oversized, "Tell less: what is longer than 64 KiB is not read.")


@pytest.mark.law("Tell up to 1000 characters of JSON beside the attributes")
def test_free_json_is_short_enough(trial: Trial) -> None:
    expect(
        trial,
        answer_rules.too_much_free_json,
        "Tell less: one character more, and the whole answer is refused.",
        about=lambda answer: bool({*answer_rules.told(answer)} - {"attributes"}),
    )


@pytest.mark.law("Name attributes with 1 to 256 Latin letters, digits, hyphens and underscores")
def test_attribute_keys_are_well_formed(trial: Trial) -> None:
    expect(
        trial,
        attributes("key"),
        "A key is made of A-Z, a-z, 0-9, - and _, up to 256 characters.",
        about=tells_attributes,
    )


@pytest.mark.law("Give attributes texts of up to 256 characters, or numbers")
def test_attribute_values_are_well_formed(trial: Trial) -> None:
    expect(
        trial, attributes("value"), "A value is a text of up to 256 characters, a number, a boolean or null."
    )


@pytest.mark.law("Describe attributes as documented: attr_type, permission and read_only")
def test_attributes_are_well_formed(trial: Trial) -> None:
    expect(
        trial,
        attributes("other"),
        "attributes is an array of objects; attr_type is client or server, permission public, private or "
        'null, read_only a boolean or "true" or "false".',
        about=tells_attributes,
    )


@pytest.mark.law("Name an attribute only once, across both types")
def test_attribute_keys_are_unique(trial: Trial) -> None:
    expect(
        trial,
        answer_rules.repeated_keys,
        "Use a key once: a client and a server attribute differ in it.",
        about=tells_attributes,
    )


@pytest.mark.law("Refuse with the error object: error.code and error.description, both texts")
def test_refusal_has_the_error_object(trial: Trial) -> None:
    expect(
        trial,
        answer_rules.wrong_error,
        'Refuse with {"error": {"code": "011-002", "description": "What the login form shows."}}.',
        about=lambda answer: answer.status == 400 and bool(answer.content),
    )


@pytest.mark.law("Say why you refuse, or the login form shows a text that says nothing")
def test_refusal_has_a_body(trial: Trial) -> None:
    for what, answer in judged(trial, lambda answer: answer.status == 400):
        if not answer.content:
            trial.show(answer)
            raise Advice(f"{trial.name}: {what} was refused without a body.")


@pytest.mark.law("Refuse with 400, not with an error object in an accepting answer")
def test_refusal_is_no_acceptance(trial: Trial) -> None:
    for what, answer in judged(trial, lambda answer: answer.accepted):
        if "error" in answer_rules.told(answer) and not answer_rules.no_error_object(answer):
            trial.show(answer)
            raise Advice(f"{trial.name}: {what} was refused with {answer.status}: {answer.brief}")


def attributes(aspect: str) -> Callable[[RecordedAnswer], str | None]:
    """Return the rule about one aspect of attributes."""
    return lambda answer: "; ".join(answer_rules.wrong_attributes(answer, aspect)) or None


def tells_attributes(answer: RecordedAnswer) -> bool:
    """Say whether an answer tells attributes."""
    return "attributes" in answer_rules.told(answer)


def expect(
    trial: Trial,
    rule: Callable[[RecordedAnswer], str | None],
    advice: str,
    *,
    about: Callable[[RecordedAnswer], bool] = lambda answer: True,
    proven_only: bool = False,
) -> None:
    """Hold the answers that a rule is ``about`` against it; with ``proven_only`` not those to bad tokens."""
    for what, answer in judged(trial, about, proven_only=proven_only):
        problem = rule(answer)
        if problem:
            trial.show(answer)
            raise AssertionError(f"{trial.name}: {what} was {problem}.\n{advice}")


def judged(
    trial: Trial, about: Callable[[RecordedAnswer], bool], *, proven_only: bool = False
) -> list[tuple[str, RecordedAnswer]]:
    """Return the answers of an endpoint that can be judged; skip the test where there is none."""
    found = [
        (what, answer)
        for what, answer in trial.answers()
        if answer.lost is None and about(answer) and not (proven_only and "whose token" in what)
    ]
    if not found:
        pytest.skip(trial.trouble or "no answer of this endpoint was of the kind that this is about")
    return found
