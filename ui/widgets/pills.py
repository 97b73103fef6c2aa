"""A choice among a few named filters, each with how many it shows, in rows of pills."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.style import draw_focus_ring, focus_is_seen, outline
from ui.theme import Type, theme
from ui.widgets.tabbing import stop_at_choice


class Pill(QAbstractButton):
    """One word in a rounded outline, filled once it is chosen; a count may follow the word."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = ""
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Say how many it shows."""
        self._count = str(count)
        self.setAccessibleDescription(f"{count}人")
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme().font(Type.NOTE_BOLD))
        width = metrics.horizontalAdvance(self._words()) + theme().px(14)
        return QSize(round(width), max(theme().px(24), round(metrics.height()) + 4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), theme()
        box, chosen = QRectF(self.rect()), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "tint" if chosen else "hover" if self.underMouse() else "sheet"
        painter.setBrush(look.colour(ground))
        outline(painter, box, look.colour("accent" if chosen else "edge"), 1, box.height() / 2)
        painter.setFont(look.font(Type.NOTE_BOLD if chosen else Type.NOTE))
        painter.setPen(look.colour("accent" if chosen else "text2"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._words())
        if focus_is_seen(self):
            draw_focus_ring(painter, box, box.height() / 2)
        painter.end()

    def _words(self) -> str:
        return f"{self.text()} {self._count}".strip()


class Pills(QWidget):
    """Rows of pills of which one is chosen. Only a person's choice is announced."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        rows: Sequence[Sequence[tuple[object, str]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for choices in rows:
            column.addLayout(self._row(choices))
        self._group.button(0).setChecked(True)
        stop_at_choice(self._group)
        self._group.idClicked.connect(self._tell)
        theme().changed.connect(self._remeasure)
        self._remeasure()

    def value(self) -> object:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: object) -> None:
        """What a click does: choose and say so."""
        self._group.button(self._values.index(value)).click()

    def show_counts(self, counts: Mapping[object, int]) -> None:
        """Say how many each one shows."""
        for number, value in enumerate(self._values):
            pill = self._group.button(number)
            if isinstance(pill, Pill):
                pill.show_count(counts.get(value, 0))

    def _row(self, choices: Sequence[tuple[object, str]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        for value, text in choices:
            pill = Pill(text, self)
            self._group.addButton(pill, len(self._values))
            self._values.append(value)
            row.addWidget(pill)
        row.addStretch(1)
        return row

    @Slot(int)
    def _tell(self, number: int) -> None:
        stop_at_choice(self._group)
        self.chosen.emit(self._values[number])

    @Slot()
    def _remeasure(self) -> None:
        for button in self._group.buttons():
            button.setFixedSize(button.sizeHint())
