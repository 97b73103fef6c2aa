"""Printing one paper: where, how often, which pages; what will come out is said beforehand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from ui.background import Job, Reading
from ui.messages import explain
from ui.models.papers import Paper
from ui.models.pdf_pages import PageSize, page_sizes
from ui.printing import Printers, Printout, Wanted
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import Choice, Field, LineBox, NumberBox
from ui.widgets.text import Label
from ui.widgets.windows import FormDialog
from workbench.errors import Refused
from workbench.printing import MOST_COPIES, ToPrint, require_range
from workbench.rules.printing import run_in_words

NO_PRINTER = "这台电脑上没有找到打印机。请接好打印机再打开这个窗口；也可以先存为PDF，带到别处打印。"


@dataclass(frozen=True)
class _Fetched:
    run: ToPrint
    sizes: list[PageSize]


class PrintPaperDialog(FormDialog):
    """Shows how many pages and sheets it takes while one types; sends one page at a time."""

    printed = Signal(int)
    save_wanted = Signal()

    def __init__(
        self, paper: Paper, printers: Printers, pool: QThreadPool, parent: QWidget
    ) -> None:
        super().__init__(f"打印 {paper.title}", "", parent)
        self.setObjectName("print_paper_dialog")
        self._paper, self._printers, self._pool = paper, printers, pool
        self._fetched: _Fetched | None = None
        self._printout: Printout | None = None
        self._settling = False
        self._make_fields()
        self._lay_out()
        self._fetching = Reading(self, pool, self._take_pages, self._refuse)
        self._fetching.ask(partial(_fetch, paper))
        self.progress.setText("正在排版…")
        self._refresh()

    def done(self, result: int) -> None:
        """However it is closed, nothing more is sent."""
        self._fetching.forget()
        if self._printout is not None:
            self._printout.stop()
        super().done(result)

    def _make_fields(self) -> None:
        names = self._printers.names()
        self.printer = Choice("打印机", [(name, name) for name in names] or [("", "没有打印机")])
        self.copies = NumberBox("份数", 1, MOST_COPIES)
        self.range = LineBox("页码范围", "例如 1-3,5，空着表示全部")
        self.duplex = QCheckBox("双面打印")
        self.duplex.setChecked(True)
        self.trouble = Label("", Type.NOTE, "warn", wrap=True)
        self.sentence = Label("", Type.HEAD)
        self.progress = Label("", Type.NOTE, "text2", wrap=True)
        self.banner.say("" if names else NO_PRINTER)
        self.copies.valueChanged.connect(self._refresh)
        self.range.textChanged.connect(self._refresh)
        self.duplex.toggled.connect(self._refresh)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(Field("打印机", self.printer), 0, 0, 1, 2)
        grid.addWidget(Field("份数", self.copies), 1, 0)
        grid.addWidget(Field("页码范围", self.range), 1, 1)
        grid.addWidget(self.trouble, 2, 0, 1, 2)
        grid.addWidget(self.duplex, 3, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        self.fields.addLayout(grid)
        self.fields.addWidget(self.sentence)
        self.fields.addWidget(self.progress)
        self.verb = Button("打印", Kind.PRIMARY, keys="Enter")
        self.cancel = Button("取消", keys="Esc")
        self.save = Button("存为PDF…")
        self.verb.clicked.connect(self._print)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save_instead)
        self.add_verbs(self.verb, self.save, self.cancel)

    def _take_pages(self, fetched: _Fetched) -> None:
        self._fetched = fetched
        times = fetched.run.reprint
        self.progress.setText(f"第{times + 1}次打印，页脚会印上“重印{times}”。" if times else "")
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        wanted = self._wanted()
        self.trouble.setVisible(bool(self.trouble.text()))
        if wanted is None:
            self.sentence.setText("")
        else:
            self.sentence.setText(
                run_in_words(
                    wanted.numbers,
                    copies=wanted.copies,
                    duplex=wanted.duplex,
                    starts=wanted.starts,
                )
            )
        busy = self._settling or self._printout is not None
        self.verb.setEnabled(self._fetched is not None and not busy and bool(self.printer.value()))
        self.save.setEnabled(not busy)
        for field in (self.printer, self.copies, self.range, self.duplex):
            field.setEnabled(not busy)

    def _wanted(self) -> Wanted | None:
        """What the fields say; a range that cannot be read is refused under its field."""
        self.trouble.setText("")
        if self._fetched is None:
            return None
        try:
            pages = require_range(self.range.text(), len(self._fetched.sizes))
        except Refused as refusal:
            self.trouble.setText(explain(refusal).text)
            return None
        numbers = tuple(page - 1 for page in pages)
        starts = self._fetched.run.starts
        return Wanted(numbers, self.copies.value(), self.duplex.isChecked(), starts)

    @Slot()
    def _print(self) -> None:
        wanted, name = self._wanted(), self.printer.value()
        if wanted is None or self._fetched is None or not isinstance(name, str):
            self.range.setFocus()
            return
        self.banner.say("")
        if self._paper.settle is None:
            self._send(wanted, name, self._fetched)
            return
        self._settling = True
        self._refresh()
        work = partial(_settle, self._paper.settle, wanted.numbers)
        Job(self, work, partial(self._send, wanted, name), self._refuse).start(self._pool)

    def _send(self, wanted: Wanted, name: str, fetched: _Fetched) -> None:
        self._settling, self._fetched = False, fetched
        if not self.isVisible():
            return  # closed meanwhile: nothing more is sent
        printer = self._printers.open(name)
        printout = Printout(self, self._pool, printer, fetched.run.pdf, fetched.sizes)
        printout.advanced.connect(self._tell_page)
        printout.finished.connect(partial(self._finish, wanted))
        printout.failed.connect(self._refuse)
        self._printout = printout
        self._refresh()
        printout.start(wanted)

    @Slot(int, int)
    def _tell_page(self, number: int, of: int) -> None:
        self.progress.setText(f"正在打印第 {number}/{of} 页")

    def _finish(self, wanted: Wanted) -> None:
        self._printout = None
        try:
            if self._paper.record is not None:
                self._paper.record(wanted.numbers, wanted.copies)
        except Refused as refusal:
            self._refuse(refusal)
            return
        self.printed.emit(len(wanted.numbers) * wanted.copies)
        self.accept()

    def _refuse(self, problem: Exception) -> None:
        self._printout, self._settling = None, False
        self.progress.setText("")
        self._refresh()
        self.refuse(explain(problem).text)

    @Slot()
    def _save_instead(self) -> None:
        self.reject()
        self.save_wanted.emit()


def _fetch(paper: Paper) -> _Fetched:
    run = paper.pages()
    return _Fetched(run, page_sizes(run.pdf))


def _settle(settle: Callable[[Sequence[int]], ToPrint], numbers: Sequence[int]) -> _Fetched:
    run = settle(numbers)
    return _Fetched(run, page_sizes(run.pdf))
