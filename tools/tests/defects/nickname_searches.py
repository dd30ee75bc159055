"""Defects of the search by nickname."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.contract.refusals import TOO_MANY_REQUESTS
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import nickname_search as flow
from login_contract.mock.names import comparable
from login_contract.mock.services import Services
from login_contract.mock.store import nickname_search, rate_windows, user_rows
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.nickname_search import Found
from tests.defects.planting import alter_answers, altered, wrap_operation

SEARCH = "search-users-by-nickname"


def letter_case_of_a_nickname_matters(patch: pytest.MonkeyPatch) -> None:
    def key(nickname: str) -> str:
        return nickname.encode().hex()

    patch.setattr(user_rows, "searchable", key)
    patch.setattr(nickname_search, "searchable", key)


def marks_hide_a_letter(patch: pytest.MonkeyPatch) -> None:
    """Compare composed letters, so that the beginning of one in pieces finds nothing."""

    def key(nickname: str) -> str:
        return comparable(nickname).encode().hex()

    patch.setattr(user_rows, "searchable", key)
    patch.setattr(nickname_search, "searchable", key)


def middle_of_a_nickname_is_found(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(nickname_search, "BEGINS", "nickname_key LIKE '%' || :start || '%' AND :start_after <> ''")


def nickname_is_a_pattern(patch: pytest.MonkeyPatch) -> None:
    def readings(text: str) -> tuple[list[str], dict[str, Any]]:
        return ["lower(nickname) LIKE :pattern"], {"pattern": f"{text.lower()}%"}

    patch.setattr(nickname_search, "_readings", readings)


def last_character_does_not_count(patch: pytest.MonkeyPatch) -> None:
    sound = nickname_search._readings
    patch.setattr(nickname_search, "_readings", lambda text: sound(text[:249] if len(text) > 249 else text))


def tag_finds_whoever_begins_so(patch: pytest.MonkeyPatch) -> None:
    """Take the nickname before a tag for a beginning."""
    sound = nickname_search._readings

    def readings(text: str) -> tuple[list[str], dict[str, Any]]:
        where, given = sound(text)
        whole = "nickname_start = :whole_start AND nickname_key = :whole"
        loose = [each.replace(whole, "nickname_key LIKE :whole || '%'") for each in where]
        return loose, given

    patch.setattr(nickname_search, "_readings", readings)


def hash_in_a_nickname_is_no_letter(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(nickname_search, "BEGINS", f"{nickname_search.BEGINS} AND nickname NOT LIKE '%#%'")


def strangers_are_found(patch: pytest.MonkeyPatch) -> None:
    sound = nickname_search.search

    def search(tx: Transaction, project_id: str, text: str, **page: int) -> Found:
        return sound(Everywhere(tx), project_id, text, **page)  # type: ignore[arg-type]

    patch.setattr(flow, "nickname_search", altered(nickname_search, search=search))


class Everywhere:
    """A transaction that looks at no project."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def __getattr__(self, name: str) -> Any:
        sound = getattr(self._tx, name)
        if name not in ("row", "all"):
            return sound
        return lambda sql, **given: sound(
            sql.replace("project_id = :project_id", ":project_id <> ''"), **given
        )


def offset_counts_pages(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        offset = call.query["offset"] // 7 * 6
        answer = await sound(evolve(call, query={**call.query, "offset": offset}), services)
        return evolve(answer, body={**answer.body, "offset": call.query["offset"]})

    wrap_operation(patch, SEARCH, around)


def total_counts_the_page(patch: pytest.MonkeyPatch) -> None:
    def alter(reply: Reply) -> Reply:
        return evolve(reply, body={**reply.body, "total_count": len(reply.body["users"])})

    alter_answers(patch, SEARCH, alter)


def everybody_is_me(patch: pytest.MonkeyPatch) -> None:
    def alter(reply: Reply) -> Reply:
        found = [{**user, "is_me": True} for user in reply.body["users"]]
        return evolve(reply, body={**reply.body, "users": found})

    alter_answers(patch, SEARCH, alter)


def old_nickname_is_found(patch: pytest.MonkeyPatch) -> None:
    sound = user_rows.nicknamed

    def nicknamed(nickname: str | None) -> dict[str, str | None]:
        return {"nickname": nickname} if nickname == "Later" else sound(nickname)

    patch.setattr(user_rows, "nicknamed", nicknamed)


def everybody_waits_for_one(patch: pytest.MonkeyPatch) -> None:
    sound = rate_windows.count

    def count(tx: Transaction, project_id: str, operation_id: str, client: str, **limit: Any) -> float:
        return sound(tx, project_id, operation_id, "", **limit)

    patch.setattr(flow, "rate_windows", altered(rate_windows, count=count))


def each_token_searches_for_itself(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        bearer = call.user
        user = evolve(bearer.user, user_id=bearer.session.jti)
        return await sound(evolve(call, identified=evolve(bearer, user=user)), services)

    wrap_operation(patch, SEARCH, around)


def concurrent_searches_all_win(patch: pytest.MonkeyPatch) -> None:
    """Look whether the user may search, and count the search later."""
    searched: dict[str, float] = {}
    patch.setattr(flow, "rate_windows", altered(rate_windows, count=lambda *given, **limit: 0.0))

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        user_id, now = call.user.user.user_id, services.store.moment()
        if now < searched.get(user_id, 0) + 1:
            raise LoginError(TOO_MANY_REQUESTS, headers={"retry-after": "1"})
        await asyncio.sleep(0.2)
        searched[user_id] = now
        return await sound(call, services)

    wrap_operation(patch, SEARCH, around)
