"""Sends generated requests to the target and judges the answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

import jsonschema_rs
from attrs import frozen
from requests import RequestException, Session

from login_contract.description.message import MULTIPART, Parameter
from login_contract.description.model import Description, described
from login_contract.suite.actors.jwt_client import CALLBACK
from login_contract.suite.generated.checks import (
    answer_is_utf8,
    documented_code,
    malformed_code,
    secret_stays_out_of_caches,
)
from login_contract.suite.generated.form_case import is_right_form
from login_contract.suite.generated.input_limits import is_readable
from login_contract.suite.generated.live_values import LiveValues
from login_contract.suite.generated.security_checks import (
    goes_astray,
    lead_astray,
    leads_where_allowed,
    refusal_repeats_no_secret,
)
from login_contract.suite.judging import origin
from login_contract.suite.judging.body import json_of
from login_contract.suite.judging.refusals import UNKNOWN_PROJECT
from login_contract.suite.pace import Pace
from login_contract.suite.reporting.evidence import Recording, UnverifiedError, summary_of
from login_contract.suite.reporting.exchange import Exchange, as_text
from login_contract.suite.reporting.har_entry import lost, of_schemathesis
from login_contract.suite.target import Target, origin_of

WAITS = 3
LOOKING = ("GET", "HEAD", "OPTIONS")


@frozen(kw_only=True)
class Probe:
    """Sends one generated request after the other: in process to an embedded mock, else over HTTP."""

    target: Target
    description: Description
    recording: Recording
    pace: Pace
    session: Session
    live_values: LiveValues | None = None

    @property
    def transport(self) -> Mapping[str, Any]:
        """How Schemathesis sends a request to this target."""
        options: dict[str, Any] = {"base_url": self.target.base_url, "allow_redirects": False}
        return {**options, "timeout": self.target.settings.timeout, "session": self.session}

    @property
    def checks(self) -> list[Any]:
        """The suite's own checks, beside those of Schemathesis."""
        return [
            documented_code(self.description),
            malformed_code(self.description),
            secret_stays_out_of_caches,
            answer_is_utf8,
            leads_where_allowed(self._known_origins),
            refusal_repeats_no_secret,
        ]

    @property
    def _known_origins(self) -> list[str]:
        login_url = self.target.settings.login_url
        return [self.target.origin, origin_of(CALLBACK), *([origin_of(login_url)] if login_url else [])]

    def send(self, case: Any) -> None:
        """Send a request and judge its answer.

        Raises:
            FailureGroup: checks failed.
            UnverifiedError: only facts that no source states were not met, by a server that is not the mock.
        """
        if not self._may_send(case):
            return
        headers, must_succeed = self.prepare(case)
        response = self.call(case, headers)
        self.judge(case, response, headers=headers, must_succeed=must_succeed)

    def _may_send(self, case: Any) -> bool:
        """Spare a foreign server methods that might change something, and most of the long waits."""
        operation = self.description.by_label[case.operation.label]
        if not self.target.capabilities.write and case.method not in LOOKING:
            return operation.changes_nothing and case.method == operation.method
        if self.target.capabilities.is_mock or "408" not in operation.responses:
            return True
        # A wait lasts for some twenty seconds there.
        return self.recording.requests.get(case.operation.label, 0) < WAITS or not _is_valid(case)

    def prepare(self, case: Any) -> tuple[Mapping[str, str], bool]:
        """Put live values into a request; return headers to send with it, and whether it has to succeed."""
        self.recording.recorder.clear()
        astray = goes_astray(case)
        headers = self.live_values.fill(case) if self.live_values else None
        if headers is None and self.live_values:
            self.live_values.name_project(case)
        if astray:
            lead_astray(case)
        return headers or {}, headers is not None and not astray

    def prepare_linked(self, case: Any) -> Mapping[str, str]:
        """Complete a request that a link has begun, with the code of its message or a token."""
        self.recording.recorder.clear()
        if self.live_values is None:
            return {}
        self.live_values.name_project(case)
        return self.live_values.complete(case)

    def call(self, case: Any, headers: Mapping[str, str]) -> Any:
        """Send a request, no faster than the target allows."""
        self.pace.wait()
        self.recording.count(case.operation.label)
        started, recorder = datetime.now(UTC), self.recording.recorder
        try:
            response = case.call(headers=dict(headers) or None, **self.transport)
        except RequestException as problem:
            recorder.log_wire(partial(lost, problem, started=started))
            raise
        recorder.note(self._exchange(response))
        recorder.log_wire(partial(of_schemathesis, response, started=started))
        return response

    def judge(
        self,
        case: Any,
        response: Any,
        *,
        headers: Mapping[str, str],
        must_succeed: bool = False,
        recorder: Any = None,
    ) -> None:
        """Run the checks on an answer; raises like ``send``. ``recorder`` knows the requests before it."""
        from schemathesis.checks import negative_data_rejection, positive_data_acceptance
        from schemathesis.core.failures import FailureGroup

        checks, excluded = list(self.checks), []
        if must_succeed:
            checks.append(live_values_succeed)
        if not is_readable(case):
            checks.append(unreadable_is_refused)
            excluded.append(positive_data_acceptance)
        if case.media_type == MULTIPART:
            excluded.append(positive_data_acceptance)
        if response.status_code == 404 and _code_of(response) == UNKNOWN_PROJECT.code:
            excluded.append(negative_data_rejection)
        if mended_by_link(case) or is_right_form(self.description.by_label[case.operation.label], case):
            excluded.append(negative_data_rejection)
        if recorder is not None and completed_by_link(case, headers):
            excluded.append(negative_data_rejection)
        try:
            case.validate_response(
                response,
                headers=dict(headers) or None,
                additional_checks=checks,
                excluded_checks=excluded,
                recorder=recorder,
                transport_kwargs={**self.transport, **({"headers": dict(headers)} if headers else {})},
            )
        except FailureGroup as group:
            if not self.target.capabilities.is_mock and self._only_inferred(group, case, response):
                raise UnverifiedError(" ".join(summary_of(group).split())) from group
            raise

    def _only_inferred(self, group: Any, case: Any, response: Any) -> bool:
        operation = self.description.by_label[case.operation.label]
        origins = {
            origin.of_failure(operation, failure, case, response.status_code) for failure in group.exceptions
        }
        return origins == {origin.INFERRED}

    def _exchange(self, response: Any) -> Exchange:
        request = response.request
        body = as_text(request.body) if isinstance(request.body, bytes) else request.body
        shown = self._shown
        kept = self.description.request_headers
        return Exchange(
            method=request.method,
            url=shown(request.url),
            headers=tuple(
                (name.lower(), shown(_text(value)))
                for name, value in request.headers.items()
                if name.lower() in kept
            ),
            body=None if body is None else shown(body),
            status=response.status_code,
            answer_headers=tuple(
                (name, shown(", ".join(values))) for name, values in response.headers.items()
            ),
            answer=shown(as_text(response.content)),
            milliseconds=round(response.elapsed * 1000, 1),
        )

    def _shown(self, text: str) -> str:
        """Show the project that every mock has in place of one that is gone afterwards."""
        if self.target.server is None or self.live_values is None:
            return text
        for gone, lasting in self.live_values.stand_ins.items():
            text = text.replace(gone, lasting)
        return text


