from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

import pytest
import schemathesis

from login_contract.description.model import described
from login_contract.suite.generated.checks import (
    CREDENTIALS_REFUSED,
    NOT_FOR_VALID_REQUESTS,
    SWITCHED_OFF,
    configuration,
    scenarios,
)
from login_contract.suite.generated.input_limits import is_readable
from login_contract.suite.generated.live_values import LiveValues, percentile, percentile_of_all
from login_contract.suite.generated.probe import completed_by_link, mended_by_link
from login_contract.suite.pace import Pace


def case(**parts: Any) -> Any:
    operation = SimpleNamespace(label="POST /login")
    nothing: dict[str, Any] = {"query": {}, "path_parameters": {}, "headers": {}, "body": None}
    return SimpleNamespace(**{"operation": operation, "media_type": None, **nothing, **parts})


FORM = {"media_type": "application/x-www-form-urlencoded"}
PICTURE = {"media_type": "multipart/form-data", "operation": SimpleNamespace(label="POST /users/me/picture")}


def test_same_request_falls_the_same_way() -> None:
    request = {"query": {"locale": "en_US"}, "body": {"username": "ann"}}

    assert percentile(case(**request)) == percentile(case(**request))
    assert {percentile(case(body={"username": str(number)})) for number in range(2000)} == set(range(100))


@pytest.mark.parametrize("part", ["path_parameters", "query", "headers", "body"])
def test_every_part_of_a_request_decides_whether_it_gets_live_values(part: str) -> None:
    falls = {percentile_of_all(case(**{part: {"name": str(number)}})) for number in range(2000)}

    assert falls == set(range(100))


@pytest.mark.parametrize("name", ["projectId", "operation_id", "code", "token"])
def test_values_of_the_server_do_not_decide(name: str) -> None:
    falls = {percentile(case(query={name: str(number)}, body={name: str(number)})) for number in range(50)}

    assert len(falls) == 1


def test_absent_body_falls_alike_in_every_process() -> None:
    assert percentile(case(body=object())) == percentile(case(body=None))


@pytest.mark.parametrize(
    ("parts", "readable"),
    [
        ({"body": {"a": ["b", 1.5, True, None, 2**63 - 1, "😀"]}}, True),
        ({"body": {"a": "\0"}}, False),
        ({"body": {"\0": [], "b": {}}, **FORM}, True),
        ({"body": {"a": 2**63}, **FORM}, True),
        ({"body": {"\0": "a"}, **FORM}, False),
        ({"body": {"\0": None}, **FORM}, False),
        ({"body": {"a": ["\0"]}, **FORM}, False),
        ({"body": {"\0": 1}}, False),
        ({"body": {"a": "\ud800"}}, False),
        ({"body": {"a": 2**63}}, False),
        ({"body": {"a": -(2**63) - 1}}, False),
        ({"body": {"a": "x" * 70_000}}, False),
        ({"query": {"payload": "\0"}}, False),
        ({"path_parameters": {"project_id": "\0"}}, False),
        ({"body": b"\xff"}, True),
        ({**PICTURE, "body": {"picture": "GIF89a", "else": {"a": "\0"}}}, True),
        ({**PICTURE, "body": {"picture": "GIF89a", "else\0": "a"}}, False),
        ({**PICTURE, "body": {"picture": "\ud800"}}, False),
    ],
)
def test_unreadable_values_are_recognised(parts: dict[str, Any], readable: bool) -> None:
    assert is_readable(case(**parts)) is readable


def test_deep_nesting_is_unreadable() -> None:
    value: Any = []
    for _ in range(70):
        value = [value]

    assert not is_readable(case(body=value))


def test_refusals_come_from_the_description() -> None:
    settings = configuration(described(), ("fuzzing",))

    entries = {
        operation_id: entry["checks"]
        for entry in settings["operations"]
        for operation_id in entry["include-operation-id"]
    }
    assert len(entries) == sum(len(entry["include-operation-id"]) for entry in settings["operations"])
    assert set(entries) == set(described().operations)
    for operation in described().operations.values():
        checks = entries[operation.operation_id]
        if operation.operation_id not in CREDENTIALS_REFUSED:
            accepted = set(checks["positive_data_acceptance"]["expected-statuses"])
            assert accepted == set(operation.responses) - NOT_FOR_VALID_REQUESTS
        refused = checks["negative_data_rejection"]["expected-statuses"]
        of_parameters = {str(each.error_status) for each in operation.parameters}
        assert "400" in refused
        assert ("422" in refused) == ("422" in of_parameters)


