from __future__ import annotations

from typing import Any

import pytest

from login_contract.suite.forecast import expected, requests_of
from login_contract.suite.runner import Selection
from login_contract.target import Target, TargetSettings, describe

URL = "https://login.example.com/api"


def target(*, control: bool = False, **settings: Any) -> Target:
    described = TargetSettings(url=URL, **settings)
    return describe(described, base_url=URL, control_url=URL if control else None)


@pytest.mark.parametrize(
    ("selection", "settings", "expected_words"),
    [
        (Selection(), {}, "5 requests a second, about "),
        (Selection(), {"rate": 0.1}, " h"),
        (Selection(), {"rate": 100000}, "about 1 min"),
        (Selection(only="code"), {"rate": 2}, "2 requests a second, at most about "),
    ],
)
def test_polite_run_is_told_with_its_duration(
    selection: Selection, settings: dict[str, Any], expected_words: str
) -> None:
    assert expected_words in expected(target(**settings), selection)


def test_nothing_is_foretold_of_a_server_that_is_asked_as_fast_as_it_answers() -> None:
    assert expected(target(control=True), Selection()) == "as many requests as the server takes"


def test_deeper_longer_and_writing_runs_send_more() -> None:
    usual = requests_of(Selection(), writes=False)

    assert requests_of(Selection(deep=700), writes=False) > 2 * usual
    assert requests_of(Selection(parts=("flows",)), writes=False) < usual / 2
    assert requests_of(Selection(), writes=True) > usual
