"""The middle pane of the meeting screen: the case, what is said about it, and the steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.live_case import CaseColumn
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.notices import Banner
from ui.widgets.text import ShortLabel
from ui.widgets.windows import Ground, ScrollColumn


class CasePane(Ground):
    """The steps stand still at the foot while the case above them changes."""

    def __init__(self, command: Callable[[str], QAction], parent: QWidget | None = None) -> None:
        super().__init__("sheet", edge="left", parent=parent)
        self.case, self.banner = CaseColumn(), Banner()
        self._why_not = ShortLabel("", Type.NOTE, "text2")
        self._why_not.setAlignment(Qt.AlignmentFlag.AlignRight)
        notice = QHBoxLayout()
        notice.setContentsMargins(14, 0, 14, 6)
        notice.addWidget(self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ScrollColumn("本例", self.case), 1)
        column.addLayout(notice)
        column.addWidget(self._bar(command))

    def say_why_not(self, short: str, whole: str) -> None:
        """Say beside the button why a case cannot be continued with one key."""
        self._why_not.setText(short)
        needed = QFontMetricsF(theme().font(Type.NOTE)).horizontalAdvance(short)
        self._why_not.setMinimumWidth(round(needed) + 2)  # the long words of the button give way
        self._why_not.setAccessibleName(f"不能直接维持：{whole}" if whole else "")

    def tab_stops(self) -> list[QWidget]:
        """The steps at the foot, the one that is meant first."""
        return [self._confirm]

    def _bar(self, command: Callable[[str], QAction]) -> QWidget:
        bar = Ground("window", edge="top")
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(8)
        self._confirm = Button.of(command("confirm_item"), Kind.PRIMARY)
        row.addWidget(Button.of(command("previous_item")))
        row.addWidget(Button.of(command("defer_item")))
        row.addWidget(self._why_not, 1)
        row.addWidget(Button.of(command("continue_case")))
        row.addWidget(self._confirm)
        return bar
