"""Steps one after the other: forward, back, skip; a refusal stands above the buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.dialogs.first_use.step import Step
from ui.messages import explain
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Banner
from ui.widgets.tabbing import is_enter
from ui.widgets.text import ShortLabel


class StepsPane(QWidget):
    """Shows one step at a time. `no_return` is the first step from which one cannot go back."""

    turned = Signal(int)
    finished = Signal()

    def __init__(
        self, steps: Sequence[Step], last_words: str, *, no_return: Sequence[int] = (0,)
    ) -> None:
        super().__init__()
        self._steps, self._last_words, self._no_return = steps, last_words, no_return
        self.banner = Banner()
        self._stack = QStackedWidget()
        for step in steps:
            self._stack.addWidget(step)
            step.answered.connect(self._go_on)
            step.refused.connect(self._refuse)
            step.busy.connect(self._wait)
            step.changed.connect(self._refresh)
            for box in step.last_boxes():
                box.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)
        column.addWidget(self.banner)
        column.addLayout(self._foot())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a box that is picked from goes on, as it does in a line that is typed."""
        if not is_enter(event):
            return False
        if self.forward.isEnabled():
            self._answer()
        return True

    def start(self, number: int = 0) -> None:
        """Show a step as it stands in the store, with the caret in it."""
        step = self._steps[number]
        self.banner.say("")
        self._wait("")
        step.begin()
        self._stack.setCurrentWidget(step)
        self._refresh()
        self.turned.emit(number)
        step.take_caret()

    def number(self) -> int:
        """Which step is asked."""
        return self._stack.currentIndex()

    def _foot(self) -> QHBoxLayout:
        self.skip = Button("跳过这一页", Kind.GHOST)
        self.back = Button("上一页")
        self.forward = Button("下一页", Kind.PRIMARY, keys="Enter")
        self._busy = ShortLabel("", Type.NOTE, "text2")
        self.skip.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._answer)
        for button in (self.skip, self.back, self.forward):
            button.setAutoDefault(True)  # pressed by Enter while it holds the keyboard
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self.skip)
        foot.addWidget(self._busy, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.forward)
        return foot

    @Slot()
    def _answer(self) -> None:
        self.banner.say("")
        self._steps[self.number()].go_on()

    @Slot()
    def _go_on(self) -> None:
        self._wait("")
        if self.number() + 1 < len(self._steps):
            self.start(self.number() + 1)
        else:
            self.finished.emit()

    @Slot()
    def _go_back(self) -> None:
        self.start(self.number() - 1)

    @Slot(object)
    def _refuse(self, problem: Exception) -> None:
        self._wait("")
        self.banner.say(explain(problem).text, bad=True)

    @Slot(str)
    def _wait(self, words: str) -> None:
        self._busy.setText(words)
        for button in (self.skip, self.back, self.forward):
            button.setEnabled(not words)
        if not words:
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        number = self.number()
        step, last = self._steps[number], number + 1 == len(self._steps)
        words = self._last_words if last else f"下一页：{self._steps[number + 1].name}"
        self.forward.setText(words)
        self.forward.setAccessibleName(words)
        self.forward.setEnabled(step.ready() and not self._busy.text())
        self.skip.setVisible(step.can_skip)
        self.back.setVisible(number not in self._no_return)
