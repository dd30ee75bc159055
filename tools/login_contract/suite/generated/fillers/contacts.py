"""Phone numbers, devices and second factors of an account."""

from __future__ import annotations

from collections.abc import Mapping

from login_contract.suite.generated.fillers.inputs import Filler, Inputs
from login_contract.suite.generated.live_stock import Stock


def _own_number(inputs: Inputs, stock: Stock) -> None:
    number = stock.unique_number()
    stock.jwt_client.call("update-user-phone-number", body={"phone_number": number}, bearer=stock.token())
    inputs.path_parameters["phoneNumber"] = number


def _free_number(inputs: Inputs, stock: Stock) -> None:
    inputs.body["phone_number"] = stock.unique_number()


def _phone_link(inputs: Inputs, stock: Stock) -> None:
    number = stock.unique_number()
    answer = stock.jwt_client.call("link-phone-number", body={"phone_number": number}, bearer=stock.token())
    inputs.body["phone_number"] = number
    if answer.is_success:
        operation_id = answer.json()["operation_id"]
        (message,) = stock.sent(operation_id, number)
        inputs.body.update(operation_id=operation_id, code=message.code)


def _new_device(inputs: Inputs, stock: Stock) -> None:
    inputs.body["device_id"] = stock.unique_device()


def _own_device(inputs: Inputs, stock: Stock) -> None:
    client, token = stock.jwt_client, stock.token()
    body = {"device": "Pocket 3", "device_id": stock.unique_device()}
    path = {"type_or_id": "android"}
    client.call("link-device-to-account", path=path, body=body, bearer=token)
    answer = client.call("get-users-devices", bearer=token)
    if answer.is_success:
        inputs.path_parameters["type_or_id"] = answer.json()[-1]["id"]


def _factor_by_mail(inputs: Inputs, stock: Stock) -> None:
    inputs.body.update(mfa_type="email", enabled=True)


def _factors_by_mail(inputs: Inputs, stock: Stock) -> None:
    # Whoever is to have a second factor afterwards has an address.
    inputs.body["mfa_types"] = [{"mfa_type": "email", "priority": 1}]


BODIES: Mapping[str, Filler] = {
    "PhoneLinkConfirmation": _phone_link,
    "OwnSecondFactor": _factor_by_mail,
    "SecondFactorChange": _factor_by_mail,
    "SecondFactorsChange": _factors_by_mail,
}
ALONE: Mapping[str, Filler] = {
    "link-device-to-account": _new_device,
    "unlink-device-from-account": _own_device,
    "delete-user-phone-number": _own_number,
    "link-phone-number": _free_number,
}
