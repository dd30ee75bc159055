"""The samples of every call of a description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from login_contract.codegen.published_names import as_published
from login_contract.codegen.sdk_calls import Sdk
from login_contract.codegen.sdk_reader import read_sdk
from login_contract.description.operation import Operation, operations
from login_contract.site.samples import python, shell, typescript, typescript_facade
from login_contract.site.samples.sample import Sample


def samples(document: Mapping[str, Any]) -> Mapping[str, Sequence[Sample]]:
    """Return the programs of each call by its operationId, in the order in which they are offered.

    Webhooks have none: they are answered, not called.
    """
    published = as_published(document)
    programs, sdk = python.read(), read_sdk(published)
    calls = [each for each in operations(published) if not each.is_webhook]
    return {each.operation_id: list(_of(each, programs, sdk)) for each in calls}


def _of(operation: Operation, programs: Mapping[str, Mapping[str, str]], sdk: Sdk | None) -> Iterator[Sample]:
    yield from _commands(operation)
    for label, text in programs.get(operation.operation_id, {}).items():
        yield Sample("python", label, text.rstrip("\n"))
    yield Sample("typescript", "TypeScript", typescript.program(operation))
    if through := typescript_facade.program(operation, sdk):
        yield Sample("typescript", f"TypeScript, {through[0]}", through[1])


def _commands(operation: Operation) -> Iterator[Sample]:
    yield Sample("shell", "curl", shell.command(operation))
    # What else a body may be, such as the other grants of OAuth 2.0.
    for body in operation.bodies.values():
        for named in list(body.examples)[1:]:
            text = shell.command(operation, named)
            yield Sample("shell", f"curl, {named.replace('-', ' ')}", text, named)
