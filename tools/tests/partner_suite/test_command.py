"""The commands `login-contract webhooks test|send|listen` as somebody types them."""

from __future__ import annotations

import contextlib
import json
import shlex
import signal
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import attrs
import httpx
import pytest

from login_contract import cli
from login_contract.partner_suite.key_server import KeyServer
from login_contract.partner_suite.reference.partner import ReferencePartner
from login_contract.partner_suite.reference.verification import Verifier, by_secret
from login_contract.partner_suite.settings import read_settings
from login_contract.suite import runner
from login_contract.tokens.signing import private_pem
from tests.cli.process import environment
from tests.partner_suite import wrong_verifiers as verifiers
from tests.partner_suite.partner import judged, serving, settings_for, signer, verifier
from tests.partner_suite.wrong_receivers import (
    AcceptsAnyForm,
    CallsEverythingGzip,
    NeedsNoToken,
    RefusesInLatin1,
)
from tests.suite.stranger import stranger

SECRETS = ("eyJ", "PRIVATE KEY", "pass-")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "key.pem").write_text(private_pem(signer().key))


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "login_contract", "webhooks", *arguments],
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def phone_judged(origin: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return command(
        *("test", "--url", f"phone={origin}/phone", "--private-key", "key.pem", "--keys-port", "0"),
        *("--examples", "3"),
        *arguments,
    )


def test_right_partner_ends_with_0_and_reports() -> None:
    with serving(ReferencePartner(verifier())) as origin:
        done = phone_judged(origin, "-n", "2", "-k", "test_tokens or coverage or addresses")

    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("JWKS")
    assert lines[2].startswith("validate POST http://127.0.0.1:")
    assert "Refuse a token that has expired: exp" in done.stdout
    assert "POST /phone" in done.stdout
    assert "1 warning, in" in done.stdout
    assert f"against {origin} (1 webhook)" in done.stdout
    html = Path("reports/report.html").read_text()
    assert "Warnings" in html
    assert "the real Login server cannot" in html
    assert "Switched" in html or "switched off" in html
    assert len(ElementTree.fromstring(Path("reports/junit.xml").read_text()).findall(".//testcase")) > 10
    assert not any(secret in text for secret in SECRETS for text in (done.stdout, html))


def test_wrong_partner_ends_with_1_and_says_how_to_mend() -> None:
    with serving(NeedsNoToken(verifier())) as origin:
        done = phone_judged(origin, "-k", "missing or expired")

    assert done.returncode == 1, done.stdout + done.stderr
    assert "✗ Refuse a delivery without a token" in done.stdout
    assert "phone: accepted a delivery without a token. The answer was: 204." in done.stdout
    assert "Ask for the header Authorization" in done.stdout
    assert f"login-contract webhooks send phone --url {origin}/phone --defect missing" in done.stdout
    assert f"curl -i {origin}/phone -H 'Content-Type: application/json'" in done.stdout
    assert "1 failed" in done.stdout
    html = Path("reports/report.html").read_text()
    assert "curl -i" in html
    assert "It answered 204" in html
    assert len(ElementTree.fromstring(Path("reports/junit.xml").read_text()).findall(".//failure")) == 1


@pytest.mark.parametrize(
    ("kind", "signing"),
    [
        (verifiers.ChecksNoExpiry, {"secret_env": "LOGIN_SECRET"}),
        (verifiers.ChecksNoExpiry, {"private_key": Path("key.pem")}),
    ],
)
def test_printed_reproduction_runs_as_printed(
    kind: type[Verifier],
    signing: dict[str, Any],
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    project_id = "11111111-2222-4333-8444-555555555555"
    monkeypatch.setenv("LOGIN_SECRET", "it's shared")
    public = attrs.evolve(signer(), project_id=project_id)
    good = (
        by_secret("it's shared", project_id=project_id)
        if "secret_env" in signing
        else KeyServer(public).verifier
    )
    with serving(ReferencePartner(kind(good.algorithm, good.find_key, project_id))) as origin:
        flags = {**signing, "url": [f"phone={origin}/phone"], "project_id": project_id, "keys_port": 0}
        results = judged(read_settings(flags, use_file=False), only="expired")
        (summary,) = (finding.summary for finding in results.failures)
        words = shlex.split(summary.splitlines()[-1].partition(": ")[2])
        reproduced = cli.run(words[1:])
        other_project = cli.run([word if word != project_id else str(uuid4()) for word in words[1:]])

    assert words[0] == "login-contract"
    assert (reproduced, other_project) == (0, 1), capfd.readouterr().out


def test_curl_line_runs_as_it_stands_when_secrets_are_shown() -> None:
    good = verifier()
    careless = verifiers.ChecksNoExpiry(good.algorithm, good.find_key, good.project_id)
    with serving(ReferencePartner(careless)) as origin:
        hidden, shown = (
            judged(settings_for(origin, "phone"), only="expired", show_secrets=wanted)
            .failures[0]
            .exchanges[-1]
            .curl()
            for wanted in (False, True)
        )
        words = shlex.split(shown, comments=True)
        headers = [words[at + 1].split(": ", 1) for at, word in enumerate(words) if word == "-H"]
        again = httpx.post(words[2], headers=dict(headers), content=words[-1], trust_env=False)

    assert "a template: put the secrets in place of ***" in hidden
    assert "eyJ" not in hidden
    assert "template" not in shown
    assert again.status_code == 204


def test_warnings_keep_0() -> None:
    with serving(AcceptsAnyForm(verifier())) as origin:
        done = phone_judged(origin, "-k", "other_media_type")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Answer 415 or 400." in " ".join(done.stdout.replace("│", " ").split())
    assert "1 warning, in" in done.stdout


def test_list_contacts_nobody() -> None:
    done = command("test", "--url", "phone=http://127.0.0.1:1/", "--list")

    assert done.returncode == 0, done.stderr
    assert "Refuse a token that has expired: exp" in done.stdout
    assert "Switched off: ignored_auth" in done.stdout
    assert "A one-time code works once" not in done.stdout
    assert not Path("reports").exists()


def test_suite_of_the_login_api_has_no_part_in_it() -> None:
    assert "webhooks" not in runner.PARTS


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["test"], "no endpoint is named"),
        (["test", "--url", "fone=http://x"], "--url: unknown webhook 'fone'"),
        (["test", "--url", "http://x", "-k", "and and"], "is no expression"),
        (["test", "--url", "http://x", "--secret-env", "NOWHERE"], "NOWHERE is not set"),
        (["test", "--url", "http://x", "--private-key", "nowhere.pem"], "nowhere.pem: No such file"),
        (["test", "--url", "http://x", "--config", "nowhere.toml"], "nowhere.toml: No such file"),
        (["test", "--url", "http://x", "--known-password-env", "HOME"], "without --known-user"),
        (["send", "fone", "--url", "http://x"], "unknown event 'fone' (known: new-user, "),
        (["send", "phone"], "no address is known for phone"),
        (["send", "phone", "--url", "x"], "'x' is no http(s) address"),
        (["send", "phone", "--url", "http://x", "--defect", "ugly"], "--defect: 'ugly' is unknown"),
        (["send", "phone", "--url", "http://x", "--body", "{"], "--body: no JSON"),
        (["send", "phone", "--url", "http://x", "--body", "@nowhere"], "--body: nowhere: No such file"),
        (["listen", "--refuse", "no"], "is no CODE:TEXT"),
        (["listen", "--answer", "nowhere.json"], "--answer: nowhere.json: No such file"),
        (["listen", "--secret-env", "HOME", "--keys-url", "http://x"], "give one of them"),
        (["listen", "--project-id", "x"], "--project-id: 'x' is no uuid"),
    ],
)
def test_what_makes_no_sense_is_one_line_and_2(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = cli.run(["webhooks", *arguments])
    printed = capsys.readouterr()

    assert (status, printed.out) == (2, "")
    assert expected in printed.err
    assert len(printed.err.strip().splitlines()) == 1


def test_taken_port_is_one_line_and_2(capfd: pytest.CaptureFixture[str]) -> None:
    with serving(ReferencePartner()) as origin:
        port = origin.rpartition(":")[2]
        statuses = [
            cli.run(["webhooks", "test", "--url", "http://x", "--keys-port", port]),
            cli.run(["webhooks", "listen", "--port", port]),
        ]

    assert statuses == [2, 2]
    assert capfd.readouterr().err.splitlines() == [
        f"login-contract: --keys-port {port}: the port is taken; choose another",
        f"login-contract: --port {port}: the port is taken; choose another",
    ]


@contextlib.contextmanager
def listening(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "login_contract", "webhooks", "listen", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(),
    ) as process:
        try:
            assert process.stdout is not None
            first = process.stdout.readline()
            yield first.split(" at ")[1].split(",")[0], process
        finally:
            if process.poll() is None:
                process.kill()


def ended(process: subprocess.Popen[str]) -> str:
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    return out


def test_one_delivery_is_sent_and_the_partner_shows_it(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGIN_SECRET", "shared")
    Path("told.json").write_text(json.dumps({"tier": "gold"}))
    with listening("--secret-env", "LOGIN_SECRET", "--answer", "told.json") as (origin, process):
        to = ["--url", origin + "/{name}", "--secret-env", "LOGIN_SECRET"]
        body = json.dumps({"username": "jane.doe", "email": "j@example.com", "password": "correct-horse-7"})
        statuses = [
            cli.run(["webhooks", "send", "new-user", "--body", body, *to]),
            cli.run(["webhooks", "send", "phone", "--defect", "expired", *to]),
        ]
        log = ended(process)

    sent = capfd.readouterr().out
    assert statuses == [0, 1]
    assert '"username": "jane.doe"' in sent
    assert '{"tier": "gold"}' in sent
    assert "The token has expired." in sent
    assert "POST /new-user" in log
    assert '-> 200 {"tier": "gold"}' in log
    assert "-> 400" in log
    for text in (sent, log):
        assert "correct-horse" not in text
        assert "eyJ" not in text
        assert "***" in text


def test_partner_refuses_as_told_and_takes_its_time(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("S", "s")
    refusing = ("--refuse", "011-002:Not now.", "--delay", "0.2", "--secret-env", "S")
    with listening(*refusing) as (origin, process):
        sending = ["webhooks", "send", "phone", "--url", f"{origin}/phone", "--secret-env", "S"]
        status, late = cli.run(sending), cli.run([*sending, "--timeout", "0.1"])
        ended(process)

    out = capfd.readouterr().out
    assert (status, late) == (1, 1)
    assert '{"error": {"code": "011-002", "description": "Not now."}}' in out
    assert "No answer came within 0.1 seconds." in out


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (CallsEverythingGzip, "The body is not what its Content-Encoding says ("),
        (RefusesInLatin1, "The answer is not UTF-8: byte 0xe8 at position 45"),
    ],
)
def test_what_cannot_be_read_is_told_under_what_came(
    kind: type[ReferencePartner], expected: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(kind(verifier())) as origin:
        status = cli.run(["webhooks", "send", "phone", "--url", f"{origin}/phone", "--defect", "missing"])

    out = capfd.readouterr().out
    assert status == 1
    assert "400 in " in out
    assert expected in out


def test_header_of_a_partner_does_not_steer_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with stranger(204, b"", {"X-Colour": "\x1b[31mr\xe9d"}) as partner:
        assert cli.run(["webhooks", "send", "phone", "--url", partner.url]) == 0

    out = capfd.readouterr().out
    assert "\x1b" not in out
    assert r"x-colour: \x1b[31mréd" in out


def test_login_event_is_sent_without_a_token(capfd: pytest.CaptureFixture[str]) -> None:
    with serving(ReferencePartner()) as origin:
        status = cli.run(["webhooks", "send", "registration", "--url", f"{origin}/events"])

    out = capfd.readouterr().out
    assert status == 0
    assert '"event_type":"registration"' in out
    assert "uthorization" not in out
