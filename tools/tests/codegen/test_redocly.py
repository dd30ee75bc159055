"""What a foreign linter says of the generated descriptions and of the overlays."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from login_contract import resources
from login_contract.codegen.openapi_files import VARIANTS
from node import npm
from tests.node_or_skip import NodeOrSkip

# The JSON beside each says the same.
GENERATED = [f"generated/openapi/{variant}.yaml" for variant in VARIANTS]
SOURCE = "openapi/login.yaml"
OVERLAYS = sorted(
    str(path.relative_to(resources.checkout())) for path in resources.path("overlays").rglob("*.yaml")
)
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}


def test_redocly_finds_nothing_in_source_generated_description_or_overlay(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {responses: {}}}}\n")
    broken_overlay = tmp_path / "overlay.yaml"
    broken_overlay.write_text("overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: [{remove: true}]\n")

    *ours, about_broken, about_overlay = lint(SOURCE, *GENERATED, *OVERLAYS, str(broken), str(broken_overlay))

    assert {Path(one).parent.name for one in OVERLAYS} == {"overlays", "mock"}
    assert [one["problems"] for one in ours] == [[]] * len([SOURCE, *GENERATED, *OVERLAYS])
    assert "security-defined" in [one["ruleId"] for one in about_broken["problems"]]
    assert "struct" in [one["ruleId"] for one in about_overlay["problems"]]


# What the score may not fall below. It counts a shared response for the first operation that names it alone.
FLOOR = {
    "documentationQuality": 0.99,
    "constraintClarity": 0.99,
    "exampleCoverage": 0.99,
    "errorClarity": 1,
    "identifierClarity": 1,
    "polymorphismClarity": 0.82,
    "parameterSimplicity": 0.64,
    "schemaSimplicity": 0.56,
    "dependencyClarity": 0.47,
}


def test_score_of_the_description_does_not_fall() -> None:
    (told,) = documents(redocly("score", "--format=json", "generated/openapi/login.yaml"))

    assert told["agentReadiness"] >= 88
    assert [part for part, floor in FLOOR.items() if told["subscores"][part] < floor] == []
    assert told["subscores"].keys() == FLOOR.keys()


def lint(*files: str) -> list[dict[str, Any]]:
    """What `redocly lint` reports of each file, from one Node process in the checkout."""
    return list(documents(redocly("lint", "--format=json", *files)))


def redocly(*arguments: str) -> str:
    """The output of a command of Redocly's, called in the checkout."""
    with NodeOrSkip():
        installed = npm.install("redocly")
    command = installed.modules / "@redocly" / "cli" / "bin" / "cli.js"
    done = subprocess.run(
        [installed.node, command, *arguments],
        cwd=resources.checkout(),
        env={**os.environ, **QUIET},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return done.stdout


def documents(text: str) -> Iterator[dict[str, Any]]:
    """The JSON documents that stand one after the other in a text."""
    while text := text.lstrip():
        document, end = json.JSONDecoder().raw_decode(text)
        yield document
        text = text[end:]
