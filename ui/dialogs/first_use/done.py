"""The end of the first start: what can be done now, and what was left for later."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout

from ui.dialogs.first_use.step import Opened, Step
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Label
from workbench.setting_up import read_setup

# What one may begin with, by the name of its use case.
FIRST_WISHES = (
    ("register_patient", "登记患者", "一个一个地登记"),
    ("apply_import", "导入名单", "从Excel或WPS表格一次导入"),
    ("demo", "用示例数据试一试", "另开一份虚构的数据，不影响您的数据"),
)


class DoneStep(Step):
    """Going on opens the desk; a button opens it with that work begun."""

    wanted = Signal(str)
    can_skip = False

    def __init__(self, opened: Opened) -> None:
        super().__init__("完成", "都准备好了", "现在可以：")
        self._opened = opened
        self._left = Label("", Type.NOTE, "text2", wrap=True)
        self._first: Button | None = None
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, (wish, words, note) in enumerate(FIRST_WISHES):
            button = Button(words, Kind.NORMAL)
            button.setObjectName(f"begin_with_{wish}")
            button.setAccessibleDescription(note)
            button.setAutoDefault(True)
            button.clicked.connect(partial(self._want, wish))
            self._first = self._first or button
            grid.addWidget(button, row, 0)
            grid.addWidget(Label(note, Type.NOTE, "text2"), row, 1)
        self.column.addLayout(grid)
        self.column.addStretch(1)
        self.column.addWidget(self._left)

    def begin(self) -> None:
        if self._opened.bench is None:
            return
        missing = "、".join(step.label for step in read_setup(self._opened.bench).missing)
        self._left.setText(f"还没有填的以后在“设置”里补：{missing}。" if missing else "")

    def take_caret(self) -> None:
        if self._first is not None:
            self._first.setFocus()

    @Slot()
    def _want(self, wish: str, _: bool = False) -> None:
        self.wanted.emit(wish)
