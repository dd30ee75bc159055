from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import jsonschema_rs
import pytest

from login_contract.description.model import described
from login_contract.description.storage_webhooks import NAMES
from login_contract.partner_suite import bodies
from login_contract.partner_suite.bodies import body_schema, samples
from login_contract.partner_suite.people import Person, claims_about

Make = Callable[[str, Person], bodies.Body]


def check(name: str, body: Any) -> None:
    components = described("partner").document["components"]
    schema = {**body_schema(name), "components": components}
    jsonschema_rs.Draft202012Validator(schema, validate_formats=True).validate(body)


def leaves(schema: Mapping[str, Any], body: Any) -> list[tuple[Mapping[str, Any], Any]]:
    resolve = described("partner").resolve
    found: list[tuple[Mapping[str, Any], Any]] = []
    for key, value in body.items():
        definition = resolve(schema["properties"][key])
        found += leaves(definition, value) if isinstance(value, dict) else [(definition, value)]
    return found


@pytest.mark.parametrize("make", [bodies.plain, bodies.longest, bodies.shortest])
@pytest.mark.parametrize("name", NAMES)
def test_every_body_is_as_described(name: str, make: Make) -> None:
    check(name, make(name, Person.made_up()))


@pytest.mark.parametrize("name", NAMES)
def test_smallest_bodies_and_forms_of_samples_are_as_described(name: str) -> None:
    person = Person.made_up()
    forms = bodies.forms(name, bodies.plain(name, person))

    for body in (*bodies.smallest(name, person), *forms.values(), *samples(name).values()):
        check(name, body)
    assert {key: set(form) for key, form in forms.items()} == {
        key: set(sample) for key, sample in samples(name).items()
    }


def test_smallest_bodies_name_a_user_in_each_way_that_is_known() -> None:
    kim = Person.known("kim", "open-sesame")

    assert bodies.smallest("user-verification", kim) == [{"username": "kim", "password": "open-sesame"}]
    assert [set(body) for body in bodies.smallest("password-reset", Person.made_up())] == [
        {"username", "fields"},
        {"email", "fields"},
    ]
    assert bodies.smallest("phone", kim) == [{}]


def test_form_of_a_sample_is_about_the_same_user() -> None:
    person = Person.made_up()
    known = {"username": person.username, "email": person.email, "password": person.password}

    assert bodies.forms("new-user", bodies.plain("new-user", person))["address-as-name"] == {
        **known,
        "username": person.email,
    }
    assert bodies.forms("user-verification", {"username": "kim", "password": "x"}) == {
        "by-name": {"username": "kim", "password": "x"}
    }


@pytest.mark.parametrize(
    ("name", "sample"),
    [
        ("new-user", {"email": "j.smith@email.com", "password": "123456", "username": "j.smith@email.com"}),
        ("password-reset", {"username": "john@gmail.com", "fields": {"password": "NewPa$$word1"}}),
        ("password-reset", {"email": "john@gmail.com", "fields": {"password": "NewPa$$word1"}}),
        ("refresh-token", {}),
    ],
)
def test_samples_of_the_vendors_pages_are_sent_as_they_stand_there(name: str, sample: bodies.Body) -> None:
    assert sample in samples(name).values()


@pytest.mark.parametrize("name", ["user-verification", "password-reset"])
def test_body_about_nobody_is_not_as_described(name: str) -> None:
    with pytest.raises(jsonschema_rs.ValidationError):
        check(name, {"password": "x", "fields": {"password": "x"}})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", bodies.UNICODE)
def test_texts_of_any_language_keep_a_body_as_described(name: str, text: str) -> None:
    check(name, bodies.with_text(name, Person.made_up(), text))


@pytest.mark.parametrize("name", NAMES)
def test_longest_and_shortest_reach_the_limits(name: str) -> None:
    longest = leaves(body_schema(name), bodies.longest(name, Person.made_up()))
    shortest = leaves(body_schema(name), bodies.shortest(name, Person.made_up()))

    for schema, value in longest:
        # A number is one of a country's, which has fewer digits than the pattern lets pass.
        assert len(value) == (16 if "pattern" in schema else schema.get("maxLength", 16))
    for schema, value in shortest:
        if schema.get("type") == "string" and not {"format", "pattern"} & set(schema):
            assert len(value) == schema.get("minLength", 0) or value.startswith(("eyJ", "https:"))


@pytest.mark.parametrize("name", NAMES)
def test_plain_body_has_what_the_samples_have(name: str) -> None:
    wanted = {key for sample in samples(name).values() for key in sample} - {"name"}

    assert set(bodies.plain(name, Person.made_up())) == wanted


def test_people_made_up_are_told_apart() -> None:
    first, second = Person.made_up(), Person.made_up()

    assert all(first.values()[key] != second.values()[key] for key in ("username", "email", "phone_number"))
    assert first.password not in repr(first)


@pytest.mark.parametrize("what", bodies.SPELLINGS)
def test_spellings_mean_the_same(what: str) -> None:
    body = {"username": 'a"/\\🎮é', "fields": {"password": "x/y"}, "n": 1, "l": [None]}

    assert json.loads(bodies.SPELLINGS[what](body)) == body
    assert bodies.SPELLINGS[what](body) != bodies.encoded(body)


def test_extras_and_order_change_nothing_else() -> None:
    body = {"username": "a", "fields": {"password": "x"}}
    extended = bodies.with_extras(body)

    assert {key: extended[key] for key in body if key != "fields"} == {"username": "a"}
    assert extended["fields"] == {"password": "x", **bodies.EXTRA}
    assert list(bodies.reversed_order(body)) == ["fields", "username"]
    assert bodies.reversed_order(body) == body


def test_claims_tell_what_is_known_of_the_user() -> None:
    person = Person.made_up()
    arrived = claims_about("social", bodies.plain("social", person), person)
    refreshed = claims_about("refresh-token", {}, person)

    assert arrived == {"provider": "google", "id": person.social_id, "email": person.email}
    assert refreshed == {
        "sub": person.with_account().sub,
        "username": person.username,
        "email": person.email,
    }
    assert claims_about("phone", {"phone_number": "+12025550143"}, person) == {"phone": "+12025550143"}
    assert claims_about("phone", [], person) == {}


def test_known_user_may_be_an_address_or_a_name() -> None:
    assert Person.known("kim@example.com", "x").values()["email"] == "kim@example.com"
    assert "email" not in Person.known("kim", None).values()
    assert "password" not in Person.known("kim", None).values()
