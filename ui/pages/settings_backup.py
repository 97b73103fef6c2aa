"""Backups by hand, and the recovery code."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.background import Job
from ui.dialogs.renew_recovery import RenewRecoveryDialog
from ui.messages import show_problem
from ui.models.days import moment_text
from ui.pages.kept_backups import KEPT, KeptBackups
from ui.pages.settings_part import SettingsPart
from ui.preferences import Preferences
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.text import Label
from workbench.backup_places import last_copy_elsewhere
from workbench.backups import back_up, last_backup
from workbench.bench import Bench


class BackupSettings(SettingsPart):
    """Says when the last backup was made; makes one, and a new recovery code."""

    title = "备份与恢复"
    backed_up = Signal()

    def __init__(
        self,
        bench: Bench,
        pool: QThreadPool,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench, self._pool, self._preferences = bench, pool, preferences
        self._add_command("back_up", "立即备份", "Ctrl+Shift+B", self._back_up)
        self._add_command("copy_backup", "备份到指定文件夹…", "", self._copy)
        self._add_command("check_backup", "核对选中的备份", "", self._check)
        self._add_command("restore_copy", "恢复到新文件夹…", "", self._restore)
        self._add_command("renew_recovery", "换发恢复口令…", "", self._renew_recovery)
        self._last = Label("", Type.BODY, "text2")
        self.column.addWidget(SectionHead("备份", "备份和数据一样是加密的", ruled=True))
        self.column.addLayout(_line(Button.of(self.command("back_up")), self._last))
        self._second = Label("", Type.NOTE, "text2", wrap=True)
        self.column.addWidget(self._second)
        self.kept = KeptBackups(bench, pool)
        self.kept.changed.connect(self._refresh_actions)
        self.column.addWidget(self.kept)
        self.column.addWidget(Label(KEPT, Type.NOTE, "text2", wrap=True))
        about = ("check_backup", "restore_copy", "copy_backup")
        self.column.addLayout(_line(*(Button.of(self.command(name)) for name in about)))
        self.column.addSpacing(8)
        hint = "打印页丢了、或被别人看到时换发"
        self.column.addWidget(SectionHead("恢复口令", hint, ruled=True))
        self.column.addLayout(_line(Button.of(self.command("renew_recovery"))))
        self._show_last()
        self._refresh_actions()

    def reload(self) -> None:
        """Show the backups, and when the last one was made."""
        self._show_last()
        self.kept.read()

    def _show_last(self) -> None:
        moment = last_backup(self._bench)
        self._last.setText(
            f"上次备份 {moment_text(moment, self._bench.today())}" if moment else "还没有备份过"
        )

        place = self._preferences.backup_place()
        copied = last_copy_elsewhere(place) if place else None
        self._second.setText(_second_place(place, copied, self._bench.today()))

    def _refresh_actions(self) -> None:
        """Making a backup and a new code is of use from any page."""
        for name in ("check_backup", "restore_copy"):
            chosen = self._current and self.kept.selected() is not None
            self.command(name).setEnabled(chosen)

    def _check(self) -> None:
        self.kept.check()

    def _restore(self) -> None:
        self.kept.ask_restore()

    def _copy(self) -> None:
        self.kept.ask_copy()

    @Slot()
    def _renew_recovery(self) -> None:
        RenewRecoveryDialog(self._bench, self._pool, self.window()).open()

    @Slot()
    def _back_up(self) -> None:
        self.command("back_up").setEnabled(False)
        self._last.setText("正在备份…")
        work = partial(back_up, self._bench)
        Job(self, work, self._tell_backup, self._fail).start(self._pool)

    def _tell_backup(self, _: object) -> None:
        self._end_backup()
        self.backed_up.emit()

    def _fail(self, problem: Exception) -> None:
        self._end_backup()
        show_problem(self.window(), problem)

    def _end_backup(self) -> None:
        self.command("back_up").setEnabled(True)
        self.reload()


def _line(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _second_place(place: Path | None, copied: datetime | None, today: date) -> str:
    """Where the second copies go and how far they are; a disk that is away is no fault."""
    if place is None:
        return "没有另选备份位置，只在本机备份。可在“单位与例会”的设置向导里选移动硬盘或U盘。"
    if copied is None:
        return f"关闭时另复制到 {place}，现在没有接上，或还没有复制过。"
    return f"关闭时另复制到 {place}，上次 {moment_text(copied, today)}。"
