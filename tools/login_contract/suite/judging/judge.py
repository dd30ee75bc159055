"""Compares answers with the description, the same way for flows and for generated requests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import Any

import httpx
from attrs import frozen

from login_contract.description.model import Description
from login_contract.description.operation import Operation
from login_contract.suite.judging import origin
from login_contract.suite.judging.body import json_of, not_utf8
from login_contract.suite.reporting.cause import NOT_UTF8, ContradictionError, fact
from login_contract.suite.reporting.evidence import UnverifiedError

# A page in place of an answer lacks everything: what it is tells more than what it lacks.
LEAST_TELLING = "MissingHeaders"
# What a body that is no UTF-8 is blamed for besides.
UNREADABLE = ("ContentDeserializationError", "MalformedJson", "JsonSchemaError")


def wrong_code(operation: Operation, status: int, body: Any, *, partner_codes: bool = False) -> str | None:
    """Say what is wrong with the error code of an answer, None when nothing is.

    An error answer must carry a code in the described place, the envelope or ``error_code``; one listed
    for its status, where any is; with ``partner_codes`` any where a partner may refuse.
    """
    response = operation.response(status)
    listed = response.error_codes if response else None
    if response is None or listed is None:
        return None
    place = body if response.flat else body.get("error") if isinstance(body, Mapping) else None
    code = place.get("error_code" if response.flat else "code") if isinstance(place, Mapping) else None
    if status < 400 and code is None:
        return None
    if code in listed:
        return None
    if partner_codes and isinstance(code, str) and response.partner_codes:
        return None
    return f"{operation.label}: {status} with the code {code!r}; documented are {', '.join(listed)}"


@frozen
class Mismatch:
    """What is wrong with an answer: in whole sentences, in general, and the origin of the fact it breaks."""

    text: str
    cause: str
    origin: str | None = None


class Judge:
    """Raises when an answer's status, media type, headers, body or error code is not as described.

    With ``inferred_is_unverified``, a mismatch on facts that no source states is unverified instead of wrong.
    With ``partner_codes``, a project's partner may refuse with codes of its own.
    """

    def __init__(
        self, description: Description, *, inferred_is_unverified: bool = False, partner_codes: bool = False
    ) -> None:
        self._description = description
        self._inferred_is_unverified = inferred_is_unverified
        self._partner_codes = partner_codes
        self._cases: dict[str, Any] = {}

    @cached_property
    def _schema(self) -> Any:
        import schemathesis

        return schemathesis.openapi.from_dict(
            dict(self._description.document), config=schemathesis.Config.from_dict({})
        )

    @cached_property
    def _checks(self) -> list[Any]:
        from schemathesis import checks

        return [
            checks.not_a_server_error,
            checks.status_code_conformance,
            checks.content_type_conformance,
            checks.response_headers_conformance,
            checks.response_schema_conformance,
        ]

    def _case(self, operation: Operation) -> Any:
        """Return a request that stands for all of an operation: only the answer is judged."""
        if operation.operation_id not in self._cases:
            self._cases[operation.operation_id] = self._schema.find_operation_by_id(
                operation.operation_id
            ).Case(
                media_type="application/json",
                path_parameters=dict.fromkeys(re.findall(r"{(\w+)}", operation.path), "any"),
            )
        return self._cases[operation.operation_id]

    def judge(self, operation: Operation, response: httpx.Response) -> None:
        """Compare an answer to an operation with the description.

        Raises:
            ContradictionError: it is not as described; the message says in what.
            UnverifiedError: it is not as described, in nothing but inferred facts.
        """
        __tracebackhide__ = True
        # What nothing excuses tells most.
        problems = sorted(self._problems(operation, response), key=lambda problem: problem.origin is not None)
        if not problems:
            return
        texts = dict.fromkeys(problem.text for problem in problems)
        message = f"{operation.operation_id} answers what is not described: {'; '.join(texts)}"
        if self._inferred_is_unverified and {problem.origin for problem in problems} == {origin.INFERRED}:
            described = operation.response(response.status_code) is not None
            raise UnverifiedError(message, grave=response.status_code < 400 and not described)
        raise ContradictionError(message, problems[0].cause)

    def _problems(self, operation: Operation, response: httpx.Response) -> Iterator[Mismatch]:
        from schemathesis.core.failures import FailureGroup

        status = response.status_code
        case = self._case(operation)
        unreadable = not_utf8(response.headers.get("content-type", ""), response.content)
        if unreadable:
            yield Mismatch(unreadable, NOT_UTF8)
        try:
            case.validate_response(_answer(response), checks=self._checks)
        except FailureGroup as group:
            for failure in sorted(group.exceptions, key=lambda each: type(each).__name__ == LEAST_TELLING):
                if unreadable and type(failure).__name__ in UNREADABLE:
                    continue
                text = f"{failure.title}: {failure.message}".rstrip(": ")
                source = origin.of_failure(operation, failure, case, status)
                yield Mismatch(text, fact(failure), source)
        page = response.headers.get("content-type", "").startswith("text/html")
        # A page for people shows no code; whether a page is described is known by now.
        wrong = None if page or unreadable else self._wrong_code(operation, response)
        if wrong:
            source = origin.of_response(operation, status)
            yield Mismatch(wrong, wrong.partition(": ")[2], source)

    def _wrong_code(self, operation: Operation, response: httpx.Response) -> str | None:
        body = json_of(response.content)
        return wrong_code(operation, response.status_code, body, partner_codes=self._partner_codes)


class Unjudged(Judge):
    """Looks the other way, for whoever only finds out what a server does."""

    def judge(self, operation: Operation, response: httpx.Response) -> None:
        """Accept every answer."""


def _answer(response: httpx.Response) -> Any:
    """Return the answer in Schemathesis' form; to rebuild the request as well costs more than to judge."""
    from schemathesis import Response

    return Response(
        status_code=response.status_code,
        headers={name: [value] for name, value in response.headers.items()},
        content=response.content,
        request=_any_request(),
        elapsed=response.elapsed.total_seconds(),
        verify=True,
        message=response.reason_phrase,
        http_version="1.1",
        encoding=response.encoding,
    )


@cache
def _any_request() -> Any:
    from requests import Request

    return Request("GET", "http://localhost/").prepare()
