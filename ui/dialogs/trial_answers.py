"""What the rules answer now and with a value changed, one beside the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.style import draw_focus_ring, focus_is_seen
from ui.theme import Type
from ui.widgets.text import Label
from workbench.rule_trials import Answered, TriedQuestion

SAME = "两边相同"


class TrialAnswers(QWidget):
    """The answers that differ come first; what is the same is said once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("试算结果")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(8, 6, 8, 6)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(3)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self.ask("选一名患者，或设一种情况，这里就给出回答。")

    def ask(self, words: str) -> None:
        """Say what is still to be done before there is an answer."""
        self._clear()
        self._put(Label(words, Type.BODY, "text2", wrap=True), 0, 2)
        self._end()

    def show_answers(self, questions: Sequence[TriedQuestion], now: str, tried: str) -> None:
        """Show both columns; the heads name the two values."""
        self._clear()
        different = sum(question.differs for question in questions)
        told = f"有{different}项回答不同" if different else "改后的回答与现在相同"
        self._put(Label(told, Type.HEAD, "accent" if different else "text"), 0, 2)
        self._put_pair(Label(f"现在：{now}", Type.NOTE_BOLD, "text2"))
        self._grid.addWidget(Label(f"试算：{tried}", Type.NOTE_BOLD, "text2"), self._row - 1, 1)
        for question in sorted(questions, key=lambda each: not each.differs):
            self._show(question)
        self.setAccessibleDescription(told)
        self._end()

    def paintEvent(self, event: QPaintEvent) -> None:
        if focus_is_seen(self):
            painter = QPainter(self)
            draw_focus_ring(painter, QRectF(self.rect()), 6)
            painter.end()

    def _show(self, question: TriedQuestion) -> None:
        self._grid.setRowMinimumHeight(self._row, 6)
        self._row += 1
        same = question.now == question.tried
        title = f"{question.title}（{SAME}）" if same else question.title
        self._put(Label(title, Type.NOTE_BOLD, "text2"), 0, 2)
        if same:
            self._put_answer(question.now, 0, 2, "text")
        else:
            self._put_answer(question.now, 0, 1, "text")
            self._row -= 2
            self._put_answer(question.tried, 1, 1, "accent" if question.differs else "text")

    def _put_answer(self, answer: Answered, column: int, wide: int, colour: str) -> None:
        self._put(Label(answer.words, Type.HEAD, colour, wrap=True), column, wide)
        self._put(Label(answer.because, Type.NOTE, "text2", wrap=True), column, wide)

    def _put(self, label: Label, column: int, wide: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label, self._row, column, 1, wide, top)
        self._row += 1

    def _put_pair(self, label: Label) -> None:
        self._put(label, 0, 1)

    def _clear(self) -> None:
        _empty(self._grid)
        self._row = 0

    def _end(self) -> None:
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(self._row, 1)


def _empty(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
