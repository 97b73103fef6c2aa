"""Good lists made worse at random: in their bytes, and inside the parts of a workbook."""

from __future__ import annotations

import io
import random
import zipfile

from tests.hostile.bombs import good

_TEXT = "姓名,身份证号,性别,出生日期\n郜长风,,男,1980-02-29\n蔺小川,,女,1991/1/1\n"
ORIGINALS = (good(), _TEXT.encode("utf-8-sig"), _TEXT.encode("gb18030"))
_NASTY = (
    b"\x00",
    b"\xff" * 9,
    b"<",
    b"&",
    b"]]>",
    b'"',
    b"'",
    b"\n" * 50,
    b"9" * 400,
    b"PK\x03\x04",
)


def mutated(seed: int) -> bytes:
    """One good list made worse; the same for the same seed."""
    draw = random.Random(seed)
    original = draw.choice(ORIGINALS)
    if original.startswith(b"PK") and draw.random() < 0.6:
        return _within(original, draw)
    return worse(original, draw)


def _within(original: bytes, draw: random.Random) -> bytes:
    """Make one part worse and pack it well again, so that the damage reaches the parser."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(original)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    chosen = draw.choice(sorted(parts))
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, worse(content, draw) if name == chosen else content)
    return held.getvalue()


def worse(content: bytes, draw: random.Random) -> bytes:
    """The same bytes with one to four things wrong with them."""
    worse = bytearray(content)
    for _ in range(draw.randint(1, 4)):
        place = draw.randrange(len(worse)) if worse else 0
        match draw.randrange(6):
            case 0:
                worse[place : place + 1] = bytes([draw.randrange(256)])
            case 1:
                del worse[place:]
            case 2:
                del worse[place : place + draw.randint(1, 60)]
            case 3:
                worse[place:place] = worse[place : place + draw.randint(1, 200)] * draw.randint(
                    1, 9
                )
            case 4:
                worse[place:place] = draw.choice(_NASTY)
            case _:
                worse[place:place] = draw.randbytes(draw.randint(1, 40))
    return bytes(worse)
