"""The form for asked fields: what stands in it, what of it comes back, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import pytest

from login_contract.mock.hosted import ask_answers
from login_contract.mock.hosted.ask_answers import Input, Problem
from login_contract.mock.messages.languages import language
from login_contract.mock.settings.project import Project, project_settings
from tests.mock.hosted.asked import asked, code_html, fields_html
from tests.mock.hosted.forms import forms_of, told

NOW = 1_700_000_000.0  # in November 2023
TEXTS = language("en_XX").texts
SHORT = {"min_length": 3, "allowed_characters": "abc"}
CHOICES = {"class": ["Knight", "Mage"], "indented": ["  Mage"], "games": ["Chess", "Go"]}


def project(**settings: Any) -> Project:
    return Project(project_settings().complete({"name": "Demo", "ask_choices": CHOICES, **settings}))


def field(name: str, kind: str, **of_field: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, "required": False, "step": 0, **of_field}


def filled(asked_field: Mapping[str, Any], body: Mapping[str, str], **settings: Any) -> Input:
    return ask_answers.filled(project(**settings), asked_field, body, NOW)


def broken(asked_field: Mapping[str, Any], value: str, **settings: Any) -> list[str]:
    found = filled(asked_field, {f"field.{asked_field['name']}": value}, **settings)
    return [problem.name for problem in found.problems]


@pytest.mark.parametrize(
    ("default", "value"),
    [("DE", "DE"), (True, "true"), (False, "false"), (7, "7"), (["a", "b"], "a,b"), ({}, ""), (None, "")],
)
def test_a_default_value_of_any_type_stands_in_a_text(default: Any, value: str) -> None:
    assert ask_answers.fresh(project(), field("x", "str", default_value=default)).value == value


def test_a_password_has_no_default() -> None:
    assert ask_answers.fresh(project(), field("pin", "pass", default_value="1234")).value == ""


@pytest.mark.parametrize(
    ("name", "kind", "shown", "choices"),
    [
        ("class", "select", "select", ["Knight", "Mage"]),
        ("games", "multi-select", "multi_select", ["Chess", "Go"]),
        ("other", "select", "str", []),
        ("other", "multi-select", "str", []),
        ("gender", "select", "select", ["f", "m", "other", "prefer not to answer"]),
        ("gdpr_consent", "bool", "consent", ["true", "false"]),
        ("terms_agreement", "bool", "consent", ["true", "false"]),
        ("own_console", "bool", "yes_no", ["true", "false"]),
        ("country-name", "str", "str", []),
        ("bday", "str", "date", []),
    ],
)
def test_the_kind_of_a_field_follows_its_type_and_what_can_be_chosen(
    name: str, kind: str, shown: str, choices: list[str]
) -> None:
    found = ask_answers.fresh(project(), field(name, kind))
    assert (found.kind, list(found.choices)) == (shown, choices)


@pytest.mark.parametrize(
    ("asked_field", "typed", "value"),
    [
        (field("email", "email"), " ann@example.com ", "ann@example.com"),
        (field("phone_number", "phone"), "+1 (202) 555-01.43", "+12025550143"),
        (field("hobby", "str"), " two words ", " two words "),
        (field("hobby", "str"), " \t", ""),
        (field("pin", "pass"), " x ", " x "),
        (field("indented", "select"), "  Mage", "  Mage"),
        (field("promo_email_agreement", "bool"), "", "false"),
        (field("gdpr_consent", "bool", required=True), "", ""),
        (field("own_console", "bool"), "", ""),
    ],
)
def test_what_was_typed_is_read_as_it_was_meant(asked_field: dict[str, Any], typed: str, value: str) -> None:
    assert filled(asked_field, {f"field.{asked_field['name']}": typed}).value == value


def test_several_choices_are_joined() -> None:
    found = filled(field("games", "multi-select"), {"choice.0.games": "Chess", "choice.1.games": "Go"})
    assert ask_answers.answers([found]) == {"games": "Chess,Go"}
    assert not found.problems


def test_choices_are_together_as_long_as_the_call_takes_them() -> None:
    choices = [f"{number:0>255}" for number in range(17)]
    body = {f"choice.{number}.many": choice for number, choice in enumerate(choices)}
    given = {"ask_choices": {"many": choices}}
    assert filled(field("many", "multi-select"), body, **given).problems == (Problem("too_long", 4096),)
    del body["choice.16.many"]
    assert not filled(field("many", "multi-select"), body, **given).problems


@pytest.mark.parametrize(
    ("asked_field", "value", "problems"),
    [
        (field("hobby", "str", required=True), " ", ["required"]),
        (field("gdpr_consent", "bool", required=True), "false", ["required"]),
        (field("own_console", "bool", required=True), "maybe", ["unsuitable"]),
        (field("email", "str"), "no address", ["invalid_email"]),
        (field("second", "email"), "a@b@c", ["invalid_email"]),
        (field("phone_number", "phone"), "12025550143", ["invalid_phone"]),
        (field("class", "select"), "Thief", ["unsuitable"]),
        (field("day", "date"), "2023-02-29", ["invalid_date"]),
        (field("day", "date"), "2023-2-9", ["invalid_date"]),
        (field("bday", "date"), "2010-11-16", ["too_young"]),
        (field("bday", "date"), "2010-11-14", []),
        (field("bday", "str"), "2010-11-16", ["too_young"]),
        (field("bday", "str"), "long ago", ["invalid_date"]),
        (field("day", "date"), "2023-01-01", []),
        (field("x", "str", validation=SHORT), "z", ["too_short", "only"]),
        (field("x", "str", validation={"max_length": 0}), "z", ["too_long"]),
        (field("x", "str", validation={"regexps": ["^a", "b$"]}), "c", ["unsuitable", "unsuitable"]),
    ],
)
def test_everything_that_is_wrong_with_an_answer_is_found(
    asked_field: dict[str, Any], value: str, problems: list[str]
) -> None:
    assert broken(asked_field, value) == problems


def test_a_label_is_a_known_text_or_the_name_as_words() -> None:
    names = ("bday", "given-name", "country_name", "favourite_boss-fight", "<b>")
    html = fields_html([asked(name, "str") for name in names])
    labels = [TEXTS["ask.birthday"], TEXTS["ask.first_name"], TEXTS["ask.country"]]
    for label in (*labels, "<bdi>Favourite boss fight</bdi>", "<bdi>&lt;b&gt;</bdi>"):
        assert f'">{label}<span' in html


def test_browsers_know_what_they_may_fill_in() -> None:
    tokens = {
        "email": "email",
        "phone": "tel",
        "pass": "new-password",
        "bday": "bday",
        "nickname": "nickname",
        "first_name": "given-name",
        "family_name": "family-name",
        "country-name": "country-name",
    }
    kinds: dict[str, Any] = {"email": "email", "phone": "phone", "pass": "pass", "bday": "date"}
    html = fields_html([asked(name, kinds.get(name, "str")) for name in tokens])
    for name, token in tokens.items():
        assert f'autocomplete="{token}"' in html.partition(f'name="field.{name}"')[2].partition(">")[0]


def test_what_is_wrong_stands_at_its_field_and_the_rules_that_hold_beside_it() -> None:
    rules = {"min_length": 3, "max_length": 9, "forbidden_characters": "<>"}
    problems = [Problem("too_short", 3), Problem("without", characters="<>")]
    html = fields_html(
        [asked("hobby", "str", "<", validation=rules, problems=problems), asked("other", "str")]
    )
    assert 'aria-describedby="field-0-rule field-0-wrong" aria-invalid="true" required autofocus>' in html
    assert f'id="field-0-rule">{TEXTS["ask.too_long.other"].format(n="<bdi>9</bdi>")}</p>' in html
    wrong = html.partition('id="field-0-wrong">')[2].partition("</p>")[0]
    assert wrong.split("<br>") == [
        TEXTS["ask.too_short.other"].format(n="<bdi>3</bdi>"),
        TEXTS["ask.without"].format(characters=f"<bdi>{escape('<>')}</bdi>"),
    ]
    assert html.count('aria-invalid="true"') == 1
    assert 'role="alert"' in html


def test_nothing_is_wrong_with_a_fresh_form() -> None:
    html = fields_html([asked("hobby", "str")])
    assert not {"role=alert", "aria-invalid=true", "autofocus"} & set(html.replace('"', "").split())


def test_the_form_can_be_left_by_cancelling_or_where_nothing_is_required_by_skipping() -> None:
    for required, action in ((True, "cancel"), (False, "skip")):
        html = fields_html([asked("hobby", "str", required=required)])
        answer, away = forms_of(html)
        assert (answer.hidden, away.hidden) == (
            {"ticket": "t-1", "action": "answer"},
            {"ticket": "t-1", "action": action},
        )
        assert answer.action == away.action == "/_mock/ask?locale=en_XX"
        assert html.count(" novalidate>") == 1


def test_groups_say_whether_they_are_required_and_wrong() -> None:
    shown = [
        asked("own_console", "yes_no", problems=[Problem("required")]),
        asked("games", "multi_select", "Go", choices=["Chess", "Go"]),
    ]
    html = fields_html(shown)
    assert '<fieldset role="radiogroup" aria-invalid="true" aria-describedby="field-0-wrong">' in html
    assert html.count('name="field.own_console"') == 2
    assert 'value="Go" type="checkbox" checked' in html
    assert 'value="Chess" type="checkbox" checked' not in html


def test_the_code_may_be_left_out_only_where_a_link_was_sent() -> None:
    for by_link in (True, False):
        code, again, back = forms_of(code_html(by_link=by_link, text="+12025550143"))
        assert code.required == ([] if by_link else ["code"])
        assert [form.hidden["action"] for form in (code, again, back)] == ["code", "send-again", "back"]
    refused = code_html(refusal=told("Expired."))
    assert 'aria-describedby="refusal"' in refused
