"""Custom user-data storage: what may be read of a webhook's call afterwards."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from login_contract.suite.actors.callback_server import CannedAnswer, Received
from login_contract.suite.actors.jwt_client import PASSWORD
from login_contract.suite.actors.partner_flows import FLOWS, NEW_PASSWORD, ONE_EACH, Flow
from login_contract.suite.actors.storage_partner import StoragePartner

law = pytest.mark.law


def secrets(partner: StoragePartner) -> set[str]:
    tokens = [
        request.headers["authorization"].removeprefix("Bearer ") for request in partner.receiver.requests
    ]
    return {PASSWORD, NEW_PASSWORD, *tokens, *(token.split(".")[2] for token in tokens)}


@law("The list of deliveries shows each call and its answer, without passwords and tokens", security=True)
@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_delivery_shows_no_secret(partner: StoragePartner, flow: Flow) -> None:
    flow.begin(partner)()

    (delivery, *_) = partner.deliveries(flow.webhook)
    sent = partner.asked(flow.webhook)[-1]
    assert delivery["url"] == partner.receiver.url(f"/{flow.webhook}")
    assert delivery["request"]["headers"]["authorization"] == "Bearer ***"
    assert json.loads(delivery["request"]["body"]).keys() == sent.json.keys()
    assert (delivery["response"]["status"], delivery["verdict"]) == (204, "accepted")
    shown = json.dumps(partner.deliveries())
    assert not [secret for secret in secrets(partner) if secret in shown]


@law("What the partner repeats of a password or a token is not shown", security=True)
@pytest.mark.parametrize("flow", ONE_EACH, ids=lambda flow: flow.webhook)
def test_echo_is_not_shown(partner: StoragePartner, flow: Flow) -> None:
    statuses = iter((200, 400, 500))

    def echo(request: Received) -> CannedAnswer:
        text = f"{request.body.decode()} {request.headers['authorization']}"
        head = {"x-echo": quote(text, safe=""), "x-token": request.headers["authorization"]}
        error = {"code": "011-002", "description": text[:1000]}
        return CannedAnswer(status=next(statuses), json={"error": error}, headers=head)

    step = flow.begin(partner)
    partner.answer_by(flow.webhook, echo)
    for _ in range(3):
        step()

    shown = json.dumps(partner.deliveries())
    assert "x-echo" in shown
    assert not [secret for secret in secrets(partner) if secret in shown]
