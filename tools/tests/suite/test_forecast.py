from __future__ import annotations

from typing import Any

import pytest

from login_contract.suite.forecast import expected, requests_of
from login_contract.suite.runner import Selection
from login_contract.suite.settings import TargetSettings
from login_contract.suite.target import Target, describe

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
    nothing, flows = TargetSettings(), Selection(parts=("flows",))
    usual = requests_of(Selection(), nothing, writes=False)

    assert requests_of(Selection(deep=700), nothing, writes=False) > 2 * usual
    assert requests_of(flows, nothing, writes=False) < usual / 2
    assert requests_of(Selection(), nothing, writes=True) > usual


def test_what_is_known_of_a_server_makes_a_writing_run_longer() -> None:
    flows = Selection(parts=("flows",))
    known: list[dict[str, Any]] = [{}, {"client_id": 1}, {"client_id": 1, "mailbox": "true {recipient}"}]

    writing, looking = (
        [requests_of(flows, TargetSettings(**settings), writes=writes) for settings in known]
        for writes in (True, False)
    )

    assert writing[0] < writing[1] < writing[2]
    assert looking[0] == looking[1] == looking[2]
