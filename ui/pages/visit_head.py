"""What stands above the fields of a visit: what was restored, what happened, why one corrects."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.style import outline
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import Tag
from ui.widgets.heads import SectionHead
from ui.widgets.inputs import Field, LineBox
from ui.widgets.text import Label, ShortLabel

TOP = Qt.AlignmentFlag.AlignTop


class SinceBlock(QWidget):
    """One fact a row, on a sunken ground: when, what about, what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 6, 10, 7)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(2, 1)

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Say other facts."""
        for label in self._lines:
            self._grid.removeWidget(label)
            label.deleteLater()
        self._lines = []
        for row, (day, about, sentence) in enumerate(lines):
            parts = (
                Tag(day, "new"),
                Label(about, Type.NOTE, "text2"),
                ShortLabel(sentence, Type.BODY),
            )
            for column, part in enumerate(parts):
                self._grid.addWidget(part, row, column, TOP)
                self._lines.append(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setBrush(theme().colour("sunken"))
        outline(painter, self.rect().toRectF(), theme().colour("line"), 1, 8)
        painter.end()


class VisitHead(QWidget):
    """Hides whatever has nothing to say."""

    typed = Signal()
    anew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restored = Label("", Type.NOTE, "text2")
        again = Button("不要了，重新填", Kind.GHOST)
        again.clicked.connect(self.anew)
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._restored)
        row.addWidget(again)
        row.addStretch(1)
        self._since_head = SectionHead("上次随访以来的变化", "自动带入")
        self._since = SinceBlock()
        self.why = LineBox("更正理由", "例如 当天抄错了日期")
        self.why.textEdited.connect(self.typed)
        self._why = Field("更正理由", self.why, "必填，原来的内容留有记录")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._line, self._why, self._since_head, self._since):
            column.addWidget(part)

    def show_since(self, since: Sequence[tuple[str, str, str]], hint: str) -> None:
        """Say what happened since the last visit."""
        self._since.show_lines(since)
        self._since.setVisible(bool(since))
        self._since_head.setVisible(bool(since))
        self._since_head.set_hint(hint)

    def ask_why(self, correcting: bool) -> None:
        """Ask for the reason of a correction, or not."""
        self._why.setVisible(correcting)

    def show_restored(self, words: str) -> None:
        """Say which typing was brought back, or no longer."""
        self._restored.setText(words)
        self._line.setVisible(bool(words))
