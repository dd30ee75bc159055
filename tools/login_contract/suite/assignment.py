"""What a run hands to the processes that run its tests; it crosses as variables of their environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from attrs import field, frozen

from login_contract.suite import hypothesis_folder
from login_contract.suite.choice import Choice
from login_contract.suite.reporting.exchange import SHOW_SECRETS_VARIABLE
from login_contract.suite.reporting.traffic_log import FOLDER_VARIABLE
from login_contract.suite.settings import PREFIX

CHOICE, DEEP, SEED, ROOM = (f"{PREFIX}{name}" for name in ("CHOICE", "DEEP", "SEED", "ROOM"))
# So much fewer are random histories where a run is quick: each costs as much as many tests.
QUICKER = 5


@frozen(kw_only=True)
class Assignment:
    """Which tests are chosen, how thorough they are, and where processes that test one server meet.

    ``deep`` is the number of generated examples per operation. With ``show_secrets`` lines that repeat
    requests hold secrets. Each process writes its traffic into the folder ``traffic``. ``target`` are the
    variables from which settings tell what is under test.
    """

    choice: Choice = field(factory=Choice)
    deep: int | None = None
    seed: int | None = None
    show_secrets: bool = False
    room: Path | None = None
    traffic: Path | None = None
    target: Mapping[str, str] = field(factory=dict, eq=False)

    def so_many(self, histories: int) -> int:
        """Return how many random histories to play, where a run that is not quick plays so many."""
        return max(1, histories // QUICKER) if self.choice.quick else histories

    def to_env(self, folder: Path) -> dict[str, str]:
        """Return it as variables; a choice, which may be too long for one, goes into a file in ``folder``."""
        written = self.choice.write(folder / "choice.json") if self.choice.told else None
        values = {
            CHOICE: written,
            DEEP: self.deep,
            SEED: self.seed,
            ROOM: self.room,
            FOLDER_VARIABLE: self.traffic,
            SHOW_SECRETS_VARIABLE: "1" if self.show_secrets else None,
        }
        return {
            **self.target,
            f"{PREFIX}CONFIG": os.devnull,
            hypothesis_folder.HYPOTHESIS: str(hypothesis_folder.folder()),
            **{name: str(value) for name, value in values.items() if value is not None},
        }

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> Self:
        """Read it from the variables; a run that nobody assigned chooses everything."""
        given = os.environ if environ is None else environ
        deep, seed = (int(given[name]) if given.get(name) else None for name in (DEEP, SEED))
        return cls(
            choice=Choice.read(Path(given[CHOICE])) if given.get(CHOICE) else Choice(),
            deep=deep,
            seed=seed,
            show_secrets=given.get(SHOW_SECRETS_VARIABLE) == "1",
            room=Path(given[ROOM]) if given.get(ROOM) else None,
            traffic=Path(given[FOLDER_VARIABLE]) if given.get(FOLDER_VARIABLE) else None,
            target=given,
        )
