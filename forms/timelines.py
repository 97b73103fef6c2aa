"""What happened to a patient, drawn along the months up to a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from forms.answers import Answers, names_of, number_of, rows_of, text_of
from forms.blocks import Mark, Timeline, Track, TrackKind
from forms.wording import level

MONTHS = 12
LEGEND = (
    "服药：实条规律，空条间断　针剂：实点已打，空点漏打　随访：竖线一次　菱形：事件；空心菱形：例会"
)


def timeline(answers: Answers) -> Timeline | None:
    """The tracks of the months up to `until`; nothing where the answers name no day."""
    if not text_of(answers, "until"):
        return None
    span = _Span(
        date.fromisoformat(text_of(answers, "until")), number_of(answers, "months") or MONTHS
    )
    tracks = (
        Track("危险等级", TrackKind.STEPS, tuple(_levels(answers, span))),
        Track("住院", TrackKind.BARS, tuple(_stretches(answers, "stays", span))),
        Track("口服药", TrackKind.BARS, tuple(_stretches(answers, "medication", span))),
        Track("长效针剂", TrackKind.DOTS, tuple(_days(answers, "injections", span))),
        Track("随访", TrackKind.TICKS, tuple(_days(answers, "visits", span))),
        Track("事件", TrackKind.DIAMONDS, tuple(_days(answers, "events", span))),
        Track("例会", TrackKind.DIAMONDS, tuple(_days(answers, "meetings", span))),
    )
    label = f"近{span.months}个月"
    return Timeline(label, span.names(), tracks, LEGEND, tuple(names_of(answers, "facts")))


class _Span:
    """Whole months up to the one that holds the last day."""

    def __init__(self, until: date, months: int) -> None:
        self.months = months
        self.until = until
        self.first = _month(until, 1 - months)
        self._after = _month(until, 1)

    def names(self) -> tuple[str, ...]:
        """The name of each month."""
        return tuple(f"{_month(self.until, n).month}月" for n in range(1 - self.months, 1))

    def share(self, day: date) -> float:
        """How far from the left a day stands, no further than the edges."""
        whole = (self._after - self.first).days
        return min(1.0, max(0.0, (day - self.first).days / whole))

    def holds(self, day: date) -> bool:
        """Whether a day stands on the timeline."""
        return self.first <= day < self._after


def _month(day: date, later: int) -> date:
    months = day.year * 12 + day.month - 1 + later
    return date(months // 12, months % 12 + 1, 1)


def _levels(answers: Answers, span: _Span) -> Iterator[Mark]:
    rows = [(_day(row, "on"), number_of(row, "level")) for row in rows_of(answers, "levels")]
    ends = [on for on, _ in rows[1:]] + [span.until + timedelta(1)]
    for (on, rated), end in zip(rows, ends, strict=False):  # nobody rated: nothing ends
        if rated is not None and end > span.first:
            yield Mark(span.share(on), span.share(end), level(rated), rated)


def _stretches(answers: Answers, key: str, span: _Span) -> Iterator[Mark]:
    for row in rows_of(answers, key):
        ends = _day(row, "to") if text_of(row, "to") else span.until
        if ends >= span.first and span.share(_day(row, "on")) < 1:
            mark = span.share(_day(row, "on")), span.share(ends + timedelta(1))
            yield Mark(*mark, text_of(row, "text"), hollow=bool(row.get("hollow")))


def _days(answers: Answers, key: str, span: _Span) -> Iterator[Mark]:
    for row in rows_of(answers, key):
        day = _day(row, "on")
        if span.holds(day):
            at = span.share(day)
            yield Mark(at, at, text_of(row, "text"), hollow=bool(row.get("hollow")))


def _day(row: Answers, key: str) -> date:
    return date.fromisoformat(text_of(row, key))
