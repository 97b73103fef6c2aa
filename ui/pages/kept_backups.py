"""The list of backups: looked through, checked, and put into a folder of its own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.background import Job, Reading
from ui.messages import explain
from ui.models.backups import backup_face, backup_spoken, moment_in_full
from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import Type, theme
from ui.widgets.lists import RowsList
from ui.widgets.notices import Banner
from ui.widgets.text import Label
from workbench.backups import copy_backup
from workbench.bench import Bench
from workbench.kept_backups import KeptBackup, check_backup, list_kept_backups, restore_copy

KEPT = (
    "自动保留：2天内的全部、12天每天一份、10周每周一份、9个月每月一份，至少3份。这里不能删除备份。"
)
NONE = "还没有备份。点“立即备份”，或关闭时自动备份。"
SHOWN = 5


class KeptBackups(QWidget):
    """Works beside the screen; what came of it stands above the list. `changed` by selecting."""

    changed = Signal()

    def __init__(self, bench: Bench, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._pool = bench, pool
        self._checked: dict[str, bool] = {}
        self._busy = False
        self._reading = Reading(self, pool, self._show, self._refuse)
        self.banner = Banner()
        self._empty = Label(NONE, Type.BODY, "text2", wrap=True)
        face = partial(backup_face, checked=self._checked)
        spoken = partial(backup_spoken, checked=self._checked)
        self._model: RowsModel[KeptBackup] = RowsModel(face, spoken, self)
        self.list = RowsList("备份列表", margin=8)
        self.list.setModel(self._model)
        self.list.selectionModel().currentChanged.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.banner, self._empty, self.list):
            column.addWidget(part)
        self.list.hide()
        theme().changed.connect(self._fit)

    def read(self) -> None:
        """Read the list again, keeping the same backup selected."""
        self._reading.ask(partial(list_kept_backups, self._bench))

    def selected(self) -> KeptBackup | None:
        """Which backup actions are about; none while one is worked on."""
        row: KeptBackup | None = self.list.currentIndex().data(ROW_ROLE)
        return None if self._busy else row

    def check(self) -> None:
        """Open the selected backup and compare it with what it says of itself."""
        row = self.selected()
        if row is not None:
            self._wait(f"正在打开核对{moment_in_full(row.made_at)}的备份…")
            work = partial(check_backup, self._bench, row.name)
            Job(self, work, partial(self._tell_checked, row), self._refuse).start(self._pool)

    def ask_restore(self) -> None:
        """Ask for a folder to put the selected backup into."""
        chosen = (
            QFileDialog.getExistingDirectory(self, "恢复到哪个空文件夹") if self.selected() else ""
        )
        if chosen:
            self.restore_to(Path(chosen))

    def restore_to(self, target: Path) -> None:
        """Put the selected backup into an empty folder; what is open stays as it is."""
        row = self.selected()
        if row is not None:
            self._wait("正在恢复到单独的文件夹…")
            work = partial(restore_copy, self._bench, row.name, target)
            Job(self, work, partial(self._tell_restored, target), self._refuse).start(self._pool)

    def ask_copy(self) -> None:
        """Ask for a folder to put a new backup into."""
        chosen = QFileDialog.getExistingDirectory(self, "把备份放到哪个文件夹")
        if chosen:
            self.copy_to(Path(chosen))

    def copy_to(self, target: Path) -> None:
        """Make a new, verified backup in a folder, such as a memory stick."""
        self._wait("正在备份到指定的文件夹，并打开核对…")
        work = partial(copy_backup, self._bench, target)
        Job(self, work, self._tell_copied, self._refuse).start(self._pool)

    def _show(self, rows: list[KeptBackup]) -> None:
        kept = self.selected()
        self._model.show(rows)
        places = [n for n, row in enumerate(rows) if kept and row.name == kept.name]
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows:
            self.list.setCurrentIndex(self._model.index(places[0] if places else 0, 0))
        self._fit()
        self.changed.emit()

    def _tell_checked(self, row: KeptBackup, good: bool) -> None:
        self._checked[row.name] = good
        bad = "这份备份和制作时不一样了，不要用它恢复。数据没有变化，请立即备份一份新的。"
        self._end("这份备份完好，可以用来恢复。" if good else bad, bad=not good)
        self.read()

    def _tell_restored(self, target: Path, missing: int) -> None:
        lost = f"有{missing}份附件不在这份备份里。" if missing else ""
        self._end(f"已恢复到 {target}，核对过。{lost}现在打开的数据没有变化。")

    def _tell_copied(self, made: Path) -> None:
        self._end(f"已备份到 {made}，核对过。")

    def _refuse(self, problem: Exception) -> None:
        self._end(explain(problem).text, bad=True)

    def _wait(self, words: str) -> None:
        self._busy = True
        self.banner.say(words)
        self.changed.emit()

    def _end(self, words: str, *, bad: bool = False) -> None:
        self._busy = False
        self.banner.say(words, bad=bad)
        self.changed.emit()

    @Slot()
    def _fit(self) -> None:
        rows = min(self._model.rowCount(), SHOWN)
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * rows + 4)
