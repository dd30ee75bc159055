"""The example of a receiver for Express, judged as a partner's endpoints are."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs
import pytest

from login_contract import npm, resources
from login_contract.partner_suite import endpoints
from login_contract.partner_suite.key_server import KeyServer
from login_contract.partner_suite.settings import PartnerSettings
from login_contract.tokens.signing import private_pem
from tests.node_or_skip import NodeOrSkip
from tests.partner_suite.partner import cases, judged, signer
from tests.webhooks_examples.signing import SECRET

EXAMPLE = resources.checkout() / "examples" / "express-receiver"
WEBHOOKS = ("new-user", "user-verification")
# As the guide has it for a project that signs with RS256.
BY_SECRET = "secret: process.env.LOGIN_SECRET"
BY_KEY = "jwks: new webhooks.JwksSource(process.env.LOGIN_JWKS_URL)"
# One endpoint tells attributes, the other free JSON.
TOLD_BY_THE_OTHER = {
    "test_attribute_keys_are_unique",
    "test_attribute_keys_are_well_formed",
    "test_attributes_are_well_formed",
    "test_free_json_is_short_enough",
}
# What does not look at tokens finds the receiver the same, however they are signed.
TOKENS = "test_tokens"
START_SECONDS = 20


@pytest.fixture(scope="module")
def project(node: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as `npm install` leaves it."""
    with NodeOrSkip():
        installed = npm.install(resources.checkout() / "tools" / "node" / "express")
    folder = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("project") / "express-receiver")
    modules = folder / "node_modules"
    modules.mkdir()
    for package in installed.modules.iterdir():
        (modules / package.name).symlink_to(package)
    (modules / "xsolla-login-client").symlink_to(resources.checkout() / "generated" / "typescript")
    return folder


@contextmanager
def running(node: Path, program: Path, **environment: str) -> Iterator[str]:
    """Runs a receiver on a free port; gives its origin."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    given = {**os.environ, "PORT": str(port), "LOGIN_PROJECT_ID": PartnerSettings().project_id, **environment}
    with (program.parent / "log").open("w") as log:
        process = subprocess.Popen([node, program], env=given, stderr=log)
    try:
        _await(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    pytest.fail("the receiver does not listen")


def addresses(origin: str) -> dict[str, str]:
    return {name: f"{origin}/{name}" for name in WEBHOOKS}


def passed(settings: PartnerSettings, *, only: str | None = None) -> set[str]:
    """The cases that a receiver passes, which fails none."""
    known = attrs.evolve(settings, known_user="jane.doe", known_password="correct-horse-7")
    results = judged(known, only=only, examples=1)

    assert [finding.summary for finding in results.failures] == []
    assert results.exit_status == 0
    assert cases(results, "skipped") <= TOLD_BY_THE_OTHER
    return cases(results, "passed")


def test_receiver_has_fifteen_lines() -> None:
    lines = (EXAMPLE / "receiver.js").read_text("utf-8").splitlines()
    program = [line for line in lines if line and not line.startswith(("import ", "/**"))]

    assert len(program) == 15


def test_receiver_of_a_project_with_a_secret_is_right(node: Path, project: Path) -> None:
    with running(node, project / "receiver.js", LOGIN_SECRET=SECRET) as origin:
        found = endpoints.from_mapping(addresses(origin), where="test")
        found_right = passed(PartnerSettings(endpoints=found, secret=SECRET))

    assert {
        "test_known_user_is_accepted",
        "test_wrong_password_is_refused",
        "test_registered_user_can_log_in",
        "test_crowd_is_answered",
        "expired",
        "other_project",
        "alg_none",
    } <= found_right


def test_receiver_of_a_project_with_keys_is_right(node: Path, project: Path) -> None:
    text = (project / "receiver.js").read_text("utf-8")
    assert text.count(BY_SECRET) == 1
    program = project / "rs256.js"
    program.write_text(text.replace(BY_SECRET, BY_KEY), "utf-8")
    keys = KeyServer(signer())
    with keys.serve(0) as server:
        url = keys.addresses(server.origin)["JWKS"]
        with running(node, program, LOGIN_JWKS_URL=url) as origin:
            found = endpoints.from_mapping(addresses(origin), where="test")
            settings = PartnerSettings(endpoints=found, private_key=private_pem(signer().key))
            found_right = passed(settings, only=TOKENS)

    assert {"hs256_with_public_key", "unknown_kid", "expired", "other_project"} <= found_right
