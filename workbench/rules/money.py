"""Sums of money: kept in 分, said in 元."""

from __future__ import annotations

import re

# Up to nine digits before the point: more is a slip of the pen.
_SUM = re.compile(r"([0-9]{1,9})(?:\.([0-9]{1,2}))?")
_IN_A_YUAN = 100


def read_sum(typed: str) -> int | None:
    """The 分 of a sum typed in 元, such as 2400 or 1,200.50; None when it is none."""
    plain = typed.strip().removesuffix("元").replace(",", "").replace("，", "")
    found = _SUM.fullmatch(plain)
    if found is None:
        return None
    whole, part = found.groups(default="")
    return int(whole) * _IN_A_YUAN + int(part.ljust(2, "0"))


def said_sum(amount: int) -> str:
    """A sum as it is written in a sentence: 2400元, 1200.50元."""
    whole, part = divmod(amount, _IN_A_YUAN)
    return f"{whole}.{part:02}元" if part else f"{whole}元"
