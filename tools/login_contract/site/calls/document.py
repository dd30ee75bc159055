"""The page of one call: all that the description says of it, in Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from attrs import frozen

from login_contract.description.error_codes import error_names
from login_contract.description.message import FORM, JSON, ORIGIN, MediaType, Parameter, Response
from login_contract.description.model import Description
from login_contract.description.operation import Operation
from login_contract.site import refusals
from login_contract.site.calls import fields, names
from login_contract.site.calls.proofs import proofs
from login_contract.site.reference import BADGES, address
from login_contract.site.samples.every import samples
from login_contract.site.samples.sample import Sample
from login_contract.site.table import table

HINT = {JSON: "json", "text/html": "html", "application/jsonl": "jsonl", "shell": "sh"}


@frozen(eq=False)
class Calls:
    """The calls of a description, and what is said of all of them."""

    description: Description
    error_names: Mapping[str, str]
    advice: Mapping[str, str]
    samples: Mapping[str, Sequence[Sample]]

    @classmethod
    def read(cls, document: Mapping[str, Any]) -> Calls:
        """Read a bundled description of the variant `docs`."""
        known = error_names(document), refusals.advice(document), samples(document)
        return cls(Description(document), *known)

    @property
    def all(self) -> Sequence[Operation]:
        """The calls and then the webhooks, in the order of the description."""
        return [*self.description.operations.values(), *self.description.webhooks.values()]

    def page(self, operation: Operation) -> str:
        """Return the page of a call in Markdown; links lead to other pages in Markdown."""
        parts = [
            f"# {names.title(operation)}",
            _where(operation),
            str(operation.definition.get("description", "")).strip(),
            _section("Who makes it", proofs(operation)),
            *_programs(self.samples.get(operation.operation_id, ())),
            _section("Parameters", self._parameters(operation)),
            *self._bodies(operation),
            *self._answers(operation),
            self._codes(operation),
            _section("What may follow", self._following(operation)),
            _section("See also", _elsewhere(operation)),
        ]
        return "\n\n".join(filter(None, parts)) + "\n"

    def _parameters(self, operation: Operation) -> str:
        rows = (
            [
                f"`{each.published_name}`",
                each.location,
                fields.kind(self.description.inlined(each.schema)),
                "yes" if each.required else "no",
                self._parameter(each, operation),
            ]
            for each in operation.parameters
        )
        return table(["Name", "In", "Type", "Required", "What it is"], rows)

    def _parameter(self, parameter: Parameter, operation: Operation) -> str:
        above = {key: parameter.definition[key] for key in _ABOVE & parameter.definition.keys()}
        schema = {**self.description.inlined(parameter.schema), **above}
        if schema.get(ORIGIN) == operation.origin:
            del schema[ORIGIN]
        example = parameter.example
        shown = "" if example is None else f"Example: `{_inline(example)}`."
        return " ".join(filter(None, [fields.told(schema), shown]))

    def _bodies(self, operation: Operation) -> Iterator[str]:
        if operation.bodies:
            yield "## Body"
            yield "It is required." if operation.body_required else "It may be left out."
        for media_type, media in operation.bodies.items():
            yield from self._media(media_type, media)

    def _media(self, media_type: str, media: MediaType) -> Iterator[str]:
        schema = self.description.inlined(media.schema)
        yield f"`{media_type}`: {fields.kind(schema)}. {fields.told(schema)}".strip()
        yield fields.fields(schema)
        for name, example in media.examples.items():
            yield f"Example{f' `{name}`' if name else ''}:"
            yield _block(_sent(example, media_type), HINT.get(media_type, ""))

    def _answers(self, operation: Operation) -> Iterator[str]:
        yield "## Answers"
        for status, response in sorted(operation.responses.items()):
            if status[0] not in "45":
                yield f"### {status}"
                yield self._description(operation, status)
                yield self._headers(response)
                for media_type, media in response.content.items():
                    yield from self._media(media_type, media)

    def _description(self, operation: Operation, status: str) -> str:
        told = self.description.resolve(operation.definition["responses"][status])
        return str(told.get("description", "")).strip()

    def _headers(self, response: Response) -> str:
        rows = (
            [f"`{name}`", str(self.description.resolve(each).get("description", ""))]
            for name, each in response.headers.items()
        )
        return table(["Header", "What it is"], rows)

    def _codes(self, operation: Operation) -> str:
        rows = list(self._refusals(operation))
        shown = next(self._refusal_bodies(operation), None)
        body = f"A refusal looks like this:\n\n{_block(shown, 'json')}" if shown is not None else ""
        listed = table(["Status", "Code", "Meaning", "What to do"], rows)
        return _section("Refusals", "\n\n".join(filter(None, [listed, body])))

    def _refusals(self, operation: Operation) -> Iterator[Sequence[str]]:
        told = {status: False for status in sorted(operation.responses) if status[0] in "45"}
        for each in refusals.refused(operation.document, operation):
            told[each.status] = True
            named = f"[{each.code}](codes.md#{each.code}) {self.error_names[each.code]}"
            yield [each.status, named, each.meaning, self.advice.get(each.code, "")]
        for status, listed in told.items():
            if not listed:
                yield [status, "", self._description(operation, status), ""]

    def _refusal_bodies(self, operation: Operation) -> Iterator[Any]:
        for status, response in sorted(operation.responses.items()):
            if status[0] in "45" and JSON in response.content:
                yield from response.content[JSON].examples.values()

    def _following(self, operation: Operation) -> str:
        answers = map(self.description.resolve, operation.definition.get("responses", {}).values())
        links = [
            self.description.resolve(link) for each in answers for link in each.get("links", {}).values()
        ]
        told = {
            link["operationId"]: " ".join(str(link.get("description", "")).split())
            for link in links
            if link.get("operationId") in self.description.operations
        }
        lines = (f"- {names.link(self.description.operations[one])}: {said}" for one, said in told.items())
        return "\n".join(line.rstrip(": ") for line in lines)


# A parameter says these of itself, and its schema of its values.
_ABOVE = frozenset({"description", ORIGIN})


def _where(operation: Operation) -> str:
    made = f"`{operation.label}`"
    if operation.is_webhook:
        made = f"Webhook, a `{operation.method}` to the partner's address"
    told = f"{made}, operation id `{operation.operation_id}`"
    origin = BADGES.get(operation.origin or "")
    return f"{told}. Origin of its facts: {origin}." if origin else f"{told}."


def _programs(found: Sequence[Sample]) -> Iterator[str]:
    if found:
        yield "## How to make it"
    for each in found:
        yield f"### {each.label}"
        yield _block(each.source, HINT.get(each.lang, each.lang))


def _elsewhere(operation: Operation) -> str:
    tried = "with its place among the others" if operation.is_webhook else "with a form to try it"
    return f"- [In the reference]({address(operation)}), {tried}.\n- [All calls and webhooks]({names.LIST})."


def _section(title: str, content: str) -> str:
    return f"## {title}\n\n{content}" if content else ""


def _sent(example: Any, media_type: str) -> Any:
    """Return an example as it is sent: a form is no JSON."""
    if media_type == FORM and isinstance(example, Mapping):
        return urlencode([(name, _inline(value)) for name, value in example.items()])
    return example


def _block(value: Any, hint: str) -> str:
    code = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=2)
    return f"```{hint}\n{code.rstrip()}\n```"


def _inline(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
