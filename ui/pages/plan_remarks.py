"""The remarks on a plan: which are shown, where they stand, and what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.dialogs.adopt_annotation import (
    AdoptAsPlanItemDialog,
    AdoptAsTaskDialog,
    ask_to_decline,
)
from ui.dialogs.reasons import ReasonDialog
from ui.dialogs.write_annotation import Spot, WriteAnnotationDialog
from ui.models.plan_rows import AddRow, LineRow
from ui.pages.plan_margin import PlanMargin
from ui.pages.plan_table import PlanTable
from ui.theme import theme
from workbench.annotations import withdraw_annotation
from workbench.bench import Bench
from workbench.plan_desk import PlanDesk, PlanRemark, about_area, areas_of
from workbench.screen import PlanArea


class PlanRemarks(QObject):
    """Keeps table and margin together."""

    said = Signal(str)
    changed = Signal()
    filtered = Signal()

    def __init__(self, bench: Bench, table: PlanTable, margin: PlanMargin, parent: QWidget) -> None:
        super().__init__(parent)
        self._bench, self._table, self._margin = bench, table, margin
        self._page = parent
        self._desk: PlanDesk | None = None
        self._only_open = True
        self.drawn_out = False
        margin.chosen.connect(self._follow)
        margin.filtered.connect(self.turn_filter)
        table.moved.connect(self.settle)
        theme().changed.connect(self._remeasure)

    def show_desk(self, desk: PlanDesk) -> None:
        """Show what is remarked on this plan."""
        self._desk = desk
        self._margin.show_remarks(self._shown(), len(desk.remarks), self._only_open)

    def badges(self) -> dict[PlanArea, str]:
        """The numbers that stand behind the areas."""
        found: dict[PlanArea, str] = {}
        for number, remark in enumerate(self._shown(), 1):
            if remark.area is not None:
                found[remark.area] = f"{found.get(remark.area, '')} {number}".strip()
        return found

    def possible(self, desk: PlanDesk | None) -> dict[str, bool]:
        """Which steps the chosen remark allows."""
        remark = self._margin.remark()
        waits = remark is not None and remark.row.outcome is None
        there = desk is not None and desk.plan is not None
        draft = desk is not None and desk.draft
        may = self._bench.may
        return {
            "write_annotation": there and may("write_annotation"),
            "adopt_as_task": waits and may("adopt_as_task"),
            "adopt_as_plan_item": waits and draft and may("adopt_as_plan_item"),
            "decline_annotation": waits and may("decline_annotation"),
            "withdraw_annotation": waits and may("withdraw_annotation"),
            "filter_annotations": there,
            "switch_to_remarks": there,
        }

    def counted(self) -> str:
        """How many wait, for where there is no room to show them."""
        remarks = self._desk.remarks if self._desk else ()
        waiting = sum(remark.row.outcome is None for remark in remarks)
        return f"批注{waiting}条待处理" if waiting else "批注栏"

    def choose(self, key: int) -> None:
        """Bring one remark into view, answered or not."""
        if key not in [remark.row.id for remark in self._shown()]:
            self.turn_filter()
        self.drawn_out = True
        self._margin.choose(key)

    @Slot()
    def settle(self) -> None:
        """Lay the cards level with their sections."""
        levels: dict[int, int] = {}
        for remark in self._shown():
            level = self._table.head_of(remark.area.label) if remark.area else None
            if level is not None:
                height = self._table.mapTo(self._page, self._table.rect().topLeft()).y()
                levels[remark.row.id] = level + height
        self._margin.place(levels)

    @Slot()
    def turn_filter(self) -> None:
        """Show only what waits, or everything."""
        self._only_open = not self._only_open
        if self._desk is not None:
            self.show_desk(self._desk)
            self.filtered.emit()
            self.settle()
        self.changed.emit()

    def as_task(self) -> None:
        """Adopt the chosen remark as work."""
        remark = self._margin.remark()
        if remark is not None:
            row = remark.row
            dialog = AdoptAsTaskDialog(self._bench, row.id, row.text, self._page.window())
            dialog.carried_out.connect(lambda _: self.said.emit("已采纳，列入任务"))
            dialog.open()

    def as_item(self) -> None:
        """Adopt the chosen remark as a line of the draft, in the area it speaks about."""
        remark, plan = self._margin.remark(), self._desk.plan if self._desk else None
        if remark is not None and plan is not None:
            row, draft = remark.row, (plan.row.id, plan.row.kind)
            words = row.text.removeprefix(about_area(remark.area)) if remark.area else row.text
            dialog = AdoptAsPlanItemDialog(self._bench, row.id, words, draft, self._page.window())
            if remark.area is not None:
                dialog.area.show_value(remark.area.value)
            dialog.carried_out.connect(lambda _: self.said.emit("已采纳，列入计划"))
            dialog.open()

    def decline(self) -> None:
        """Say why the chosen remark is not adopted."""
        remark = self._margin.remark()
        if remark is not None:
            dialog = ask_to_decline(self._bench, remark.row.id, self._page.window())
            dialog.carried_out.connect(lambda _: self.said.emit("已写明不采纳的理由"))
            dialog.open()

    def withdraw(self) -> None:
        """Take the chosen remark back."""
        remark = self._margin.remark()
        if remark is None:
            return
        key = remark.row.id

        def withdraw(why: str) -> None:
            withdraw_annotation(self._bench, key, why=why)

        title = "撤回批注"
        dialog = ReasonDialog(
            self._bench, title, "撤回的理由", "撤回", withdraw, self._page.window()
        )
        dialog.open()

    def write(self) -> None:
        """Write a remark, about the chosen row unless another place is chosen."""
        desk = self._desk
        if desk is not None and desk.plan is not None:
            dialog = WriteAnnotationDialog(self._bench, self._spots(desk), self._page.window())
            dialog.carried_out.connect(lambda _: self.said.emit("批注已写入，等小组处理"))
            dialog.open()

    @Slot()
    def _remeasure(self) -> None:
        if self._desk is not None:
            self.show_desk(self._desk)

    @Slot()
    def _follow(self) -> None:
        self._table.show_badge(self._margin.badge())
        self.changed.emit()

    def _shown(self) -> Sequence[PlanRemark]:
        """In the order of the areas they speak about, those about other records last."""
        desk = self._desk
        if desk is None:
            return ()
        areas = list(areas_of(desk))
        places = {area: number for number, area in enumerate(areas)}
        shown = [r for r in desk.remarks if r.row.outcome is None or not self._only_open]
        return sorted(shown, key=lambda r: (r.elsewhere, places.get(r.area, -1) if r.area else -1))

    def _spots(self, desk: PlanDesk) -> list[Spot]:
        """The chosen line first, then its area, then the whole plan, then the other areas."""
        if desk.plan is None:
            return []
        key, row, first = desk.plan.row.id, self._table.row(), []
        here: PlanArea | None = None
        if isinstance(row, LineRow) and row.item is not None:
            here = row.line.area
            first.append(Spot(f"{here.label}：{row.line.measure}", "plan_item", row.item.id))
        elif isinstance(row, AddRow):
            here = row.area
        areas = [Spot(a.label, "plan", key, about_area(a)) for a in areas_of(desk)]
        areas.sort(key=lambda spot: here is None or spot.label != here.label)
        whole = Spot("整份计划", "plan", key)
        return [*first, whole, *areas] if first or here is None else [areas[0], whole, *areas[1:]]
