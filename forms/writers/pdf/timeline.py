"""What happened along the months, drawn in black: steps, bars, dots, ticks and diamonds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import assert_never

from forms.blocks import Face, Line, Timeline, Track, TrackKind, Words
from forms.breaking import SetLine
from forms.pages import Page
from forms.writers.pdf.flow import Item
from forms.writers.pdf.pen import HEAVY_RULE, INNER, OUTER, PEN_RULE, Pen
from forms.writers.pdf.setting import CENTRE, Setting, Stack, stacked

LABEL_WIDTH, LABEL_PADDING = 18.0, 1.0
MONTHS_ROW, STEPS_ROW, TALL_ROW, ROW = 6.0, 13.0, 9.0, 6.4
LEGEND_GAP = 0.8
WORDS, LEGEND = Setting(9.5), Setting(9.5)
SMALL, LEVEL = Setting(9), Setting(9)
HIGHEST, TOP_STEP, STEP = 5, 1.8, 1.9
BAR, BAR_AT_FOOT = 3.2, 2.2
DOT, DIAMOND, TICK = 1.2, 1.7, 3.2
MARK_GAP = 0.8


@dataclass(frozen=True)
class Field:
    """Where the marks of one track stand."""

    left: float
    width: float
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2

    def x(self, share: float) -> float:
        """How far from the left edge of the page a share of the width lies."""
        return self.left + share * self.width

    def words(self, pen: Pen, x: float, middle: float, line: SetLine) -> float:
        """Write beside a height, kept within the field. Gives where the words end."""
        x = max(self.left, min(x, self.left + self.width - line.width()))
        SMALL.write(pen, x, SMALL.baseline(middle - SMALL.pitch / 2), line)
        return x + line.width()

    def words_behind(self, pen: Pen, edges: tuple[float, float], text: str) -> None:
        """Write behind something that has these edges, or before it where no room is left."""
        line = SMALL.single(_form(text))
        before, behind = edges[0] - MARK_GAP - line.width(), edges[1] + MARK_GAP
        fits = behind + line.width() <= self.left + self.width
        self.words(pen, behind if fits else before, self.middle, line)


@dataclass(frozen=True)
class SetTimeline:
    """A timeline with its legend."""

    page: Page
    timeline: Timeline
    legend: Stack

    @property
    def height(self) -> float:
        """Months, tracks and legend."""
        return self._ruled + LEGEND_GAP + self.legend.height

    @property
    def _ruled(self) -> float:
        return MONTHS_ROW + sum(map(_row_height, self.timeline.tracks))

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the rows downwards, the months' limits behind them."""
        left, right = self.page.left + LABEL_WIDTH, self.page.right
        self._draw_limits(pen, left, top)
        self._draw_label(pen, self.timeline.label, top, MONTHS_ROW)
        month = (right - left) / max(1, len(self.timeline.months))
        for number, name in enumerate(self.timeline.months):
            line = WORDS.single(_form(name))
            y = top + (MONTHS_ROW - WORDS.pitch) / 2
            stacked(WORDS, (line,)).draw(pen, left + number * month, y, month, CENTRE)
        y = top + MONTHS_ROW
        for track in self.timeline.tracks:
            height = _row_height(track)
            pen.rule(self.page.left, y, right, y, INNER)
            self._draw_label(pen, track.label, y, height)
            _draw_track(pen, track, Field(left, right - left, y, height))
            y += height
        pen.rule(left, top, left, y, INNER)
        pen.frame(self.page.left, top, self.page.frame, self._ruled, OUTER)
        self.legend.draw(pen, self.page.left, y + LEGEND_GAP, self.page.frame)

    def split(self, room: float) -> None:
        """A picture stays whole."""

    def _draw_limits(self, pen: Pen, left: float, top: float) -> None:
        count = len(self.timeline.months)
        for number in range(1, count):
            x = left + (self.page.right - left) * number / count
            pen.broken(x, top + MONTHS_ROW, x, top + self._ruled, PEN_RULE, (0.5, 1.6))

    def _draw_label(self, pen: Pen, label: str, top: float, height: float) -> None:
        room = LABEL_WIDTH - 2 * LABEL_PADDING
        stack = stacked(WORDS, WORDS.set((_form(label),), room))
        x, y = self.page.left + LABEL_PADDING, top + (height - stack.height) / 2
        stack.draw(pen, x, y, room, CENTRE)


