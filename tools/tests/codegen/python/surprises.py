"""Answers that nobody expects, and what has to come of each: the law about surprises."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from random import Random
from typing import Any

from xsolla_login_client import Client, LoginError

from tests.codegen.python.calls import Call, calls, client_to
from tests.codegen.python.laws import judge_answer, judge_result
from tests.codegen.python.mutations import Sent, mutated


def judge_surprises(share: int, count: int) -> None:
    """Judge so many answers, the same ones for each share; one of ten is awaited."""
    cases = mutations(share, count)
    awaited = count // 10
    judge_blocking(cases[awaited:])
    asyncio.run(judge_awaited(cases[:awaited]))


def mutations(share: int, count: int) -> list[tuple[Call, Sent]]:
    """Return calls, each with what the server answers."""
    random = Random(f"answers {share}")
    made = calls()
    return [(call, mutated(random, call.operation)) for call in random.choices(made, k=count)]


def outcome(call: Call, manner: str, client: Client) -> Any:
    """Return what comes of a call, an error of the family among it."""
    try:
        return call.make(manner, client)
    except LoginError as error:
        return error


async def outcome_async(made: Awaitable[Any]) -> Any:
    """Return what comes of an awaited call."""
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