def test_schemathesis_understands_the_configuration() -> None:
    settings = configuration(described(), ("coverage",), deep=7, seed=3)
    config = schemathesis.Config.from_dict(settings)
    phases = config.projects.get_default().phases

    assert (phases.coverage.enabled, phases.fuzzing.enabled, phases.stateful.enabled) == (True, False, False)
    assert config.seed == 3


def test_every_switched_off_check_exists_and_has_its_reason() -> None:
    from schemathesis.checks import CHECKS, load_all_checks

    load_all_checks()
    for off in SWITCHED_OFF:
        assert off.check in CHECKS.get_all_names()
        assert len(off.reason) > 30
        assert set(off.operations) <= {"*", *described().operations}


def test_deeper_runs_make_more_journeys() -> None:
    assert scenarios(None) == scenarios(1) < scenarios(600)


def test_pace_keeps_requests_apart() -> None:
    pace = Pace(100)
    started = time.perf_counter()
    with ThreadPoolExecutor(5) as pool:
        list(pool.map(lambda _: pace.wait(), range(21)))

    assert time.perf_counter() - started > 0.19


def test_no_rate_is_no_wait() -> None:
    pace = Pace(None)
    started = time.perf_counter()
    for _ in range(1000):
        pace.wait()

    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize(
    ("body", "operators", "mended"),
    [
        ({"code": "123456"}, ["syntax_fuzzing"], True),
        (b"\xff", ["syntax_fuzzing"], False),
        ({"code": 7}, ["change_type"], False),
        ({"code": "123456"}, [], False),
    ],
)
def test_link_mends_only_a_body_that_was_no_json(body: Any, operators: list[str], mended: bool) -> None:
    mutations = tuple(SimpleNamespace(operator=operator) for operator in operators)
    meta = SimpleNamespace(phase=SimpleNamespace(data=SimpleNamespace(mutations=mutations)))

    assert mended_by_link(case(body=body, meta=meta)) is mended


@pytest.mark.parametrize(("sound", "code"), [(True, "123456"), (False, "wrong")])
def test_only_a_sound_link_request_gets_its_code(sound: bool, code: str) -> None:
    part = SimpleNamespace(mode=SimpleNamespace(is_positive=sound))
    body = {"operation_id": "op", "email": "ann@example.com", "code": "wrong"}
    request = case(body=body, meta=SimpleNamespace(components={"body": part}))
    request.operation.label = "POST /login/email/confirm"
    stock: Any = SimpleNamespace(sent=lambda *asked: [SimpleNamespace(code="123456")])

    LiveValues(stock).complete(request)

    assert body["code"] == code


@pytest.mark.parametrize(
    ("query", "wrong", "headers", "completed"),
    [
        ({"nickname": "Jane"}, ["query", "header"], {"Authorization": "Bearer x"}, True),
        ({"nickname": "Jane", "unknown": ""}, ["query"], {}, True),
        ({"nickname": "Jane"}, ["header"], {}, False),
        ({}, ["query"], {"Authorization": "Bearer x"}, False),
        ({"nickname": "J"}, ["query"], {"Authorization": "Bearer x"}, False),
        ({"nickname": "Jane"}, ["body"], {"Authorization": "Bearer x"}, False),
    ],
)
def test_link_completes_only_what_it_puts_right(
    query: dict[str, str], wrong: list[str], headers: dict[str, str], completed: bool
) -> None:
    part = SimpleNamespace(mode=SimpleNamespace(is_positive=False))
    request = case(query=query, meta=SimpleNamespace(components=dict.fromkeys(wrong, part)))
    request.operation.label = "GET /users/search/by_nickname"

    assert completed_by_link(request, headers) is completed
