"""The TypeScript client on a real network: servers that say nothing, none at all, and a mock."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from pathlib import Path

from login_contract.mock.run import EmbeddedMock
from tests.codegen.typescript.node_package import GENERATED, workshop

PROGRAM = Path(__file__).with_name("network.mjs")


def test_silence_ends_no_server_is_tried_again_and_fifty_refused_calls_renew_once() -> None:
    with (
        EmbeddedMock() as mock,
        workshop() as (installed, folder),
        socket.create_server(("127.0.0.1", 0)) as silent,
    ):
        package = folder / "node_modules" / "xsolla-login-client"
        shutil.copytree(GENERATED, package, ignore=shutil.ignore_patterns("src", "*.d.ts"))
        program = shutil.copy(PROGRAM, folder)
        ports = [str(silent.getsockname()[1]), str(unused_port())]
        done = subprocess.run(
            [installed.node, program, mock.origin, *ports],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "late": True,
        "given": True,
        "unreachable": True,
        "reasons": ["ECONNREFUSED", "ECONNREFUSED"],
        "renewals": 1,
        "rotated": True,
        "names": ["demo"],
    }


def unused_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
