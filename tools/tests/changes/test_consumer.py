"""A consumer is judged by what its recorded traffic uses, and by nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from login_contract.changes.comparison import Comparison, compare
from login_contract.changes.consumer import Verdict, judge
from login_contract.errors import UsageError
from tests.changes import planted as plants
from tests.changes.recordings import (
    BACKEND,
    BASE,
    GAME,
    PARTNER,
    PARTNER_CALLED,
    PROJECT,
    call,
    recording,
    write,
)

Document = dict[str, Any]
Plant = Callable[[Document], object]
Judge = Callable[[Plant, Any], Verdict]
WEBHOOKS = (f"new-user={PARTNER}",)


def users(document: Document) -> Document:
    properties: Document = plants.schema(document, "UserList")["properties"]
    return properties


def read_no_limit(document: Document) -> None:
    listed = document["paths"]["/projects/{project_id}/users"]["get"]
    listed["parameters"] = [each for each in listed["parameters"] if not each["$ref"].endswith("/PageSize")]


def read_no_order(document: Document) -> None:
    listed = document["paths"]["/projects/{project_id}/users"]["get"]
    listed["parameters"] = [each for each in listed["parameters"] if not each["$ref"].endswith("/ListOrder")]


def tell_no_login_url(document: Document) -> None:
    del plants.schema(document, "LoginResult")["properties"]["login_url"]


def shorten_to(length: int) -> Plant:
    def plant(document: Document) -> None:
        plants.schema(document, "Registration")["properties"]["username"]["maxLength"] = length

    return plant


@pytest.fixture
def judged(description: Document, description_text: str, tmp_path: Path) -> Judge:
    """Plants a change and judges it by a recording."""

    def judging(plant: Plant, document: Any) -> Verdict:
        plant(description)
        comparison = compare(json.loads(description_text), description)
        assert comparison.breaks
        webhooks = WEBHOOKS if document is PARTNER_CALLED else ()
        return judge(comparison, [write(tmp_path, document)], webhooks=webhooks)

    return judging


@pytest.mark.parametrize(
    ("consumer", "plant", "where"),
    [
        (GAME, plants.move_path, ""),
        (GAME, plants.lose_code, "401"),
        (GAME, plants.ask_for_a_token, ""),
        (GAME, plants.require_more_of_requests, "body.nickname"),
        (GAME, shorten_to(3), "body.username"),
        (GAME, plants.change_default, "query.with_logout"),
        (
            GAME,
            lambda api: plants.schema(api, "LoginResult")["properties"].pop("login_url"),
            "200.body.login_url",
        ),
        (BACKEND, read_no_limit, "query.limit"),
        (BACKEND, lambda api: users(api).pop("count"), "200.body.count"),
        (BACKEND, lambda api: users(api)["users"].update({"type": ["array", "null"]}), "200.body.users"),
        (PARTNER_CALLED, plants.webhook_takes_fewer_answers, "201"),
        (
            PARTNER_CALLED,
            lambda api: plants.schema(api, "NewUserDelivery")["properties"].pop("email"),
            "body.email",
        ),
    ],
)
def test_what_a_consumer_uses_breaks_it(judged: Judge, consumer: Any, plant: Plant, where: str) -> None:
    verdict = judged(plant, consumer)

    assert where in [each.change.where for each in verdict.broken]
    assert all(each.calls for each in verdict.broken)


@pytest.mark.parametrize(
    ("consumer", "plant"),
    [
        (BACKEND, plants.move_path),
        (PARTNER_CALLED, plants.move_path),
        (GAME, plants.lose_operation_id),  # a name in clients, which traffic does not show
        (GAME, plants.rename_webhook),
        (GAME, shorten_to(4)),  # what was sent fits
        (GAME, plants.add_a_value_to_answers),  # of a property that no answer had
        (GAME, lambda api: plants.call(api, "/login")["responses"].pop("422")),
        (BACKEND, read_no_order),
        (BACKEND, lambda api: users(api).pop("next_url")),
        (BACKEND, plants.webhook_takes_fewer_answers),
        (PARTNER_CALLED, plants.webhook_loses_what_partners_read),  # no name was among what it got
        (PARTNER_CALLED, plants.rename_webhook),
    ],
)
def test_what_a_consumer_does_not_use_does_not_break_it(judged: Judge, consumer: Any, plant: Plant) -> None:
    verdict = judged(plant, consumer)

    assert verdict.broken == ()
    assert verdict.spared


def test_what_is_not_described_is_told(judged: Judge) -> None:
    verdict = judged(plants.move_path, GAME)

    assert verdict.used == {"POST /user": 1, "POST /login": 2}
    assert verdict.traffic.strange == {"GET /logo.svg": 1}


def test_what_a_recording_calls_its_requests_does_nothing_to_a_terminal(judged: Judge) -> None:
    odd = recording(
        call("GET", "https://a.test/\x1b[31mred", reads={}),
        call("POST", f"https://a.test/api/login?projectId={PROJECT}", reads={}),
    )

    assert judged(plants.move_path, odd).traffic.strange == {"GET /\\x1b[31mred": 1}


def test_a_base_path_of_the_description_may_be_left_out(judged: Judge) -> None:
    plain = recording(call("POST", f"http://127.0.0.1:8480/login?projectId={PROJECT}", reads={}))

    assert judged(plants.move_path, plain).used == {"POST /login": 1}


def test_a_base_path_may_hold_variables(description: Document, tmp_path: Path) -> None:
    description["servers"] = [{"url": "https://a.test/{area}/api", "variables": {"area": {"default": "eu"}}}]
    game = recording(call("POST", f"https://a.test/us/v2/api/login?projectId={PROJECT}", reads={}))

    assert judge(compare(description, description), [write(tmp_path, game)]).used == {"POST /login": 1}


def test_texts_of_a_query_are_read_as_what_they_are_described_to_be(judged: Judge) -> None:
    def lower(document: Document) -> None:
        document["components"]["parameters"]["PageSize"]["schema"] = {"type": "integer", "maximum": 10}

    assert [each.change.where for each in judged(lower, BACKEND).broken] == ["query.limit"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "no recording of HTTP traffic"),
        ("{}", "no recording of HTTP traffic"),
        ('{"log": {"entries": [{"request": {"method": "GET"}}]}}', "no recording of HTTP traffic"),
        (
            '{"log": {"entries": [{"request": {"method": "GET", "url": "http://[/"}}]}}',
            "no recording of HTTP",
        ),
        (
            json.dumps(recording({**GAME["log"]["entries"][0], "response": []})).replace("[]}", '["x"]}'),
            "no rec",
        ),
        (
            '{"log": {"entries": [{"request": {"method": "POST", "url": "http://a/login"},'
            ' "response": {"status": 1e400}}]}}',
            "no recording of HTTP",
        ),
        ('{"log": {"entries": []}}', "nothing in it is a call"),
        (json.dumps(recording(call("GET", f"{BASE}/nothing"))), "nothing in it is a call"),
    ],
)
def test_a_recording_that_tells_nothing_is_refused(
    same: Comparison, tmp_path: Path, content: str, message: str
) -> None:
    path = tmp_path / "consumer.har"
    path.write_text(content)

    with pytest.raises(UsageError, match=message):
        judge(same, [path])


@pytest.mark.parametrize(
    ("webhook", "message"),
    [
        ("other=http://a/b", "no webhook"),
        ("new-user", "no name=address"),
        ("new-user=http://[", "no name=address"),
        ("new-user=://a", "no name=address"),
    ],
)
def test_a_webhook_that_is_not_described_is_refused(
    same: Comparison, tmp_path: Path, webhook: str, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        judge(same, [write(tmp_path, GAME)], webhooks=[webhook])


@pytest.mark.parametrize("port", ["", ":443"])
def test_a_port_that_goes_without_saying_makes_no_other_address(
    same: Comparison, tmp_path: Path, port: str
) -> None:
    other = PARTNER.replace("partner.example", f"partner.example{port}")

    verdict = judge(same, [write(tmp_path, PARTNER_CALLED)], webhooks=[f"new-user={other}"])

    assert len(verdict.traffic.calls) == 1


@pytest.fixture
def same(description: Document) -> Comparison:
    """A description and itself."""
    return compare(description, description)
