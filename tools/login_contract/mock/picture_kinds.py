"""What kind of picture some bytes are, by what they begin with: no name and no declared type counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# The first chunk of a PNG has a length of 13 and is its header; with its checksum it ends here.
PNG_HEADER = b"\x00\x00\x00\x0dIHDR"
PNG_HEADER_END = 33
GIF_SIGNATURES = (b"GIF87a", b"GIF89a")
GIF_HEADER_END = 13
JPEG_START = b"\xff\xd8\xff"
JPEG_END = b"\xff\xd9"
RIFF_HEADER = 8


def _png(content: bytes) -> bool:
    return content.startswith(PNG_SIGNATURE + PNG_HEADER) and len(content) >= PNG_HEADER_END


def _jpeg(content: bytes) -> bool:
    # Cameras write things behind the end of the picture, but there is an end.
    return content.startswith(JPEG_START) and JPEG_END in content


def _gif(content: bytes) -> bool:
    return content.startswith(GIF_SIGNATURES) and len(content) >= GIF_HEADER_END


def _webp(content: bytes) -> bool:
    inner = int.from_bytes(content[4:RIFF_HEADER], "little")
    return content.startswith(b"RIFF") and content[8:12] == b"WEBP" and len(content) >= RIFF_HEADER + inner


KINDS: Mapping[str, Callable[[bytes], bool]] = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/gif": _gif,
    "image/webp": _webp,
}


def media_type(content: bytes) -> str | None:
    """Return the media type of a picture, None for anything that is none of the four kinds."""
    return next((name for name, is_one in KINDS.items() if is_one(content)), None)
