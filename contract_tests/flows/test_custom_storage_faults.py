"""Custom user-data storage: a partner that does not answer as it should leaves nothing half done."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import pytest

from login_contract.suite.actors.jwt_client import PASSWORD, refusal
from login_contract.suite.actors.partner_flows import FLOWS, JANE, ONE_EACH, Flow, code_by_phone, member
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.judging.refusals import PARTNER_NOT_ANSWERING

law = pytest.mark.law
MakePartner = Callable[..., StoragePartner]
JSON = {"content-type": "application/json"}
EVERY_WEBHOOK = pytest.mark.parametrize("flow", ONE_EACH, ids=lambda flow: flow.webhook)
PAGES = [flow for flow in FLOWS if flow.page]


def trouble(partner: StoragePartner, webhook: str) -> None:
    partner.answer(webhook, 500, {"level": "gold"})


def silence(partner: StoragePartner, webhook: str) -> None:
    partner.change(webhook_timeout_seconds=0.2)
    partner.answer(webhook, json={"level": "gold"}, delay=5)


def nobody_there(partner: StoragePartner, webhook: str) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    kept = partner.control.project(partner.project_id)["webhooks"]
    partner.change(webhooks={**kept, webhook: f"http://127.0.0.1:{port}/"})


def page_of_html(partner: StoragePartner, webhook: str) -> None:
    partner.answer(webhook, body="<html>Welcome</html>", headers={"content-type": "text/html"})


def cut_json(partner: StoragePartner, webhook: str) -> None:
    partner.answer(webhook, body='{"level":"gold","attributes":[{"key":"a"', headers=JSON)


def endless(partner: StoragePartner, webhook: str) -> None:
    partner.answer(webhook, json={"attributes": [{"key": "a", "value": "v"}], "x": "", "pad": " " * 66_000})


def redirect(partner: StoragePartner, webhook: str) -> None:
    partner.answer(webhook, 307, headers={"location": partner.receiver.url("/elsewhere")})


def undocumented_success(partner: StoragePartner, webhook: str) -> None:
    partner.answer(webhook, 202, {"level": "gold"})


def undocumented_refusal(partner: StoragePartner, webhook: str) -> None:
    partner.answer(webhook, 403, {"error": {"code": "1", "description": "Forbidden."}})


def false_gzip(partner: StoragePartner, webhook: str) -> None:
    partner.answer(webhook, json={"level": "gold"}, headers={"content-encoding": "gzip"})


def latin1(partner: StoragePartner, webhook: str) -> None:
    partner.answer(webhook, body='{"level":"doré"}'.encode("latin-1"), headers=JSON)


def array(partner: StoragePartner, webhook: str) -> None:
    partner.answer(webhook, json=[{"level": "gold"}])


Fault = Callable[[StoragePartner, str], None]
REASONS: dict[Fault, str] = {
    trouble: "500",
    silence: "0.2 seconds",
    nobody_there: "The connection was refused: nothing listens at that address.",
    page_of_html: "no JSON",
    cut_json: "no JSON",
    endless: "65536 bytes",
    redirect: "307",
    undocumented_success: "202",
    undocumented_refusal: "403",
    array: "not as described",
    false_gzip: "it is encoded as gzip, which nobody asked for",
    latin1: "not valid UTF-8",
}


@contextmanager
def nothing_changes(partner: StoragePartner) -> Iterator[None]:
    """Fail when a user, an attribute or a message appears, changes or goes."""
    before = partner.users(), partner.jwt_client.messages()
    yield
    assert (partner.users(), partner.jwt_client.messages()) == before


def failed(answer: httpx.Response, flow: Flow) -> None:
    if flow.page:
        assert answer.status_code == 422
        assert "That did not work." in answer.text
    else:
        assert refusal(answer) == PARTNER_NOT_ANSWERING


@law("Whatever goes wrong at the partner: the client hears so, the delivery says why, nothing changes")
@pytest.mark.parametrize(
    ("flow", "fault"),
    [*((flow, fault) for flow in ONE_EACH for fault in REASONS), *((flow, trouble) for flow in PAGES)],
    ids=lambda value: value.name if isinstance(value, Flow) else value.__name__,
)
def test_fault_leaves_nothing_half_done(partner: StoragePartner, flow: Flow, fault: Fault) -> None:
    step = flow.begin(partner)
    webhooks = partner.control.project(partner.project_id)["webhooks"]
    fault(partner, flow.webhook)

    with nothing_changes(partner):
        failed(step(), flow)

    (delivery, *_) = partner.deliveries(flow.webhook)
    assert delivery["verdict"] == ("timed_out" if fault is silence else "failed")
    assert REASONS[fault] in " ".join(delivery["remarks"])
    assert (delivery["response"] is None) == (fault in (silence, nobody_there))
    assert partner.receiver.of("/elsewhere") == []

    partner.change(webhooks=webhooks, webhook_timeout_seconds=5)
    partner.answer(flow.webhook, json={"level": "gold"})
    answer = step()
    assert partner.user()["partner_data"] == {"level": "gold"}
    if flow.logs_in:
        assert partner.claims(answer)["partner_data"] == {"level": "gold"}


@law("A slow partner is given up after the project's time, however it drips")
def test_time_is_kept(partner: StoragePartner) -> None:
    step = code_by_phone(partner)
    silence(partner, "phone")

    answer = step()

    assert refusal(answer) == PARTNER_NOT_ANSWERING
    assert 0.2 <= partner.deliveries("phone")[0]["duration_seconds"] < 2


@law("An answer may have 64 KiB")
def test_largest_answer_is_read(partner: StoragePartner) -> None:
    body = json.dumps({"level": "gold"})
    partner.answer("phone", body=body + " " * (65536 - len(body)), headers=JSON)
    assert partner.claims(code_by_phone(partner)())["partner_data"] == {"level": "gold"}

    partner.answer("phone", body=body + " " * (65537 - len(body)), headers=JSON)
    assert refusal(code_by_phone(partner)()) == PARTNER_NOT_ANSWERING


@law("A compressed answer was not asked for, and is not unpacked")
def test_compressed_answer_is_not_unpacked(partner: StoragePartner) -> None:
    packed = gzip.compress(b'{"level":"gold"}' + b" " * 50_000_000)
    partner.answer("phone", body=packed, headers={**JSON, "content-encoding": "gzip"})

    assert refusal(code_by_phone(partner)()) == PARTNER_NOT_ANSWERING
    assert partner.asked("phone")[0].headers.get("accept-encoding", "identity") == "identity"


@law("JSON that the server could not hold is no answer")
@pytest.mark.parametrize(
    "body",
    [
        b'{"a":"\\u0000"}',
        b'{"a":"\\ud800"}',
        b'{"a":NaN}',
        b'{"a":1e999}',
        b'{"a":' + b"9" * 400 + b"}",
        b'{"a":"\xff"}',
        b'{"a":' + b"[" * 70 + b"]" * 70 + b"}",
        b"\xef\xbb\xbf{}",
        b"null",
        b'"gold"',
        b"{} {}",
    ],
)
def test_json_that_nobody_can_hold(partner: StoragePartner, body: bytes) -> None:
    partner.answer("phone", body=body, headers=JSON)

    with nothing_changes(partner):
        step = code_by_phone(partner)
        partner.control.clear_outbox()
        assert refusal(step()) == PARTNER_NOT_ANSWERING


@law("An address that leads nowhere is a failed delivery")
@pytest.mark.parametrize("url", ["http://nobody.invalid/hook", "http://127.0.0.1:1/", "https://127.0.0.1:1/"])
def test_address_that_leads_nowhere(partner: StoragePartner, url: str) -> None:
    member(partner)
    partner.change(webhooks={"user-verification": url})

    with nothing_changes(partner):
        assert refusal(partner.jwt_client.login(JANE, PASSWORD)) == PARTNER_NOT_ANSWERING

    assert partner.deliveries()[0]["url"] == url
    assert partner.deliveries()[0]["verdict"] == "failed"


@law("What is asked at fault is asked once: nothing is retried behind the client's back")
@EVERY_WEBHOOK
def test_nothing_is_retried(partner: StoragePartner, flow: Flow) -> None:
    step = flow.begin(partner)
    before = len(partner.asked(flow.webhook))
    trouble(partner, flow.webhook)

    step()

    assert len(partner.asked(flow.webhook)) == before + 1
