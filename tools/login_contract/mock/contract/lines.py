"""A body of JSON Lines: read as it comes, each line a document of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any

from attrs import frozen

from login_contract.mock.contract import payload
from login_contract.mock.contract.refusals import CONTENT_TOO_LARGE
from login_contract.mock.errors import LoginError

BLANK = b" \t\r"


@frozen
class Line:
    """One line, counted from 1, and the object in it."""

    number: int
    value: Mapping[str, Any]


class Lines:
    """The lines of a request body; ``judge`` decodes one and refuses what the description does not allow.

    ``number`` is that of the line that is being read, counted from 1.
    """

    def __init__(self, chunks: AsyncIterator[bytes], judge: Callable[[bytes], Any]) -> None:
        self._chunks = chunks
        self._judge = judge
        self.number = 1

    async def batches(self, most: int) -> AsyncIterator[Sequence[Line]]:
        """Give the lines as they come, at most so many at once, without blank ones.

        Raises:
            LoginError: a line is wrong or the body ends early; what came before was given.
        """
        batch: list[Line] = []
        try:
            async for raw in self._raw():
                if raw.strip(BLANK):
                    batch.append(Line(self.number, self._judge(raw)))
                if len(batch) == most:
                    yield batch
                    batch = []
        except LoginError:
            if batch:
                yield batch
            raise
        if batch:
            yield batch

    async def _raw(self) -> AsyncIterator[bytes]:
        rest = b""
        async for chunk in self._chunks:
            *whole, rest = (rest + chunk).split(b"\n")
            for line in whole:
                _check_size(line)
                yield line
                self.number += 1
            _check_size(rest)
        yield rest


def _check_size(line: bytes) -> None:
    if len(line) > payload.MAX_BODY_BYTES:
        raise LoginError(CONTENT_TOO_LARGE, f"The line is larger than {payload.MAX_BODY_BYTES} bytes.")
