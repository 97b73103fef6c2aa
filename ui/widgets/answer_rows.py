"""A question with its answer, and beside it what is wanted or what was said last time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Type, theme
from ui.widgets.answers import Answer
from ui.widgets.chips import Tag
from ui.widgets.text import Label, ShortLabel

TITLE, BAR = 80, 3
BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


@dataclass(frozen=True)
class RowState:
    """How a question stands: still wanted, changed since last time, and what was said then."""

    wanted: bool = False
    changed: bool = False
    last: str = ""
    note: str = ""


class AnswerRow(QWidget):
    """Title, answer, and a quiet note; tinted and tagged where the answer has changed."""

    def __init__(self, title: str, answer: Answer, note: str = "") -> None:
        super().__init__()
        self.answer = answer
        self._quiet, self._state = note, RowState()
        self._title = Label(title, Type.NOTE_BOLD, "text2")
        self._tag = Tag("有改动", "new")
        self._wanted = Label("必填", Type.NOTE_BOLD, "warn")
        self._last = ShortLabel("", Type.NOTE, "text2")
        self._why = Label("", Type.NOTE, "text2", wrap=True)
        self._lay_out()
        theme().changed.connect(self._fit)
        self.show_state(RowState())

    def show_state(self, state: RowState) -> None:
        """Mark the row."""
        if state.wanted != self._state.wanted or state.changed != self._state.changed:
            self.update()
        self._state = state
        last = f"上次：{state.last}" if state.last else ""
        words = "　".join(filter(None, (last, state.note or ("" if last else self._quiet))))
        self._last.setText(words)
        self._last.setAccessibleName(words)
        self._wanted.setVisible(state.wanted)
        self._tag.setVisible(state.changed)
        self._notes.setVisible(bool(words) or state.wanted or state.changed)
        self._fit()

    def explain(self, words: str) -> None:
        """Say under the answer what speaks for it."""
        self._why.setText(words)
        self._why.setVisible(bool(words))

    def state(self) -> RowState:
        """How it is marked."""
        return self._state

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._state.changed:
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme().colour("tint"))
            painter.fillRect(0, 0, BAR, self.height(), theme().colour("accent"))
            painter.end()

    def _lay_out(self) -> None:
        self._notes = QWidget()
        notes = QHBoxLayout(self._notes)
        notes.setContentsMargins(0, 0, 0, 0)
        notes.setSpacing(8)
        notes.addWidget(self._wanted)
        notes.addWidget(self._tag)
        notes.addWidget(self._last, 1)
        self._body = QBoxLayout(BESIDE)
        self._body.setSpacing(8)
        self._body.addWidget(self.answer)
        self._body.addWidget(self._notes, 1)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addLayout(self._body)
        column.addWidget(self._why)
        self._why.hide()
        self._line = QBoxLayout(BESIDE, self)
        self._line.setContentsMargins(8, 3, 4, 3)
        self._line.setSpacing(4)
        self._line.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        self._line.addLayout(column, 1)

    @Slot()
    def _fit(self) -> None:
        """Put the title above and the note below where one line has no room for them."""
        answer, title = self.answer.sizeHint(), theme().px(TITLE)
        room = self.width() - 12
        stacked = not self.answer.wraps and answer.width() + title > room
        self._line.setDirection(BELOW if stacked else BESIDE)
        self._title.setFixedWidth(max(title, 1))
        pad = 0 if stacked else max(0, (theme().px(26) - self._title.sizeHint().height()) // 2)
        self._title.setContentsMargins(0, pad, 0, 0)
        notes = self._notes.sizeHint().width()
        fits = answer.width() + notes + 8 <= room - (0 if stacked else title)
        self._body.setDirection(BESIDE if fits or self.answer.stretches else BELOW)
