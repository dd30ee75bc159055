"""A run whose every text holds what no strict writer takes and no terminal should be sent."""

from __future__ import annotations

from login_contract.suite.reporting.exchange import Exchange
from login_contract.suite.reporting.results import Finding, Results

# A byte of Latin-1, half a pair, NUL, both kinds of escape sequence, a line turned around, no character.
ODD = "Acc\udce8s \ud83d \0 \x1b[2J \x9b2J \r \u202e \ufffe \U000e0001 <b>&\"']]>"
SHOWN = "Acc\\xe8s \\ud83d \\x00 \\x1b[2J \\x9b2J \\r \\u202e \\ufffe \\U000e0001 <b>&\"']]>"
EXCHANGE = Exchange(
    method="POST",
    url=f"http://127.0.0.1:1/{ODD}",
    headers=((f"x-{ODD}", ODD),),
    body=ODD,
    status=400,
    answer_headers=((ODD, ODD),),
    answer=ODD,
)
RESULTS = Results(
    target=ODD,
    trouble=ODD,
    findings=tuple(
        Finding(
            nodeid=f"flows/test_x.py::test_{verdict}[{ODD}]",
            group=group,
            subject=f"{verdict} {ODD}",
            verdict=verdict,
            reason=ODD,
            summary=ODD,
            detail=ODD,
            exchanges=(EXCHANGE, EXCHANGE),
        )
        for verdict in ("passed", "failed", "skipped", "unverified", "warning")
        for group in ("operation", "law", "other")
    ),
)
