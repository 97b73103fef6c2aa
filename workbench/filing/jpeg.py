"""A JPEG without what the camera wrote beside the picture: the picture itself is not touched.

Time, place, device, comments, thumbnails and whatever follows the end of the picture are left
out. The way up is kept, since many cameras turn nothing and only say how it is to be turned.
"""

from __future__ import annotations

import struct

from workbench.imports.packages import Unfit

_START, _END, _SCAN = b"\xff\xd8", 0xD9, 0xDA
_JFIF, _EXIF, _PROFILE, _ADOBE, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
_PROFILE_NAME = b"ICC_PROFILE\0"
_UPRIGHT = 1


def without_traces(content: bytes, orientation: int = _UPRIGHT) -> bytes:
    """The same picture with no segment but those it takes to draw it, and which way is up."""
    if not content.startswith(_START):
        raise Unfit("wrong_suffix")
    kept, place = [_START, _turned(orientation)], 2
    while True:
        marker, place = _marker(content, place)
        if marker == _END:
            return b"".join([*kept, bytes((0xFF, _END))])
        end = _segment_end(content, place)
        if _is_needed(marker, content[place + 2 : end]):
            kept.append(bytes((0xFF, marker)) + content[place:end])
        place = end
        if marker == _SCAN:
            place = _scan_end(content, end)
            kept.append(content[end:place])


def _marker(content: bytes, place: int) -> tuple[int, int]:
    """The marker at a place, and where what follows it begins; fill bytes may stand before it."""
    if content[place : place + 1] != b"\xff":
        raise Unfit("damaged" if place < len(content) else "cut")
    while content[place : place + 1] == b"\xff":
        place += 1
    if place >= len(content):
        raise Unfit("cut")
    return content[place], place + 1


def _segment_end(content: bytes, place: int) -> int:
    if place + 2 > len(content):
        raise Unfit("cut")
    (length,) = struct.unpack_from(">H", content, place)
    if length < 2:
        raise Unfit("damaged")
    if place + length > len(content):
        raise Unfit("cut")
    return place + int(length)


def _is_needed(marker: int, words: bytes) -> bool:
    if marker == _PROFILE:
        return words.startswith(_PROFILE_NAME)
    applications = range(_JFIF, _JFIF + 16)
    return marker in (_JFIF, _ADOBE) or (marker not in applications and marker != _COMMENT)


def _scan_end(content: bytes, place: int) -> int:
    """Where the next marker after a scan stands; a stuffed byte and a restart belong to it."""
    while True:
        place = content.find(b"\xff", place)
        if place < 0 or place + 1 >= len(content):
            raise Unfit("cut")
        following = content[place + 1]
        if following == 0 or 0xD0 <= following <= 0xD7:
            place += 2
        elif following == 0xFF:
            place += 1
        else:
            return place


def _turned(orientation: int) -> bytes:
    """A segment that says which way is up and nothing else; none where the picture says so."""
    if not 1 < orientation <= 8:
        return b""
    words = b"Exif\0\0" + orientation_block(orientation)
    return bytes((0xFF, _EXIF)) + struct.pack(">H", len(words) + 2) + words


def orientation_block(orientation: int) -> bytes:
    """Exif of one entry: which way is up."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
