"""What the Login server sends is understood, however it is written.

PYTEST_DONT_REWRITE: a partner reads the messages, not the values of expressions in Python.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from login_contract.partner_suite import bodies
from login_contract.partner_suite.bodies import samples
from login_contract.partner_suite.deliveries import RecordedAnswer
from login_contract.partner_suite.people import Person
from login_contract.partner_suite.trial import HARMLESS, LOGIN, Trial

DOCUMENTED = (200, 201, 204)
# Without line ends and other controls, which other cases send on their own.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
GENERATED_TEXTS = 10


def understood(trial: Trial, answer: RecordedAnswer, what: str, advice: str) -> None:
    """Fail when a delivery was too much for the endpoint."""
    assert not answer.failed, f"{trial.name}: {what} was answered: {answer.brief}.\n{advice}"


def read_alike(trial: Trial, answer: RecordedAnswer, what: str, advice: str) -> None:
    """Fail when a delivery is refused; the usual one is accepted."""
    understood(trial, answer, what, advice)
    assert answer.accepted, (
        f"{trial.name}: {what} was refused, the usual delivery was not: {answer.brief}.\n{advice}"
    )


@pytest.mark.law("Understand the documented samples; refuse a user who is not known with 400")
def test_documented_samples_are_understood(trial: Trial) -> None:
    for what, answer in trial.documented():
        trial.show(answer)
        # What does not come in time is the matter of another case.
        assert answer.silent or not answer.failed, (
            f"{trial.name}: {what} was answered: {answer.brief}.\n"
            "Accept it with 200, 201 or 204, or refuse it with 400 and an error object."
        )
        assert answer.status not in (404, 405), (
            f"{trial.name}: {what} was answered: {answer.brief}.\nNo endpoint for POST is at that address."
        )


@pytest.mark.about_users
@pytest.mark.only(*HARMLESS, "email")
@pytest.mark.law("Accept the user that you know")
def test_known_user_is_accepted(trial: Trial) -> None:
    known = trial.partner.known
    if known is None:
        pytest.skip("needs a user the partner knows: --known-user")
    if trial.name == LOGIN and not known.password:
        pytest.skip("needs the known user's password: --known-password-env")
    if trial.name in ("email", "password-change") and not known.email:
        pytest.skip("the known user's name is no mail address")
    answer = trial.send(bodies.plain(trial.name, known), known)
    assert answer.status in DOCUMENTED, (
        f"{trial.name}: the known user {known.username!r} was not accepted: {answer.brief}.\n"
        "Answer 200, 201 or 204: find the user by username as well as by email."
    )


@pytest.mark.about_users
@pytest.mark.only(LOGIN)
@pytest.mark.law("Refuse an unknown user's login with 400 and an error object")
def test_unknown_user_is_refused(trial: Trial) -> None:
    stranger = Person.made_up()
    answer = trial.send(bodies.plain(trial.name, stranger), stranger)
    if answer.silent:
        pytest.skip("no answer came; another case tells")
    refused_properly(answer, "an unknown user's login")


@pytest.mark.only(LOGIN)
@pytest.mark.law("Refuse a wrong password with 400 and an error object")
def test_wrong_password_is_refused(trial: Trial) -> None:
    person = trial.person()
    body = {**trial.body(person), "password": "certainly-not-the-password"}
    if not trial.usual().accepted:
        pytest.skip("needs a user the partner accepts: --known-user, or an endpoint for new-user")
    refused_properly(trial.send(body, person), "a wrong password")


def refused_properly(answer: RecordedAnswer, what: str) -> None:
    """Fail unless a login was refused as documented."""
    assert not answer.accepted, (
        f"user-verification: {what} was accepted: {answer.brief}.\n"
        "Anybody could log in so: compare the password with the stored one, and answer 400."
    )
    assert answer.status == 400, (
        f"user-verification: {what} was answered: {answer.brief}.\n"
        "Answer 400: no other status tells the login form that the user name or password is wrong."
    )
    assert answer.content, (
        f"user-verification: {what} was refused without a body.\n"
        'Answer {"error": {"code": "003-001", "description": "Wrong user name or password."}}.'
    )


@pytest.mark.about_users
@pytest.mark.only(LOGIN)
@pytest.mark.law("Let whoever was registered log in with that password")
def test_registered_user_can_log_in(trial: Trial) -> None:
    if trial.partner.trial("new-user") is None:
        pytest.skip("needs an endpoint for new-user")
    person = trial.partner.registered()
    if person is None:
        pytest.skip("the endpoint for new-user accepts no made-up user")
    answer = trial.send(bodies.plain(LOGIN, person), person)
    assert answer.accepted, (
        f"user-verification: a user whom new-user had just accepted was refused: {answer.brief}.\n"
        "Store the user with the password before you accept a registration."
    )


@pytest.mark.law("Understand deliveries without what may be left out")
def test_optional_properties_may_be_missing(trial: Trial) -> None:
    person = trial.person()
    body = trial.body(person)
    for needed in bodies.smallest(trial.name, person):
        answer = trial.send({key: body[key] for key in needed}, person)
        understood(
            trial,
            answer,
            f"a delivery with nothing but {' and '.join(needed) or 'an empty object'}",
            "The other properties are optional.",
        )


@pytest.mark.accepting
@pytest.mark.law("Read a delivery in every documented form: some samples lack what others have")
def test_documented_forms_are_read_alike(trial: Trial) -> None:
    for sample in samples(trial.name):
        person = trial.person()
        form = bodies.forms(trial.name, trial.body(person)).get(sample)
        if form is not None:
            read_alike(
                trial,
                trial.send(form, person),
                f"a delivery with {' and '.join(form) or 'an empty object'}, as in the sample {sample!r},",
                "Each property may be missing that is missing in a sample: "
                "find the user by username or by email, whichever is there.",
            )


@pytest.mark.accepting
@pytest.mark.law("Ignore properties that you do not know")
def test_unknown_properties_are_ignored(trial: Trial) -> None:
    person = trial.person()
    answer = trial.send(bodies.with_extras(trial.body(person)), person)
    read_alike(
        trial,
        answer,
        "a delivery with properties that nobody knows",
        "Ignore what you do not know: a later version of the Login server may send more.",
    )


@pytest.mark.accepting
@pytest.mark.law("Read properties in any order")
def test_order_of_properties_means_nothing(trial: Trial) -> None:
    person = trial.person()
    answer = trial.send(bodies.reversed_order(trial.body(person)), person)
    read_alike(
        trial, answer, "a delivery whose properties stand in another order", "Read properties by their names."
    )


@pytest.mark.accepting
@pytest.mark.law("Read JSON however it is written: escapes, spaces, line ends")
def test_spelling_of_json_means_nothing(trial: Trial) -> None:
    for what, write in bodies.SPELLINGS.items():
        person = trial.person()
        body = trial.body(person)
        answer = trial.deliver(write(body), person, body=body)
        read_alike(trial, answer, f"a delivery with {what}", "Read bodies with a JSON parser.")


@pytest.mark.free_text
@pytest.mark.law("Take any Unicode text in names and passwords")
def test_unicode_is_understood(trial: Trial) -> None:
    advice = (
        "Refuse with 400 what you do not want, but take any text: keep UTF-8 from the connection to the "
        "database."
    )

    def send(text: str) -> None:
        person = Person.made_up()
        answer = trial.send(bodies.with_text(trial.name, person, text), person)
        understood(trial, answer, f"a delivery with the text {text!r}", advice)

    for text in bodies.UNICODE:
        send(text)
    settings(
        max_examples=GENERATED_TEXTS,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )(given(ANY_TEXT)(send))()


@pytest.mark.law("Take texts as long as they may be")
def test_longest_delivery_is_understood(trial: Trial) -> None:
    person = Person.made_up()
    answer = trial.send(bodies.longest(trial.name, person), person)
    understood(
        trial,
        answer,
        "a delivery whose texts are as long as they may be",
        "Refuse with 400 what is too long for you.",
    )


@pytest.mark.law("Take texts as short as they may be")
def test_shortest_delivery_is_understood(trial: Trial) -> None:
    person = Person.made_up()
    answer = trial.send(bodies.shortest(trial.name, person), person)
    understood(
        trial,
        answer,
        "a delivery whose texts are as short as they may be",
        "Refuse with 400 what is too short for you.",
    )
