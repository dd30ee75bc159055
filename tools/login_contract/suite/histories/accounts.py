"""The model of who logs in where: each address, number and device leads to one account, or to a new one."""

from __future__ import annotations

from attrs import define, field, frozen

from login_contract.suite.judging.refusals import (
    CONTACT_TAKEN,
    LINKED_ALREADY,
    NOT_AVAILABLE,
    NOT_FOUND,
    DocumentedRefusal,
)


@frozen
class WayIn:
    """One way to log in: ``kind`` is ``email``, ``phone`` or ``device``."""

    kind: str
    value: str

    @property
    def taken(self) -> DocumentedRefusal:
        """How it is refused that is another account's."""
        return LINKED_ALREADY if self.kind == "device" else CONTACT_TAKEN


@define
class Accounts:
    """Which account each way leads to; accounts are numbers."""

    _owners: dict[WayIn, int] = field(factory=dict)
    _made: int = 0

    def log_in(self, way: WayIn) -> int:
        """Return the account that a way leads to; a new one where it led nowhere."""
        if way not in self._owners:
            self._owners[way] = self._made
            self._made += 1
        return self._owners[way]

    def link(self, account: int, way: WayIn) -> DocumentedRefusal | None:
        """Let a way lead to an account, or return how that is refused."""
        if self._owners.get(way, account) != account:
            return way.taken
        if way.kind != "device":
            # An account has one address, and one number to log in with.
            for other in self.of(account, way.kind):
                del self._owners[other]
        self._owners[way] = account
        return None

    def unlink(self, account: int, way: WayIn) -> DocumentedRefusal | None:
        """Let a way lead to an account no more, or return how that is refused."""
        if self._owners.get(way) != account:
            return NOT_FOUND
        if list(self._owners.values()).count(account) == 1:
            return NOT_AVAILABLE
        del self._owners[way]
        return None

    def owner(self, way: WayIn) -> int | None:
        """Return the account that a way leads to now."""
        return self._owners.get(way)

    def of(self, account: int, kind: str) -> list[WayIn]:
        """Return the ways of a kind that lead to an account."""
        return [way for way, owner in self._owners.items() if owner == account and way.kind == kind]
