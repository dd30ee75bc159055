"""Defects of imports and exports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

import pytest
from attrs import evolve

from login_contract.mock.domain import csv_lines, user_columns
from login_contract.mock.domain.csv_lines import CsvLine
from login_contract.mock.flows import user_imports
from login_contract.mock.flows.user_exports import UserExports
from login_contract.mock.store import files, many_users, rate_windows, user_rows, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.many_users import STEAM, Newcomer, Taken
from tests.defects.planting import compare_users_by


def line_is_half_done(patch: pytest.MonkeyPatch) -> None:
    """Make a user whose id on the partner's server is taken, without the id."""
    sound = Taken.of

    def of(self: Taken, newcomer: Newcomer) -> str | None:
        return sound(self, evolve(newcomer, server_custom_id=None))

    adds = many_users._add

    def add(tx: Transaction, project_id: str, free: Sequence[Newcomer]) -> None:
        held = {row["server_custom_id"] for row in tx.all("SELECT server_custom_id FROM server_custom_ids")}
        adds(
            tx,
            project_id,
            [evolve(each, server_custom_id=None) if each.server_custom_id in held else each for each in free],
        )

    patch.setattr(Taken, "of", of)
    patch.setattr(many_users, "_add", add)


def account_at_steam_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    sound = user_columns.read

    def read(project: Any, mapping: Mapping[str, int], values: Sequence[str], user_id: str) -> Newcomer:
        return evolve(sound(project, mapping, values, user_id), accounts={})

    patch.setattr(user_columns, "read", read)


def letter_case_makes_two_of_an_address(patch: pytest.MonkeyPatch) -> None:
    compare_users_by(patch, str)
    patch.setattr(many_users, "comparable", str)


def other_projects_take_names(patch: pytest.MonkeyPatch) -> None:
    sound = many_users._found

    def found(
        tx: Transaction, table: str, column: str, values: Any, within: Mapping[str, str] | None = None
    ) -> set[str]:
        elsewhere = {name: value for name, value in (within or {}).items() if name != "project_id"}
        return sound(tx, table, column, values, elsewhere)

    patch.setattr(many_users, "_found", found)


def only_the_first_lines_are_read(patch: pytest.MonkeyPatch) -> None:
    sound = csv_lines.lines

    def lines(file: IO[bytes], comma: str) -> Iterator[CsvLine]:
        yield from (line for line in sound(file, comma) if line.number <= 100)

    patch.setattr(csv_lines, "lines", lines)


def commas_alone_separate(patch: pytest.MonkeyPatch) -> None:
    sound = csv_lines.lines
    patch.setattr(csv_lines, "lines", lambda file, comma: sound(file, ","))


def blank_lines_are_not_counted(patch: pytest.MonkeyPatch) -> None:
    sound = csv_lines.lines

    def lines(file: IO[bytes], comma: str) -> Iterator[CsvLine]:
        said = (line for line in sound(file, comma) if line.values or line.fault)
        yield from (evolve(line, number=number) for number, line in enumerate(said, 1))

    patch.setattr(csv_lines, "lines", lines)


def any_text_is_a_hash(patch: pytest.MonkeyPatch) -> None:
    _read_column(patch, "password_hash", str)


def space_around_an_address_is_lost(patch: pytest.MonkeyPatch) -> None:
    _read_column(patch, "email", str.strip)


def long_nickname_is_cut(patch: pytest.MonkeyPatch) -> None:
    _read_column(patch, "nickname", lambda text: text[:200])


def _read_column(patch: pytest.MonkeyPatch, name: str, read: Any) -> None:
    patch.setattr(user_columns, "COLUMNS", {**user_columns.COLUMNS, name: read})


def ban_is_not_imported(patch: pytest.MonkeyPatch) -> None:
    _read_column(patch, "is_banned", lambda text: False)


def mail_tells_every_line(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(user_imports, "MOST_TOLD", 10**6)


def exports_know_no_pause(patch: pytest.MonkeyPatch) -> None:
    sound = rate_windows.count

    def count(tx: Transaction, project_id: str, operation_id: str, client: str, **limit: Any) -> float:
        return 0 if operation_id == "export-users" else sound(tx, project_id, operation_id, client, **limit)

    patch.setattr(rate_windows, "count", count)


def export_tells_hashes(patch: pytest.MonkeyPatch) -> None:
    sound = user_columns.write

    def write(newcomer: Newcomer, picture: str | None) -> list[str]:
        written = sound(newcomer, picture)
        written[list(user_columns.COLUMNS).index("password_hash")] = newcomer.user.password_hash or ""
        return written

    patch.setattr(user_columns, "write", write)


def export_ends_with_its_first_page(patch: pytest.MonkeyPatch) -> None:
    sound = UserExports._write

    def write(self: UserExports, project: Any, file: str, after: int, tx: Transaction) -> int | None:
        sound(self, project, file, after, tx)
        return None

    patch.setattr("login_contract.mock.flows.user_exports.PAGE", 3)
    patch.setattr(UserExports, "_write", write)


def link_never_ends(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(files, "LIFETIME_SECONDS", 10**9)


def export_forgets_steam(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(many_users, "STEAM", f"{STEAM}-elsewhere")


def export_is_of_every_project(patch: pytest.MonkeyPatch) -> None:
    def behind(tx: Transaction, project_id: str, number: int, most: int) -> dict[int, Any]:
        rows = tx.all("SELECT * FROM users WHERE number > :number ORDER BY number", number=number)
        return {row["number"]: user_rows.of_row(tx, row) for row in rows}

    patch.setattr(users, "behind", behind)
