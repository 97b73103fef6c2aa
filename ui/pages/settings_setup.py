"""Whose store it is, when its team meets, and what was left out at the first start."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtWidgets import QWidget

from ui.dialogs.set_up import SetUpDialog
from ui.pages.settings_part import SettingsPart, labelled
from ui.preferences import Preferences
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.text import Label
from workbench.bench import Bench
from workbench.meeting_rules import read_meeting_rule
from workbench.setting_up import read_setup

RENAMED = "单位名称改过了，下次打开后，窗口标题和空白表用新的名称。"


class SetUpSettings(SettingsPart):
    """Says what is known and what is missing; the pages of the first start come again."""

    title = "单位与例会"
    shows = frozenset({"team", "member", "identity", "meeting_rule"})

    def __init__(
        self,
        bench: Bench,
        pool: QThreadPool,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench, self._pool, self._preferences = bench, pool, preferences
        self._add_command("set_up", "设置向导…", "", self._set_up_store)
        hint = "单位与小组、成员名单、例会规则、备份位置"
        self.column.addWidget(SectionHead("单位与例会", hint, ruled=True))
        self._known = Label("", Type.BODY, wrap=True)
        self._missing = Label("", Type.BODY, "warn", wrap=True)
        self.column.addWidget(self._known)
        self.column.addWidget(self._missing)
        self.column.addLayout(labelled("", Button.of(self.command("set_up"))))
        self.reload()

    def reload(self) -> None:
        """Show what the store was told."""
        setup = read_setup(self._bench)
        usual = read_meeting_rule(self._bench, setup.team.id) if setup.team else None
        team = setup.team.name if setup.team else ""
        renamed = RENAMED if setup.unit != self._bench.unit else ""
        lines = (setup.unit, team, usual.words if usual else "", renamed)
        self._known.setText("\n".join(filter(None, lines)))
        missing = "、".join(step.label for step in setup.missing)
        self._missing.setText(f"还没有填：{missing}。" if missing else "")
        self._missing.setVisible(bool(missing))

    @Slot()
    def _set_up_store(self) -> None:
        dialog = SetUpDialog(self._bench, self._pool, self._preferences, self.window())
        dialog.finished.connect(self.reload)
        dialog.open()
