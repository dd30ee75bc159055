"""The contest: both servers started, then load on one after the other, in alternating order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
from attrs import Factory, frozen

from node import npm

from . import cases, servers
from .cases import Case
from .contender import Contender, ContenderError
from .load import Sample, fire
from .servers import MOCK, PRISM, Start

STARTS = 3


@frozen(kw_only=True)
class Plan:
    """What to run: which cases, how many rounds, seconds of load per run, and how much Prism logs."""

    names: tuple[str, ...] = cases.NAMES
    rounds: int = 3
    seconds: int = 3
    prism_log: str = "info"


@frozen(kw_only=True)
class Outcome:
    """All that was measured: samples by case and server, start-ups in seconds, memory in MiB."""

    cases: list[Case]
    samples: dict[tuple[str, str], list[Sample]] = Factory(dict)
    first_answers: dict[str, list[float]] = Factory(dict)
    memory_at_rest: dict[str, float] = Factory(dict)
    memory_after: dict[str, float] = Factory(dict)


def run(
    plan: Plan, tools: npm.Installation, logs: Path, *, description: Path, announce: Callable[[str], None]
) -> Outcome:
    """Starts both servers some times, then fires at them in turn; `announce` hears of each step.

    Raises `ContenderError` when a server cannot be measured.
    """
    with ExitStack() as stack:
        launch: dict[str, Callable[[], Start]] = {
            MOCK: lambda: servers.mock(logs),
            PRISM: lambda: servers.prism(tools, description, logs, plan.prism_log),
        }
        first_answers: dict[str, list[float]] = {MOCK: [], PRISM: []}
        for number in range(1, STARTS + 1):
            for name, start in launch.items():
                announce(f"start-up {number} of {STARTS}: {name}")
                with start() as contender:
                    first_answers[name].append(contender.first_answer)
        contenders = [stack.enter_context(start()) for start in launch.values()]
        outcome = Outcome(
            cases=_cases(plan.names, contenders[0]),
            first_answers=first_answers,
            memory_at_rest={contender.name: contender.memory() for contender in contenders},
        )
        for number, contender, case in turns(plan.rounds, contenders, outcome.cases):
            announce(f"round {number} of {plan.rounds}: {case.name}, {contender.name}")
            sample = fire(tools, contender.api, case, seconds=plan.seconds)
            outcome.samples.setdefault((case.name, contender.name), []).append(sample)
        outcome.memory_after.update({contender.name: contender.memory() for contender in contenders})
    return outcome


def turns(
    rounds: int, contenders: list[Contender], measured: Iterable[Case]
) -> Iterator[tuple[int, Contender, Case]]:
    """Every other round begins with the other server: what warms up or grows favours neither."""
    for number in range(1, rounds + 1):
        order = contenders if number % 2 else contenders[::-1]
        for case in measured:
            for contender in order:
                yield number, contender, case


def _cases(names: Iterable[str], mock: Contender) -> list[Case]:
    offered: dict[str, Callable[[], Case]] = {
        "login": lambda: cases.LOGIN,
        "email": lambda: cases.EMAIL_REQUEST,
        "validate": lambda: cases.validation(_token(mock)),
        "token": lambda: cases.TOKEN_LOGIN,
        "refresh": lambda: cases.REFRESH,
    }
    return [offered[name]() for name in cases.NAMES if name in set(names)]


def _token(mock: Contender) -> str:
    answer = httpx.post(f"{mock.api}{cases.LOGIN.address}", json=cases.LOGIN.body).json()
    tokens = parse_qs(urlsplit(str(answer["login_url"])).query).get("token")
    if not tokens:
        raise ContenderError("the mock's login answers no token")
    return tokens[0]
