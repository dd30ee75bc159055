from __future__ import annotations

import pytest

from login_contract.mock.messages.durations import PLURALS, count
from login_contract.mock.messages.languages import language


@pytest.mark.parametrize(
    ("minutes", "english", "german"),
    [
        (1, "1 minute", "1 Minute"),
        (3, "3 minutes", "3 Minuten"),
        (60, "1 hour", "1 Stunde"),
        (90, "90 minutes", "90 Minuten"),
        (1440, "24 hours", "24 Stunden"),
        (2880, "2 days", "2 Tage"),
    ],
)
def test_validity_is_told_in_the_largest_whole_unit(minutes: int, english: str, german: str) -> None:
    assert language("en_XX").duration(minutes) == english
    assert language("de_DE").duration(minutes) == german


def test_a_day_is_called_24_hours() -> None:
    assert count(1440) == ("hour", 24)


@pytest.mark.parametrize(
    ("rule", "forms"),
    [
        ("none", {1: "other", 5: "other"}),
        ("one", {0: "other", 1: "one", 2: "other", 21: "other"}),
        ("below_two", {0: "one", 1: "one", 2: "other", 21: "other"}),
        ("hebrew", {1: "one", 2: "two", 3: "other", 12: "other"}),
        ("czech", {1: "one", 2: "few", 4: "few", 5: "other", 22: "other"}),
        ("polish", {1: "one", 3: "few", 5: "many", 12: "many", 21: "many", 22: "few"}),
        ("east_slavic", {1: "one", 3: "few", 5: "many", 11: "many", 21: "one", 24: "few", 112: "many"}),
        ("romanian", {1: "one", 2: "few", 19: "few", 20: "other", 101: "few", 120: "other"}),
        (
            "arabic",
            {1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 100: "other", 103: "few"},
        ),
    ],
)
def test_a_plural_rule_chooses_the_form_its_speakers_use(rule: str, forms: dict[int, str]) -> None:
    assert {n: PLURALS[rule].choose(n) for n in forms} == forms


@pytest.mark.parametrize("rule", PLURALS)
def test_a_plural_rule_chooses_only_forms_it_declares_and_all_of_them(rule: str) -> None:
    assert {PLURALS[rule].choose(n) for n in range(1, 1441)} == set(PLURALS[rule].forms)


def test_only_a_form_of_a_single_number_may_leave_the_number_out() -> None:
    assert PLURALS["hebrew"].is_exact("two")
    assert not PLURALS["east_slavic"].is_exact("one")
    assert not PLURALS["below_two"].is_exact("one")
