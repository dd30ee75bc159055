"""Codes and the links that carry them."""

from __future__ import annotations

from collections.abc import Mapping

from login_contract.suite.actors.jwt_client import query_of
from login_contract.suite.generated.fillers.inputs import Filler, Inputs
from login_contract.suite.generated.live_stock import Stock


def _opened_link(inputs: Inputs, stock: Stock) -> None:
    recipient, link, operation_id = stock.link()
    stock.jwt_client.open(link)
    inputs.query.update(login=recipient, operation_id=operation_id)


def _unopened_link(inputs: Inputs, stock: Stock) -> None:
    _, link, _ = stock.link()
    inputs.query["state"] = query_of(link)["state"]


ALONE: Mapping[str, Filler] = {
    "get-confirmation-code": _opened_link,
    "push-confirmation-code": _unopened_link,
}
