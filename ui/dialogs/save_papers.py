"""Saving every paper of a meeting into one folder, paper by paper; stopping keeps what is whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ui.background import Job
from ui.messages import explain
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import Field, LineBox
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.widgets.windows import FormDialog
from workbench.bench import Bench
from workbench.paperwork.batches import Batch, free_folder
from workbench.paperwork.documents import PDF, WORD

FORMATS = (((PDF,), "PDF"), ((WORD,), "Word"), ((PDF, WORD), "两种都要"))


class SavePapersDialog(FormDialog):
    """Each paper is written whole before the next is begun."""

    saved = Signal(str)

    def __init__(
        self,
        bench: Bench,
        pool: QThreadPool,
        title: str,
        batches: Sequence[Batch],
        parent: QWidget,
    ) -> None:
        super().__init__("全部存到文件夹", "每次存到一个新文件夹里，不会覆盖以前存的文件。", parent)
        self.setObjectName("save_papers_dialog")
        self._bench, self._pool, self._batches, self._title = bench, pool, batches, title
        self._busy = self._stopping = False
        self._folder: Path | None = None
        self._written = 0
        self._lay_out()

    def done(self, result: int) -> None:
        """However it is closed, the paper being written is finished and no other is begun."""
        self._stopping = True
        super().done(result)

    def _lay_out(self) -> None:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self.where = LineBox("存放位置")
        self.where.setText(QStandardPaths.writableLocation(documents))
        self.choose = Button("选择…")
        self.choose.clicked.connect(self._choose)
        self.formats = Segmented("格式", FORMATS)
        self.formats.show_value(FORMATS[0][0])
        row = QHBoxLayout()
        row.addWidget(Field("存放位置", self.where), 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignBottom)
        self.fields.addLayout(row)
        self.fields.addWidget(Field("格式", self.formats))
        self.progress = Label(f"共{len(self._batches)}份。", Type.NOTE, "text2", wrap=True)
        self.fields.addWidget(self.progress)
        self.verb = Button("开始保存", Kind.PRIMARY, keys="Enter")
        self.cancel = Button("取消", keys="Esc")
        self.verb.clicked.connect(self._begin)
        self.cancel.clicked.connect(self.reject)
        self.add_verbs(self.verb, self.cancel)

    @Slot()
    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "选择存放位置", self.where.text())
        if chosen:
            self.where.setText(chosen)

    @Slot()
    def _begin(self) -> None:
        if not self.where.text().strip():
            self.refuse("还没有选择存放位置。请按“选择…”指定一个文件夹。")
            return
        self.banner.say("")
        self._written, self._stopping = 0, False
        self._folder = free_folder(Path(self.where.text().strip()), self._title)
        self._take_fields(busy=True)
        self._go_on()

    @Slot()
    def reject(self) -> None:
        """While papers are being written, stop after the one at hand; otherwise close."""
        if not self._busy:
            super().reject()
            return
        self._stopping = True
        self.progress.setText("正在停止，手上这一份存完就停…")

    def _take_fields(self, *, busy: bool) -> None:
        self._busy = busy
        for field in (self.where, self.choose, self.formats, self.verb):
            field.setEnabled(not busy)

    def _go_on(self) -> None:
        if self._written == len(self._batches) or self._folder is None:
            self._finish()
            return
        number = self._written + 1
        self.progress.setText(f"正在保存第 {number}/{len(self._batches)} 份")
        endings = self.formats.value()
        work = partial(
            self._batches[self._written].save,
            self._bench,
            self._folder,
            number,
            endings if isinstance(endings, tuple) else (PDF,),
        )
        Job(self, work, self._count, partial(self._fail, self._written)).start(self._pool)

    def _count(self, _: object) -> None:
        self._written += 1
        if not self._stopping:
            self._go_on()
        else:
            self._take_fields(busy=False)
            self.progress.setText(f"已停止。已存好{self._written}份，都是完整的。{self._place()}")

    def _fail(self, number: int, problem: Exception) -> None:
        self._take_fields(busy=False)
        self.progress.setText(f"已存好{self._written}份，都是完整的。{self._place()}")
        title = self._batches[number].title
        self.refuse(f"第{number + 1}份“{title}”没有存成：{explain(problem).text}")

    def _finish(self) -> None:
        self._busy = False
        self.saved.emit(f"已存{self._written}份到文件夹“{self._folder and self._folder.name}”")
        self.accept()

    def _place(self) -> str:
        return f"在文件夹“{self._folder.name}”里。" if self._folder and self._written else ""
