"""The programs that the documents show for the TypeScript client, run against a mock."""

from __future__ import annotations

import shutil
import subprocess

from login_contract.mock.run import EmbeddedMock
from tests.codegen.typescript.node_package import GENERATED, workshop
from tests.docs.reading import blocks, text

ADDRESS = "http://127.0.0.1:8480"


def test_the_first_program_of_the_guide_and_those_for_tests_and_of_the_package_log_in() -> None:
    programs = [
        blocks(text("typescript-client"), "ts")[0],
        *blocks(text("testing-your-integration"), "ts"),
        *blocks((GENERATED / "README.md").read_text(), "ts"),
    ]

    with EmbeddedMock() as mock, workshop() as (installed, folder):
        package = folder / "node_modules" / "xsolla-login-client"
        shutil.copytree(GENERATED, package, ignore=shutil.ignore_patterns("src", "*.d.ts"))
        for at, program in enumerate(programs):
            (folder / f"{at}.mjs").write_text(program.replace(ADDRESS, mock.origin), "utf-8")
        (folder / "all.mjs").write_text(
            "".join(f'await import("./{at}.mjs");\n' for at in range(len(programs)))
        )
        done = subprocess.run(
            [installed.node, folder / "all.mjs"], capture_output=True, text=True, timeout=60, check=False
        )

    assert (done.stdout.split(), done.stderr) == (["demo"] * len(programs), "")
