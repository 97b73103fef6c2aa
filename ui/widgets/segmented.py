"""A choice between two to four short words, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ui.style import draw_focus_ring, focus_is_seen, outline
from ui.theme import Type, theme
from ui.widgets.tabbing import stop_at_choice

ROOM = 3


class _Segment(QAbstractButton):
    def __init__(self, text: str, tight: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._tight = tight
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme().font(Type.NOTE_BOLD if self._tight else Type.HEAD))
        sides, least = (18, 26) if self._tight else (20, 34)
        tall = max(theme().px(least), round(metrics.height()) + 6)
        return QSize(round(metrics.horizontalAdvance(self.text())) + theme().px(sides), tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look, box = theme(), QRectF(self.rect())
        if self.isChecked():
            painter.setBrush(look.colour("tint"))
            outline(painter, box, look.colour("accent"), 1.2, 6)
        elif self.underMouse() and self.isEnabled():
            painter.fillRect(box.adjusted(2, 2, -2, -2), look.colour("hover"))
        plain, bold = (Type.NOTE, Type.NOTE_BOLD) if self._tight else (Type.BODY, Type.HEAD)
        painter.setFont(look.font(bold if self.isChecked() else plain))
        ink = "accent" if self.isChecked() else "text2" if self.isEnabled() else "text3"
        painter.setPen(look.colour(ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if focus_is_seen(self):
            draw_focus_ring(painter, box, 6)
        painter.end()


class Segmented(QWidget):
    """The words of a choice in one outline. Only a person's choice is announced."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]],
        *,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _ in choices]
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, (_, text) in enumerate(choices):
            segment = _Segment(text, tight, self)
            self._group.addButton(segment, number)
            row.addWidget(segment)
        stop_at_choice(self._group)
        self._group.idClicked.connect(self._tell)
        theme().changed.connect(self._remeasure)
        self._remeasure()

    def value(self) -> object | None:
        """What is chosen, if anything."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def show_value(self, value: object | None) -> None:
        """Fill in what is known, without announcing it."""
        self._group.setExclusive(False)
        for number, known in enumerate(self._values):
            self._group.button(number).setChecked(value is not None and known == value)
        self._group.setExclusive(True)
        stop_at_choice(self._group)
        self.update()

    def tab_stops(self) -> list[QWidget]:
        """What the keyboard can stop at."""
        return list(self._group.buttons())

    def begin(self) -> None:
        """Let the keyboard in: at what is chosen, else at the first."""
        (self._group.checkedButton() or self._group.buttons()[0]).setFocus()

    def choose(self, value: object) -> None:
        """What a click does: choose and say so."""
        self._group.button(self._values.index(value)).click()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setBrush(theme().colour("sheet"))
        outline(painter, QRectF(self.rect()), theme().colour("edge"), 1, 6)
        for button in self._group.buttons()[1:]:
            x, height = button.x(), self.height()
            painter.fillRect(QRectF(x, height * 0.28, 1, height * 0.44), theme().colour("line2"))
        painter.end()

    @Slot(int)
    def _tell(self, number: int) -> None:
        self.update()
        self.chosen.emit(self._values[number])

    @Slot()
    def _remeasure(self) -> None:
        for button in self._group.buttons():
            button.setFixedSize(button.sizeHint())
        self.updateGeometry()
