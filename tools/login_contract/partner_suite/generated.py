"""Deliveries that Schemathesis generates from the partner's view of the description, and their judgement."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from login_contract.description.model import described
from login_contract.description.storage_webhooks import NAMES
from login_contract.partner_suite import answer_rules, bodies, settings
from login_contract.partner_suite.deliveries import RecordedAnswer
from login_contract.partner_suite.endpoints import PartnerEndpoint
from login_contract.partner_suite.people import Person
from login_contract.partner_suite.trial import PartnerUnderTest, Trial
from login_contract.suite.generated.input_limits import is_readable
from login_contract.suite.reporting.evidence import Recording, summary_of
from login_contract.suite.reporting.results import PHASES
from login_contract.suite.reporting.switched_off import SwitchedOff

EXAMPLES_PER_OPERATION = 40
DEEP_EXAMPLES = 700
SWITCHED_OFF = (
    SwitchedOff(
        check="everything but server errors",
        when="the body is not as described",
        reason="How a partner refuses such a body, or reads what it can of it, is the partner's own affair; "
        "arrays and malformed JSON have named cases.",
    ),
    SwitchedOff(
        check="positive_data_acceptance",
        reason="A partner refuses a user who is made up with 400, and is right.",
    ),
    SwitchedOff(
        check="ignored_auth",
        reason="Every defect of a token has a named case.",
    ),
    SwitchedOff(
        check="unsupported_method",
        reason="Another method is judged by a named case, which only warns.",
    ),
)


def schema(phase: str, *, deep: int | None, seed: int | None) -> Any:
    """Return the operations of the webhooks that the partner has, with one phase of generation."""
    import schemathesis

    found = settings.from_environment()
    names = [each.webhook for each in found.endpoints] if found and found.endpoints else _all()
    document = dict(described("partner").document)
    loaded = schemathesis.openapi.from_dict(
        document, config=schemathesis.Config.from_dict(_configuration(phase, deep=deep, seed=seed))
    )
    return loaded.include(operation_id=names)


def probe(case: Any, partner: PartnerUnderTest, recording: Recording) -> None:
    """Send a generated delivery with a good token and judge its answer.

    What is generated as valid must be answered as described; of the rest only that nothing breaks is asked:
    how it is refused is the matter of named cases.

    Raises:
        AssertionError: a check failed.
        pytest.skip.Exception: the endpoint cannot be judged.
    """
    from schemathesis.core.failures import FailureGroup

    trial = _trial(case, partner)
    if case.method != "POST" or not isinstance(case.body, dict) or not is_readable(case):
        return
    recording.recorder.clear()
    recording.count(case.operation.label)
    answer = trial.deliver(bodies.encoded(case.body), Person.made_up(), body=case.body)
    valid = case.meta is not None and case.meta.generation.mode.is_positive
    what = f"{trial.name}: a generated delivery that is {'' if valid else 'not '}as described was answered"
    if answer.status is None:
        raise AssertionError(f"{what}: {answer.brief}.")
    # What is no UTF-8 is the matter of a case of its own.
    checks = _checks(valid=valid, readable=answer_rules.not_utf8(answer) is None)
    try:
        case.validate_response(_response(answer, trial), checks=checks)
    except FailureGroup as group:
        advice = "Refuse it with 400." if answer.failed else summary_of(group)
        raise AssertionError(f"{what}: {answer.brief}.\n{advice}") from None


def _all() -> list[str]:
    return [PartnerEndpoint(name, "").webhook for name in NAMES]


def _trial(case: Any, partner: PartnerUnderTest) -> Trial:
    trial = partner.trial(case.operation.path.removeprefix("/"))
    if trial is None:
        pytest.skip("the partner has no such endpoint")
    if partner.patience.is_over(trial.endpoint):
        pytest.skip("unreachable: three deliveries in a row got no answer")
    if trial.trouble:
        pytest.skip(trial.trouble)
    return trial


def _response(answer: RecordedAnswer, trial: Trial) -> Any:
    import httpx

    # The body was decoded on its way in.
    headers = [pair for pair in answer.headers.multi_items() if pair[0] != "content-encoding"]
    response = httpx.Response(
        answer.status or 0,
        headers=headers,
        content=answer.content,
        request=httpx.Request("POST", trial.endpoint.url),
    )
    response.elapsed = timedelta(seconds=answer.seconds)
    return response


def _checks(*, valid: bool, readable: bool) -> list[Any]:
    from schemathesis import checks

    if not valid:
        return [checks.not_a_server_error]
    wanted = [checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance]
    return [*wanted, checks.response_schema_conformance] if readable else wanted


def _configuration(phase: str, *, deep: int | None, seed: int | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "generation": {
            "mode": "all",
            "max-examples": deep or EXAMPLES_PER_OPERATION,
            "deterministic": True,
            "database": "none",
            # Other letters are the matter of a case of their own, which says so when it fails.
            "codec": "ascii",
        },
        "phases": {name: {"enabled": name == phase} for name in PHASES},
        "suppress-health-check": ["all"],
        "cache": {"enabled": False},
        "analysis": {"constants": {"enabled": False}},
        "warnings": False,
    }
    found["phases"]["coverage"]["unexpected-methods"] = []
    return found if seed is None else {**found, "seed": seed}
