"""Taking files in: tried out while one writes what they are, then kept one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.background import Job
from ui.dialogs.attachment_fields import AttachmentFields
from ui.messages import explain
from ui.models.attachments import size_text
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Label
from ui.widgets.windows import FormDialog
from workbench.attachments import add_attachment
from workbench.bench import Bench
from workbench.errors import Refused
from workbench.filing.reading import FitFile

EXPLANATION = "加密后存入本机。照片里的拍摄时间和地点会去掉，原来的文件不动。"


@dataclass(frozen=True)
class Incoming:
    """A file somebody chose, dropped or copied: what it is called, and how it is taken in."""

    name: str
    take: Callable[[], FitFile]


@dataclass(frozen=True)
class Owner:
    """With whom the files are kept, the case they are added from, and the meetings about it."""

    patient_id: int
    case_id: int
    meetings: tuple[tuple[int, str], ...] = ()


class AddAttachmentsDialog(FormDialog):
    """What does not fit is named and left out; what was kept stays kept."""

    added = Signal(int)

    def __init__(
        self,
        bench: Bench,
        pool: QThreadPool,
        owner: Owner,
        incoming: Sequence[Incoming],
        parent: QWidget,
    ) -> None:
        super().__init__("添加附件", EXPLANATION, parent)
        self.setObjectName("add_attachments_dialog")
        self._bench, self._pool, self._owner = bench, pool, owner
        self._incoming, self._fit = list(incoming), list[tuple[str, FitFile]]()
        self._unfit: list[str] = []
        self._kept = 0
        self._several = len(incoming) > 1
        self._lay_out()
        self._take_next()

    def _lay_out(self) -> None:
        self.which = Label("", Type.NOTE, "text2", wrap=True)
        self.fields.addWidget(self.which)
        self.about = AttachmentFields(self._bench.today, self._owner.meetings)
        title = Path(self._incoming[0].name).stem
        if not self._several and not _by_machine(title):
            self.about.title.setText(title)
        self.fields.addWidget(self.about)
        self.verb = Button("添加", Kind.PRIMARY, keys="Enter")
        self.cancel = Button("取消", keys="Esc")
        self.verb.clicked.connect(self._begin)
        self.cancel.clicked.connect(self.reject)
        self.add_verbs(self.verb, self.cancel)
        self.verb.setEnabled(False)
        self.about.kind.setFocus()

    def _take_next(self) -> None:
        number = len(self._fit) + len(self._unfit)
        if number == len(self._incoming):
            self._say_taken()
            return
        self.which.setText(f"正在检查第 {number + 1}/{len(self._incoming)} 个文件…")
        taking = self._incoming[number]
        Job(self, taking.take, self._keep_fit, partial(self._leave_out, taking.name)).start(
            self._pool
        )

    def _keep_fit(self, file: FitFile) -> None:
        self._fit.append((uuid4().hex, file))
        self._take_next()

    def _leave_out(self, name: str, problem: Exception) -> None:
        words = explain(problem).text
        self._unfit.append(f"“{name}”：{words}" if self._several else words)
        self._take_next()

    def _say_taken(self) -> None:
        files = [file for _, file in self._fit]
        pages = sum(file.pages or 0 for file in files)
        size = size_text(sum(len(file.content) for file in files))
        counted = f"{len(files)}个文件，共" if self._several else ""
        self.which.setText(f"{counted}{f'{pages}页，' if pages else ''}{size}。" if files else "")
        self.verb.setEnabled(bool(files))
        if self._unfit:
            self.refuse("\n".join(self._unfit))

    @Slot()
    def _begin(self) -> None:
        self.verb.setEnabled(False)
        self.banner.say("")
        self._keep_next()

    def _keep_next(self) -> None:
        if not self._fit:
            self.added.emit(self._kept)
            self.accept()
            return
        request, file = self._fit[0]
        try:
            described = self.about.described(self._kept + 1 if self._several else 0)
        except Refused as refusal:
            self._fail(refusal)
            return
        work = partial(
            add_attachment,
            self._bench,
            self._owner.patient_id,
            file,
            described,
            case_id=self._owner.case_id,
            request_id=request,
        )
        Job(self, work, self._count, self._fail).start(self._pool)

    def _count(self, _: object) -> None:
        self._kept += 1
        del self._fit[0]
        self._keep_next()

    def _fail(self, problem: Exception) -> None:
        self.verb.setEnabled(True)
        kept = f"已添加{self._kept}个文件。" if self._kept else ""
        self.refuse(kept + explain(problem).text)


def _by_machine(name: str) -> bool:
    """Whether a camera or a scanner named the file, so that its name says nothing."""
    return name.isascii()
