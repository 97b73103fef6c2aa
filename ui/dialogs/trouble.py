"""A door that stays shut for now: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.messages import Problem
from ui.theme import Type, theme
from ui.widgets.buttons import Button
from ui.widgets.notices import Banner
from ui.widgets.text import Label
from ui.widgets.windows import Sheet


class TroublePanel(Sheet):
    """The three sentences, and the ways on; the first of them is what Enter does."""

    def __init__(
        self, problem: Problem, ways: Sequence[Button], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName("暂时打不开")
        self._ways = list(ways)
        self.banner = Banner()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(12)
        column.addWidget(Label("暂时打不开", Type.TITLE))
        for words, colour in (
            (problem.message, "text"),
            (problem.safe, "text2"),
            (problem.next_step, "text"),
        ):
            if words:
                column.addWidget(Label(words, Type.BODY, colour, wrap=True))
        column.addWidget(self.banner)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for way in reversed(self._ways):
            row.addWidget(way)
        column.addLayout(row)
        for way in self._ways:
            way.setAutoDefault(True)
        theme().changed.connect(self._fit)
        self._fit()

    @Slot()
    def start(self) -> None:
        """Put the keyboard on the way that helps most."""
        self._ways[0].setFocus()

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(520))
