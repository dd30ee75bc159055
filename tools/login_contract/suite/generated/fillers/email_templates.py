"""Custom templates of mails."""

from __future__ import annotations

from collections.abc import Mapping

from login_contract.suite.generated.fillers.inputs import Filler, Inputs
from login_contract.suite.generated.live_stock import Stock


def _new_template(inputs: Inputs, stock: Stock) -> None:
    # An id may not be in use in the same place.
    inputs.path_parameters["template_id"] = stock.name()
    _serve_its_purpose(inputs)


def _changed_template(inputs: Inputs, stock: Stock) -> None:
    _template(inputs, stock)
    _serve_its_purpose(inputs)


def _serve_its_purpose(inputs: Inputs) -> None:
    inputs.body["body"] = f"{inputs.body['body'][:50_000]} {{{{code}}}} {{{{action_link}}}}"


def _template(inputs: Inputs, stock: Stock) -> None:
    path = inputs.path_parameters
    path["template_id"] = stock.email_template(path["locale"], path["template_type"])


def _template_mail(inputs: Inputs, stock: Stock) -> None:
    template_id = stock.email_template("en_US", "custom")
    inputs.body["template"] = {**inputs.body["template"], "id": template_id}


BODIES: Mapping[str, Filler] = {
    "TemplateMail": _template_mail,
}
ALONE: Mapping[str, Filler] = {
    "create-custom-email-template": _new_template,
    "update-custom-email-template": _changed_template,
    "get-custom-email-template": _template,
}
