"""Before a meeting is closed: what its record still lacks, and when the meeting ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import IntEnum

_LAST_MINUTE = 24 * 60 - 1


class Lack(IntEnum):
    """What may be lacking, in the order in which it is named."""

    CONCLUSION = 1
    CONFIRMATION = 2
    REASON = 3
    WHO_OR_WHEN = 4
    REVIEW = 5


@dataclass(frozen=True)
class Concluded:
    """One item as it stands: whether it is settled, half typed, explained, and who does what."""

    settled: bool
    has_draft: bool
    reason: str
    reasons_wanted: tuple[str, ...]
    promises: tuple[tuple[str, bool, bool], ...]


@dataclass(frozen=True)
class Lacking:
    """One thing that is lacking, in words. What holds up the closing must be mended first."""

    lack: Lack
    words: str
    holds_up: bool


def lacking_on(item: Concluded) -> Iterator[Lacking]:
    """What one item lacks. A decision carried out at once may have neither person nor day."""
    if not item.settled:
        yield Lacking(Lack.CONCLUSION, "还没有结论", holds_up=True)
    if item.has_draft:
        yield Lacking(Lack.CONFIRMATION, "有没确认的草稿", holds_up=True)
    if item.reasons_wanted and not item.reason:
        yield Lacking(Lack.REASON, f"{'；'.join(item.reasons_wanted)}，没有写理由", holds_up=True)
    for text, has_person, has_day in item.promises:
        if has_person is not has_day:
            what = "完成时限" if has_person else "责任人"
            yield Lacking(Lack.WHO_OR_WHEN, f"“{text}”没有{what}", holds_up=False)


def unheard(tasks: Iterable[tuple[date, bool]], held_on: date) -> int:
    """How many earlier tasks were due by the day of the meeting without a word of what became."""
    return sum(due_on <= held_on and not heard for due_on, heard in tasks)


def in_naming_order(found: Sequence[tuple[int, Lacking]]) -> list[tuple[int, Lacking]]:
    """What is lacking everywhere, the gravest first, within that by the place on the agenda."""
    return sorted(found, key=lambda each: (each[1].lack, each[0]))


def ending_time(begins: time, *, now: time | None, planned: int) -> time:
    """When a meeting ends: now if it is held today, else after as many minutes as were planned.

    Never before it began, and never after midnight.
    """
    if now is not None and now >= begins:
        return now.replace(second=0, microsecond=0)
    minutes = min(begins.hour * 60 + begins.minute + planned, _LAST_MINUTE)
    return time(minutes // 60, minutes % 60)
