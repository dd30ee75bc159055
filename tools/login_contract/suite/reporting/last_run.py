"""What failed in the last run, kept beside its reports for ``--failed``."""

from __future__ import annotations

import json
from pathlib import Path

from login_contract import output
from login_contract.errors import UsageError
from login_contract.suite.reporting.results import Results

FILE = "failed.json"


def failed_before(folder: Path) -> tuple[str, ...]:
    """Return the tests that failed in the run whose reports are in ``folder``.

    Raises:
        UsageError: no run is kept there, or nothing failed in it.
    """
    path = folder / FILE
    try:
        kept = json.loads(path.read_bytes())
        failed = tuple(str(each) for each in kept["failed"])
    except FileNotFoundError:
        raise UsageError(f"--failed: no earlier run is kept in {folder}") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise UsageError(f"--failed: {path} does not tell what failed; run without --failed first") from None
    if not failed:
        raise UsageError(f"--failed: nothing failed in the last run ({path})")
    return failed


def keep_failed(folder: Path, results: Results, *, before: tuple[str, ...] = ()) -> None:
    """Note what failed, and of what failed ``before`` that which was to be run again and was not.

    Raises:
        UsageError: the file cannot be written.
    """
    if not results.findings:
        return
    ran = {finding.nodeid for finding in results.findings}
    failed = dict.fromkeys([finding.nodeid for finding in results.failures])
    failed.update(dict.fromkeys(nodeid for nodeid in before if nodeid not in ran))
    kept = {"target": results.target, "failed": list(failed)}
    output.write(json.dumps(kept, indent=1).encode() + b"\n", folder / FILE)
