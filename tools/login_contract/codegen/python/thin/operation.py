"""What a call knows of its operation beside how to write its request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import field, frozen

#: What a documented success brings: a body that is read, nothing, or the address of a redirect.
Kind = Literal["body", "nothing", "location"]


@frozen
class Operation:
    """An operation of the API description."""

    #: Its `operationId`.
    id: str
    #: Whether it may be repeated: it leaves the server as it was, and proves nothing that is good once.
    repeatable: bool = field(kw_only=True)
    #: What its successes bring, by status, by range (`2XX`) or for any other (`default`).
    successes: Mapping[str, Kind] = field(kw_only=True, repr=False)

    def success(self, status: int) -> Kind | None:
        """Return what an answer with this status brings, or None where it is no success."""
        found = self.successes.get(str(status)) or self.successes.get(f"{status // 100}XX")
        return found or (self.successes.get("default") if 200 <= status < 300 else None)
