"""Making the 迎检包 of a meeting: with names or without, what it holds told beforehand."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.background import Job
from ui.dialogs.saving import ask_where
from ui.messages import explain
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import Field
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.widgets.windows import FormDialog
from workbench.bench import Bench
from workbench.paperwork.inspection_file import PackTold, save_inspection_pack

EXPLANATION = "把这次会议的文书合成一个文件，开头有带页号的目录，左侧有书签。"
NAMED = (
    "含姓名、性别、年龄、住址、诊断和监护人姓名；身份证号和电话只留头尾几位。"
    "这是迎检用的内部材料，请不要外传。"
)
MASKED = (
    "不含完整姓名、详细住址和电话：患者和监护人只留姓氏，用个案编号区分，住址只到村组。"
    "扫描件和照片不收入。"
)
VARIANTS = ((False, "完整版"), (True, "脱敏版"))


class StoppedByUser(Exception):
    """The user does not want the file any more."""


class SavePackDialog(FormDialog):
    """The file is written whole once everything is drawn; stopping leaves nothing behind."""

    saved = Signal(str)
    _drawn = Signal(int, int)

    def __init__(
        self, bench: Bench, pool: QThreadPool, meeting_id: int, told: PackTold, parent: QWidget
    ) -> None:
        super().__init__("迎检包", EXPLANATION, parent)
        self.setObjectName("save_pack_dialog")
        self._bench, self._pool, self._meeting_id, self._told = bench, pool, meeting_id, told
        self._busy = self._stopping = False
        self._drawn.connect(self._tell_progress)
        self._lay_out()
        self._say_contents()

    def save_to(self, target: Path) -> None:
        """Write the pack into this file."""
        self._stopping = False
        self._take_fields(busy=True)
        self.banner.say("")
        self.progress.setText("正在整理…")
        masked = self.variant.value() is True
        work = partial(
            save_inspection_pack,
            self._bench,
            self._meeting_id,
            target,
            masked=masked,
            progress=self._report,
        )
        Job(self, work, partial(self._tell, target), self._fail).start(self._pool)

    def done(self, result: int) -> None:
        """However it is closed, nothing more is drawn."""
        self._stopping = True
        super().done(result)

    @Slot()
    def reject(self) -> None:
        """While pages are being drawn, stop; otherwise close."""
        if not self._busy:
            super().reject()
            return
        self._stopping = True
        self.progress.setText("正在停止…")

    def _lay_out(self) -> None:
        self.variant = Segmented("迎检包的内容", VARIANTS)
        self.variant.show_value(False)
        self.variant.chosen.connect(self._say_contents)
        self._contents = Label("", Type.BODY, wrap=True)
        self._identity = Label("", Type.NOTE_BOLD, "warn", wrap=True)
        self.progress = Label("", Type.NOTE, "text2", wrap=True)
        self.fields.addWidget(Field("内容", self.variant))
        for part in (self._contents, self._identity, self.progress):
            self.fields.addWidget(part)
        self.verb = Button("存到…", Kind.PRIMARY, keys="Enter")
        self.cancel = Button("取消", keys="Esc")
        self.verb.clicked.connect(self._ask_where)
        self.cancel.clicked.connect(self.reject)
        self.add_verbs(self.verb, self.cancel)

    @Slot()
    def _say_contents(self) -> None:
        """Before anything leaves: what it holds, and what it tells of whom."""
        masked = self.variant.value() is True
        told = self._told
        parts = [f"文书{told.papers}份"]
        if told.scans and not masked:
            parts.append(f"扫描件和照片{told.scans}份")
        self._contents.setText(f"收入{'、'.join(parts)}。{self._left_out(masked=masked)}")
        self._identity.setText(MASKED if masked else NAMED)
        self._identity.set_colour("text2" if masked else "warn")

    def _left_out(self, *, masked: bool) -> str:
        count = 0 if masked else self._told.left_out
        return f"另有{count}份电子文件不能合进来，目录里会注明。" if count else ""

    @Slot()
    def _ask_where(self) -> None:
        ending = "_脱敏" if self.variant.value() is True else ""
        target = ask_where(self, f"{self._told.name}{ending}.pdf")
        if target is not None:
            self.save_to(target)

    def _report(self, done: int, of: int) -> None:
        """Heard beside the screen, between two pages."""
        if self._stopping:
            raise StoppedByUser
        self._drawn.emit(done, of)

    @Slot(int, int)
    def _tell_progress(self, done: int, of: int) -> None:
        if self._busy and not self._stopping:
            self.progress.setText(f"正在生成第 {done + 1}/{of} 页")

    def _take_fields(self, *, busy: bool) -> None:
        self._busy = busy
        self.verb.setEnabled(not busy)
        self.variant.setEnabled(not busy)

    def _tell(self, target: Path, pages: object) -> None:
        self._take_fields(busy=False)
        self.saved.emit(f"迎检包已存好，共{pages}页：{target.name}")
        self.accept()

    def _fail(self, problem: Exception) -> None:
        self._take_fields(busy=False)
        if isinstance(problem, StoppedByUser):
            self.progress.setText("已停止，没有写出文件。")
            return
        self.progress.setText("")
        self.refuse(explain(problem).text)
