"""The list of all calls and webhooks, in the groups of the reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from login_contract.description.operation import Operation
from login_contract.site.calls import names
from login_contract.site.calls.document import Calls


@frozen
class Tagged:
    """The calls of one tag: the group of the tag, what it is called, what it is about."""

    group: str
    title: str
    about: str
    calls: Sequence[Operation]


def tagged(calls: Calls) -> list[Tagged]:
    """Return the calls by their first tag, in the order in which the reference shows the tags."""
    document = calls.description.document
    known: Mapping[str, Any] = {tag["name"]: tag for tag in document.get("tags", ())}
    found = []
    for group in document.get("x-tagGroups", ()):
        for name in group["tags"]:
            tag = known[name]
            of_it = [each for each in calls.all if each.tags[:1] == [name]]
            title, about = tag.get("x-displayName", name), " ".join(tag.get("description", "").split())
            found.append(Tagged(group["name"], title, about, of_it))
    return found


def line(operation: Operation) -> str:
    """Return an item of a list: a link to a call, and its method and path."""
    told = "webhook" if operation.is_webhook else f"`{operation.label}`"
    return f"- {names.link(operation)}: {told}"


def page(calls: Calls) -> str:
    """Return the page in Markdown."""
    return "\n\n".join(_parts(calls)) + "\n"


def _parts(calls: Calls) -> Iterator[str]:
    many = len(calls.description.operations), len(calls.description.webhooks)
    yield "# All calls and webhooks"
    yield (
        f"The {many[0]} calls and {many[1]} webhooks of the Xsolla Login API, each with a page that needs no "
        "JavaScript. [The reference](reference.html) shows the same with a form to try a call, and "
        "[the error codes](codes.md) tell what a refusal means."
    )
    yield "The paths are below the address of the API: `http://127.0.0.1:8480/api` at a local server."
    group = ""
    for each in tagged(calls):
        if each.group != group:
            group = each.group
            yield f"## {group}"
        yield f"### {each.title}"
        yield each.about
        yield "\n".join(line(operation) for operation in each.calls)
