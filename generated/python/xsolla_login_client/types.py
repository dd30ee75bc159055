"""What calls are given and answer: files, values that were left out, whole answers."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import IO, BinaryIO, Generic, Literal, TypeVar

import httpx
from attrs import define, field, frozen


class Unset:
    """The type of `UNSET`, which stands for an optional value that is not there."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Unset = Unset()

#: Seconds to wait for an answer, or the parts of that wait one by one; None waits for ever.
Timeout = httpx.Timeout | float | None

# What httpx takes for a file: name, content, media type and headers.
FileContent = IO[bytes] | bytes | str
FileTypes = (
    tuple[str | None, FileContent, str | None] | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


@define
class File:
    """A file to send; it is sent as it is read."""

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """Return the file as httpx takes it for a form."""
        return self.file_name, self.payload, self.mime_type


T_co = TypeVar("T_co", covariant=True)


@frozen
class Response(Generic[T_co]):
    """A whole answer: what was sent, and what was read of it.

    `parsed` is None where nothing could be read: the status is not documented, there is no body, or the body
    is not what the API description says.
    """

    status_code: int
    content: bytes = field(repr=False)
    headers: MutableMapping[str, str] = field(repr=False)
    parsed: T_co | None


__all__ = ["UNSET", "File", "FileTypes", "RequestFiles", "Response", "Timeout", "Unset"]
