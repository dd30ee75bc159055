from __future__ import annotations

import json
import time
from typing import Any

import httpx
import pytest

from login_contract.local_server import LocalServer
from login_contract.partner_suite.key_server import KeyServer
from login_contract.partner_suite.reference.app import ReferencePartnerApp, line
from login_contract.partner_suite.reference.partner import (
    KeptUser,
    PartnerReply,
    PartnerRequest,
    PublishedKeys,
    ReferencePartner,
)
from login_contract.partner_suite.reference.verification import Verifier
from tests.partner_suite.partner import cases, judged, serving, settings_for, signer, verifier

TOLD = {"tier": "gold", "attributes": [{"key": "origin", "value": "reference"}]}
REGISTRATION = {"username": "jane.doe", "email": "jane@example.com", "password": "correct-horse-7"}


def delivered(receiver: ReferencePartner, path: str, body: Any, *, defect: str | None = None) -> PartnerReply:
    token = signer().token({"username": "jane.doe"}, defect=defect)
    headers = [("content-type", "application/json"), ("authorization", f"Bearer {token}")]
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return receiver.answer(PartnerRequest("POST", path, headers, content))


def test_every_case_passes_against_the_reference() -> None:
    with serving(ReferencePartner(verifier(), told=TOLD)) as origin:
        results = judged(settings_for(origin))

    assert not results.trouble
    assert [finding.summary for finding in results.failures] == []
    assert cases(results, "warning") == {"test_addresses_can_be_reached"}
    assert cases(results, "skipped") == {"test_known_user_is_accepted"}
    assert results.exit_status == 0


def test_user_lives_from_registration_to_reset() -> None:
    receiver = ReferencePartner(verifier(), told={"tier": "gold"})
    login = {"username": "Jane.Doe", "password": REGISTRATION["password"]}
    reset = {"username": "jane.doe", "email": "jane@example.com", "fields": {"password": "new-horse-8"}}

    assert delivered(receiver, "/user-verification", login).status == 400
    assert delivered(receiver, "/new-user", REGISTRATION).content == b'{"tier": "gold"}'
    assert delivered(receiver, "/new-user", REGISTRATION).status == 200
    assert delivered(receiver, "/new-user", {**REGISTRATION, "password": "mine"}).status == 400
    assert delivered(receiver, "/user-verification", login).status == 200
    assert delivered(receiver, "/password-reset", reset).status == 200
    assert delivered(receiver, "/user-verification", login).status == 400
    assert delivered(receiver, "/user-verification", {**login, "password": "new-horse-8"}).status == 200


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (REGISTRATION, "new-user"),
        ({**REGISTRATION, "username": "kim"}, "user-verification"),
        ({"username": "x", "email": "x@example.com", "fields": {"password": "x"}}, "password-reset"),
        ({"phone_number": "+12025550143"}, "phone"),
        ({"provider": "google", "id": "1"}, "social"),
        ({"token": "x"}, "email-change"),
        ({"email": "x@example.com"}, "password-change"),
        ({}, "refresh-token"),
    ],
)
def test_one_address_for_all_tells_webhooks_by_their_bodies(body: dict[str, Any], name: str) -> None:
    receiver = ReferencePartner(users={"kim": KeptUser("kim", "kim@example.com", "x")})

    assert receiver.webhook_of(PartnerRequest("POST", "/hook", [], b""), body) == name


def test_answers_are_as_told() -> None:
    phone = {"phone_number": "+12025550143"}
    refusal = PartnerReply.of(400, {"error": {"code": "011-002", "description": "Not now."}})

    assert delivered(ReferencePartner(verifier()), "/phone", phone).status == 204
    assert delivered(ReferencePartner(verifier(), told={}, status=201), "/phone", phone).status == 201
    assert delivered(ReferencePartner(verifier(), refusal=refusal), "/phone", phone) == refusal
    assert (
        delivered(ReferencePartner(verifier(), refusal=refusal), "/phone", phone, defect="expired") != refusal
    )


def test_published_keys_are_read_once_and_again_for_an_unknown_key() -> None:
    reads = []
    keys = KeyServer(signer())
    original = keys.app

    async def counting(scope: Any, receive: Any, send: Any) -> None:
        reads.append(scope["path"])
        await original(scope, receive, send)

    with LocalServer(counting) as server:
        published = PublishedKeys(keys.addresses(server.origin)["JWKS"])
        receiver = ReferencePartner(Verifier("RS256", published.find, signer().project_id))
        for _ in range(3):
            assert delivered(receiver, "/phone", {"phone_number": "+1"}).status == 204
        published.read_at = time.monotonic()
        assert delivered(receiver, "/phone", {"phone_number": "+1"}, defect="unknown_kid").status == 400
        assert len(reads) == 1, "a stranger's token made the keys be read at once"
        # The next command that sends has another key.
        published.read_at = time.monotonic() - 0.3
        assert delivered(receiver, "/phone", {"phone_number": "+1"}, defect="unknown_kid").status == 400
        assert len(reads) == 2


def test_keys_that_cannot_be_read_are_trouble_of_the_partner() -> None:
    published = PublishedKeys("http://127.0.0.1:9/jwks.json")
    receiver = ReferencePartner(Verifier("RS256", published.find, signer().project_id))
    with LocalServer(ReferencePartnerApp(receiver)) as server:
        answer = httpx.post(
            f"{server.origin}/phone",
            json={"phone_number": "+1"},
            headers={"Authorization": f"Bearer {signer().token({})}"},
            trust_env=False,
        )

    assert answer.status_code == 503
    assert "keys cannot be read" in answer.text


def test_log_hides_passwords_and_tokens() -> None:
    token = signer().token({}) or ""
    body = json.dumps({**REGISTRATION, "x": token}).encode()
    request = PartnerRequest("POST", "/new-user", [("authorization", f"Bearer {token}")], body)
    shown = line(request, PartnerReply.of(200, {"password": "correct-horse-7", "echo": "correct-horse-7"}))

    assert "jane.doe" in shown
    assert "-> 200" in shown
    assert "horse" not in shown
    assert "eyJ" not in shown
    assert "\n" not in shown
