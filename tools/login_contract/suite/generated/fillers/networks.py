"""Social networks, and friends."""

from __future__ import annotations

from collections.abc import Mapping

from login_contract.suite.actors.jwt_client import query_of
from login_contract.suite.generated.fillers.inputs import Filler, Inputs
from login_contract.suite.generated.live_stock import Stock


def _social_code(inputs: Inputs, stock: Stock) -> None:
    inputs.body["code"] = stock.social("google").code


def _linked_network(inputs: Inputs, stock: Stock) -> None:
    path = {"providerName": "google"}
    answer = stock.jwt_client.call(
        "get-url-to-link-social-network-to-account", path=path, bearer=stock.token()
    )
    if answer.is_success:
        # Only the networks that a mock plays let anybody in like this; the test ends where there are none.
        stock.needs_control()
        page, _, _ = answer.json()["url"].partition("?")
        form = {"state": query_of(answer.json()["url"])["state"], "action": "add"}
        stock.jwt_client.http.post(page, data={**form, "id": stock.name(), "name": "Greta"})


def _relationship(inputs: Inputs, stock: Stock) -> None:
    # Everything else takes back or answers what the two have not said.
    if inputs.body["action"] != "block":
        inputs.body["action"] = "friend_request_add"


BODIES: Mapping[str, Filler] = {
    "RelationshipUpdate": _relationship,
    "SocialCodeLogin": _social_code,
}
ALONE: Mapping[str, Filler] = {
    "delete-linked-networks": _linked_network,
    "jwt-refresh-social-token": _linked_network,
}
