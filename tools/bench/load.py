"""Load from npm's autocannon, and what it measured."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import httpx
from attrs import frozen

from node.npm import Installation

from .cases import Case, Chain

CONNECTIONS = 10
WARM_UP_SECONDS = 1
CHAINED_LOAD = Path(__file__).with_name("chained_load.cjs")


@frozen(kw_only=True)
class Sample:
    """One run, or the middle of several.

    Rates are successful answers per second, latencies milliseconds; the counts are of requests answered 2xx,
    answered otherwise, or not answered.
    """

    rate: float
    p50: float
    p99: float
    answered: int
    refused: int
    failed: int

    @property
    def sound(self) -> bool:
        """Whether every request was answered with a 2xx status."""
        return self.answered > 0 and self.refused == self.failed == 0


def fire(
    tools: Installation,
    api: str,
    case: Case,
    *,
    seconds: int = 0,
    amount: int | None = None,
    connections: int = CONNECTIONS,
) -> Sample:
    """Repeats the request of `case` on some connections: so many times, or for seconds after a warm-up."""
    command, plan = (
        _repeated(
            tools,
            api,
            case,
            ["-a", amount] if amount else ["-d", seconds, *_warm_up(connections)],
            connections,
        )
        if case.chain is None
        else _chained(tools, api, case, case.chain, seconds)
    )
    done = subprocess.run(
        command,
        input=plan,
        capture_output=True,
        text=True,
        check=True,
        timeout=seconds + WARM_UP_SECONDS + 120,
    )
    return sample_of(json.loads(done.stdout.splitlines()[-1]))


def _warm_up(connections: int) -> list[object]:
    return ["--warmup", "[", "-c", connections, "-d", WARM_UP_SECONDS, "]"]


def _repeated(
    tools: Installation, api: str, case: Case, extent: Sequence[object], connections: int
) -> tuple[list[str], str]:
    script = tools.modules / "autocannon" / "autocannon.js"
    command: list[object] = [tools.node, script, "--json", "--no-progress", "-c", connections, *extent]
    command += ["-m", "POST", "-H", f"content-type={case.content_type}", "-b", case.payload]
    return [str(part) for part in [*command, f"{api}{case.address}"]], ""


def _chained(tools: Installation, api: str, case: Case, chain: Chain, seconds: int) -> tuple[list[str], str]:
    plan = {
        "url": f"{api}{case.address}",
        "form": case.body,
        "renewed": chain.name,
        # The warm-up is cut off while newer values are on their way, so its connections have their own.
        "stock": stock(api, chain, 2 * CONNECTIONS),
        "connections": CONNECTIONS,
        "seconds": seconds,
        "warmUpSeconds": WARM_UP_SECONDS,
    }
    return [str(part) for part in (tools.node, CHAINED_LOAD, tools.modules)], json.dumps(plan)


def stock(api: str, chain: Chain, size: int) -> list[str]:
    """Asks for the first value of a chain `size` times."""
    first = chain.first
    with httpx.Client(verify=False) as client:
        answers = [client.post(f"{api}{first.address}", json=first.body) for _ in range(size)]
    return [str(answer.raise_for_status().json()[chain.name]) for answer in answers]


def sample_of(result: dict[str, Any]) -> Sample:
    """Reads one result of autocannon."""
    return Sample(
        rate=result["2xx"] / result["duration"],
        p50=result["latency"]["p50"],
        p99=result["latency"]["p99"],
        answered=result["2xx"],
        refused=result["non2xx"],
        failed=result["errors"] + result["timeouts"],
    )


def middle(samples: Sequence[Sample]) -> Sample:
    """The medians of rates and latencies; the counts add up, so that no failure is lost."""
    return Sample(
        rate=median(run.rate for run in samples),
        p50=median(run.p50 for run in samples),
        p99=median(run.p99 for run in samples),
        answered=sum(run.answered for run in samples),
        refused=sum(run.refused for run in samples),
        failed=sum(run.failed for run in samples),
    )
