"""How the marks of a timeline are drawn: bands, bars, dots, ticks, diamonds, rings, squares."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ui.style import draw_triangle, outline
from ui.theme import Type, theme
from ui.widgets.chips import ALARMING
from workbench.timelines import Mark, Track

VCENTRE = int(Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
WORDY = frozenset({Track.STAYS, Track.INJECTIONS, Track.EVENTS, Track.CASES, Track.RECORDS})
STRETCHES = frozenset({Track.LEVELS, Track.STAYS, Track.MEDICATION})


def mark_height(track: Track) -> float:
    """How tall a mark of a track is at the present font size."""
    tall = {Track.LEVELS: 26, Track.STAYS: 14, Track.MEDICATION: 18, Track.VISITS: 14}
    return theme().px(tall.get(track, 13))


def draw_mark(painter: QPainter, box: QRectF, mark: Mark) -> None:
    """Draw one mark into its box; words only where they fit."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match mark.track:
        case Track.LEVELS:
            _draw_level(painter, box, mark.level or 0)
        case Track.STAYS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("text2"))
            painter.drawRoundedRect(box, 3, 3)
        case Track.MEDICATION:
            _draw_medicine(painter, box, mark)
        case Track.INJECTIONS:
            _draw_dot(painter, box, "warn" if mark.gap else "accent", hollow=mark.gap)
        case Track.VISITS:
            middle = box.center().x()
            painter.fillRect(
                QRectF(middle - 1, box.top(), 2, box.height()), theme().colour("text2")
            )
        case Track.EVENTS:
            _draw_diamond(painter, box)
        case Track.MEETINGS:
            _draw_dot(painter, box, "text2", hollow=True)
        case Track.CASES:
            _draw_dot(painter, box, "text2", hollow=False)
        case Track.RECORDS:
            painter.setBrush(theme().colour("tint"))
            outline(painter, box.adjusted(2, 2, -2, -2), theme().colour("accent"), 1.2, 2)
    painter.restore()


def words_beside(mark: Mark) -> str:
    """What is written at the right of a mark if there is room."""
    return mark.text if mark.track in WORDY else ""


def _draw_level(painter: QPainter, box: QRectF, level: int) -> None:
    ink = theme().level(level)
    painter.setBrush(QColor(ink.fill))
    outline(painter, box, QColor(ink.outline), 1, 4)
    painter.setFont(theme().font(Type.NOTE_BOLD))
    painter.setPen(QColor(ink.text))
    metrics = QFontMetricsF(painter.font())
    alarm = theme().px(12) if level >= ALARMING else 0
    whole = f"{level}级"
    room = box.width() - theme().px(8)
    if metrics.horizontalAdvance(whole) + alarm <= room:
        words = box.adjusted(theme().px(6), 0, 0, 0)
        if alarm:
            side = theme().px(8)
            spot = QRectF(words.left(), words.center().y() - side / 2, side, side * 0.9)
            draw_triangle(painter, spot, QColor(ink.text))
            words.setLeft(words.left() + alarm)
            painter.setPen(QColor(ink.text))
        painter.drawText(words, VCENTRE, whole)
    elif metrics.horizontalAdvance(str(level)) + 4 <= box.width():
        painter.drawText(box, CENTRE, str(level))


def _draw_medicine(painter: QPainter, box: QRectF, mark: Mark) -> None:
    look = theme()
    if not mark.gap:
        bar = QRectF(box.left(), box.center().y() - look.px(4), box.width(), look.px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent"))
        painter.drawRoundedRect(bar, 2, 2)
        return
    painter.setBrush(look.colour("warnbg"))
    outline(painter, box, look.colour("warn"), 1, 3)
    painter.fillRect(
        box.adjusted(1, 1, -1, -1), QBrush(look.colour("warn"), Qt.BrushStyle.BDiagPattern)
    )
    painter.setFont(look.font(Type.KEY))
    width = QFontMetricsF(painter.font()).horizontalAdvance(mark.text) + 6
    if width + 4 <= box.width():
        plate = QRectF(0, 0, width, box.height() - 2)
        plate.moveCenter(box.center())
        painter.fillRect(plate, look.colour("warnbg"))
        painter.setPen(look.colour("warn"))
        painter.drawText(plate, CENTRE, mark.text)


def _draw_dot(painter: QPainter, box: QRectF, ink: str, *, hollow: bool) -> None:
    colour, side = theme().colour(ink), min(box.width(), box.height()) - 2
    spot = QRectF(0, 0, side, side)
    spot.moveCenter(box.center())
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(theme().colour("sheet") if hollow else colour)
    painter.drawEllipse(spot.adjusted(1, 1, -1, -1))


def _draw_diamond(painter: QPainter, box: QRectF) -> None:
    middle, half = box.center(), min(box.width(), box.height()) / 2
    corners = [(0, -half), (half, 0), (0, half), (-half, 0)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("text"))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
