"""One run of Node that judges a description by all rule sets and its words by a dictionary."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from login_contract.errors import UsageError
from node import npm

from .finding import Finding

PACKAGE = "lint"
LONGEST = 300  # seconds


@frozen
class Judgement:
    """What the rule sets found, which rules IBM's offers, and which words the dictionary does not know."""

    findings: tuple[Finding, ...]
    offered: tuple[str, ...]
    unknown: tuple[str, ...]


def judge(
    document: Any, *, shared: Iterable[str] = (), words: Iterable[str] = (), known: Iterable[str] = ()
) -> Judgement:
    """Judges `document` (None: no document) and `words`, of which those of `known` are right as well.

    Of the rules of IBM's validator those of `shared` count.

    Raises `UsageError` where the program does not end well, `npm.NodeUnavailableError` without Node.
    """
    installed = npm.install(PACKAGE)
    asked = {
        "modules": str(installed.modules),
        "document": document,
        "shared": list(shared),
        "words": list(words),
        "known": list(known),
    }
    done = subprocess.run(
        [installed.node, npm.HERE / PACKAGE / "judge.mjs"],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    if done.returncode != 0:
        raise UsageError(f"the rule sets did not run: {done.stderr.strip().splitlines()[-1:]}")
    answer = json.loads(done.stdout)
    found = (
        Finding(rule_set=one["set"], rule=one["rule"], pointer=tuple(one["pointer"]), message=one["message"])
        for one in answer["findings"]
    )
    return Judgement(
        findings=tuple(found), offered=tuple(answer["offered"]), unknown=tuple(answer["unknown"])
    )
