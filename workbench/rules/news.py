"""What is worth telling first of what changed about somebody, in so many lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NEW, LATE, REMARK = "新", "逾期", "批注"
_FIRST = {LATE: 0, NEW: 1, REMARK: 2, "": 3}


@dataclass(frozen=True)
class News:
    """One line: why it is told, what it is about, the words; `weight` is least for the first."""

    tag: str
    label: str
    words: str
    weight: int = 0


def worth_telling(news: Sequence[News], most: int) -> tuple[tuple[News, ...], int]:
    """The lines that fit, and how many there are besides; of each kind one comes before a second.

    So a fourth overdue task never hides the one thing that happened.
    """
    times: dict[tuple[str, str], int] = {}
    ranked = []
    for place, each in enumerate(news):
        kind = each.tag, each.label
        times[kind] = times.get(kind, 0) + 1
        ranked.append((times[kind], _FIRST[each.tag], each.weight, place, each))
    ranked.sort(key=lambda row: row[:4])
    chosen = {row[3] for row in ranked[:most]}
    told = [(_FIRST[n.tag], n.weight, place, n) for place, n in enumerate(news) if place in chosen]
    told.sort(key=lambda row: row[:3])
    return tuple(row[3] for row in told), len(news) - len(told)
