"""Whose store it is, when its team meets, and what was left out at the first start."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool, Slot
from PySide6.QtWidgets import QWidget

from ui.dialogs.paper_name import PaperNameDialog
from ui.dialogs.set_up import SetUpDialog
from ui.pages.settings_part import SettingsPart, labelled
from ui.preferences import Preferences
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.inputs import Field
from ui.widgets.text import Label
from workbench.bench import Bench
from workbench.meeting_rules import read_meeting_rule
from workbench.paper_settings import EVERY_FORM, PaperKey, list_paper_settings
from workbench.setting_up import read_setup

CHANGED_IN_WIZARD = "单位名称在设置向导里改"
FIXED = "印在签字页的二维码里，用来认出是哪一份数据的纸，所以不能改"
RENAMED = "单位名称改过了，下次打开后，窗口标题和空白表用新的名称。"


class SetUpSettings(SettingsPart):
    """Says what is known and what is missing; the pages of the first start come again."""

    title = "单位与例会"
    shows = frozenset({"team", "member", "identity", "meeting_rule", "paper_setting"})

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
        self._add_command("set_paper_setting", "改文书上的名称…", "Ctrl+E", self._name_papers)
        self._set_up_unit()
        hint = "单位与小组、成员名单、例会规则、备份位置"
        self.column.addSpacing(8)
        self.column.addWidget(SectionHead("小组与例会", hint, ruled=True))
        self._known = Label("", Type.BODY, wrap=True)
        self._missing = Label("", Type.BODY, "warn", wrap=True)
        self.column.addWidget(self._known)
        self.column.addWidget(self._missing)
        self.column.addLayout(labelled("", Button.of(self.command("set_up"))))

    def reload(self) -> None:
        """Show what the store was told."""
        setup = read_setup(self._bench)
        usual = read_meeting_rule(self._bench, setup.team.id) if setup.team else None
        team = setup.team.name if setup.team else ""
        renamed = RENAMED if setup.unit != self._bench.unit else ""
        self._unit.setText("".join(filter(None, (setup.unit, renamed and f"（{renamed}）"))))
        self._on_papers.setText(self._paper_name() or "没有另设，用小组名称")
        self._known.setText("\n".join(filter(None, (team, usual.words if usual else ""))))
        missing = "、".join(step.label for step in setup.missing)
        self._missing.setText(f"还没有填：{missing}。" if missing else "")
        self._missing.setVisible(bool(missing))

    def _set_up_unit(self) -> None:
        self._unit = Label("", Type.BODY, wrap=True)
        self._on_papers = Label("", Type.BODY, wrap=True)
        self.column.addWidget(SectionHead("单位", CHANGED_IN_WIZARD, ruled=True))
        self.column.addWidget(Field("单位名称", self._unit))
        button = Button.of(self.command("set_paper_setting"), short="改名称…")
        self.column.addWidget(Field("文书上的单位名称", self._on_papers))
        self.column.addLayout(labelled("", button))
        self.column.addWidget(Field("数据编号", Label(self._bench.code), FIXED))

    def _paper_name(self) -> str:
        rows = list_paper_settings(self._bench)
        of_all = (row for row in rows if (row.form, row.key) == (EVERY_FORM, PaperKey.UNIT_NAME))
        return next((str(row.value) for row in of_all), "")

    @Slot()
    def _name_papers(self) -> None:
        dialog = PaperNameDialog(self._bench, self._paper_name(), self.window())
        dialog.carried_out.connect(lambda _: self.said.emit("文书上的单位名称已改"))
        dialog.open()

    @Slot()
    def _set_up_store(self) -> None:
        dialog = SetUpDialog(self._bench, self._pool, self._preferences, self.window())
        dialog.finished.connect(self.reload)
        dialog.open()
