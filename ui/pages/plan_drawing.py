"""How the rows of a plan are drawn: air between them, no lines down, what changed is tinted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QWidget

from ui.models.plan_rows import AddRow, LineRow, PlanRow, WordsRow
from ui.models.rows import ROW_ROLE
from ui.style import draw_triangle
from ui.theme import Type, theme
from ui.widgets.lists import FACE_ROLE, Face

Index = QModelIndex | QPersistentModelIndex
TOP = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
VCENTRE = int(Qt.AlignmentFlag.AlignVCenter)
COLUMNS = ("目标", "措施", "责任人", "期限", "状态")
SHARES = (0.25, 0.39, 0.15, 0.11, 0.10)
NARROW_SHARES = (0.25, 0.32, 0.14, 0.17, 0.12)
NARROW = 700
MARGIN, GAP, AIR = 24, 12, 8
NO_ROOM = 10_000


@dataclass(frozen=True)
class Cell:
    """What stands in one column: words, and a quieter note under them."""

    words: str
    note: str = ""


def spans(width: float) -> list[tuple[float, float]]:
    """Where each column begins and how wide it is."""
    margin, gap = theme().px(MARGIN), theme().px(GAP)
    room = width - 2 * margin - gap * (len(SHARES) - 1)
    left, found = float(margin), []
    for share in NARROW_SHARES if width < theme().px(NARROW) else SHARES:
        found.append((left, room * share))
        left += room * share + gap
    return found


def cells(row: LineRow) -> list[Cell]:
    """One line of the plan, column by column."""
    problem = "" if row.line.problem == row.line.goal else f"问题：{row.line.problem}"
    told = "；".join(filter(None, (row.was, f"理由：{row.why}" if row.why else "")))
    partner = f"协同：{row.line.partner}" if row.line.partner else ""
    return [
        Cell(row.line.goal, problem),
        Cell(row.line.measure, told),
        Cell(row.who or "待定", "；".join(filter(None, (row.role, partner)))),
        Cell(row.due or "待定", row.when),
        Cell(row.state, row.item.result if row.item else ""),
    ]


class PlanDelegate(QStyledItemDelegate):
    """Draws rows and measures them; a row that is written in is as tall as its fields."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.width = 0
        self.editing = ""
        self.editor_height = 0
        self.chosen_badge = ""

    def sizeHint(self, option: object, index: Index) -> QSize:
        row: PlanRow | None = index.data(ROW_ROLE)
        body = QFontMetricsF(theme().font(Type.BODY)).height()
        if row is None:
            return QSize(80, round(body + theme().px(18)))
        if row.key == self.editing:
            return QSize(80, self.editor_height)
        match row:
            case LineRow():
                return QSize(80, round(self._line_height(row)) + 2 * theme().px(AIR))
            case WordsRow():
                words = self._words_height(row.text or row.hint, self._words_room())
                return QSize(80, round(words) + 2 * theme().px(AIR))
        return QSize(80, round(body) + 2 * theme().px(AIR))

    def paint(self, painter: QPainter, option: object, index: Index) -> None:
        box = QRectF(option.rect)  # type: ignore[attr-defined]  # the stubs leave the fields out
        state = option.state  # type: ignore[attr-defined]
        row: PlanRow | None = index.data(ROW_ROLE)
        painter.save()
        if row is None:
            self._draw_head(painter, box, index.data(FACE_ROLE))
        elif row.key != self.editing:
            self._draw_ground(painter, box, row, state)
            if isinstance(row, LineRow):
                self._draw_line(painter, box, row)
            else:
                self._draw_words(painter, box, row)
        painter.restore()

    def _line_height(self, row: LineRow) -> float:
        heights = []
        for cell, (_, width) in zip(cells(row), spans(self.width), strict=True):
            note = self._words_height(cell.note, width, Type.NOTE) if cell.note else 0.0
            heights.append(self._words_height(cell.words, width) + note)
        return max(heights)

    def _words_height(self, words: str, width: float, style: Type = Type.BODY) -> float:
        metrics = QFontMetricsF(theme().font(style))
        return metrics.boundingRect(QRectF(0, 0, width, NO_ROOM), TOP, words or "空").height()

    def _words_room(self) -> float:
        (_, first), (left, _), *_ = spans(self.width)
        return self.width - left - theme().px(MARGIN) if first else 0.0

    def _draw_head(self, painter: QPainter, box: QRectF, face: Face) -> None:
        look = theme()
        words = box.adjusted(look.px(MARGIN), look.px(4), -look.px(MARGIN), 0)
        painter.setFont(look.font(Type.HEAD))
        painter.setPen(look.colour("text"))
        painter.drawText(words, VCENTRE, face.title)
        left = words.left() + QFontMetricsF(painter.font()).horizontalAdvance(face.title) + 10
        if face.note:
            painter.setFont(look.font(Type.NOTE))
            painter.setPen(look.colour("warn" if face.attention else "text3"))
            painter.drawText(words.adjusted(left - words.left(), 0, 0, 0), VCENTRE, face.note)
        for badge in face.lead.split():
            chosen = badge == self.chosen_badge
            self._draw_lead(painter, QRectF(left, words.y(), box.right(), words.height()), chosen)
            left = draw_badge(painter, QPointF(left, words.center().y()), badge, chosen=chosen) + 4

    def _draw_lead(self, painter: QPainter, words: QRectF, chosen: bool) -> None:
        """The hairline from the section to the margin in which somebody speaks about it."""
        left = words.left() + theme().px(24)
        painter.setPen(lead_pen(chosen))
        y = round(words.center().y()) + 0.5
        painter.drawLine(QPointF(left, y), QPointF(words.width(), y))

    def _draw_ground(
        self, painter: QPainter, box: QRectF, row: PlanRow, state: QStyle.StateFlag
    ) -> None:
        look = theme()
        margin = look.px(MARGIN)
        line = QRectF(box.x() + margin, box.bottom() - 1, box.width() - 2 * margin, 1)
        painter.fillRect(line, look.colour("line"))
        changed = isinstance(row, LineRow) and bool(row.tag) and row.item is not None
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if changed:
            ground = QRectF(box.x() + margin - 12, box.y(), box.width() - margin + 12, box.height())
            painter.fillRect(ground, look.colour("tint"))
            painter.fillRect(QRectF(ground.x(), box.y(), 3, box.height()), look.colour("accent"))
        elif hovered and not chosen:
            painter.fillRect(box.adjusted(margin - 12, 0, -6, -1), look.colour("hover"))
        if chosen:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent" if focused else "line2"), 2 if focused else 1))
            painter.drawRoundedRect(box.adjusted(margin - 10, 1, -6, -2), 6, 6)

    def _draw_line(self, painter: QPainter, box: QRectF, row: LineRow) -> None:
        look, gone = theme(), row.item is None
        top = box.y() + look.px(AIR)
        inks = ("text", "text", "text2", "text2", "text2")
        placed = zip(cells(row), spans(self.width), inks, strict=True)
        for number, (cell, (left, width), ink) in enumerate(placed):
            missing = number in (2, 3) and (cell.words == "待定" or (row.late and number == 3))
            column = QRectF(box.x() + left, top, width, box.height())
            if number == len(COLUMNS) - 1 and row.tag:
                draw_tag(painter, column, row.tag, quiet=gone)
                continue
            colour = "text3" if gone else "warn" if missing else ink
            self._draw_cell(painter, column, cell, colour, struck=gone and number < 2)

    def _draw_cell(
        self, painter: QPainter, column: QRectF, cell: Cell, ink: str, *, struck: bool
    ) -> None:
        look, font = theme(), theme().font(Type.BODY)
        font.setStrikeOut(struck)
        painter.setFont(font)
        painter.setPen(look.colour(ink))
        painter.drawText(column, TOP, cell.words)
        if cell.note:
            under = self._words_height(cell.words, column.width())
            painter.setFont(look.font(Type.NOTE))
            painter.setPen(look.colour("text3"))
            painter.drawText(column.adjusted(0, under, 0, 0), TOP, cell.note)

    def _draw_words(self, painter: QPainter, box: QRectF, row: WordsRow | AddRow) -> None:
        look = theme()
        (left, width), (right, _), *_ = spans(self.width)
        top = box.y() + look.px(AIR)
        if isinstance(row, AddRow):
            painter.setFont(look.font(Type.BODY))
            painter.setPen(look.colour("text3"))
            words = QRectF(box.x() + left, top, box.width(), box.height())
            painter.drawText(words, TOP, "还没有内容，按 Ctrl+N 加一条")
            return
        painter.setFont(look.font(Type.BODY))
        painter.setPen(look.colour("text2"))
        label = QRectF(box.x() + left, top, width, QFontMetricsF(painter.font()).height())
        if row.open:
            mark = QRectF(label.x(), label.center().y() - 5, 12, 10)
            draw_triangle(painter, mark, look.colour("warn"))
            label.setLeft(label.left() + 18)
        short = painter.fontMetrics().elidedText(
            row.label, Qt.TextElideMode.ElideRight, int(label.width())
        )
        painter.drawText(label, TOP, short)
        painter.setPen(look.colour("text" if row.text else "warn" if row.open else "text3"))
        room = QRectF(box.x() + right, top, self._words_room(), box.height())
        painter.drawText(room, TOP, row.text or row.hint)


