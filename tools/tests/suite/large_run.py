"""A run as large as a whole one, with every verdict, one central cause, and texts in several scripts."""

from __future__ import annotations

from collections.abc import Iterator

from login_contract.suite.reporting.exchange import Exchange
from login_contract.suite.reporting.results import Finding, Results, Verdict

THEMES, LAWS, TESTS, OPERATIONS = 40, 12, 3, 78
NO_PROJECT = "404 003-019: The project does not exist"
ANSWER = '{"error": {"code": "003-019", "description": "The project does not exist"}}'
ARABIC = "رمز التأكيد غير صحيح"


def exchange(path: str, *, status: int = 404, answer: str = ANSWER) -> Exchange:
    """Return a request to a path, and its answer."""
    return Exchange(
        method="POST",
        url=f"https://login.example.com/api/{path}?projectId=4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10",
        headers=(("content-type", "application/json"),),
        body='{"username": "ann", "password": "***"}',
        status=status,
        answer=answer,
        milliseconds=12.3,
    )


def laws() -> Iterator[Finding]:
    """Yield the findings of the laws: some skipped, some unverified, 41 failed of one cause."""
    failed = 0
    for number in range(THEMES * LAWS * TESTS):
        theme, law = number // (LAWS * TESTS), number // TESTS
        verdict: Verdict = "passed"
        if number % 13 == 5:
            verdict = "skipped"
        elif number % 97 == 3:
            verdict = "unverified"
        elif number % 31 == 7 and failed < 41:
            verdict, failed = "failed", failed + 1
        reason = {"failed": f"{NO_PROJECT}; assert 404 == 204", "skipped": "no clock", "unverified": "418"}
        yield Finding(
            nodeid=f"flows/test_{theme}.py::test_{number}",
            group="law",
            subject=f"Law {law}: a one-time code works once, for its recipient only, and in its project",
            theme=f"Theme {theme}: what has to hold of it",
            verdict=verdict,
            reason=reason.get(verdict, ""),
            summary="assert 404 == 204\n +  where 404 = <Response [404 Not Found]>.status_code"
            * (verdict == "failed"),
            detail="def test():\n    assert answer.status_code == 204\n" * 20 * (verdict == "failed"),
            cause=NO_PROJECT if verdict == "failed" else "",
            seconds=0.2,
            exchanges=(exchange("login"), exchange(f"login/{number % 5}")) * (verdict == "failed"),
        )


def operations() -> Iterator[Finding]:
    """Yield the findings of generated requests."""
    for number in range(OPERATIONS):
        for phase in ("examples", "coverage", "fuzzing"):
            label = f"POST /operation/{number}"
            yield Finding(
                nodeid=f"properties/test_operations.py::test_{phase}[{label}]",
                group="operation",
                subject=label,
                phase=phase,
                verdict="passed",
                seconds=1.5,
                requests={label: 41},
            )


OTHERS = (
    Finding(
        nodeid="properties/test_operations.py::test_fuzzing[POST /login]",
        group="operation",
        subject="POST /login",
        phase="fuzzing",
        verdict="failed",
        cause="the status 418 is not described",
        reason="Undocumented status code",
        summary="Undocumented status code: Received: 418\nDocumented: 200, 400, 401, 404, 422, 429",
        exchanges=(exchange("login", status=418, answer="<b>teapot</b>"),),
    ),
    Finding(
        nodeid="flows/test_codes.py::test_code",
        group="law",
        subject="A one-time code works once",
        theme="One-time codes",
        verdict="failed",
        security=True,
        reason=f"no refusal: 200 {ARABIC}",
        summary=f"{ARABIC}: this is no refusal: 200",
        exchanges=(exchange("login/phone/confirm", status=200, answer=f'{{"message": "{ARABIC}"}}'),),
    ),
    Finding(
        nodeid="flows/test_w.py::test_w",
        group="law",
        subject="Answer 415",
        verdict="warning",
        reason="text/plain was accepted",
        summary="text/plain was accepted",
    ),
)
LARGE = Results(
    target="https://login.example.com/api", seconds=487.3, findings=(*operations(), *laws(), *OTHERS)
)
