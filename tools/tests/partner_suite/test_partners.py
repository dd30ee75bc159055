"""Partners that are right in other ways than the reference, and partners that are not there."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Iterator, Mapping
from typing import Any

import httpx

from login_contract.partner_suite import endpoints
from login_contract.partner_suite.key_server import KeyServer
from login_contract.partner_suite.reference.partner import (
    KeptUser,
    PartnerRefusal,
    PartnerRequest,
    ReferencePartner,
)
from login_contract.partner_suite.reference.verification import by_secret
from login_contract.partner_suite.settings import PartnerSettings
from login_contract.partner_suite.trial import UNTOLD
from tests.partner_suite.partner import cases, judged, serving, settings_for, signer, verifier
from tests.partner_suite.test_reference import TOLD

# What is generated is the matter of other tests.
NAMED = "not test_generated"
KIM = KeptUser("kim@example.com", "kim@example.com", "open-sesame")


def failures(results: Any) -> list[str]:
    return [finding.summary for finding in results.failures]


def test_shared_secret_and_known_user() -> None:
    project_id = "11111111-2222-4333-8444-555555555555"
    good = by_secret("shared", project_id=project_id)
    receiver = ReferencePartner(good, told=TOLD, users={"kim@example.com": KIM})
    with serving(receiver) as origin:
        settings = PartnerSettings(
            endpoints=endpoints.from_mapping(
                {name: f"{origin}/{name}" for name in ("user-verification", "email", "refresh-token")},
                where="test",
            ),
            project_id=project_id,
            secret="shared",
            known_user="kim@example.com",
            known_password="open-sesame",
        )
        results = judged(settings, only=NAMED)

    assert failures(results) == []
    assert results.exit_status == 0
    assert "test_known_user_is_accepted" in cases(results, "passed")
    assert "test_wrong_password_is_refused" in cases(results, "passed")
    assert "hs256_with_public_key" not in {finding.nodeid for finding in results.findings}
    assert cases(results, "skipped") == {"test_registered_user_can_log_in"}


def test_login_that_knows_nobody_leaves_open_what_needs_a_user() -> None:
    with serving(ReferencePartner(verifier())) as origin:
        results = judged(settings_for(origin, "user-verification"), only=NAMED)

    assert failures(results) == []
    assert {"test_known_user_is_accepted", "test_wrong_password_is_refused", "expired"} <= cases(
        results, "skipped"
    )
    assert any("--known-user" in reason for reason in results.skip_reasons)


class AsksTheLoginServer(ReferencePartner):
    """Has every token validated by `validate-server-jwt`."""

    url = ""

    def check_token(self, request: PartnerRequest) -> Mapping[str, Any]:
        token = request.header("authorization").removeprefix("Bearer ")
        answer = httpx.post(self.url, json={"token": token}, trust_env=False)
        if answer.status_code != 204:
            raise PartnerRefusal("The token is not valid.")
        return {}


def test_partner_may_have_tokens_validated_by_the_login_server() -> None:
    keys = KeyServer(signer())
    with keys.serve(0) as server:
        receiver = AsksTheLoginServer()
        receiver.url = keys.addresses(server.origin)["validate"].removeprefix("POST ")
        with serving(receiver) as origin:
            results = judged(settings_for(origin, "phone"), only=NAMED)

    assert failures(results) == []


def test_one_address_for_several_webhooks() -> None:
    with serving(ReferencePartner(verifier())) as origin:
        found = endpoints.from_mapping(
            dict.fromkeys(("phone", "social", "email"), f"{origin}/"), where="test"
        )
        settings = PartnerSettings(endpoints=found, private_key=settings_for(origin).private_key)
        results = judged(settings, only=NAMED)

    assert failures(results) == []


@contextlib.contextmanager
def silent() -> Iterator[str]:
    """Take connections and never answer."""
    with socket.create_server(("127.0.0.1", 0), backlog=128) as listener:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_silent_partner_is_given_up_after_three_timeouts() -> None:
    started = time.perf_counter()
    with silent() as origin:
        results = judged(settings_for(origin, timeout=0.3))

    assert time.perf_counter() - started < 30
    assert cases(results, "failed") == {"test_usual_delivery_is_answered"}
    assert len(results.failures) == 1
    assert set(results.skip_reasons) == {"unreachable: three deliveries in a row got no answer"}
    assert results.exit_status == 1


def test_partner_with_one_silent_endpoint_is_judged_by_the_others() -> None:
    with silent() as nowhere, serving(ReferencePartner(verifier())) as origin:
        urls = {"phone": f"{nowhere}/phone", "email": f"{origin}/email"}
        results = judged(
            PartnerSettings(
                endpoints=endpoints.from_mapping(urls, where="test"),
                private_key=settings_for(origin).private_key,
                timeout=1,
            )
        )

    assert cases(results, "failed") == {"test_usual_delivery_is_answered"}
    verdicts = {(each.nodeid.rpartition("[")[2], each.verdict) for each in results.findings}
    assert ("email-expired]", "passed") in verdicts
    assert ("phone-expired]", "skipped") in verdicts


def test_address_where_nobody_listens_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
    results = judged(settings_for(origin, "phone"))

    assert cases(results, "failed") == {"test_usual_delivery_is_answered"}
    assert "the connection was refused" in results.failures[0].summary


def test_address_of_something_else_is_said_once() -> None:
    class SomethingElse(ReferencePartner):
        def answer(self, request: PartnerRequest) -> Any:
            raise_status = PartnerRefusal("Nothing here.", status=404)
            return raise_status.reply

    with serving(SomethingElse()) as origin:
        results = judged(settings_for(origin, "phone"))

    assert cases(results, "failed") == {"test_usual_delivery_is_answered"}
    assert (
        "No endpoint for POST is at that address: give the right one with --url."
        in results.failures[0].summary
    )
    assert UNTOLD in results.skip_reasons
