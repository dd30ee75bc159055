"""What a partner's server says of users: their ids, links and bans."""

from __future__ import annotations

from collections.abc import Mapping

from login_contract.suite.generated.fillers.inputs import Filler, Inputs
from login_contract.suite.generated.live_stock import Stock


def _server_registration(inputs: Inputs, stock: Stock) -> None:
    for name, value in (
        ("email", stock.recipient("email")),
        ("phone_number", stock.recipient("phone")),
        ("external_account_id", stock.name()),
    ):
        if isinstance(inputs.body.get(name), str):
            inputs.body[name] = value


def _custom_id_login(inputs: Inputs, stock: Stock) -> None:
    # An account at a platform stands for one user.
    if isinstance(inputs.body.get("social_profile"), dict):
        inputs.body["social_profile"] = {**inputs.body["social_profile"], "user_id": stock.name()}
    if inputs.body.get("attributes"):
        # An attribute is told once.
        inputs.body["attributes"] = list({each["key"]: each for each in inputs.body["attributes"]}.values())


def _custom_id(inputs: Inputs, stock: Stock) -> None:
    if isinstance(inputs.body.get("server_custom_id"), str):
        inputs.body["server_custom_id"] = stock.name()


def _account_link(inputs: Inputs, stock: Stock) -> None:
    inputs.body.update(code=stock.linking_code(), user_id=stock.name())


def _external_id_link(inputs: Inputs, stock: Stock) -> None:
    inputs.body["external_account_id"] = stock.name()


def _gateway_token(inputs: Inputs, stock: Stock) -> None:
    inputs.query["projectId"], inputs.body["token"] = stock.proof()


def _ban(inputs: Inputs, stock: Stock) -> None:
    # A ban ends later than it begins, be it now.
    for name, year in (("date_from", 2100), ("date_to", 2101)):
        if isinstance(inputs.body.get(name), str):
            inputs.body[name] = f"{year}-01-01T00:00:00+0000"


BODIES: Mapping[str, Filler] = {
    "NewBan": _ban,
    "ServerRegistration": _server_registration,
    "CustomIdLogin": _custom_id_login,
    "CustomId": _custom_id,
    "AccountLink": _account_link,
    "ExternalIdLink": _external_id_link,
    "GatewayTokenValidation": _gateway_token,
}
