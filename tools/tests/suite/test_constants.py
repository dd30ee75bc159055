"""What is generated hangs on its seed alone, whatever programs are loaded."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture import providers

from login_contract.suite.fixtures import constants


def drawn() -> list[str]:
    """Draw some texts, always by the same seed."""
    texts: list[str] = []

    @seed(1)
    @settings(max_examples=300, database=None)
    @given(st.text())
    def draw(text: str) -> None:
        texts.append(text)

    draw()
    return texts


@pytest.fixture
def load(tmp_path: Path) -> Iterator[list[str]]:
    """Names of modules that are to be taken away again."""
    loaded: list[str] = []
    yield loaded
    for name in loaded:
        del sys.modules[name]


def program(folder: Path, name: str, loaded: list[str]) -> None:
    """Load a program that is full of constants."""
    module = ModuleType(name)
    module.__file__ = str(folder / f"{name}.py")
    (folder / f"{name}.py").write_text(repr([f"{name}-{number}" for number in range(500)]))
    sys.modules[name] = module
    loaded.append(name)


class Run:
    """A run as the plugin sees it, which ends with what was to be done then."""

    def __init__(self) -> None:
        self.ended = ExitStack()

    def add_cleanup(self, done: Callable[[], None]) -> None:
        self.ended.callback(done)


@pytest.mark.parametrize("name", constants.INNARDS)
def test_hypothesis_that_is_made_otherwise_runs_as_it_does(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(providers, name)
    run = Run()
    with run.ended:
        constants.pytest_configure(cast("pytest.Config", run))
    assert not hasattr(providers, name)


def test_loaded_programs_change_nothing(tmp_path: Path, load: list[str]) -> None:
    run = Run()
    with run.ended:
        constants.pytest_configure(cast("pytest.Config", run))
        before = drawn()
        program(tmp_path, "zebras", load)

        assert drawn() == before
