"""What a server in this process looks like to whoever calls it without a socket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class DirectAnswer(Protocol):
    """An answer: its status, its headers one by one, and its whole body."""

    @property
    def status(self) -> int:
        """The HTTP status."""

    @property
    def headers(self) -> Sequence[tuple[str, str]]:
        """Names in lower case, and values."""

    @property
    def body(self) -> bytes:
        """The bytes of the body."""


class DirectServer(Protocol):
    """A server in this process that can be called without a socket."""

    @property
    def origin(self) -> str:
        """Its address without a path."""

    def call(self, method: str, target: str, *, headers: Mapping[str, str], body: bytes) -> DirectAnswer:
        """Answer a request; ``target`` is a path with its query."""
