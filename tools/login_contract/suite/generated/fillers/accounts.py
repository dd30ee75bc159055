"""Accounts: made, confirmed, reset, completed, shown."""

from __future__ import annotations

from collections.abc import Mapping

from login_contract.suite.actors.jwt_client import PASSWORD, query_of
from login_contract.suite.generated.fillers.inputs import Filler, Inputs
from login_contract.suite.generated.live_stock import Stock

# The smallest picture: a GIF without a single image in it.
PICTURE = "GIF89a!!!!   ;"


def _registration(inputs: Inputs, stock: Stock) -> None:
    name = stock.name()
    inputs.body.update(username=name, email=f"{name}@example.com")


def _password_login(inputs: Inputs, stock: Stock) -> None:
    inputs.body.update(username=stock.user(), password=PASSWORD)


def _confirmation_resend(inputs: Inputs, stock: Stock) -> None:
    inputs.body["username"] = stock.user(confirmed=False)


def _password_reset(inputs: Inputs, stock: Stock) -> None:
    name = stock.user()
    user_id, code = stock.jwt_client.reset_link(name, f"{name}@example.com")
    inputs.body.update(user_id=user_id, reset_code=code)


def _token_update(inputs: Inputs, stock: Stock) -> None:
    inputs.body["updatedFields"] = dict(stock.answers)
    inputs.body.pop("settings", None)


def _mailed_link(inputs: Inputs, stock: Stock) -> None:
    name = stock.user(confirmed=False)
    stock.jwt_client.resend(name)
    link = stock.jwt_client.message(f"{name}@example.com", "account_confirmation").link
    inputs.query["code"] = query_of(link or "")["code"]


def _picture(inputs: Inputs, stock: Stock) -> None:
    inputs.body["picture"] = PICTURE


BODIES: Mapping[str, Filler] = {
    "Registration": _registration,
    "PasswordLogin": _password_login,
    "ConfirmationResend": _confirmation_resend,
    "PasswordReset": _password_reset,
    "TokenUpdate": _token_update,
    "PictureUpload": _picture,
    "AddedPassword": _registration,
}
ALONE: Mapping[str, Filler] = {
    "confirm-account": _mailed_link,
}
