"""One page of a paper beside a list, drawn while one goes on with the keyboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.background import Reading
from ui.models.papers import Paper
from ui.models.pdf_pages import page_picture
from ui.theme import Type
from ui.widgets.page_view import FittedPage
from ui.widgets.text import Label
from ui.widgets.windows import Ground

DRAWN_WIDTH = 900  # enough for the widest pane, and drawn once


class PaperPane(Ground):
    """Only the paper chosen last is drawn; what cannot be drawn is said in its place."""

    def __init__(self, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self._words = Label("", Type.NOTE, "text3", wrap=True)
        self.page = FittedPage()
        self._reading = Reading(self, pool, self._show, self._fail)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self.page, 1)

    def show_paper(self, paper: Paper | None, number: int = 0) -> None:
        """Show a page of another paper, or of none."""
        self._reading.forget()
        self.page.show_picture(None, "")
        self._words.setText("正在排版…" if paper is not None else "")
        if paper is not None:
            self._reading.ask(partial(_drawn, paper, number))

    def forget(self) -> None:
        """Stop drawing when nobody looks."""
        self._reading.forget()

    def _show(self, picture: QImage) -> None:
        self._words.setText("")
        self.page.show_picture(picture, "文书的样子")

    def _fail(self, problem: Exception) -> None:
        # The list stays usable; looking at the paper on purpose says what is wrong with it.
        self._words.setText("这份文书现在不能显示，按“预览”可以看到原因。")


def _drawn(paper: Paper, number: int) -> QImage:
    return page_picture(paper.look().pdf, number, DRAWN_WIDTH)