def _is_valid(case: Any) -> bool:
    return case.meta is not None and bool(case.meta.generation.mode.is_positive)


def mended_by_link(case: Any) -> bool:
    """Say whether a link has put its body in the place of one that was no JSON."""
    data = getattr(getattr(case.meta, "phase", None), "data", None)
    mutations = getattr(data, "mutations", ())
    return isinstance(case.body, dict) and any(each.operator == "syntax_fuzzing" for each in mutations)


def completed_by_link(case: Any, headers: Mapping[str, str]) -> bool:
    """Say whether a link, and the token with it, have put right all that was wrong in query and headers.

    What is undescribed in a query is ignored.
    """
    parts = case.meta.components.items() if case.meta is not None else ()
    wrong = {str(getattr(place, "value", place)) for place, part in parts if not part.mode.is_positive}
    if not wrong <= {"query", "header"} or ("header" in wrong and not headers):
        return False
    parameters = described().by_label[case.operation.label].parameters
    return all(_fits(each, case.query or {}) for each in parameters if each.location == "query")


def _fits(parameter: Parameter, query: Mapping[str, Any]) -> bool:
    if parameter.name not in query:
        return not parameter.required
    return bool(jsonschema_rs.is_valid(described().inlined(parameter.schema), query[parameter.name]))


def _code_of(response: Any) -> Any:
    answer = json_of(response.content)
    error = answer.get("error") if isinstance(answer, dict) else None
    return error.get("code") if isinstance(error, dict) else None


def live_values_succeed(ctx: Any, response: Any, case: Any) -> None:
    """Check that a request with live values throughout is not refused."""
    assert response.status_code < 400, f"live values were refused with {response.status_code}"


def unreadable_is_refused(ctx: Any, response: Any, case: Any) -> None:
    """Check that a request that cannot be read safely is refused as malformed."""
    assert 400 <= response.status_code < 500, f"an unreadable request was answered {response.status_code}"


def _text(value: str | bytes) -> str:
    return as_text(value) if isinstance(value, bytes) else value
