"""Settings: how the screen looks, the team, and backups."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QThreadPool, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.background import Job
from ui.dialogs.renew_recovery import RenewRecoveryDialog
from ui.dialogs.team_members import AddMemberDialog
from ui.messages import show_problem
from ui.models.days import moment_text
from ui.models.people import person_text
from ui.pages.page import Page
from ui.preferences import Preferences
from ui.theme import SCALES, Mode, Type, theme
from ui.widgets.buttons import Button
from ui.widgets.heads import PageHeader, SectionHead
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.widgets.windows import Ground, ScrollColumn
from workbench.backups import back_up, last_backup
from workbench.bench import Bench
from workbench.teams import list_members, list_teams


class SettingsPage(Page):
    """Changes take effect at once; there is nothing to save."""

    shows = frozenset({"team", "member"})
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
        self._set_up()
        self.reload()

    def reload(self) -> None:
        """Show the present choices, the team and the last backup."""
        self.scale.show_value(theme().scale)
        self.mode.show_value(theme().mode)
        moment = last_backup(self._bench)
        self._last.setText(
            f"上次备份 {moment_text(moment, self._bench.today())}" if moment else "还没有备份过"
        )
        self._members.setText("\n".join(self._member_lines()) or "还没有小组成员。")

    def _set_up(self) -> None:
        self._add_command("back_up", "立即备份", "Ctrl+Shift+B", self._back_up)
        self._add_command("add_member", "添加成员…", "", self._add_member)
        self._add_command("renew_recovery", "换发恢复口令…", "", self._renew_recovery)
        header = PageHeader("设置")
        inside = Ground("sheet")
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(10)
        self._add_screen_part(column)
        self._add_team_part(column)
        self._add_backup_part(column)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(header)
        whole.addWidget(ScrollColumn("设置", inside), 1)

    def _add_screen_part(self, column: QVBoxLayout) -> None:
        column.addWidget(SectionHead("屏幕", "改了马上生效", ruled=True))
        self.scale = Segmented("字号", [(scale, f"{scale}%") for scale in SCALES])
        self.mode = Segmented("明暗", [(mode, mode.label) for mode in Mode])
        self.scale.chosen.connect(self._preferences.set_scale)
        self.mode.chosen.connect(self._preferences.set_mode)
        column.addLayout(_line("字号", self.scale))
        column.addLayout(_line("明暗", self.mode))
        column.addSpacing(8)

    def _add_team_part(self, column: QVBoxLayout) -> None:
        column.addWidget(SectionHead("小组成员", "在会上签字、承担任务的人", ruled=True))
        self._members = Label("", Type.BODY, wrap=True)
        column.addWidget(self._members)
        column.addLayout(_line("", Button.of(self.command("add_member"))))
        column.addSpacing(8)

    def _add_backup_part(self, column: QVBoxLayout) -> None:
        column.addWidget(SectionHead("备份", "备份和数据一样是加密的", ruled=True))
        self._last = Label("", Type.BODY, "text2")
        column.addLayout(_line("", Button.of(self.command("back_up")), self._last))
        column.addSpacing(8)
        column.addWidget(SectionHead("恢复口令", "打印页丢了、或被别人看到时换发", ruled=True))
        column.addLayout(_line("", Button.of(self.command("renew_recovery"))))

    def _member_lines(self) -> list[str]:
        return [
            f"{person_text(member.role.label, member.name)}（{member.unit}）"
            for team in list_teams(self._bench)
            for member in list_members(self._bench, team.id)
        ]

    def _refresh_actions(self) -> None:
        self.command("back_up").setEnabled(True)
        self.command("add_member").setEnabled(self._current)
        self.command("renew_recovery").setEnabled(True)

    @Slot()
    def _add_member(self) -> None:
        AddMemberDialog(self._bench, self).open()

    @Slot()
    def _renew_recovery(self) -> None:
        RenewRecoveryDialog(self._bench, self._pool, self).open()

    @Slot()
    def _back_up(self) -> None:
        self.command("back_up").setEnabled(False)
        self._last.setText("正在备份…")
        work = partial(back_up, self._bench)
        Job(self, work, self._tell_backup, self._fail).start(self._pool)

    def _tell_backup(self, _: object) -> None:
        self._refresh_actions()
        self.reload()
        self.backed_up.emit()

    def _fail(self, problem: Exception) -> None:
        self._refresh_actions()
        self.reload()
        show_problem(self, problem)


def _line(label: str, *widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    if label:
        words = Label(label, Type.BODY, "text2")
        words.setFixedWidth(theme().px(64))
        row.addWidget(words)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
