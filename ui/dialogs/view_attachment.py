"""A file read page by page, as large as one needs; it is drawn from memory and never written."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QThreadPool, Slot
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.background import Reading
from ui.messages import explain
from ui.models.attachments import attachment_picture
from ui.theme import Type, theme
from ui.widgets.buttons import Button
from ui.widgets.notices import Banner
from ui.widgets.page_view import MARGIN, PageView
from ui.widgets.text import Label
from workbench.attachments import AttachmentRow
from workbench.bench import Bench

ZOOMS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
FITTED = 2  # the place of the zoom that is as wide as there is room


class ViewAttachmentDialog(QDialog):
    """Nearly as large as the window it stands before."""

    def __init__(
        self, bench: Bench, pool: QThreadPool, row: AttachmentRow, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("view_attachment_dialog")
        self.setWindowTitle(row.title)
        self.setAccessibleName(row.title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._row, self._before = bench, row, parent
        self._number, self._zoom = 0, FITTED
        self._reading = Reading(self, pool, self._show, self._fail)
        self._lay_out()
        self.resize(self.sizeHint())
        self._scroll.setFocus()

    def done(self, result: int) -> None:
        """Nobody waits for a page any more."""
        self._reading.forget()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def sizeHint(self) -> QSize:
        """As much of the window before which it stands as leaves that to be seen."""
        size = self._before.size()
        return QSize(round(size.width() * 0.94), round(size.height() * 0.94))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(480), theme().px(240))

    def _lay_out(self) -> None:
        self.view = PageView()
        self.view.setAutoFillBackground(False)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName("附件内容")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setWidget(self.view)
        self.banner = Banner()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(Label(self._row.title, Type.HEAD))
        column.addWidget(self.banner)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.words = Label("", Type.NOTE, "text2")
        self.back = self._button("上一页", "PgUp", partial(self._turn, -1))
        self.on = self._button("下一页", "PgDown", partial(self._turn, 1))
        self.smaller = self._button("缩小", "Ctrl+-", partial(self._step_zoom, -1))
        self.larger = self._button("放大", "Ctrl++", partial(self._step_zoom, 1), "Ctrl+=")
        close = Button("关闭", keys="Esc")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.smaller, self.larger):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.words)
        for button in (self.back, self.on, close):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _button(self, words: str, keys: str, slot: partial[None], *more_keys: str) -> Button:
        button = Button(words, keys=keys)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: slot())
        for each in (keys, *more_keys):
            QShortcut(QKeySequence(each), self).activated.connect(button.click)
        return button

    def _draw(self) -> None:
        room = self._scroll.viewport().width() - 2 * MARGIN
        width = max(round(room * ZOOMS[self._zoom]), 80)
        dots = round(width * self.devicePixelRatioF())
        self._reading.ask(partial(attachment_picture, self._bench, self._row, self._number, dots))
        pages = self._row.pages or 1
        self.words.setText(f"第{self._number + 1}/{pages}页")
        for button, can in (
            (self.back, self._number > 0),
            (self.on, self._number + 1 < pages),
            (self.smaller, self._zoom > 0),
            (self.larger, self._zoom + 1 < len(ZOOMS)),
        ):
            button.setEnabled(can)

    def _show(self, picture: QImage) -> None:
        dense = self.devicePixelRatioF()
        size = QSize(round(picture.width() / dense), round(picture.height() / dense))
        self.view.show_paper(size, f"第{self._number + 1}页，共{self._row.pages or 1}页")
        self.view.show_picture(picture)

    def _fail(self, problem: Exception) -> None:
        self.banner.say(explain(problem).text)

    @Slot()
    def _turn(self, step: int) -> None:
        self._number += step
        self._scroll.verticalScrollBar().setValue(0)
        self._draw()

    @Slot()
    def _step_zoom(self, step: int) -> None:
        self._zoom += step
        self._draw()
