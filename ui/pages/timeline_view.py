"""The months of a patient as a picture that the arrow keys walk through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.pages.timeline_marks import STRETCHES, VCENTRE, draw_mark, mark_height, words_beside
from ui.theme import Type, theme
from workbench.rules.dates import plus_months
from workbench.timelines import Mark, Timeline, Track

MONTHS = (1, 3, 6, 12, 24)
RIGHT_ROOM = 34
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
UPWARDS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ZOOMS = {Qt.Key.Key_Plus: -1, Qt.Key.Key_Equal: -1, Qt.Key.Key_Minus: 1}


class TimelineView(QWidget):
    """Nine lines over some months. Arrows choose a mark, plus and minus change the months."""

    selected = Signal(object)
    zoom_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline: Timeline | None = None
        self._months = 12
        self._mark: Mark | None = None
        self.setAccessibleName("时间线")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme().changed.connect(self._redraw)

    def show_timeline(self, timeline: Timeline, months: int) -> None:
        """Draw so many months of this; the chosen mark stays chosen while it is in sight."""
        self._timeline, self._months = timeline, months
        if self._mark not in self._in_sight():
            self._choose(self._same_record())
        self.update()

    def mark(self) -> Mark | None:
        """The chosen mark."""
        return self._mark

    def first_day(self) -> date:
        """The first day drawn."""
        until = self._timeline.until if self._timeline else date.max
        return plus_months(until.replace(day=1), 1 - self._months)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(640), theme().px(52) * len(Track))

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 110)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | _SHIFT):
            super().keyPressEvent(event)
        elif key in SIDEWAYS:
            self._step(SIDEWAYS[key])
        elif key in UPWARDS:
            self._change_line(UPWARDS[key])
        elif key in ZOOMS:
            self.zoom_wanted.emit(ZOOMS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position()
        near = [
            mark
            for mark in self._in_sight()
            if self._box(mark).adjusted(-4, -6, 4, 6).contains(spot)
        ]
        self._choose(near[-1] if near else None)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._timeline is None:
            return
        painter = QPainter(self)
        self._draw_ground(painter)
        ends: dict[Track, float] = {}
        for mark in reversed(self._in_sight()):
            draw_mark(painter, self._box(mark), mark)
            self._draw_words(painter, mark, ends)
        self._draw_end(painter)
        self._draw_choice(painter)
        painter.end()

    def _in_sight(self) -> list[Mark]:
        return list(self._timeline.since(self.first_day())) if self._timeline else []

    def _same_record(self) -> Mark | None:
        """The chosen record as it is drawn now that it reads differently."""
        record = self._mark.record if self._mark else None
        return next((m for m in self._in_sight() if record and m.record == record), None)

    def _left(self) -> float:
        labels = QFontMetricsF(theme().font(Type.NOTE))
        return max(labels.horizontalAdvance(track.label) for track in Track) + theme().px(14)

    def _axis(self) -> float:
        return QFontMetricsF(theme().font(Type.NOTE)).height() + theme().px(8)

    def _line_height(self) -> float:
        return min((self.height() - self._axis()) / len(Track), theme().px(60))

    def _x(self, day: date) -> float:
        until = self._timeline.until if self._timeline else day
        first = self.first_day()
        width = self.width() - self._left() - theme().px(RIGHT_ROOM)
        return self._left() + width * (day - first).days / max((until - first).days + 1, 1)

    def _box(self, mark: Mark) -> QRectF:
        line = list(Track).index(mark.track)
        middle = self._axis() + self._line_height() * (line + 0.5)
        tall = min(mark_height(mark.track), self._line_height() - 2)
        if mark.track in STRETCHES:
            left = self._x(max(mark.on, self.first_day()))
            right = self._x(mark.to + timedelta(1))
            return QRectF(left, middle - tall / 2, max(right - left - 1, 3), tall)
        box = QRectF(0, 0, tall, tall)
        box.moveCenter(QPointF((self._x(mark.on) + self._x(mark.on + timedelta(1))) / 2, middle))
        return box

    def _draw_ground(self, painter: QPainter) -> None:
        look, axis, tall = theme(), self._axis(), self._line_height()
        foot = axis + tall * len(Track)
        painter.setFont(look.font(Type.NOTE))
        for month, words in self._month_words(QFontMetricsF(painter.font())):
            x = self._x(month)
            painter.fillRect(
                QRectF(x, axis, 1, foot - axis),
                look.colour("line2" if month.month == 1 else "line"),
            )
            painter.setPen(look.colour("text2"))
            painter.drawText(QRectF(x + 4, 0, look.px(120), axis), VCENTRE, words)
        painter.setPen(look.colour("text2"))
        for number, track in enumerate(Track):
            y = axis + tall * number
            painter.fillRect(QRectF(0, y, self.width(), 1), look.colour("line"))
            painter.drawText(QRectF(4, y, self._left(), tall), VCENTRE, track.label)
        painter.fillRect(QRectF(0, foot, self.width(), 1), look.colour("line"))

    def _month_words(self, metrics: QFontMetricsF) -> Iterator[tuple[date, str]]:
        """Each month with its name, or without where the names would run into each other."""
        month, free_from = self.first_day(), 0.0
        until = self._timeline.until if self._timeline else month
        while month <= until:
            with_year = month.month == 1 or month == self.first_day()
            words = f"{month.year}年{month.month}月" if with_year else f"{month.month}月"
            ends = self._x(month) + metrics.horizontalAdvance(words) + 12
            fits = self._x(month) >= free_from and ends < self._x(until)
            free_from = ends if fits else free_from
            yield month, words if fits else ""
            month = plus_months(month, 1)

    def _draw_words(self, painter: QPainter, mark: Mark, ends: dict[Track, float]) -> None:
        """The latest first: of words that would overlap the older ones are left out."""
        box, words = self._box(mark), words_beside(mark)
        painter.setFont(theme().font(Type.NOTE))
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(words)
        room = min(ends.get(mark.track, self.width()), self.width()) - box.right() - 6
        ends[mark.track] = box.left()
        if words and width <= room and metrics.height() <= self._line_height() + 4:
            painter.setPen(theme().colour("warn" if mark.gap else "text2"))
            painter.drawText(
                QRectF(box.right() + 5, box.top() - 6, width + 2, box.height() + 12),
                VCENTRE,
                words,
            )

    def _draw_end(self, painter: QPainter) -> None:
        look, until = theme(), self._timeline.until if self._timeline else date.max
        x, foot = self._x(until + timedelta(1)), self._axis() + self._line_height() * len(Track)
        painter.fillRect(
            QRectF(x - 1, self._axis() - 4, 1.5, foot - self._axis() + 4), look.colour("accent")
        )
        painter.setFont(look.font(Type.KEY))
        words = f"{until:%m-%d}"
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 8
        plate = QRectF(min(x - width / 2, self.width() - width), 1, width, self._axis() - 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(plate, 4, 4)
        painter.setPen(look.colour("onaccent"))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), words)

    def _draw_choice(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("accent"), 2))
        if self._mark is not None:
            painter.drawRoundedRect(self._box(self._mark).adjusted(-4, -4, 4, 4), 5, 5)
        if self.hasFocus() and self._mark is None:
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _step(self, way: int) -> None:
        """The next or last mark on the line; without a choice the newest of all."""
        if self._mark is None:
            self._choose(max(self._in_sight(), key=lambda mark: mark.on, default=None))
            return
        line = self._on_line(self._mark.track)
        place = line.index(self._mark) + way
        if 0 <= place < len(line):
            self._choose(line[place])

    def _change_line(self, way: int) -> None:
        """The nearest mark of the next line that has one."""
        if self._mark is None:
            self._step(way)
            return
        day, tracks = self._mark.on, list(Track)
        rest = tracks[tracks.index(self._mark.track) + 1 :] if way > 0 else None
        above = tracks[: tracks.index(self._mark.track)][::-1]
        for track in rest if rest is not None else above:
            line = self._on_line(track)
            if line:
                self._choose(min(line, key=lambda mark: abs((mark.on - day).days)))
                return

    def _on_line(self, track: Track) -> list[Mark]:
        return sorted((m for m in self._in_sight() if m.track is track), key=lambda m: m.on)

    def _choose(self, mark: Mark | None) -> None:
        self._mark = mark
        self.setAccessibleDescription(f"{mark.track.label}：{mark.sentence}" if mark else "")
        self.selected.emit(mark)
        self.update()

    @Slot()
    def _redraw(self) -> None:
        self.updateGeometry()
        self.update()


_SHIFT = Qt.KeyboardModifier.ShiftModifier
