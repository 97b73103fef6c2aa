"""What changed since the last meeting, in a few lines above what is said about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.models.days import day_in_list
from ui.style import outline
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import Tag
from ui.widgets.heads import SectionHead
from ui.widgets.text import Label, ShortLabel
from workbench.item_background import MOST, Background

GROUNDS = {"新": "new", "逾期": "warn", "批注": "new"}
NARROW_ROWS = 3


class NewsBlock(QWidget):
    """A head with the day it is told from, and the lines on a quiet ground."""

    timeline_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = SectionHead("上月以来的变化")
        self.timeline = Button("看时间线", Kind.GHOST, low=True)
        self.timeline.clicked.connect(self.timeline_wanted)
        self._head.add_right(self.timeline)
        self._lines = _Lines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._lines)

    def show_background(self, background: Background | None, *, known: bool) -> None:
        """Show what is known; until it is, the lines keep their room and say nothing."""
        if not known:
            self._lines.empty()
            return
        self.setVisible(background is not None)
        if background is None:
            return
        day = day_in_list(background.since)
        words = f"自动带入，{day} 例会之后" if background.after_meeting else f"自动带入，{day} 以来"
        more = f"·另有{background.more}条" if background.more else ""
        self._head.set_hint(words + more)
        self._lines.show_news(background)

    def fit(self, narrow: bool) -> None:
        """Show fewer lines, and no head, where there is little room."""
        self._head.setVisible(not narrow)
        self._lines.limit(NARROW_ROWS if narrow else MOST)


class _Lines(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._most, self._shown = MOST, 0
        self._rows: list[tuple[Tag, Label, ShortLabel]] = []
        grid = self._grid = QGridLayout(self)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, theme().px(40))
        for number in range(MOST):
            row = Tag("", parent=self), Label("", Type.NOTE, "text2"), ShortLabel("")
            self._rows.append(row)
            for column, widget in enumerate(row):
                grid.addWidget(widget, number, column)

    def show_news(self, background: Background) -> None:
        for row, news in zip(self._rows, background.news, strict=False):
            tag, label, words = row
            tag.show_text(news.tag, GROUNDS.get(news.tag, "plain"))
            label.setText(news.label)
            words.setText(news.words)
            words.set_colour("warn" if news.tag == "逾期" else "text" if news.tag else "text2")
        self._shown = len(background.news)
        self._fit()

    def empty(self) -> None:
        """Say nothing, in as much room as before."""
        for tag, label, words in self._rows:
            tag.show_text("")
            label.setText("")
            words.setText("")

    def limit(self, most: int) -> None:
        self._most = most
        around = 2 if most < MOST else 6
        self._grid.setContentsMargins(8, around, 8, around)
        self._grid.setVerticalSpacing(0 if most < MOST else 2)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        for number, (tag, label, words) in enumerate(self._rows):
            there = number < min(self._shown, self._most)
            label.setVisible(there)
            words.setVisible(there)
            tag.setVisible(there and bool(tag.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setBrush(theme().colour("sunken"))
        outline(painter, QRectF(self.rect()), theme().colour("line"), 1, 8)
        painter.end()
