"""Changes of one operation, apart from its messages: its place, its names, who may call it, its words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from login_contract.changes.change import Change, Reliance, breaking, compatible, documentation, judged
from login_contract.changes.messages import MessageComparison
from login_contract.changes.pairing import Pairing, title, unnamed
from login_contract.changes.schemas import SchemaComparison
from login_contract.changes.servers import own_changes
from login_contract.changes.side import Side
from login_contract.description.operation import Operation

_WORDS = ("summary", "description", "externalDocs", "tags")
# Marks that mean something to a caller, judged each by itself.
_SDK_CALL = "x-sdk-call"
_MEANT = frozenset({"x-protocol", "x-audience", _SDK_CALL})


@frozen
class OperationComparison:
    """Compares the operations of two descriptions."""

    old: Side
    new: Side

    def changes(self) -> Iterator[Change]:
        """Yield what changed in each operation, in the order of the older description, then what is new."""
        pairing = Pairing.of(self.old, self.new)
        messages = MessageComparison(self.old, self.new, SchemaComparison(self.old, self.new))
        for before, after in pairing.both:
            for change in self._changes(before, after, messages):
                yield evolve(change, operation=title(before), operation_id=before.operation_id)
        for each in pairing.gone:
            yield _named(each, breaking("operation-removed", f"{_kind(each)} is gone"))
        for each in pairing.added:
            yield _named(each, compatible("operation-added", f"{_kind(each)} is new"))

    def _changes(self, old: Operation, new: Operation, messages: MessageComparison) -> Iterator[Change]:
        yield from _names(old, new)
        yield from own_changes(old, new)
        yield from self._security(old, new)
        yield from _marks(old, new)
        yield from messages.changes(old, new)
        yield from _words(old.definition, new.definition)
        if old.definition.get("callbacks") != new.definition.get("callbacks"):
            yield breaking("callbacks-changed", "`callbacks` changed, which cannot be weighed")

    def _security(self, old: Operation, new: Operation) -> Iterator[Change]:
        """Yield changes of what a call proves: a caller brings it, a partner who is called expects it."""
        before, after = self._proofs(self.old, old), self._proofs(self.new, new)
        if before == after:
            return
        # Who asks for less than before refuses nobody.
        given, taken = (after, before) if old.is_webhook else (before, after)
        unmet = [each for each in given if not any(other.keys() <= each.keys() for other in taken)]
        if not unmet and all(any(other.keys() <= each.keys() for other in given) for each in taken):
            return
        was, now = _told(old), _told(new)
        message = f"a call proves itself by {now}, was {was}" if was != now else f"{now} works another way"
        for each in unmet:
            ways = ",".join(sorted(set(each.values())))
            yield breaking("security-changed", message, reliance=Reliance.PROOF, detail=ways)
        if not unmet:
            yield compatible("security-changed", message)

    def _proofs(self, side: Side, operation: Operation) -> list[dict[str, str]]:
        """Return the alternatives: what each needs, and the place in a request that carries it."""
        schemes = side.document.get("components", {}).get("securitySchemes", {})
        read = {name: side.resolve(each) for name, each in schemes.items()}
        return [
            {
                f"{name} {_wire(read.get(name, {}))} {scope}": _carrier(read.get(name, {}))
                for name, scopes in needed.items()
                for scope in ("", *scopes)
            }
            for needed in _needs(operation) or ({},)
        ]


def _names(old: Operation, new: Operation) -> Iterator[Change]:
    if title(old) != title(new) and (old.method, unnamed(old.path)) != (new.method, unnamed(new.path)):
        yield breaking("operation-moved", f"is {title(new)} now")
    if old.operation_id != new.operation_id:
        now = f"is {new.operation_id} now" if new.operation_id else "is gone"
        message = f"the operation id {old.operation_id or '(none)'} {now}"
        yield judged(bool(old.operation_id), "operation-id-changed", message, reliance=Reliance.NOTHING)
    if old.definition.get(_SDK_CALL) != new.definition.get(_SDK_CALL):
        was, now = (each.definition.get(_SDK_CALL) or "none" for each in (old, new))
        message = f"stands behind the SDK's call {now}, was {was}"
        breaks = _SDK_CALL in old.definition
        yield judged(breaks, "sdk-call-changed", message, reliance=Reliance.NOTHING)
    if old.tags[:1] != new.tags[:1] and old.tags:
        now = f"is {new.tags[0]} now" if new.tags else "is gone"
        message = f"the tag {old.tags[0]}, under which clients file the call, {now}"
        yield breaking("tag-changed", message, reliance=Reliance.NOTHING)
    if old.definition.get("deprecated", False) != new.definition.get("deprecated", False):
        message = "is deprecated now" if new.definition.get("deprecated") else "is not deprecated any more"
        yield compatible("deprecation-changed", message)


def _marks(old: Operation, new: Operation) -> Iterator[Change]:
    if old.protocol != new.protocol:
        breaks = new.protocol is not None
        message = f"serves {new.protocol or 'both protocols'}, was {old.protocol or 'both protocols'}"
        yield judged(breaks, "protocol-changed", message)
    if old.audiences != new.audiences:
        lost, now = old.audiences - new.audiences, ", ".join(sorted(new.audiences)) or "nobody in particular"
        message = f"is for {now}, was for {', '.join(sorted(old.audiences)) or 'nobody in particular'}"
        yield judged(bool(lost), "audience-changed", message, reliance=Reliance.NOTHING)


def _words(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    marks = [key for key in dict.fromkeys((*old, *new)) if key.startswith("x-") and key not in _MEANT]
    changed = [key for key in (*_WORDS, *marks) if old.get(key) != new.get(key)]
    if old.get("tags") and old["tags"][:1] != new.get("tags", [])[:1]:
        changed.remove("tags")  # Told already, by who files the call.
    if changed:
        yield documentation(f"changed: {', '.join(changed)}")


def _named(operation: Operation, change: Change) -> Change:
    return evolve(change, operation=title(operation), operation_id=operation.operation_id)


def _kind(operation: Operation) -> str:
    return "the webhook" if operation.is_webhook else "the operation"


def _needs(operation: Operation) -> Sequence[Mapping[str, Sequence[str]]]:
    """The alternatives of what a call must prove: the scopes that each security scheme has to give."""
    needs: Any = operation.definition.get("security", operation.document.get("security", ()))
    return [{str(name): tuple(scopes or ()) for name, scopes in each.items()} for each in needs]


def _told(operation: Operation) -> str:
    needs = [
        sorted(f"{name} ({', '.join(of)})" if of else name for name, of in each.items())
        for each in _needs(operation)
    ]
    return " or ".join(" and ".join(each) or "nothing" for each in needs) or "nothing"


def _wire(scheme: dict[str, Any]) -> str:
    """What of a security scheme is seen on the wire."""
    # Where tokens come from is told beside, and is judged as an operation.
    kept = ("type", "in", "x-token-refusal")
    told = {key: scheme[key] for key in kept if key in scheme}
    # Neither `Bearer` nor the name of a header has a case (RFC 9110, sections 5.1 and 11.1).
    return json.dumps([told, str(scheme.get("scheme")).lower(), _carrier(scheme)], sort_keys=True)


def _carrier(scheme: dict[str, Any]) -> str:
    if scheme.get("type") != "apiKey":
        return "header authorization"
    name = str(scheme.get("name"))
    return f"{scheme.get('in')} {name.lower() if scheme.get('in') == 'header' else name}"
