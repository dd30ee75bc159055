"""What keeps a partner from being judged is said once, first and with its remedy; nothing passes in vain."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import attrs
import pytest

from login_contract.partner_suite.diagnosis import diagnosis, keys_asked
from login_contract.partner_suite.key_server import KeyServer
from login_contract.partner_suite.reference.partner import (
    PartnerRefusal,
    PartnerReply,
    PartnerRequest,
    PublishedKeys,
    ReferencePartner,
)
from login_contract.partner_suite.reference.verification import Verifier, by_secret
from login_contract.partner_suite.settings import PartnerSettings
from login_contract.partner_suite.trial import UNKNOWN, UNTOLD
from login_contract.suite.reporting.results import Results
from tests.partner_suite.partner import cases, judged, serving, settings_for, signer, verifier
from tests.partner_suite.test_faults import LOGINS, USUAL
from tests.partner_suite.wrong_receivers import CallsEverythingGzip, ForgetsUsers, RefusesInLatin1

SECRET = "shared-secret"
PROJECT = signer().project_id
# What is generated takes longest, and is skipped for the same reason.
NAMED = "not test_generated"


def said_once(results: Results, *also: str) -> list[str]:
    """Return what the first case says, once it is sure that no other one says anything."""
    assert cases(results, "failed") == {USUAL, *also}
    assert cases(results, "passed") == set()
    assert {*results.skip_reasons} == {UNTOLD}
    first = results.findings[0]
    assert (first.verdict, first.subject.partition(":")[0]) == ("failed", "Take the usual delivery")
    assert first.exchanges
    return first.summary.splitlines()


def with_secret(settings: PartnerSettings, secret: str = SECRET) -> PartnerSettings:
    return attrs.evolve(settings, private_key=None, secret=secret)


class Refuses401(ReferencePartner):
    """Answers every token that it does not believe with 401 and no reason."""

    def check_token(self, request: PartnerRequest) -> Any:
        try:
            return super().check_token(request)
        except PartnerRefusal:
            raise PartnerRefusal("Unauthorized", status=401, code="401") from None


@pytest.mark.parametrize("kind", [ReferencePartner, Refuses401])
def test_partner_with_hs256_is_told_once_that_the_run_signs_with_rs256(kind: type[ReferencePartner]) -> None:
    with serving(kind(by_secret(SECRET, project_id=PROJECT))) as origin:
        lines = said_once(judged(settings_for(origin)))

    assert lines[0].startswith("All 9 endpoints: the usual delivery is refused like one with a bad")
    assert "signed with RS256" in lines[1]
    assert lines[2].startswith("Most likely the partner's project signs with HS256: name the variable")
    assert "--secret-env" in lines[2]


@pytest.mark.parametrize("kind", [ReferencePartner, Refuses401])
def test_partner_with_rs256_is_told_once_that_the_run_signs_with_hs256(kind: type[ReferencePartner]) -> None:
    with serving(kind(verifier())) as origin:
        results = judged(with_secret(settings_for(origin)), only=NAMED)

    lines = said_once(results)
    (cause,) = results.causes()
    assert (
        cause.title == "no good token is accepted, most likely because the partner's project signs with RS256"
    )
    assert f"signed with HS256, for the project {PROJECT}" in lines[1]
    assert lines[2].startswith("Most likely the partner's project signs with RS256: leave --secret-env away")


def test_partner_with_another_secret_is_told_of_it() -> None:
    with serving(ReferencePartner(by_secret("another", project_id=PROJECT))) as origin:
        lines = said_once(judged(with_secret(settings_for(origin, "phone")), only=NAMED))

    assert lines[2] == "Most likely the partner has another secret: look at --secret-env."


def test_partner_of_another_project_is_told_of_it() -> None:
    other = str(uuid4())
    with serving(ReferencePartner(attrs.evolve(verifier(), project_id=other))) as origin:
        lines = said_once(judged(settings_for(origin, "phone"), only=NAMED))

    assert "The token is another project's." in lines[0]
    assert (
        lines[2]
        == "Most likely the partner expects tokens of another project: give its id with --project-id."
    )


def test_whether_keys_were_asked_for_tells_an_algorithm_from_a_project() -> None:
    with KeyServer(signer()).serve(0) as keys:
        url = KeyServer(signer()).addresses(keys.origin)["JWKS"]
        with serving(Refuses401(by_secret(SECRET))) as origin:
            settings = attrs.evolve(settings_for(origin, "phone"), keys_url=url)
            unasked = said_once(judged(settings, only=NAMED))
        published = Verifier("RS256", PublishedKeys(url).find, str(uuid4()))
        with serving(Refuses401(published)) as origin:
            asked = said_once(judged(attrs.evolve(settings_for(origin, "phone"), keys_url=url), only=NAMED))
        times = keys_asked(settings)

    assert unasked[1].endswith("and nobody has asked for them.")
    assert unasked[2].startswith("Most likely the partner's project signs with HS256")
    assert asked[1].endswith("and they were asked for 1 times.")
    assert asked[2].startswith("Most likely the partner expects tokens of another project")
    assert times == 1
    assert keys_asked(settings) is None, "the key server has ended"


class RefusesEverythingInLatin1(RefusesInLatin1):
    def check_token(self, request: PartnerRequest) -> Any:
        raise PartnerRefusal("Refused.")


def test_partner_that_refuses_everything_in_latin1_is_told_both() -> None:
    with serving(RefusesEverythingInLatin1()) as origin:
        results = judged(settings_for(origin), only=NAMED)
        lines = said_once(results, "test_answer_is_utf8")

    assert r'400 application/json {"error":{"code":"011-001","description":"Acc\xe8s refus\xe9"}}' in lines[0]
    assert "is not UTF-8: byte 0xe8 at position 45" in results.failures[1].summary
    assert results.causes()[0].findings == (results.failures[0],)


def test_partner_that_refuses_in_latin1_alone_is_judged_by_everything_else() -> None:
    with serving(RefusesInLatin1(verifier())) as origin:
        results = judged(settings_for(origin, *LOGINS))

    assert cases(results, "failed") == {"test_answer_is_utf8"}
    assert {"expired", "test_coverage", "test_fuzzing"} <= cases(results, "passed")


def test_partner_that_answers_gzip_falsely_is_told_once() -> None:
    with serving(CallsEverythingGzip(verifier(), told={})) as origin:
        lines = said_once(judged(settings_for(origin), only=NAMED))

    assert "the body is not what its Content-Encoding says (" in lines[0]
    assert lines[1] == "Leave the header Content-Encoding away, or compress the body as it says."
    assert lines[2].startswith("To send such a delivery: login-contract webhooks send new-user --url ")
    assert len(lines) == 3, "one cause is told several times"


@contextlib.contextmanager
def resetting() -> Iterator[str]:
    """Read each request to its end, then reset the connection."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listener:

        def run() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with contextlib.suppress(OSError), connection:
                    read = b""
                    while not read.endswith(b"}"):
                        read += connection.recv(65536) or b"}"
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

        threading.Thread(target=run, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)


