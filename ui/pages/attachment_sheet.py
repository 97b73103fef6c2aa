"""The chosen file beside the list: what it is, and its first page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.background import Reading
from ui.messages import explain
from ui.models.attachments import attachment_facts, attachment_picture, can_be_shown
from ui.theme import Type
from ui.widgets.page_view import FittedPage
from ui.widgets.text import Label
from ui.widgets.windows import Ground
from workbench.attachments import AttachmentRow
from workbench.bench import Bench

ELSEWHERE = "这类文件不能在这里看。另存后用相应的程序打开。"
DRAWN_WIDTH = 900  # enough for the widest pane, and drawn once


class AttachmentSheet(QWidget):
    """Only the file chosen last is decrypted, and only to be drawn."""

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._row: AttachmentRow | None = None
        self._reading = Reading(self, pool, self._show_picture, self._fail)
        self._lay_out()

    def show_row(self, row: AttachmentRow | None) -> None:
        """Show another file, or none; the picture of the same file stays."""
        self._title.setText(row.title if row else "")
        self._facts.setText(attachment_facts(row) if row else "")
        self._words.setText(_words(row))
        self._words.setVisible(bool(self._words.text()))
        if (row and row.id) != (self._row and self._row.id):
            self._draw(row)
        self._row = row

    def _lay_out(self) -> None:
        self._title = Label("", Type.HEAD, wrap=True)
        self._facts = Label("", Type.NOTE, "text2", wrap=True)
        self._words = Label("", Type.BODY, wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = Label("", Type.NOTE, "text3", wrap=True)
        self.page = FittedPage()
        ground = Ground("sunken")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(8, 4, 8, 4)
        inside.addWidget(self._state)
        inside.addWidget(self.page, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._title, self._facts, self._words):
            column.addWidget(part)
        column.addWidget(ground, 1)

    def _draw(self, row: AttachmentRow | None) -> None:
        self._reading.forget()
        self.page.show_picture(None, "")
        if row is None:
            self._say("")
        elif not can_be_shown(row):
            self._say(ELSEWHERE)
        else:
            self._say("正在打开…")
            self._reading.ask(partial(attachment_picture, self._bench, row, 0, DRAWN_WIDTH))

    def _show_picture(self, picture: QImage) -> None:
        pages = self._row.pages if self._row else None
        self._say(f"第1页，共{pages}页。按 Enter 放大，逐页看。" if pages and pages > 1 else "")
        self.page.show_picture(picture, "附件的样子")

    def _fail(self, problem: Exception) -> None:
        self._say(explain(problem).text)

    def _say(self, words: str) -> None:
        self._state.setText(words)
        self._state.setVisible(bool(words))


def _words(row: AttachmentRow | None) -> str:
    """The remark on a file, and why it was withdrawn."""
    if row is None:
        return ""
    gone = f"已撤下，理由：{row.why}" if row.withdrawn else ""
    return "\n".join(filter(None, (gone, row.note)))
