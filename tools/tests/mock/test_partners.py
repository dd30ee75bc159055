"""The mock between a user and a partner: it waits without holding anybody up, and keeps nothing back."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

import httpx
import pytest

from login_contract.description.storage_webhooks import NAMES
from login_contract.mock.run import EmbeddedMock
from login_contract.suite.actors.callback_server import CannedAnswer, Received
from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import PASSWORD
from login_contract.suite.actors.partner_flows import FLOWS, NEW_PASSWORD, ONE_EACH, Flow, change_email, login
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import INVALID_VALUE
from tests.mock.partners import MakePartner, held, partners_of, written

CROWD = 20
# The log itself, and the key that a project signs with from its first token on.
LOGS = ("deliveries", "signing_keys")
EVERY_FLOW = pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
EVERY_WEBHOOK = pytest.mark.parametrize("flow", ONE_EACH, ids=lambda flow: flow.webhook)


@pytest.fixture
def make_partner(mock: EmbeddedMock, private_key: str) -> Iterator[MakePartner]:
    with partners_of(mock, private_key=private_key) as make:
        yield make


@pytest.mark.long
def test_twenty_partners_ask_back_at_once(make_partner: MakePartner) -> None:
    partners = [make_partner(webhook_timeout_seconds=30) for _ in range(CROWD)]
    (receiver,) = {partner.receiver for partner in partners}
    barrier = threading.Barrier(CROWD)
    judged: list[int] = []

    def ask_back(request: Received) -> CannedAnswer:
        token = request.headers["authorization"].removeprefix("Bearer ")
        project_id = claims(token)["xsolla_login_project_id"]
        # Nobody is answered before everybody waits for an answer.
        barrier.wait(30)
        address = f"{partners[0].control.origin}/api/server/token/validate"
        answer = httpx.post(address, params={"projectId": project_id}, json={"token": token})
        judged.append(answer.status_code)
        return CannedAnswer(status=200, json={"level": "gold"})

    for flow in ONE_EACH:
        receiver.answers.clear()
        steps = [flow.begin(partner) for partner in partners]
        receiver.answers[f"/{flow.webhook}"] = ask_back
        judged.clear()
        began = time.monotonic()
        answers = at_once(CROWD, lambda number: steps[number]())  # noqa: B023
        assert [answer.text for answer in answers if answer.status_code >= 400] == [], flow.webhook
        assert judged == [204] * CROWD
        assert time.monotonic() - began < 20, f"{flow.webhook} stalled"


@EVERY_WEBHOOK
@pytest.mark.parametrize("answer", [CannedAnswer(status=500), CannedAnswer(status=200, body="<html>"), None])
def test_a_partner_in_trouble_leaves_the_store_as_it_was(
    mock: EmbeddedMock, make_partner: MakePartner, flow: Flow, answer: CannedAnswer | None
) -> None:
    partner = make_partner()
    step = flow.begin(partner)
    if answer is None:
        partner.change(webhook_timeout_seconds=0.1)
        answer = CannedAnswer(status=200, json={"a": 1}, delay=2)
    partner.answer_by(flow.webhook, answer)
    before = held(mock, without=LOGS)

    assert step().status_code == 422

    assert held(mock, without=LOGS) == before


@EVERY_WEBHOOK
def test_a_refusal_leaves_the_store_as_it_was(
    mock: EmbeddedMock, make_partner: MakePartner, flow: Flow
) -> None:
    partner = make_partner()
    step = flow.begin(partner)
    partner.refuse(flow.webhook)
    before = held(mock, without=(*LOGS, "failures"))

    assert step().status_code == flow.refused

    assert held(mock, without=(*LOGS, "failures")) == before


def echo_in_a_refusal(request: Received) -> CannedAnswer:
    text = f"{request.body.decode()} {request.headers['authorization']}"[:1000]
    return CannedAnswer(
        status=400, json={"error": {"code": "011-002", "description": text}}, headers=_head(request)
    )


def echo_on_an_error_page(request: Received) -> CannedAnswer:
    text = f"<pre>{escape(request.body.decode())} {request.headers}</pre>"
    return CannedAnswer(status=500, body=text, headers=_head(request))


def echo_in_a_wrong_attribute(request: Received) -> CannedAnswer:
    attributes = [{"key": each, "value": "v"} for each in _secrets(request)] * 2
    return CannedAnswer(
        status=200, json={"attributes": attributes[: len(attributes) or 1]}, headers=_head(request)
    )


def echo_in_a_long_value(request: Received) -> CannedAnswer:
    value = " ".join([*_secrets(request), "x" * 300])
    return CannedAnswer(
        status=200, json={"attributes": [{"key": "k", "value": value}]}, headers=_head(request)
    )


def echo_with_every_character_escaped(request: Received) -> CannedAnswer:
    content = request.body.decode() + request.headers["authorization"]
    escaped = "".join(f"\\u{ord(character):04X}" for character in content)
    return CannedAnswer(status=400, body=f'{{"error":{{"code":"1","description":"{escaped}"}}}}')


def _secrets(request: Received) -> list[str]:
    sent = request.json
    return [text for text in (sent.get("password"), (sent.get("fields") or {}).get("password")) if text]


def _head(request: Received) -> dict[str, str]:
    secrets = [*_secrets(request), request.headers["authorization"], quote(request.body.decode(), safe="")]
    return {f"x-echo-{number}": secret for number, secret in enumerate(secrets)}


@EVERY_FLOW
def test_no_password_and_no_token_is_written_anywhere(
    mock: EmbeddedMock, make_partner: MakePartner, flow: Flow, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    partner = make_partner()
    step = flow.begin(partner)
    for echo in (
        echo_in_a_refusal,
        echo_on_an_error_page,
        echo_in_a_wrong_attribute,
        echo_in_a_long_value,
        echo_with_every_character_escaped,
    ):
        partner.answer_by(flow.webhook, echo)
        assert step().status_code >= 400 or "attribute" in echo.__name__
    partner.answer_by(flow.webhook, lambda request: CannedAnswer(status=200, headers=_head(request)))
    step()

    secrets = {PASSWORD, NEW_PASSWORD}
    for webhook in NAMES:
        for request in partner.asked(webhook):
            token = request.headers["authorization"].removeprefix("Bearer ")
            secrets |= {token, token.split(".")[2]}
    assert len(secrets) >= 4
    listed = json.dumps(partner.control.request("GET", "/_mock/webhooks"), ensure_ascii=False)
    page = partner.jwt_client.http.get(f"{mock.origin}/_mock/").text
    for where, shown in {
        "the store": written(mock),
        "the list of deliveries": listed,
        "the front page": page,
        "the log": caplog.text,
    }.items():
        for secret in secrets:
            assert secret not in shown, f"{where} holds a secret"
            escaped = "".join(f"\\u{ord(character):04x}" for character in secret)
            assert escaped not in shown.lower(), f"{where} holds an escaped secret"


def test_deliveries_of_a_project_are_listed_alone(make_partner: MakePartner) -> None:
    partners = make_partner(), make_partner()
    for partner in partners:
        login(partner)()

    every = partners[0].control.request("GET", "/_mock/webhooks")["deliveries"]
    for partner in partners:
        own = [each for each in every if each["project_id"] == partner.project_id]
        assert own
        for project_id in (partner.project_id, partner.project_id.upper()):
            assert partner.control.deliveries(project_id) == own
    assert partners[0].control.deliveries("00000000-0000-4000-8000-000000000000") == []
    refused = httpx.get(f"{partners[0].control.origin}/_mock/webhooks", params={"project_id": "nonsense"})
    assert (refused.status_code, refused.json()["error"]["code"]) == INVALID_VALUE


def test_tokens_of_users_are_not_written(mock: EmbeddedMock, make_partner: MakePartner) -> None:
    partner = make_partner()
    user_token = partner.access_token(login(partner)())
    partner.answer_by("email-change", echo_in_a_refusal)

    change_email(partner)()

    proof = partner.asked("email-change")[-1].json["token"]
    for token in (user_token, proof):
        assert token.split(".")[2] not in written(mock)


def test_a_seeded_user_of_a_partner_has_no_password_here(
    mock: EmbeddedMock, make_partner: MakePartner
) -> None:
    partner = make_partner(users=[{"username": "ann", "email": "a@example.com", "password": PASSWORD}])
    partner.oauth_client.member("bob")

    ours = [row for row in held(mock)["users"] if partner.project_id in row]

    assert len(ours) == 2
    assert not [row for row in ours if "argon2" in row]
