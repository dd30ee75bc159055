from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from login_contract.description.model import described
from login_contract.mock.run import EmbeddedMock
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.actors.user_token import claims
from login_contract.suite.generated import good_requests
from login_contract.suite.generated.good_requests import (
    GoodRequest,
    good_request,
    takes_user_token,
)
from login_contract.suite.generated.links import LinkHere, links_to
from login_contract.suite.generated.live_inputs import ALONE, BODIES, name_others
from login_contract.suite.generated.live_stock import SETTINGS, Stock
from login_contract.suite.judging.judge import Judge

EMAIL, PHONE = "get-user-email", "update-user-phone-number"


@pytest.fixture(scope="module")
def stock() -> Iterator[Stock]:
    with (
        EmbeddedMock() as mock,
        Control(mock.origin) as control,
        httpx.Client(base_url=mock.base_url, trust_env=False) as http,
    ):
        client = JwtClient(
            http=http, project_id="", description=described(), judge=Judge(described()), control=control
        )
        yield Stock.at_a_fresh_project(client, control, SETTINGS)


def bearer(request: GoodRequest) -> str:
    return str(claims(request.headers["Authorization"].removeprefix("Bearer "))["sub"])


def test_what_makes_an_input_live_is_named_as_the_description_names_it() -> None:
    assert set(BODIES) <= described().document["components"]["schemas"].keys()
    assert set(ALONE) <= described().operations.keys()


@pytest.mark.parametrize(
    ("operation_id", "source", "told"),
    [
        ("jwt-complete-auth-by-email", "jwt-start-auth-by-email", {"operation_id"}),
        ("oauth-20-complete-auth-by-phone-number", "oauth-20-start-auth-by-phone-number", {"operation_id"}),
        ("delete-webhook-for-event", "add-webhook-for-event", {"webhook_id"}),
    ],
)
def test_link_tells_what_an_earlier_answer_knows(operation_id: str, source: str, told: set[str]) -> None:
    links = links_to(described().operations[operation_id])

    assert told in [link.told for link in links if link.source.operation_id == source]


def test_token_that_nobody_can_refuse_is_no_credential() -> None:
    takers = {name for name, operation in described().operations.items() if takes_user_token(operation)}

    assert {"get-ask-fields", "update-token", "social-consent", "validate-jwt"} <= takers
    assert takers.isdisjoint({"revoke-jwt", "validate-server-jwt", "generate-jwt"})


def test_operations_that_need_each_other_do_not_ask_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    key_set, keys = (described().operations[name] for name in ("json-web-key-set", "get-projects-keys"))
    told = {"operation_id": "$response.body#/operation_id"}
    links = {
        key_set: (LinkHere(source=keys, status=200, inputs=told),),
        keys: (LinkHere(source=key_set, status=200, inputs=told),),
    }
    asked: list[str] = []
    monkeypatch.setattr(good_requests, "links_to", links.get)

    def send(operation_id: str, **request: Any) -> httpx.Response:
        asked.append(operation_id)
        return httpx.Response(404)

    project: Any = SimpleNamespace(project_id="a project")
    stock: Any = SimpleNamespace(jwt_client=project, send=send)
    stock.of_one_user = lambda: stock
    good_requests.good_request(key_set, stock)

    assert asked == ["get-projects-keys"]


@pytest.mark.parametrize("inputs", [{}, {"phone_number": "$request.body#/phone_number"}])
def test_call_that_comes_before_is_made_by_the_same_user(
    monkeypatch: pytest.MonkeyPatch, stock: Stock, inputs: dict[str, str]
) -> None:
    first, then = (described().operations[name] for name in (PHONE, EMAIL))
    links = {then: (LinkHere(source=first, status=200, inputs=inputs),), first: ()}
    monkeypatch.setattr(good_requests, "links_to", links.get)
    sent: list[GoodRequest] = []

    def send(self: GoodRequest, stock: Stock) -> httpx.Response:
        sent.append(self)
        return httpx.Response(200, json=[])

    monkeypatch.setattr(GoodRequest, "send", send)
    request = good_request(then, stock)

    assert [each.operation for each in sent] == [first]
    assert bearer(sent[0]) == bearer(request)
    assert bearer(good_request(then, stock)) != bearer(request)


def test_call_that_only_reads_brings_nothing_about() -> None:
    read, write = (described().operations[name] for name in (EMAIL, PHONE))

    assert not LinkHere(source=read, status=200, inputs={}).helps(write)
    assert LinkHere(source=write, status=200, inputs={}).helps(read)


def test_user_that_a_request_names_is_another_of_the_project(stock: Stock) -> None:
    inputs = SimpleNamespace(path_parameters={"user_id": "x"}, query={"after": "x"}, body={"user": None})
    name_others(inputs, stock, stock.other_user)
    users = {each["user_id"] for each in stock.control.users(stock.jwt_client.project_id)}

    assert inputs.path_parameters["user_id"] in users
    assert (inputs.query, inputs.body) == ({}, {"user": None})


def test_what_belongs_to_one_account_only_is_new_each_time(stock: Stock) -> None:
    bodies = [{"device_id": "", "phone_number": "", "username": "", "email": ""} for _ in range(2)]
    for body in bodies:
        name_others(SimpleNamespace(path_parameters=None, query={}, body=body), stock, stock.other_user)

    assert not set(bodies[0].values()) & set(bodies[1].values())
    assert 16 <= len(bodies[0]["device_id"]) <= 36
