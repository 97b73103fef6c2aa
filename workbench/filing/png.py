"""A PNG without texts, times and places; what it takes to draw it stays as it is, bit by bit."""

from __future__ import annotations

import struct
import zlib

from workbench.filing.jpeg import orientation_block
from workbench.imports.packages import Unfit

_START = b"\x89PNG\r\n\x1a\n"
_NEEDED = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"pHYs"),
    *(b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD"),
}
_HEADER = b"IHDR"


def without_traces(content: bytes, orientation: int = 1) -> bytes:
    """The same picture with the needed chunks alone, and which way is up where it must be said."""
    if not content.startswith(_START):
        raise Unfit("wrong_suffix")
    kept, place = [_START], len(_START)
    while True:
        kind, end = _chunk(content, place)
        if kind in _NEEDED:
            kept.append(content[place:end])
        if kind == _HEADER and 1 < orientation <= 8:
            kept.append(_made(b"eXIf", orientation_block(orientation)))
        if kind == b"IEND":
            return b"".join(kept)
        place = end


def _chunk(content: bytes, place: int) -> tuple[bytes, int]:
    """The kind of the chunk at a place, and where it ends; its check sum must fit."""
    if place + 12 > len(content):
        raise Unfit("cut")
    (length,) = struct.unpack_from(">I", content, place)
    end = place + 12 + int(length)
    if end > len(content):
        raise Unfit("cut")
    (said,) = struct.unpack_from(">I", content, end - 4)
    if zlib.crc32(content[place + 4 : end - 4]) != said:
        raise Unfit("damaged")
    return content[place + 4 : place + 8], end


def _made(kind: bytes, words: bytes) -> bytes:
    return (
        struct.pack(">I", len(words)) + kind + words + struct.pack(">I", zlib.crc32(kind + words))
    )
