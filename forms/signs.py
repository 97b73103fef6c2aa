"""Which signs of what was typed can be printed at all."""

from __future__ import annotations

import unicodedata

INVISIBLE = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def visible(text: str) -> str:
    """The same text without characters that draw nothing or steer the machine."""
    spaced = text.replace("\t", " ").replace("\n", " ")
    return "".join(sign for sign in spaced if not _hidden(sign))


def _hidden(sign: str) -> bool:
    code = ord(sign)
    nothing = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # not characters at all
    variant = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    return nothing or variant or unicodedata.category(sign) in INVISIBLE