def timeline_items(timeline: Timeline, page: Page, space: float) -> Iterator[Item]:
    """The timeline with its legend."""
    legend = LEGEND.set((_form(timeline.legend),), page.frame) if timeline.legend else []
    yield Item(SetTimeline(page, timeline, stacked(LEGEND, legend)), space)


def _row_height(track: Track) -> float:
    match track.kind:
        case TrackKind.STEPS:
            return STEPS_ROW
        case TrackKind.BARS:
            return TALL_ROW if _has_words_above(track) else ROW
        case TrackKind.DOTS | TrackKind.TICKS | TrackKind.DIAMONDS:
            return ROW
        case _:
            assert_never(track.kind)


def _has_words_above(track: Track) -> bool:
    return any(mark.hollow and mark.text for mark in track.marks)


def _draw_track(pen: Pen, track: Track, field: Field) -> None:
    match track.kind:
        case TrackKind.STEPS:
            _draw_steps(pen, track, field)
        case TrackKind.BARS:
            _draw_bars(pen, track, field)
        case TrackKind.DOTS | TrackKind.TICKS | TrackKind.DIAMONDS:
            _draw_points(pen, track, field)
        case _:
            assert_never(track.kind)


def _draw_steps(pen: Pen, track: Track, field: Field) -> None:
    """Levels as heights. What a level is called stands above its line, or below a high one."""
    rated = [(mark, mark.level) for mark in track.marks if mark.level is not None]
    for mark, level in rated:
        y = _step(field, level)
        pen.rule(field.x(mark.begins), y, field.x(mark.ends), y, HEAVY_RULE)
    for (mark, level), (following, next_level) in pairwise(rated):
        if mark.ends == following.begins:
            x = field.x(mark.ends)
            pen.rule(x, _step(field, level), x, _step(field, next_level), HEAVY_RULE)
    reached = {True: field.left, False: field.left}
    for mark, level in rated:
        y = _step(field, level)
        above = y - field.top > SMALL.pitch
        line = LEVEL.single((Words(mark.text, Face.STRONG),))
        middle = y + (-1 if above else 1) * (SMALL.pitch / 2 + 0.2)
        start = (field.x(mark.begins) + field.x(mark.ends) - line.width()) / 2
        reached[above] = field.words(pen, max(start, reached[above] + MARK_GAP), middle, line)


def _step(field: Field, level: int) -> float:
    return field.top + TOP_STEP + (HIGHEST - min(level, HIGHEST)) * STEP


def _draw_bars(pen: Pen, track: Track, field: Field) -> None:
    """Stretches of time. Words stand behind their bar, or above all bars where some are hollow."""
    tall = _has_words_above(track)
    height = BAR_AT_FOOT if tall else BAR
    y = field.top + field.height - 1.2 - height if tall else field.middle - height / 2
    for mark in track.marks:
        x, width = field.x(mark.begins), (mark.ends - mark.begins) * field.width
        if mark.hollow:
            pen.frame(x, y, width, height, INNER)
        else:
            pen.fill(iter([(x, y, width, height)]))
    reached = field.left
    for mark in track.marks:
        line = SMALL.single(_form(mark.text))
        if mark.text and tall:
            start = (field.x(mark.begins) + field.x(mark.ends) - line.width()) / 2
            middle = (field.top + y) / 2
            reached = field.words(pen, max(start, reached + MARK_GAP), middle, line)
        elif mark.text:
            field.words_behind(pen, (field.x(mark.begins), field.x(mark.ends)), mark.text)


def _draw_points(pen: Pen, track: Track, field: Field) -> None:
    """Days, each with its word behind it if it has one."""
    for mark in track.marks:
        x, y = field.x((mark.begins + mark.ends) / 2), field.middle
        reach = DIAMOND
        match track.kind:
            case TrackKind.DOTS:
                pen.dot(x, y, DOT, hollow=mark.hollow)
                reach = DOT
            case TrackKind.TICKS:
                pen.rule(x, y - TICK / 2, x, y + TICK / 2, OUTER)
                reach = 0.0
            case _:
                corners = ((x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y))
                pen.shape(corners, hollow=mark.hollow)
        if mark.text:
            field.words_behind(pen, (x - reach, x + reach), mark.text)


def _form(text: str) -> Line:
    return (Words(text, Face.FORM),)
