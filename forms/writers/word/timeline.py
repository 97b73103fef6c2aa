"""A timeline as a picture of black and white, with its facts as text that only searching finds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from hashlib import sha256
from typing import assert_never

from PIL import Image, ImageDraw, ImageFont

from forms.blocks import Mark, Timeline, Track, TrackKind
from forms.fonts import HEI, HEI_BOLD
from forms.signs import visible
from forms.writers.word.pictures import Picture, inline, png_bytes
from forms.writers.word.runs import Look, Shape, laid, words

DPI = 300
SHEET_WIDTH, LABEL = 170.0, 18.0
MONTHS_ROW, LEGEND_ROW = 6.2, 5.4
HEIGHTS = {
    TrackKind.STEPS: 12.4,
    TrackKind.BARS: 7.8,
    TrackKind.DOTS: 6.3,
    TrackKind.TICKS: 6.4,
    TrackKind.DIAMONDS: 6.3,
}
OUTER, INNER, STEP, DASH, DASH_GAP = 0.35, 0.18, 0.5, 0.2, 0.6
HIGHEST = 5
BAR, DOT, TICK, DIAMOND = 2.2, 2.4, 3.4, 3.6
TEXT, TEXT_GAP = 9.0, 0.6
SINGLE = 240 * 25.4 / 1440  # one line, which grows with what stands in it
CACHED = 16


@lru_cache(CACHED)
def picture_of(timeline: Timeline) -> Picture:
    """The timeline drawn, with what it shows as its words."""
    drawing = _Drawing(timeline)
    png = png_bytes(drawing.image, DPI)
    name = f"timeline{sha256(png).hexdigest()[:16]}"
    facts = visible("；".join(timeline.facts))
    return Picture(name, png, SHEET_WIDTH, drawing.height, facts)


def timeline_markup(timeline: Timeline) -> str:
    """The picture in a paragraph of its own, and the facts hidden beside it."""
    look = Look()
    drawn = f"<w:r>{look.properties()}{inline(picture_of(timeline))}</w:r>"
    hidden = Look(hidden=True)
    facts = "".join(words(visible(fact), hidden) for fact in timeline.facts)
    return laid(drawn + facts, Shape(rule="auto", pitch=SINGLE))


class _Drawing:
    """One timeline being drawn, in mm from its top left corner."""

    def __init__(self, timeline: Timeline) -> None:
        rows = sum(HEIGHTS[track.kind] for track in timeline.tracks)
        self.height = MONTHS_ROW + rows + LEGEND_ROW
        self.image = Image.new("1", (_dots(SHEET_WIDTH), _dots(self.height)), 1)
        self._pen = ImageDraw.Draw(self.image)
        self._months(timeline, MONTHS_ROW + rows)
        top = MONTHS_ROW
        for track in timeline.tracks:
            self._track(track, top)
            top += HEIGHTS[track.kind]
        self._words(0, top + LEGEND_ROW / 2 + TEXT_GAP, timeline.legend, anchor="lm")
        self._frame(0, 0, SHEET_WIDTH, top)

    def _months(self, timeline: Timeline, bottom: float) -> None:
        self._words(LABEL / 2, MONTHS_ROW / 2, timeline.label)
        self._line(LABEL, 0, LABEL, bottom, INNER)
        share = 1 / max(len(timeline.months), 1)
        for number, month in enumerate(timeline.months):
            self._words(_across((number + 0.5) * share), MONTHS_ROW / 2, month)
            if number:
                self._dotted(_across(number * share), bottom)

    def _track(self, track: Track, top: float) -> None:
        height = HEIGHTS[track.kind]
        self._line(0, top, SHEET_WIDTH, top, INNER)
        self._words(LABEL / 2, top + height / 2, track.label)
        middle = top + height / 2
        if track.kind is TrackKind.STEPS:
            self._steps(track.marks, top, height)
            return
        for mark in track.marks:
            self._mark(mark, track.kind, middle)

    def _mark(self, mark: Mark, kind: TrackKind, middle: float) -> None:
        x = _across(mark.begins)
        match kind:
            case TrackKind.BARS:
                self._bar(mark, middle)
            case TrackKind.DOTS:
                self._dot(x, middle, hollow=mark.hollow)
                self._beside(x - DOT / 2, x + DOT / 2, middle, mark.text)
            case TrackKind.TICKS:
                self._line(x, middle - TICK / 2, x, middle + TICK / 2, OUTER)
                self._beside(x, x, middle, mark.text)
            case TrackKind.DIAMONDS:
                self._diamond(x, middle, hollow=mark.hollow)
                self._beside(x - DIAMOND / 2, x + DIAMOND / 2, middle, mark.text)
            case TrackKind.STEPS:
                pass
            case _:
                assert_never(kind)

    def _steps(self, marks: tuple[Mark, ...], top: float, height: float) -> None:
        """Levels as a line that steps up and down, each with its words where there is room."""
        before = None
        for mark in marks:
            y = top + height - 1.4 - (mark.level or 0) / HIGHEST * (height - 2.8)
            left, right = _across(mark.begins), _across(mark.ends)
            self._line(left, y, right, y, STEP)
            if before is not None:
                self._line(left, before, left, y, STEP)
            above = y - top > height / 2
            self._words((left + right) / 2, y + (-2.2 if above else 2.2), mark.text, bold=True)
            before = y

    def _bar(self, mark: Mark, middle: float) -> None:
        """A stretch of time. Its words stand above a hollow bar, and beside a filled one."""
        left, right = _across(mark.begins), _across(mark.ends)
        top = middle if mark.hollow or not mark.text else middle - BAR / 2
        self._box(left, top, right, top + BAR, hollow=mark.hollow)
        if mark.hollow:
            self._words((left + right) / 2, top - 1.9, mark.text)
        else:
            self._beside(left, right, top + BAR / 2, mark.text)

    def _beside(self, left: float, right: float, y: float, text: str) -> None:
        """Words after something, or before it where there is no room after it."""
        room = SHEET_WIDTH - right - 2 * TEXT_GAP
        if _dots(room) >= _font(bold=False).getlength(visible(text)):
            self._words(right + TEXT_GAP, y, text, anchor="lm")
        else:
            self._words(left - TEXT_GAP, y, text, anchor="rm")

    def _dot(self, x: float, y: float, *, hollow: bool) -> None:
        at = [_dots(v) for v in (x - DOT / 2, y - DOT / 2, x + DOT / 2, y + DOT / 2)]
        self._pen.ellipse(at, fill=int(hollow), outline=0, width=_dots(OUTER))

    def _diamond(self, x: float, y: float, *, hollow: bool) -> None:
        half = DIAMOND / 2
        corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
        points = [(_dots(left), _dots(top)) for left, top in corners]
        self._pen.polygon(points, fill=int(hollow), outline=0, width=_dots(OUTER))

    def _box(self, left: float, top: float, right: float, bottom: float, *, hollow: bool) -> None:
        at = [_dots(v) for v in (left, top, right, bottom)]
        self._pen.rectangle(at, fill=int(hollow), outline=0, width=_dots(OUTER))

    def _frame(self, left: float, top: float, right: float, bottom: float) -> None:
        at = [_dots(left), _dots(top), _dots(right) - 1, _dots(bottom) - 1]
        self._pen.rectangle(at, outline=0, width=_dots(OUTER))

    def _line(self, x: float, y: float, to_x: float, to_y: float, weight: float) -> None:
        ends = [_dots(v) for v in (x, y, to_x, to_y)]
        self._pen.line(ends, fill=0, width=_dots(weight))

    def _dotted(self, x: float, bottom: float) -> None:
        for y in _steps_of(DASH + DASH_GAP, MONTHS_ROW, bottom):
            self._line(x, y, x, y + DASH, INNER / 2)

    def _words(
        self, x: float, y: float, text: str, *, bold: bool = False, anchor: str = "mm"
    ) -> None:
        """Words on white, so that no line runs through them."""
        at, font, shown = (_dots(x), _dots(y)), _font(bold=bold), visible(text)
        if shown:
            self._pen.rectangle(self._pen.textbbox(at, shown, font, anchor), fill=1)
            self._pen.text(at, shown, fill=0, font=font, anchor=anchor)


def _across(share: float) -> float:
    return LABEL + share * (SHEET_WIDTH - LABEL)


def _dots(millimetres: float) -> int:
    return max(1, round(millimetres * DPI / 25.4)) if millimetres else 0


def _steps_of(step: float, first: float, last: float) -> Iterator[float]:
    at = first
    while at < last:
        yield at
        at += step


@cache
def _font(*, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(HEI_BOLD if bold else HEI), round(TEXT * DPI / 72))
