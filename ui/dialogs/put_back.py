"""Putting a backup back for a damaged file: which one, how far it is, and stopping."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.background import Job
from ui.messages import explain
from ui.models.backups import moment_in_full, size_text
from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import Type, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import Field, secret_box
from ui.widgets.lists import Face, RowsList
from ui.widgets.notices import Banner
from ui.widgets.text import Label
from ui.widgets.windows import Sheet
from workbench.door import Opening
from workbench.restoring import KeptCopies, KeptCopy, find_copies, put_back

LOOKING = "正在逐份打开核对备份…"
EXPLANATION = (
    "只列出打开核对过、完好的备份。恢复时先放到单独的文件夹里打开核对，再换上；"
    "损坏的文件另外留着，备份也不会动。"
)


class PutBackPanel(Sheet):
    """`restored` says which copy stands in place of the damaged file now."""

    restored = Signal(str)
    given_up = Signal()
    _step_taken = Signal(str)

    def __init__(
        self,
        folder: Path,
        pool: QThreadPool,
        opening: Opening,
        outside: Path | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._pool = folder, pool
        self._opening, self._outside = opening, outside
        self._stopped = False
        self.setAccessibleName("从备份恢复")
        self.password = secret_box("口令")
        self._ask = Field("口令", self.password, "核对备份要用")
        self._model: RowsModel[KeptCopy] = RowsModel(copy_face, copy_spoken, self)
        self.copies = RowsList("完好的备份")
        self.copies.setModel(self._model)
        self.copies.activated.connect(self._restore)
        self.banner = Banner()
        self._busy = Label("", Type.NOTE, "text2")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("进度")
        self._lay_out()
        self._step_taken.connect(self._busy.setText)
        theme().changed.connect(self._fit)
        self._fit()

    @Slot()
    def start(self) -> None:
        """Look for copies with what was typed at the door, or ask for the password first."""
        known = bool(self._opening.password or self._opening.code)
        self._ask_first(asked=not known)
        self._wait("")
        if known:
            self._look()
        else:
            self.password.setFocus()

    def _lay_out(self) -> None:
        self.restore, self.stop = Button("恢复这一份", Kind.PRIMARY, keys="Enter"), Button("停下")
        self.look, self.other = Button("查找备份"), Button("从备份盘选…")
        self.back = Button("返回", Kind.GHOST)
        self.restore.clicked.connect(self._restore)
        self.stop.clicked.connect(self._stop)
        self.look.clicked.connect(self._look)
        self.other.clicked.connect(self._ask_folder)
        self.back.clicked.connect(self.given_up)
        self.password.returnPressed.connect(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 20)
        column.setSpacing(10)
        column.addWidget(Label("从备份恢复", Type.TITLE))
        column.addWidget(Label(EXPLANATION, Type.NOTE, "text2", wrap=True))
        for part in (self._ask, self.copies, self.banner, self._busy, self._progress):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.other)
        row.addStretch(1)
        for button in (self.stop, self.look, self.restore):
            row.addWidget(button)
        column.addLayout(row)

    def _ask_first(self, *, asked: bool) -> None:
        """Only where what was typed at the door does not open the copies."""
        self._ask.setVisible(asked)
        self.look.setVisible(asked)

    @Slot()
    def _look(self) -> None:
        if self.password.text():
            self._opening = Opening(password=self.password.text())
        self.banner.say("")
        self._wait(LOOKING)
        work = partial(find_copies, self._folder, self._opening, outside=self._outside)
        Job(self, work, self._show, self._refuse).start(self._pool)

    @Slot()
    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "备份所在的文件夹")
        if folder:
            self._outside = Path(folder)
            self._look()

    def _show(self, found: KeptCopies) -> None:
        self._wait("")
        self._model.show(found.good)
        bad = f"另有{found.bad}份没有通过核对，没有列出。" if found.bad else ""
        none = "没有找到完好的备份。所有文件都没有动。备份盘上如果有，请接上后点“从备份盘选”。"
        self.banner.say(bad if found.good else none)
        if found.good:
            self.copies.setCurrentIndex(self._model.index(0, 0))
            self.copies.setFocus()
        self._wait("")

    @Slot()
    def _restore(self) -> None:
        copy: KeptCopy | None = self.copies.currentIndex().data(ROW_ROLE)
        if copy is None or self._busy.text():
            return
        self._stopped = False
        self.banner.say("")
        self._wait("正在恢复…")
        self.stop.setFocus()
        work = partial(
            put_back,
            self._folder,
            copy.folder,
            self._opening,
            told=self._step_taken.emit,
            stop=lambda: self._stopped,
        )
        done = partial(self._finish, copy)
        Job(self, work, done, self._refuse).start(self._pool)

    @Slot()
    def _stop(self) -> None:
        self._stopped = True
        self.stop.setEnabled(False)

    def _finish(self, copy: KeptCopy, _: object) -> None:
        self._wait("")
        self.restored.emit(moment_in_full(copy.made_at))

    def _refuse(self, problem: Exception) -> None:
        self._wait("")
        self.banner.say(explain(problem).text, bad=True)
        self._ask_first(asked=True)

    def _wait(self, words: str) -> None:
        self._busy.setText(words)
        self._busy.setVisible(bool(words))
        self._progress.setVisible(bool(words))
        self.stop.setVisible(bool(words) and words != LOOKING)
        self.stop.setEnabled(True)
        self.copies.setVisible(self._model.rowCount() > 0)
        self.restore.setVisible(self._model.rowCount() > 0)
        for button in (self.restore, self.look, self.other, self.back):
            button.setEnabled(not words)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(600))
        self.copies.setMinimumHeight(theme().px(120))


def copy_face(copy: KeptCopy) -> Face:
    """When a copy was made, and how large it is."""
    return Face(moment_in_full(copy.made_at), right=size_text(copy.size))


def copy_spoken(copy: KeptCopy) -> str:
    """The same in one sentence."""
    return f"{moment_in_full(copy.made_at)}，{size_text(copy.size)}"
