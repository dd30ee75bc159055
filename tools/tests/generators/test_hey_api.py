"""The generator that every change is tried with, the cheapest; the others have a session of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve

from generators import report
from generators.__main__ import GUIDE
from generators.catalogue import generators
from generators.description import portable
from generators.generator import Generator, Work
from generators.trial import Trial, project, tried
from node import npm
from tests.node_or_skip import NodeOrSkip

# Where they stand in the overlay: the action that takes the webhooks away, and the one for the conditions.
WEBHOOKS, CONDITIONS = 2, 5


@pytest.fixture(scope="module")
def hey_api() -> Generator:
    with NodeOrSkip():
        npm.install("hey-api")
    (found,) = (each for each in generators() if each.name == "hey-api")
    return found


@pytest.fixture(scope="module")
def work(description: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Work]:
    with project() as (base_url, project_id):
        folder = tmp_path_factory.mktemp("generators") / "hey-api"
        yield Work(description=description, folder=folder, base_url=base_url, project_id=project_id)


@pytest.fixture(scope="module")
def trial(hey_api: Generator, work: Work) -> Trial:
    return tried(hey_api, work)


def test_client_is_written_compiles_and_logs_in(trial: Trial) -> None:
    assert trial.complaints == ()
    assert all(outcome.good for outcome in (trial.generated, trial.compiled, trial.logged_in))


def test_guide_says_what_came_of_it(trial: Trial) -> None:
    assert report.cells(trial) in report.rows(GUIDE.read_text("utf-8"))


def test_generator_complains_without_actions_of_the_overlay(
    hey_api: Generator, work: Work, tmp_path: Path
) -> None:
    description = portable(tmp_path / "portable.json", without=[WEBHOOKS, CONDITIONS])
    generated = tried(
        evolve(hey_api, compile=None, log_in=None),
        evolve(work, description=description, folder=tmp_path / "hey-api"),
    ).generated

    assert "nothing is known of TokenGrant" in generated.complaints
    assert "no call uses the webhook LoginEvent" in generated.complaints