def test_partner_that_resets_connections_is_told_once() -> None:
    with resetting() as origin:
        lines = said_once(judged(settings_for(origin, "phone", "email"), only=NAMED))

    assert lines[:-1] == [
        "All 2 endpoints: the usual delivery is not answered as it should be: "
        "the connection was reset before the answer was complete.",
        "Something ends the connection before it answers: the server's process, a proxy or a firewall.",
    ]


class RefusesAlike(ReferencePartner):
    """Refuses users and tokens in the same words."""

    def answer(self, request: PartnerRequest) -> PartnerReply:
        reply = super().answer(request)
        return (
            PartnerReply.of(400, {"error": {"code": "1", "description": "No."}})
            if reply.status == 400
            else reply
        )


def test_login_that_gives_no_reasons_needs_a_known_user() -> None:
    with serving(RefusesAlike(verifier())) as origin:
        lines = said_once(judged(settings_for(origin, "user-verification"), only=NAMED))

    assert lines[2].startswith("Most likely the partner does not know the user, and does not say so")
    assert "--known-user" in lines[2]


def test_login_that_gives_no_reasons_is_asked_to_accept_the_known_user() -> None:
    with serving(RefusesAlike(verifier())) as origin:
        known = {"known_user": "kim", "known_password": "open-sesame"}
        alone = judged(settings_for(origin, "user-verification", **known), only=NAMED)
        beside = judged(settings_for(origin, "phone", "user-verification", **known), only=NAMED)

    assert said_once(alone)[2].startswith("Most likely the partner does not accept the known user")
    assert cases(beside, "failed") == {"test_known_user_is_accepted"}
    assert UNKNOWN in beside.skip_reasons
    assert UNTOLD not in beside.skip_reasons


class ForgetsUsersAndSaysNothing(ForgetsUsers, RefusesAlike):
    pass


def test_login_that_gives_no_reasons_has_to_know_whom_it_registered() -> None:
    with serving(ForgetsUsersAndSaysNothing(verifier())) as origin:
        results = judged(settings_for(origin, "new-user", "user-verification"), only=NAMED)

    assert cases(results, "failed") == {"test_registered_user_can_log_in"}


def test_login_that_gives_no_reasons_is_judged_with_a_user_registered_before() -> None:
    with serving(RefusesAlike(verifier())) as origin:
        results = judged(settings_for(origin, "new-user", "user-verification"), only=NAMED)

    assert cases(results, "failed") == set()
    assert "expired" in cases(results, "passed")


def test_nothing_is_said_of_a_good_partner() -> None:
    assert diagnosis.__doc__
    with serving(ReferencePartner(verifier())) as origin:
        results = judged(settings_for(origin, "phone"), only="usual_delivery_is_answered")

    assert cases(results, "passed") == {USUAL}
