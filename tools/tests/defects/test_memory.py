"""A run within a test leaves nothing behind: hundreds of them are made in one process."""

from __future__ import annotations

import gc

import pytest

from tests.defects.catalogue import CATALOGUE
from tests.defects.test_defects import run
from tests.inner_runs import apart


def configs() -> int:
    """How many runs there still is something of."""
    return sum(type(each) is pytest.Config for each in gc.get_objects())


def fail() -> None:
    with apart():
        assert run(CATALOGUE[0].selection).exit_status == 1


def test_run_that_failed_is_gone_after_its_test(monkeypatch: pytest.MonkeyPatch) -> None:
    CATALOGUE[0].plant(monkeypatch)
    # A module of the suite keeps the run that imported it.
    fail()
    gc.unfreeze()
    gc.collect()
    before = configs()

    fail()

    assert configs() == before
