"""The table of planted defects, read from `catalogue.md`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from attrs import frozen

from login_contract.suite.runner import Selection
from tests.defects import (
    accounts,
    added_passwords,
    answers,
    asks,
    attributes,
    authorizing,
    bans,
    bulk_users,
    codes,
    devices,
    email_templates,
    friendships,
    grants,
    histories,
    hosted_asks,
    hosted_pages,
    languages,
    login_forms,
    network_links,
    new_keys,
    nickname_searches,
    partners,
    phones,
    pictures,
    profiles,
    readings,
    redirects,
    refreshing,
    resets,
    second_factor_settings,
    second_factors,
    server_users,
    signing_out,
    single_sign_on,
    social_logins,
    strangers,
    token_endpoint,
    tokens,
    told_texts,
    user_groups,
)

Plant = Callable[[pytest.MonkeyPatch], None]
MODULES = (
    accounts,
    added_passwords,
    answers,
    asks,
    attributes,
    authorizing,
    bans,
    bulk_users,
    codes,
    email_templates,
    devices,
    friendships,
    grants,
    histories,
    hosted_asks,
    hosted_pages,
    languages,
    login_forms,
    network_links,
    nickname_searches,
    new_keys,
    partners,
    profiles,
    phones,
    pictures,
    readings,
    redirects,
    refreshing,
    resets,
    second_factor_settings,
    second_factors,
    server_users,
    signing_out,
    single_sign_on,
    social_logins,
    strangers,
    token_endpoint,
    told_texts,
    tokens,
    user_groups,
)
TABLE = Path(__file__).with_name("catalogue.md")
EXAMPLES = 100


@frozen
class Planted:
    """A defect, the part of the suite that has to fail, and the sign that it fails for the right reason."""

    defect: str
    test: str
    sign: str

    @property
    def plant(self) -> Plant:
        """The function that plants it."""
        return plants()[self.defect]

    @property
    def selection(self) -> Selection:
        """The test as the runner takes it."""
        if self.test == "stateful":
            return Selection(parts=("properties/test_links.py",))
        noun, is_law, name = self.test.partition("::")
        if is_law:
            return Selection(parts=(f"flows/test_{noun}.py::{name}",))
        phase, _, operation_id = self.test.partition(": ")
        only = f"test_{phase} and {operation_id}"
        # What is random depends on which modules a process has read: a few requests may all miss the defect.
        deep = EXAMPLES if phase == "fuzzing" else None
        return Selection(parts=("properties/test_operations.py",), only=only, deep=deep)


@cache
def plants() -> Mapping[str, Plant]:
    """Return every function of this folder that plants a defect, by module and name."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}": function
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and list(inspect.signature(function).parameters) == ["patch"]
    }


def catalogue() -> Iterator[Planted]:
    """Yield the rows of the table."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        if len(cells) == 3 and cells[0] not in ("defect", "---"):
            yield Planted(*cells)


CATALOGUE = tuple(catalogue())
