"""Password logins per second: beside what the machine can sign, with other keys, workers and databases."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from uuid import uuid4

import httpx
from attrs import evolve, frozen

from node.npm import Installation

from . import cases, machine, servers
from .cases import Case
from .contender import Contender, ContenderError
from .load import Sample, fire
from .rows import Row

CONNECTIONS = 16
ONE, HS256, TWO, POSTGRESQL = "one worker", "HS256", "2 workers", "PostgreSQL"
NAMES = ("openssl", "hs256", "workers", "postgresql")


@frozen(kw_only=True)
class Run:
    """One run, and how many cores the server and the load generator used, where the system tells."""

    sample: Sample
    server: float | None
    generator: float


@frozen(kw_only=True)
class Variant:
    """A server and the login that is fired at it."""

    name: str
    contender: Contender
    case: Case = cases.LOGIN


def measure(
    tools: Installation, folder: Path, *, rounds: int, seconds: int, announce: Callable[[str], None]
) -> list[Row]:
    """Fires logins at every variant in turn; the machine's own rate is taken in every round."""
    with ExitStack() as running:
        variants, missing = _start(running, folder)
        runs: dict[str, list[Run]] = {variant.name: [] for variant in variants}
        signatures: list[float] = []
        for number in range(1, rounds + 1):
            announce(f"round {number} of {rounds}: openssl")
            try:
                signatures.append(machine.signatures(seconds))
            except ContenderError as problem:
                missing["openssl"] = str(problem)
            for variant in variants if number % 2 else variants[::-1]:
                announce(f"round {number} of {rounds}: logins, {variant.name}")
                runs[variant.name].append(_run(tools, variant, seconds))
    return rows(runs, signatures, missing)


def _start(running: ExitStack, folder: Path) -> tuple[list[Variant], dict[str, str]]:
    one = running.enter_context(servers.mock(folder, name=ONE))
    variants = [
        Variant(name=ONE, contender=one),
        Variant(name=HS256, contender=one, case=_with_shared_secret(one)),
        Variant(name=TWO, contender=running.enter_context(servers.mock(folder, "--workers", "2", name=TWO))),
    ]
    try:
        url = running.enter_context(servers.database())
    except ContenderError as problem:
        return variants, {"postgresql": str(problem)}
    kept = running.enter_context(servers.mock(folder, "--database-url", url, name=POSTGRESQL))
    return [*variants, Variant(name=POSTGRESQL, contender=kept)], {}


def _with_shared_secret(mock: Contender) -> Case:
    """Makes a project that signs with HS256, and a user who logs in there."""
    project_id = str(uuid4())
    settings = {
        "project_id": project_id,
        "algorithm": "HS256",
        "callback_urls": [cases.LOGIN_URL],
        "users": [{**cases.CREDENTIALS, "email": "demo@example.com"}],
    }
    httpx.put(f"{mock.origin}/_mock/projects/{project_id}", json=settings).raise_for_status()
    return evolve(cases.LOGIN, query={**cases.QUERY, "projectId": project_id})


def _run(tools: Installation, variant: Variant, seconds: int) -> Run:
    server, generator, begun = variant.contender.processor_seconds(), _of_children(), time.perf_counter()
    sample = fire(tools, variant.contender.api, variant.case, seconds=seconds, connections=CONNECTIONS)
    elapsed = time.perf_counter() - begun
    after = variant.contender.processor_seconds()
    return Run(
        sample=sample,
        server=(after - server) / elapsed if server is not None and after is not None else None,
        generator=(_of_children() - generator) / elapsed,
    )


def _of_children() -> float:
    """Processor time of the commands that have ended, which the servers have not."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def rows(runs: Mapping[str, list[Run]], signatures: list[float], missing: Mapping[str, str]) -> list[Row]:
    """Compares the medians."""
    rates = {name: median(run.sample.rate for run in each) for name, each in runs.items()}
    signed = median(signatures) if signatures else 0.0
    return [
        _row("openssl", "logins ÷ openssl rsa2048 sign", ONE, signed, runs, missing, at_least=0.55),
        _row("hs256", "HS256 ÷ RS256", HS256, rates[ONE], runs, missing),
        _row("workers", "2 workers ÷ 1", TWO, rates[ONE], runs, missing),
        _row("postgresql", "PostgreSQL ÷ SQLite", POSTGRESQL, rates[ONE], runs, missing),
    ]


def _row(
    name: str,
    title: str,
    variant: str,
    beside: float,
    runs: Mapping[str, list[Run]],
    missing: Mapping[str, str],
    *,
    at_least: float | None = None,
) -> Row:
    if name in missing:
        return Row(name=name, title=title, skipped=missing[name])
    each = runs[variant]
    rate = median(run.sample.rate for run in each)
    servers_used = [run.server for run in each if run.server is not None]
    loading = median(run.generator for run in each)
    used = f"{median(servers_used):.2f}" if servers_used else "?"
    return Row(
        name=name,
        title=title,
        value=rate / beside if beside else 0.0,
        told=f"{rate:,.0f} : {beside:,.0f} /s; cores: server {used}, load {loading:.2f}",
        at_least=at_least,
        lost=sum(run.sample.refused + run.sample.failed for run in each)
        + sum(not run.sample.answered for run in each),
    )
