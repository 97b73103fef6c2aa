"""A paper as it will lie on the table: the very pages, before they are printed or saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, QThreadPool, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.background import Reading
from ui.messages import show_problem
from ui.models.papers import Paper
from ui.models.pdf_pages import PageSize, page_picture, page_sizes, sheets_of_paper
from ui.models.rows import RowsModel
from ui.pages.handing import Handing
from ui.pages.page import Page
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.heads import PageHeader
from ui.widgets.lists import Face, RowsList
from ui.widgets.notices import Banner
from ui.widgets.page_view import MARGIN, PageView
from ui.widgets.text import Label
from ui.widgets.windows import Ground
from workbench.paperwork.documents import Document

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


@dataclass(frozen=True)
class _Printed:
    document: Document
    sizes: list[PageSize]


class PreviewPage(Page):
    """Drawn beside the screen, page by page; leaving stops it."""

    shows = frozenset({"meeting"})

    def __init__(self, pool: QThreadPool, handing: Handing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Paper | None = None
        self._printed: _Printed | None = None
        self._number, self._zoom = 0, 0.0  # no zoom: as wide as there is room
        self._printing = Reading(self, pool, self._show_document, self._fail)
        self._drawing = Reading(self, pool, self._show_picture, self._fail)
        self._set_up(handing)

    def open_paper(self, paper: Paper) -> None:
        """Draw a paper and show its first page."""
        self._shown, self._printed, self._number = paper, None, 0
        self.header.show_words(paper.title, "")
        self.banner.say("")
        self._model.show([])
        self._say("正在排版…")
        self._printing.ask(partial(_print, paper))
        self._refresh_actions()
        self.paper_changed.emit()

    def paper(self) -> Paper | None:
        """The one on show."""
        return self._shown

    def pages(self) -> int:
        """How many pages are on show."""
        return len(self._printed.sizes) if self._printed else 0

    def set_current(self, current: bool) -> None:
        """Stop drawing when nobody looks."""
        if not current:
            self._printing.forget()
            self._drawing.forget()
        super().set_current(current)

    def take_caret(self) -> None:
        """The list of pages."""
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._zoom == 0 and self._printed is not None:
            self._show_page()

    def _set_up(self, handing: Handing) -> None:
        self._add_commands()
        self.header = PageHeader()
        self.header.add_right(Button.of(self.command("leave_preview"), icon_name="back"))
        for name in ("save_word", "save_pdf"):
            self.header.add_right(Button.of(handing.command(name)))
        self.header.add_right(Button.of(handing.command("print_document"), Kind.PRIMARY))
        self.banner = Banner()
        notice = QHBoxLayout()
        notice.setContentsMargins(16, 0, 16, 0)
        notice.addWidget(self.banner)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._page_list())
        body.addWidget(self._paper(), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(notice)
        whole.addLayout(body, 1)
        whole.addWidget(self._bar())

    def _add_commands(self) -> None:
        add = self._add_command
        add("previous_page", "上一页", "PgUp", partial(self._turn, -1))
        add("next_page", "下一页", "PgDown", partial(self._turn, 1))
        add("zoom_out", "缩小", "Ctrl+-", partial(self._step_zoom, -1))
        add("zoom_in", "放大", "Ctrl++", partial(self._step_zoom, 1), "Ctrl+=")
        add("fit_width", "适合宽度", "Ctrl+Shift+F", self._fit_width)
        add("leave_preview", "返回", "Esc", self.left.emit)

    def _page_list(self) -> QWidget:
        self._model: RowsModel[int] = RowsModel(
            lambda number: Face(f"第{number + 1}页"), lambda number: f"第{number + 1}页", self
        )
        self.list = RowsList("页面")
        self.list.setModel(self._model)
        self.list.setFixedWidth(theme().px(120))
        self.list.selectionModel().currentChanged.connect(self._follow_list)
        return self.list

    def _paper(self) -> QWidget:
        self.view = PageView()
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName("页面预览")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        # Always there, so that fitting the width does not chase a bar that comes and goes.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setWidget(self.view)
        self.view.setAutoFillBackground(False)
        ground = Ground("sunken", edge="left")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.addWidget(self._scroll)
        self._scroll.viewport().setAutoFillBackground(False)
        return ground

    def _bar(self) -> QWidget:
        bar = Ground("window", edge="top")
        self._words = Label("", Type.NOTE, "text2")
        self.cancel = Button("取消")
        self.cancel.clicked.connect(self.left)
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(8)
        for name in ("zoom_out", "zoom_in", "fit_width"):
            row.addWidget(Button.of(self.command(name)))
        row.addStretch(1)
        row.addWidget(self._words)
        row.addWidget(self.cancel)
        for name in ("previous_page", "next_page"):
            row.addWidget(Button.of(self.command(name)))
        return bar

    def _refresh_actions(self) -> None:
        last = self.pages() - 1
        possible = {
            "previous_page": self._number > 0,
            "next_page": self._number < last,
            "leave_preview": True,
        }
        for action in self.commands():
            ready = possible.get(action.objectName(), last >= 0)
            action.setEnabled(self._current and ready)

    def _say(self, waiting: str) -> None:
        self.cancel.setVisible(bool(waiting))
        if waiting or self._printed is None:
            self._words.setText(waiting)
            return
        signed = self._shown is not None and self._shown.signed
        draft = signed and not self._printed.document.sealed
        pages, state = self.pages(), "草稿·" if draft else ""
        paper = f"双面打印{sheets_of_paper(pages)}张纸"
        self._words.setText(f"{state}第{self._number + 1}/{pages}页·{paper}")

    def _show_document(self, printed: _Printed) -> None:
        self._printed = printed
        self._model.show(range(self.pages()))
        missing = printed.document.missing
        self.banner.say(_missing_words(missing) if missing else "")
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._show_page()

    def _show_page(self) -> None:
        if self._printed is None:
            return
        size = self._printed.sizes[self._number]
        room = self._scroll.viewport().width() - 2 * MARGIN
        width = room if self._zoom == 0 else round(size.width * self._zoom * 96 / 72)
        paper = QSize(max(width, 80), round(max(width, 80) * size.height / size.width))
        self.view.show_paper(paper, f"第{self._number + 1}页，共{self.pages()}页")
        pixels = round(paper.width() * self.devicePixelRatioF())
        work = partial(page_picture, self._printed.document.pdf, self._number, pixels)
        self._drawing.ask(work)
        self._say("")
        self._refresh_actions()

    def _show_picture(self, picture: QImage) -> None:
        self.view.show_picture(picture)

    def _fail(self, problem: Exception) -> None:
        self._say("")
        show_problem(self.window(), problem)
        self.left.emit()

    @Slot()
    def _follow_list(self) -> None:
        number = self.list.currentIndex().row()
        if 0 <= number < self.pages() and number != self._number:
            self._number = number
            self._scroll.verticalScrollBar().setValue(0)
            self._show_page()

    def _turn(self, step: int) -> None:
        self.list.setCurrentIndex(self._model.index(self._number + step, 0))

    def _step_zoom(self, step: int) -> None:
        if self._printed is None:
            return
        size = self._printed.sizes[self._number]
        now = self._zoom or (self.view.minimumWidth() - 2 * MARGIN) / (size.width * 96 / 72)
        larger, smaller = [z for z in ZOOMS if z > now + 0.01], [z for z in ZOOMS if z < now - 0.01]
        choice = larger[:1] if step > 0 else smaller[-1:]
        if choice:
            self._zoom = choice[0]
            self._show_page()

    def _fit_width(self) -> None:
        self._zoom = 0
        self._show_page()


def _print(paper: Paper) -> _Printed:
    document = paper.look()
    return _Printed(document, page_sizes(document.pdf))


def _missing_words(missing: tuple[str, ...]) -> str:
    return f"有些字可能印不出：{'；'.join(missing)}。记录里的内容没有改动。可在打印后手写补上。"
