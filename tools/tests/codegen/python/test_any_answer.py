"""The client is never surprised: ten thousand answers of servers that grew or broke."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from random import Random
from typing import Any

import pytest
from xsolla_login_client import Client, LoginError

from tests.codegen.python.calls import Call, calls, client_to
from tests.codegen.python.laws import judge_answer, judge_result
from tests.codegen.python.mutations import Sent, mutated

SHARES = 4
#: Each share: 10,000 in all. One of ten answers is awaited.
MUTATIONS = 10_000 // SHARES


def mutations(share: int, count: int) -> list[tuple[Call, Sent]]:
    random = Random(f"answers {share}")
    made = calls()
    return [(call, mutated(random, call.operation)) for call in random.choices(made, k=count)]


def outcome(call: Call, manner: str, client: Client) -> Any:
    try:
        return call.make(manner, client)
    except LoginError as error:
        return error


async def outcome_async(made: Awaitable[Any]) -> Any:
    try:
        return await made
    except LoginError as error:
        return error


def judge_blocking(cases: list[tuple[Call, Sent]]) -> None:
    """Judge each answer through both functions that wait for it."""
    now: list[Sent] = []
    with client_to(lambda _: now[-1].response()) as client:
        for call, sent in cases:
            now[:] = [sent]
            # Cookies of ten thousand answers take longest of all.
            client.get_httpx_client().cookies.clear()
            judge_answer(call, sent, outcome(call, "sync_detailed", client))
            judge_result(call, sent, outcome(call, "sync", client))


async def judge_awaited(cases: list[tuple[Call, Sent]]) -> None:
    """Judge each answer through both functions that are awaited."""
    now: list[Sent] = []
    async with client_to(lambda _: now[-1].response()) as client:
        for call, sent in cases:
            now[:] = [sent]
            functions = (call.module.asyncio_detailed, call.module.asyncio)
            detailed, plain = (each(*call.path, client=client, **call.arguments) for each in functions)
            judge_answer(call, sent, await outcome_async(detailed))
            judge_result(call, sent, await outcome_async(plain))


@pytest.mark.parametrize("share", range(SHARES))
def test_whatever_a_server_answers_comes_to_a_result_or_to_an_error_of_the_family(share: int) -> None:
    cases = mutations(share, MUTATIONS)
    awaited = len(cases) // 10
    judge_blocking(cases[awaited:])
    asyncio.run(judge_awaited(cases[:awaited]))
