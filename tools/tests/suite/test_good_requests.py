from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from login_contract.description.model import described
from login_contract.suite.generated import good_requests
from login_contract.suite.generated.good_requests import links_to, takes_user_token
from login_contract.suite.generated.live_inputs import ALONE, BODIES


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
        key_set: (good_requests.LinkHere(source=keys, status=200, inputs=told),),
        keys: (good_requests.LinkHere(source=key_set, status=200, inputs=told),),
    }
    asked: list[str] = []
    monkeypatch.setattr(good_requests, "links_to", links.get)

    def send(operation_id: str, **request: Any) -> httpx.Response:
        asked.append(operation_id)
        return httpx.Response(404)

    project: Any = SimpleNamespace(project_id="a project")
    stock: Any = SimpleNamespace(jwt_client=project, send=send)
    good_requests.good_request(key_set, stock)

    assert asked == ["get-projects-keys"]
