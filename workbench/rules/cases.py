"""How cases are numbered."""

from __future__ import annotations

import re
from collections.abc import Sequence

FIRST = "GA0001"


def next_number(taken: Sequence[str]) -> str:
    """Return the number after the last one that ends in digits, in the same shape; else the first.

    A unit may number its cases as it likes; this only suggests.
    """
    counted = [m for number in taken if (m := re.fullmatch(r"(.*?)(\d+)", number))]
    if not counted:
        return FIRST
    last = counted[-1]
    prefix = last.group(1)
    highest = max((m for m in counted if m.group(1) == prefix), key=lambda m: int(m.group(2)))
    return f"{prefix}{int(highest.group(2)) + 1:0{len(highest.group(2))}d}"
