"""Help that stays beside the screen it is about: what it is for, the steps, and its keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind, key_text
from ui.widgets.inputs import Choice
from ui.widgets.text import Label
from ui.widgets.windows import ScrollColumn
from workbench.manual import Chapter, chapters

WIDTH, HEIGHT = 420, 430


class ManualWindow(QDialog):
    """Follows the page in view; the work behind it goes on."""

    paper_wanted = Signal()

    def __init__(
        self, page: str, commands: Mapping[str, Sequence[QAction]], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setWindowTitle("操作手册")
        self.setAccessibleName("操作手册")
        self.setObjectName("manual_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = commands
        self._set_up()
        room = parent.window()
        self.resize(
            min(theme().px(WIDTH), room.width() - 24), min(theme().px(HEIGHT), room.height() - 24)
        )
        self.move(room.mapToGlobal(room.rect().topRight()) - self.rect().topRight())
        self.show_page(page)

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Turn to the chapter about a page; one without a chapter leaves the book as it is."""
        found = next((chapter for chapter in chapters() if chapter.page == page), None)
        if found is not None:
            self.chapter.show_value(found)
            self._show(found)

    def _set_up(self) -> None:
        self.chapter = Choice("看哪一章", [(each, each.title) for each in chapters()])
        self.chapter.activated.connect(self._turn)
        self._text = ScrollColumn("这一章", QWidget())
        self._text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        paper = Button("打印手册")
        paper.clicked.connect(self.paper_wanted)
        paper.setAutoDefault(False)
        close = Button("关闭", Kind.PRIMARY, keys="Esc")
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(paper)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.chapter)
        column.addWidget(self._text, 1)
        column.addLayout(foot)

    @Slot()
    def _turn(self) -> None:
        chosen = self.chapter.value()
        if isinstance(chosen, Chapter):
            self._show(chosen)

    def _show(self, chapter: Chapter) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(9)
        column.addWidget(Label(chapter.purpose, Type.HEAD, wrap=True))
        for number, step in enumerate(chapter.steps, 1):
            column.addWidget(Label(f"{number}. {step}", Type.BODY, wrap=True))
        known = [a for a in self._commands.get(chapter.page, ()) if not a.shortcut().isEmpty()]
        if known:
            column.addSpacing(6)
            column.addWidget(Label("这一页的快捷键", Type.HEAD))
            column.addLayout(_table([(a.iconText(), key_text(a.shortcut())) for a in known]))
        column.addStretch(1)
        self._text.setWidget(inside)
        inside.setAutoFillBackground(False)


def _table(rows: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    for row, (words, keys) in enumerate(rows):
        grid.addWidget(Label(words.rstrip("…"), wrap=True), row, 0)
        grid.addWidget(Label(keys, Type.NOTE, "text2"), row, 1)
    return grid
