"""A body of `multipart/form-data` (RFC 7578): read as it comes, what is large kept in a file meanwhile."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast

from attrs import define, field, frozen
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from login_contract.description.message import carries_bytes
from login_contract.mock.contract import payload
from login_contract.mock.contract.payload import Malformed
from login_contract.mock.contract.refusals import CONTENT_TOO_LARGE
from login_contract.mock.errors import LoginError

MOST_PARTS = 100
MOST_HEADERS = 8
MOST_HEADER_BYTES = 4096
MOST_IN_MEMORY = 256 * 1024
# Every refusal is told already: without a handler, what the parser logs of it would be printed as well.
logging.getLogger("python_multipart").addHandler(logging.NullHandler())
# What a part may say of how it is written; the bytes are the same with each of them.
PLAIN = frozenset({b"", b"7bit", b"8bit", b"binary"})


@frozen
class Upload:
    """The bytes of one part, in a file that is gone when the request is answered; ``size`` in bytes."""

    file: IO[bytes]
    size: int

    def content(self) -> bytes:
        """Return all of its bytes."""
        self.file.seek(0)
        return self.file.read()


@frozen
class Parts:
    """What came: the bytes of the small parts, and the uploads, by name."""

    texts: Mapping[str, bytes]
    uploads: Mapping[str, Upload]

    def fields(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the parts say, each read as its property says, with an empty text for an upload.

        Raises:
            Malformed: a text is no UTF-8, or what has to be JSON is none.
        """
        properties: Mapping[str, Any] = schema.get("properties", {})
        read = {name: _value(name, properties.get(name, {}), raw) for name, raw in self.texts.items()}
        return {**read, **dict.fromkeys(self.uploads, "")}


def _value(name: str, described: Mapping[str, Any], raw: bytes) -> Any:
    try:
        return payload.text(raw) if described.get("type", "string") == "string" else payload.from_json(raw)
    except Malformed as problem:
        raise Malformed(f"The part {name} cannot be read: {problem}") from None


async def receive(
    chunks: AsyncIterator[bytes], content_type: str, schema: Mapping[str, Any], closing: ExitStack
) -> Parts:
    """Read a body to its end; the files of its uploads are closed with ``closing``.

    Of parts that the schema does not describe nothing is kept, and nothing is wrong with them.

    Raises:
        Malformed: it is no multipart body, ends early, names a part twice, or a part is none of a form.
        LoginError: 413, the body or its texts are too large.
    """
    _, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if not boundary:
        raise Malformed("The media type multipart/form-data names no boundary.")
    form = _Form(schema.get("properties", {}), closing)
    try:
        parser = MultipartParser(
            boundary,
            {
                "on_part_begin": form.begin_part,
                "on_header_field": form.add_to_name,
                "on_header_value": form.add_to_value,
                "on_header_end": form.end_header,
                "on_headers_finished": form.open_part,
                "on_part_data": form.add_data,
                "on_part_end": form.end_part,
                "on_end": form.end,
            },
            max_header_count=MOST_HEADERS,
            max_header_size=MOST_HEADER_BYTES,
        )
        async for chunk in chunks:
            if not form.ended:
                parser.write(chunk)
    except FormParserError as problem:
        raise Malformed(f"The body is not valid multipart/form-data: {problem}.") from None
    if not form.ended:
        raise Malformed("The body ends before its last boundary.")
    return Parts(form.texts, form.uploads)


@define
class _Form:
    """The parts of a body as far as they have come."""

    described: Mapping[str, Any]
    closing: ExitStack
    texts: dict[str, bytes] = field(factory=dict)
    uploads: dict[str, Upload] = field(factory=dict)
    ended: bool = False
    _count: int = 0
    _headers: dict[bytes, bytes] = field(factory=dict)
    _header: tuple[bytearray, bytearray] = field(factory=lambda: (bytearray(), bytearray()))
    _name: str = ""
    _file: IO[bytes] | None = None
    _text: bytearray | None = None
    _room: int = payload.MAX_BODY_BYTES

    def begin_part(self) -> None:
        self._headers = {}

    def add_to_name(self, data: bytes, start: int, end: int) -> None:
        self._header[0].extend(data[start:end])

    def add_to_value(self, data: bytes, start: int, end: int) -> None:
        self._header[1].extend(data[start:end])

    def end_header(self) -> None:
        name, value = (bytes(part) for part in self._header)
        self._header = bytearray(), bytearray()
        if name.lower() in self._headers:
            raise Malformed("A part repeats a header.")
        self._headers[name.lower()] = value

    def open_part(self) -> None:
        self._count += 1
        if self._count > MOST_PARTS:
            raise Malformed(f"The body has more than {MOST_PARTS} parts.")
        name = self._name = self._named()
        if name not in self.described:
            return
        if name in self.texts or name in self.uploads:
            raise Malformed(f"The part {name} is given more than once.")
        if carries_bytes(self.described[name]):
            spooled = self.closing.enter_context(SpooledTemporaryFile(MOST_IN_MEMORY))  # noqa: SIM115
            self._file = cast("IO[bytes]", spooled)
        else:
            self._text = bytearray()

    def _named(self) -> str:
        kind, options = parse_options_header(self._headers.get(b"content-disposition", b"").decode("latin-1"))
        if kind.lower() != b"form-data" or b"name" not in options:
            raise Malformed("A part has no disposition form-data with a name.")
        if self._headers.get(b"content-transfer-encoding", b"").strip().lower() not in PLAIN:
            raise Malformed("A part is encoded for its transfer, which no form is.")
        return payload.text(options[b"name"])

    def add_data(self, data: bytes, start: int, end: int) -> None:
        if self._file is not None:
            self._file.write(data[start:end])
        elif self._text is not None:
            self._room -= end - start
            if self._room < 0:
                told = f"The texts of the form are larger than {payload.MAX_BODY_BYTES} bytes."
                raise LoginError(CONTENT_TOO_LARGE, told)
            self._text.extend(data[start:end])

    def end_part(self) -> None:
        if self._file is not None:
            self.uploads[self._name] = Upload(self._file, self._file.tell())
        elif self._text is not None:
            self.texts[self._name] = bytes(self._text)
        self._file = self._text = None

    def end(self) -> None:
        self.ended = True
