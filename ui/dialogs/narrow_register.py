"""Narrowing the register by several things at once, and keeping that under a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.models.patients import level_choices
from ui.widgets.inputs import Choice, Field, LineBox
from workbench.bench import Bench
from workbench.saved_views import Narrowing, View, drop_view, list_views, save_view
from workbench.screen import CaseKind, RiskLevel, Stability

EXPLANATION = "在上面选好的范围里再缩小。填了名称就存成常用筛选，下次在列表上方直接选。"
DROPPING = "只是不再列在列表上方，患者的登记不受影响。"
ANY = "不限"


class NarrowRegisterDialog(CommandDialog):
    """Answers the narrowing; a named one is kept first."""

    def __init__(
        self,
        bench: Bench,
        view: View,
        villages: Sequence[str],
        illnesses: Sequence[str],
        managers: Sequence[tuple[object, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(bench, "缩小范围", EXPLANATION, "按此显示", parent)
        self.setObjectName("narrow_register_dialog")
        self._view = view
        self.level = Choice("危险性等级", [(None, ANY), *level_choices()])
        self.stability = Choice("病情分类", [(None, ANY), *((s, s.label) for s in Stability)])
        self.kind = Choice("个案类型", [(None, ANY), *((k, k.label) for k in CaseKind)])
        self.village = Choice("村组", [("", ANY), *((each, each) for each in villages)])
        self.diagnosis = Choice("诊断", [("", ANY), *((each, each) for each in illnesses)])
        self.manager = Choice("个案管理员", [(None, ANY), *managers])
        self.name = LineBox("存成常用筛选", "名称，例如 柳溪村三级以上；不存就空着")
        self._show(view.narrowing)
        self._lay_out()
        self.level.setFocus()

    def narrowing(self) -> Narrowing:
        """What the fields say."""
        level, stability, kind = self.level.value(), self.stability.value(), self.kind.value()
        manager = self.manager.value()
        return Narrowing(
            level if isinstance(level, RiskLevel) else None,
            stability if isinstance(stability, Stability) else None,
            kind if isinstance(kind, CaseKind) else None,
            str(self.village.value() or ""),
            str(self.diagnosis.value() or ""),
            manager if isinstance(manager, int) else None,
        )

    def _show(self, given: Narrowing) -> None:
        self.level.show_value(given.least_level)
        self.stability.show_value(given.stability)
        self.kind.show_value(given.kind)
        self.village.show_value(given.village)
        self.diagnosis.show_value(given.diagnosis)
        self.manager.show_value(given.case_manager_id)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(Field("危险性等级", self.level), 0, 0)
        grid.addWidget(Field("病情分类", self.stability), 0, 1)
        grid.addWidget(Field("个案类型", self.kind), 1, 0)
        grid.addWidget(Field("诊断", self.diagnosis), 1, 1)
        grid.addWidget(Field("村组", self.village), 2, 0)
        grid.addWidget(Field("个案管理员", self.manager), 2, 1)
        self.fields.addLayout(grid)
        self.fields.addWidget(Field("存成常用筛选", self.name))

    def _carry_out(self) -> object:
        view = View(self._view.shown, self._view.sorted_by, self.narrowing())
        if self.name.text().strip():
            save_view(self._bench, self.name.text(), view)
        return view.narrowing


class DropViewDialog(CommandDialog):
    """Asks which of the saved views is no longer wanted."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(bench, "不再保留常用筛选", DROPPING, "不再保留", parent)
        self.setObjectName("drop_view_dialog")
        rows = list_views(bench)
        self.view = Choice("常用筛选", [(row.id, row.name) for row in rows])
        self.fields.addWidget(Field("常用筛选", self.view))
        if not rows:
            self.verb.setEnabled(False)
            self.banner.say("还没有常用筛选。在“缩小范围”里填写名称，就会存下来。")

    def _carry_out(self) -> object:
        chosen = self.view.value()
        drop_view(self._bench, chosen if isinstance(chosen, int) else 0)
        return chosen
