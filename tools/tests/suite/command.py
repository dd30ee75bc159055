"""The command `login-contract test` as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from attrs import frozen

from login_contract import resources


@frozen
class Run:
    """A finished run: exit status, what it printed, and where its reports are."""

    status: int
    out: str
    err: str
    reports: Path

    @property
    def html(self) -> str:
        """The HTML report."""
        return (self.reports / "report.html").read_text(encoding="utf-8")

    @property
    def junit(self) -> str:
        """The JUnit XML report."""
        return (self.reports / "junit.xml").read_text(encoding="utf-8")


def run(folder: Path, *arguments: str, plugin: str | None = None, **environ: str) -> Run:
    """Run the command in a folder; ``plugin`` is the source of a pytest plugin that the run loads."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("LOGIN_CONTRACT_")}
    path = [str(resources.PACKAGE.parent)]
    if plugin is not None:
        (folder / "planted_plugin.py").write_text(plugin)
        path.append(str(folder))
        variables["PYTEST_PLUGINS"] = "planted_plugin"
    done = subprocess.run(
        [sys.executable, "-m", "login_contract", "test", "--report", "reports", *arguments],
        cwd=folder,
        env={**variables, "PYTHONPATH": os.pathsep.join(path), **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    return Run(done.returncode, done.stdout, done.stderr, folder / "reports")
