"""The paper at hand, and what one does with a paper anywhere on the desk: look, print, save."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from ui.background import Job
from ui.dialogs.print_paper import PrintPaperDialog
from ui.dialogs.saving import ask_where
from ui.messages import show_problem
from ui.models.papers import Paper
from ui.pages.page import Page
from ui.printing import Printers
from ui.widgets.buttons import with_keys

PREVIEW, PRINT = "preview_document", "print_document"


class Handing(Page):
    """Never in view itself. A page says which paper is at hand; its actions are about that one."""

    preview_wanted = Signal(object)

    def __init__(self, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._pool = pool
        self._paper: Paper | None = None
        self._previewing = False
        self.printers = Printers()
        add = self._add_command
        add(PREVIEW, "预览", "Ctrl+P", self._preview)
        add(PRINT, "打印…", "Ctrl+D", self._print)
        add("save_word", "另存为Word…", "Ctrl+Shift+W", partial(self._save_as, ".docx"))
        add("save_pdf", "另存为PDF…", "Ctrl+Shift+P", partial(self._save_as, ".pdf"))
        self._refresh_actions()

    def hold(self, paper: Paper | None, *, called: str = "", previewing: bool = False) -> None:
        """Take this paper in hand, or none; the actions say what it is called."""
        self._paper, self._previewing = paper, previewing
        for name, words in ((PREVIEW, f"预览{called}"), (PRINT, f"打印{called}…")):
            action = self.command(name)
            action.setIconText(words)
            action.setText(with_keys(words, action.shortcut()))
        self._refresh_actions()

    def preview(self, paper: Paper) -> None:
        """Ask for a paper to be shown page by page."""
        self.preview_wanted.emit(paper)

    def print_paper(self, paper: Paper) -> None:
        """Ask how, and send a paper to the printer."""
        dialog = PrintPaperDialog(paper, self.printers, self._pool, self.window())
        dialog.printed.connect(self._tell_printed)
        dialog.save_wanted.connect(partial(self.save_paper, paper, ".pdf"))
        dialog.open()

    def save_paper(self, paper: Paper, suffix: str) -> None:
        """Ask where, and save a paper there."""
        target = ask_where(self.window(), paper.name() + suffix)
        if target is not None:
            self.save_to(paper, target)

    def save_to(self, paper: Paper, target: Path) -> None:
        """Save a paper as this file, beside the screen."""
        self.said.emit("正在保存…")
        done = partial(self._tell_saved, target.name)
        Job(self, partial(paper.save, target), done, self._fail).start(self._pool)

    def _refresh_actions(self) -> None:
        for action in self.commands():
            action.setEnabled(self._paper is not None)
        self.command(PREVIEW).setEnabled(self._paper is not None and not self._previewing)

    def _preview(self) -> None:
        if self._paper is not None:
            self.preview(self._paper)

    def _print(self) -> None:
        if self._paper is not None:
            self.print_paper(self._paper)

    def _save_as(self, suffix: str) -> None:
        if self._paper is not None:
            self.save_paper(self._paper, suffix)

    def _tell_printed(self, pages: int) -> None:
        self.said.emit(f"已送往打印机：{pages}页")

    def _tell_saved(self, name: str, _: object) -> None:
        self.said.emit(f"已保存：{name}")

    def _fail(self, problem: Exception) -> None:
        self.said.emit("")
        show_problem(self.window(), problem)
