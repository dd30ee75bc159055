"""Which checks judge generated requests, how strictly, and which are switched off, with the reason."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from login_contract.description.message import ERROR_CODE
from login_contract.description.model import Description
from login_contract.description.operation import Operation
from login_contract.description.references import resolve
from login_contract.suite.generated.good_requests import refused_token
from login_contract.suite.generated.input_limits import is_readable
from login_contract.suite.judging.body import error_of, json_of, not_utf8
from login_contract.suite.judging.judge import wrong_code
from login_contract.suite.judging.refusals import (
    INVALID_CLIENT,
    INVALID_GRANT,
    INVALID_VALUE,
    MISSING_VALUE,
    UNREADABLE_BODY,
)
from login_contract.suite.reporting.results import PHASES
from login_contract.suite.reporting.switched_off import SwitchedOff

EXAMPLES_PER_OPERATION = 10
DEEP_EXAMPLES = 300
SCENARIOS = 15
STEPS = 8
# What a well-formed request never gets: its media type is right, and so is its form.
NOT_FOR_VALID_REQUESTS = {"400", "413", "415"}
# The codes of 400 that answer a well-formed request whose client or grant is not good.
CREDENTIALS_REFUSED = {
    "generate-jwt": frozenset({INVALID_CLIENT.code, INVALID_GRANT.code}),
    "revoke-jwt": frozenset({INVALID_CLIENT.code}),
}
# How far into a schema its codes are looked for: some schemas contain themselves.
DEEPEST = 8
UNAUTHORIZED = 401
# A malformed request is refused for its form, whatever else might be wrong with it.
REFUSALS_OF_MALFORMED = ("400", "405", "413", "415", "429")


SWITCHED_OFF = (
    SwitchedOff(
        check="positive_data_acceptance",
        when="the request holds a NUL character or an integer beyond 64 bits, or is too deep or too large",
        reason="No schema can forbid these in properties that are open. Such a request has to be refused "
        "with a 4xx instead, which the suite checks.",
    ),
    SwitchedOff(
        check="positive_data_acceptance",
        operations=tuple(CREDENTIALS_REFUSED),
        reason="RFC 6749 answers a client or a grant that is not good with 400, the status of a malformed "
        "request. The suite checks by its code that a well-formed request gets 400 for nothing else.",
    ),
    SwitchedOff(
        check="positive_data_acceptance",
        when="the body is one of parts, as files come in",
        reason="No schema says what the bytes of a file have to be, a picture or a table. That a right one "
        "is taken is shown by the requests with live values.",
    ),
    SwitchedOff(
        check="negative_data_rejection",
        when="the answer is 404 003-019",
        reason="No source says whether a server looks for the project before or after it reads the rest.",
    ),
    SwitchedOff(
        check="negative_data_rejection",
        when="a link has put its body in the place of one that was no JSON",
        reason="Nothing is wrong with what is sent then, though the request was generated as a wrong one.",
    ),
    SwitchedOff(
        check="negative_data_rejection",
        when="a link, and the token with it, have put right a query and headers that were wrong",
        reason="Nothing is wrong with what is sent then, though the request was generated as a wrong one.",
    ),
    SwitchedOff(
        check="negative_data_rejection",
        when="the parts of a form are right as they are sent",
        reason="A part is text or bytes, whatever it was generated as: a number for a text is one.",
    ),
    SwitchedOff(
        check="missing_required_header",
        when="the operation refuses a user's token with another status than 401",
        reason="Schemathesis takes 401 alone for the refusal of a request without a token. That such a "
        "request gets the status that is described is shown by negative_data_rejection.",
    ),
)


def scenarios(deep: int | None) -> int:
    """Return how many journeys along links to make."""
    return SCENARIOS if deep is None else max(SCENARIOS, deep)


def configuration(
    description: Description, phases: Sequence[str], *, deep: int | None = None, seed: int | None = None
) -> dict[str, Any]:
    """Return a Schemathesis configuration for some of its phases.

    Without a ``seed`` every run generates the same requests. Which statuses may answer a valid request, and
    which a malformed one, is read from the description: those that the operation documents.
    """
    settings: dict[str, Any] = {
        "generation": {
            "mode": "all",
            "max-examples": deep or EXAMPLES_PER_OPERATION,
            "deterministic": True,
            "database": "none",
        },
        "phases": {name: {"enabled": name in phases} for name in PHASES},
        "checks": {
            off.check: {"enabled": False} for off in SWITCHED_OFF if "*" in off.operations and not off.when
        },
        "operations": _by_operations(description),
        "suppress-health-check": ["all"],
        "cache": {"enabled": False},
        "analysis": {"constants": {"enabled": False}},
        "warnings": False,
    }
    if seed is not None:
        settings["seed"] = seed
    return settings


def _by_operations(description: Description) -> list[dict[str, Any]]:
    """Return one entry for all operations that are judged alike: every request has every entry looked at."""
    alike: dict[str, tuple[list[str], dict[str, Any]]] = {}
    for operation in description.operations.values():
        checks = _of_operation(operation)
        ids, _ = alike.setdefault(json.dumps(checks), ([], checks))
        ids.append(operation.operation_id)
    return [{"include-operation-id": ids, "checks": checks} for ids, checks in alike.values()]


def _of_operation(operation: Operation) -> dict[str, Any]:
    """Return the settings of the checks for one operation."""
    documented = operation.responses
    accepted = [status for status in documented if status not in NOT_FOR_VALID_REQUESTS]
    refused = [status for status in REFUSALS_OF_MALFORMED if status in documented or status == "405"]
    refused += sorted({str(each.error_status) for each in operation.parameters} - {"400"})
    if "{" in operation.path:
        # What stands in the path decides which path it is.
        refused.append("404")
    without_token = refused_token(operation).status
    if operation.security:
        refused.append(str(without_token))
    checks: dict[str, Any] = {
        "positive_data_acceptance": {"expected-statuses": sorted(accepted)},
        "negative_data_rejection": {"expected-statuses": sorted(refused)},
    }
    if operation.user_token and without_token != UNAUTHORIZED:
        checks["missing_required_header"] = {"enabled": False}
    for off in SWITCHED_OFF:
        if operation.operation_id in off.operations and not off.when:
            checks[off.check] = {"enabled": False}
    return checks


def documented_code(description: Description) -> Any:
    """Return a check: an error answer carries a code that the description lists for its status."""

    def error_code_is_documented(ctx: Any, response: Any, case: Any) -> None:
        operation = _operation(description, case)
        # A page for people shows no code; that it is described is another check's matter.
        page = "".join(response.headers.get("content-type", [])).startswith("text/html")
        if operation is not None and case.method == operation.method and not page:
            wrong = wrong_code(operation, response.status_code, json_of(response.content))
            assert not wrong, wrong

    return error_code_is_documented


def malformed_code(description: Description) -> Any:
    """Return a check: 400 answers the code that the description gives a missing or invalid value."""

    def violation_has_its_code(ctx: Any, response: Any, case: Any) -> None:
        operation = _operation(description, case)
        if operation is None or response.status_code != 400 or case.method != operation.method:
            return
        if "".join(response.headers.get("content-type", [])).startswith("text/html"):
            return
        code, _ = error_of(json_of(response.content)) or (None, None)
        refused = CREDENTIALS_REFUSED.get(operation.operation_id, frozenset())
        well_formed = case.meta is not None and case.meta.generation.mode.is_positive and is_readable(case)
        # No schema can forbid a form to repeat an undescribed field, which makes its body unreadable.
        of_its_form = {UNREADABLE_BODY.code} if well_formed and refused else violation_codes(operation)
        known = refused | of_its_form
        assert code in known, f"400 with {code!r}, expected one of {sorted(known)}"

    return violation_has_its_code


def violation_codes(operation: Operation) -> frozenset[str]:
    """Return the codes that a missing or invalid parameter or property of an operation may answer."""
    found = {UNREADABLE_BODY.code, MISSING_VALUE.code, INVALID_VALUE.code}
    found.update(each.error_code for each in operation.parameters if each.error_code)
    for media in operation.bodies.values():
        found.update(_codes_within(operation, media.schema))
    return frozenset(found)


def _codes_within(operation: Operation, node: Any, depth: int = 0) -> Iterator[str]:
    node = resolve(operation.document, node)
    if not isinstance(node, Mapping) or depth > DEEPEST:
        return
    if ERROR_CODE in node:
        yield node[ERROR_CODE]
    for child in (node.get("items"), *node.get("properties", {}).values()):
        yield from _codes_within(operation, child, depth + 1)


def secret_stays_out_of_caches(ctx: Any, response: Any, case: Any) -> None:
    """Check that an answer with a token or code in it forbids caches to keep it."""
    text = response.content.decode("utf-8", "replace") + "".join(response.headers.get("location", []))
    if 200 <= response.status_code < 400 and ("token=" in text or '"token"' in text or '"code"' in text):
        kept = ", ".join(response.headers.get("cache-control", []))
        assert "no-store" in kept, f"an answer with a secret has Cache-Control {kept!r}"


def answer_is_utf8(ctx: Any, response: Any, case: Any) -> None:
    """Check that a JSON answer is written in UTF-8."""
    wrong = not_utf8("".join(response.headers.get("content-type", [])), response.content)
    assert not wrong, wrong


def _operation(description: Description, case: Any) -> Operation | None:
    return description.by_label.get(case.operation.label)
