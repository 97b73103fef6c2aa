"""The middle pane of the meeting screen: the case, what is said about it, and the steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.live_case import CaseColumn
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Banner
from ui.widgets.windows import Ground, ScrollColumn


class CasePane(Ground):
    """The steps stand still at the foot while the case above them changes."""

    def __init__(self, command: Callable[[str], QAction], parent: QWidget | None = None) -> None:
        super().__init__("sheet", edge="left", parent=parent)
        self.case, self.banner = CaseColumn(), Banner()
        notice = QHBoxLayout()
        notice.setContentsMargins(14, 0, 14, 6)
        notice.addWidget(self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ScrollColumn("本例", self.case), 1)
        column.addLayout(notice)
        column.addWidget(_bar(command))


def _bar(command: Callable[[str], QAction]) -> QWidget:
    bar = Ground("window", edge="top")
    row = QHBoxLayout(bar)
    row.setContentsMargins(20, 8, 20, 8)
    row.setSpacing(8)
    row.addWidget(Button.of(command("previous_item")))
    row.addWidget(Button.of(command("defer_item")))
    row.addStretch(1)
    row.addWidget(Button.of(command("continue_case"), short="维持，下一例"))
    row.addWidget(Button.of(command("confirm_item"), Kind.PRIMARY))
    return bar