def lead_pen(chosen: bool) -> QPen:
    """The line between a section and what is remarked on it."""
    if chosen:
        return QPen(theme().colour("accent"), 1.5)
    pen = QPen(theme().colour("line2"), 1)
    pen.setDashPattern([4, 3])
    return pen


def draw_badge(painter: QPainter, spot: QPointF, number: str, *, chosen: bool) -> float:
    """The number of a remark in a disc beginning at a spot; returns where it ends."""
    look, side = theme(), theme().px(20)
    box = QRectF(spot.x(), spot.y() - side / 2, side, side)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("accent"), 1))
    painter.setBrush(look.colour("accent" if chosen else "tint"))
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setFont(look.font(Type.NOTE_BOLD))
    painter.setPen(look.colour("onaccent" if chosen else "accent"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), number)
    return box.right()


def draw_tag(painter: QPainter, column: QRectF, words: str, *, quiet: bool) -> None:
    """What became of a line, in a small box."""
    look = theme()
    metrics = QFontMetricsF(look.font(Type.NOTE))
    box = QRectF(
        column.x(), column.y(), metrics.horizontalAdvance(words) + 14, metrics.height() + 2
    )
    ground, ink = ("sunken", "text2") if quiet else ("tint2", "accent")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.colour("line2")), 1) if quiet else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(ground))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(look.font(Type.NOTE))
    painter.setPen(look.colour(ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
