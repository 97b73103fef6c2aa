"""The psychiatrist's remarks beside the plan, each level with the section it speaks about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.models.days import day_in_list
from ui.pages.plan_drawing import draw_badge, lead_pen
from ui.style import outline
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Label, ShortLabel
from ui.widgets.windows import Ground
from workbench.plan_desk import PlanRemark

ANSWERS = ("adopt_as_task", "adopt_as_plan_item", "decline_annotation", "withdraw_annotation")
SHORT = {"adopt_as_task": "生成任务", "adopt_as_plan_item": "列入计划"}
BETWEEN = 12


class RemarkCard(QWidget):
    """One remark: who, when, about what, the words, and what can be made of it."""

    taken = Signal()

    def __init__(
        self, number: str, remark: PlanRemark, command: Callable[[str], QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.number, self.remark, self._chosen = number, remark, False
        row = remark.row
        place = place_of(remark)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(
            f"批注{number}，{remark.by}，{row.on}，{place}：{row.text}，{row.state}"
        )
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addSpacing(theme().px(26))
        head.addWidget(ShortLabel(remark.by or "医师", Type.HEAD), 1)
        head.addWidget(Label(f"{day_in_list(row.on)} {place}", Type.NOTE, "text2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(Label(row.text, Type.BODY, wrap=True))
        if row.outcome is not None:
            told = "：".join(filter(None, (row.state, row.reason)))
            column.addWidget(Label(told, Type.NOTE, "text2", wrap=True))
        self._column = column
        self._add_answers(command)

    def choose(self, chosen: bool) -> None:
        """Be the one that actions are about, or not."""
        self._chosen = chosen
        self._answers.setVisible(chosen and self.remark.row.outcome is None)
        self.update()

    def height_for(self, width: int) -> int:
        """How tall it is at a width."""
        return max(self._column.heightForWidth(width), self._column.minimumSize().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.taken.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        painter.setBrush(look.colour("sheet"))
        ink, width = ("accent", 2.0 if self.hasFocus() else 1.5) if self._chosen else ("line2", 1.0)
        outline(painter, self.rect().toRectF(), look.colour(ink), width, 8)
        if self.number:
            draw_badge(painter, QPointF(12, self.first_line()), self.number, chosen=self._chosen)
        painter.end()

    def first_line(self) -> float:
        """How far down the middle of its first line is."""
        return 10 + theme().px(11)

    def _add_answers(self, command: Callable[[str], QAction]) -> None:
        self._answers = QWidget(self)
        row = QHBoxLayout(self._answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name in ANSWERS:
            if command(name).isVisible():
                row.addWidget(Button.of(command(name), short=SHORT.get(name, "")))
        row.addStretch(1)
        self._column.addWidget(self._answers)
        self._answers.hide()


class PlanMargin(Ground):
    """Places cards level with their sections; where two would collide the lower slides down."""

    chosen = Signal()
    filtered = Signal()

    def __init__(self, command: Callable[[str], QAction], parent: QWidget | None = None) -> None:
        super().__init__("window", edge="left", parent=parent)
        self._command = command
        self._cards: list[RemarkCard] = []
        self._levels: Mapping[int, int] = {}
        self._chosen: int | None = None
        self._offset = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.setAccessibleName("批注栏")
        self._title, self._count = Label("批注", Type.HEAD), ShortLabel("", Type.NOTE, "text2")
        self._filter = Button("", Kind.GHOST)
        self._filter.clicked.connect(self.filtered)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addWidget(self._count, 1)
        top.addWidget(self._filter)
        self._field = _Field(self)
        self._empty = Label("", Type.NOTE, "text2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 0, 8)
        column.setSpacing(4)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 12, 0)
        head.addLayout(top)
        head.addWidget(self._empty)
        column.addLayout(head)
        column.addWidget(self._field, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        if command("write_annotation").isVisible():
            foot.addWidget(Button.of(command("write_annotation"), Kind.GHOST))
        foot.addStretch(1)
        column.addLayout(foot)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), 80)

    def show_remarks(self, remarks: Sequence[PlanRemark], all_: int, only_open: bool) -> None:
        """Show other remarks; the chosen one stays chosen if it is still there."""
        held = any(card.isAncestorOf(self.window().focusWidget() or self) for card in self._cards)
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []
        for number, remark in enumerate(remarks, 1):
            card = RemarkCard(
                "" if remark.elsewhere else str(number), remark, self._command, self._field
            )
            card.taken.connect(self._take)
            card.show()
            self._cards.append(card)
        waiting = sum(remark.row.outcome is None for remark in remarks)
        self._count.setText(f"{waiting}条待处理" if waiting else "没有待处理的" if all_ else "")
        self._filter.setText("看全部" if only_open else "只看待处理")
        self._filter.setAccessibleName(self._filter.text())
        self._filter.setVisible(bool(all_))
        self._empty.setText("" if remarks else "医师对计划的意见会列在这里，与所说的领域对齐。")
        self._empty.setVisible(not remarks)
        keys = [remark.row.id for remark in remarks]
        self._choose(self._chosen if self._chosen in keys else next(iter(keys), None))
        if held and self._cards:
            self.take_caret()

    def remark(self) -> PlanRemark | None:
        """The one that actions are about."""
        return next((c.remark for c in self._cards if c.remark.row.id == self._chosen), None)

    def badge(self) -> str:
        """The number of the chosen one."""
        return next((c.number for c in self._cards if c.remark.row.id == self._chosen), "")

    def choose(self, key: int) -> None:
        """Choose one by its key."""
        if key in [card.remark.row.id for card in self._cards]:
            self._choose(key)

    def take_caret(self) -> None:
        """Let the keyboard in at the chosen card."""
        for card in self._cards:
            if card.remark.row.id == self._chosen:
                card.setFocus()

    def place(self, levels: Mapping[int, int]) -> None:
        """Lay the cards level with what they speak about, as far down this pane as given."""
        self._levels = levels
        self.settle()

    def settle(self) -> None:
        """Slide cards apart that would lie on one another, and back up at the foot."""
        field, width = self._field, self._field.width() - 32
        heights = [card.height_for(width) for card in self._cards]
        tops: list[int] = []
        free = 4
        for card, height in zip(self._cards, heights, strict=True):
            level = self._levels.get(card.remark.row.id)
            wanted = free if level is None else level - field.y() - round(card.first_line())
            tops.append(max(wanted, free))
            free = tops[-1] + height + BETWEEN
        foot = field.height() - 4
        for number in reversed(range(len(tops))):
            tops[number] = min(tops[number], foot - heights[number])
            foot = tops[number] - BETWEEN
        lowest = min(0, *(top - 4 for top in tops)) if tops else 0
        self._offset = max(min(self._offset, -lowest), 0)
        for card, top, height in zip(self._cards, tops, heights, strict=True):
            card.setGeometry(16, top + self._offset, width, height)
        self.update()
        field.update()

    def leads(self) -> list[tuple[QPolygonF, bool]]:
        """The line to each card from the edge of this pane, bent where the card has slid."""
        found = []
        for card in self._cards:
            level = self._levels.get(card.remark.row.id)
            if level is not None and 0 <= level - self._field.y() <= self._field.height():
                y, x = level - self._field.y() + 0.5, 0.0
                to = card.y() + card.first_line()
                points = [QPointF(x, y), QPointF(x + 5, y), QPointF(x + 11, to), QPointF(16, to)]
                found.append((QPolygonF(points), card.remark.row.id == self._chosen))
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.settle)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._offset += event.angleDelta().y() // 2
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from card to card."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        keys = [card.remark.row.id for card in self._cards]
        if event.key() in steps and self._chosen in keys:
            number = keys.index(self._chosen) + steps[Qt.Key(event.key())]
            if 0 <= number < len(keys):
                self._choose(keys[number])
                self.take_caret()
            return
        super().keyPressEvent(event)

    @Slot()
    def _take(self) -> None:
        card = self.sender()
        if isinstance(card, RemarkCard) and card.remark.row.id != self._chosen:
            self._choose(card.remark.row.id)

    def _choose(self, key: int | None) -> None:
        self._chosen = key
        for card in self._cards:
            card.choose(card.remark.row.id == key)
        self.settle()
        self._bring_into_sight()
        self.chosen.emit()

    def _bring_into_sight(self) -> None:
        for card in self._cards:
            if card.remark.row.id == self._chosen and card.y() < 0:
                self._offset -= card.y() - 4
                self.settle()


class _Field(QWidget):
    """Where the cards lie, with their lines behind them."""

    def __init__(self, margin: PlanMargin) -> None:
        super().__init__(margin)
        self._margin = margin
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, chosen in self._margin.leads():
            pen: QPen = lead_pen(chosen)
            painter.setPen(pen)
            painter.drawPolyline(line)
        painter.end()


def place_of(remark: PlanRemark) -> str:
    """What a remark speaks about."""
    if remark.elsewhere:
        return remark.row.about
    return remark.area.label if remark.area else "整份计划"
