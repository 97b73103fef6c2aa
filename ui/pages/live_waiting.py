"""What can be settled on the spot: remarks to answer, a plan to confirm, an intake to decide."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.models.days import day_in_list
from ui.pages.live_parts import emptied
from ui.theme import Type
from ui.widgets.buttons import Button
from ui.widgets.heads import SectionHead
from ui.widgets.text import Label
from workbench.item_background import Background, Remark
from workbench.live import ItemDetails


class WaitingPart(QWidget):
    """Says which step somebody wants; the page opens the dialog for it."""

    adopt_wanted = Signal(object)
    decline_wanted = Signal(int)
    confirm_wanted = Signal(int, int)
    entry_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_background(self, item: ItemDetails, background: Background | None) -> None:
        """Show what waits, unless it is the same."""
        shown = (item.id, item.case_id, background)
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self._column)
        if background is None:
            return
        if item.case_id is None:
            self._add_entry(background)
        if background.plan is not None:
            self._add_plan(*background.plan)
        if background.remarks:
            count = f"{len(background.remarks)}条待处理"
            self._column.addWidget(SectionHead("批注", count, ruled=True))
        for remark in background.remarks:
            self._add_remark(remark)

    def _add_entry(self, background: Background) -> None:
        self._column.addWidget(SectionHead("入组", "本次决定", ruled=True))
        if background.intake_id is None:
            words = "没有待决定的入组评估，请先做入组评估再决定。"
            self._column.addWidget(Label(words, Type.NOTE, "text2", wrap=True))
            return
        words = "定下入组或不入组、个案类型和个案管理员。"
        self._column.addWidget(Label(words, Type.NOTE, "text2", wrap=True))
        decide = Button("入组决定…")
        decide.clicked.connect(lambda: self.entry_wanted.emit())
        self._column.addLayout(_in_line(decide))

    def _add_plan(self, plan_id: int, number: int) -> None:
        self._column.addWidget(SectionHead("干预计划", "有改动待确认", ruled=True))
        confirm = Button(f"确认第{number}次计划…")
        confirm.clicked.connect(partial(self._confirm, plan_id, number))
        self._column.addLayout(_in_line(confirm))

    def _add_remark(self, remark: Remark) -> None:
        self._column.addWidget(Label(remark.text, Type.BODY, wrap=True))
        by = "·".join(filter(None, (remark.by, day_in_list(remark.on))))
        self._column.addWidget(Label(by, Type.NOTE, "text2"))
        adopt, decline = Button("采纳，生成任务…"), Button("不采纳…")
        adopt.clicked.connect(partial(self._adopt, remark))
        decline.clicked.connect(partial(self._decline, remark.id))
        self._column.addLayout(_in_line(adopt, decline))

    def _confirm(self, plan_id: int, number: int, _: bool = False) -> None:
        self.confirm_wanted.emit(plan_id, number)

    def _adopt(self, remark: Remark, _: bool = False) -> None:
        self.adopt_wanted.emit(remark)

    def _decline(self, annotation_id: int, _: bool = False) -> None:
        self.decline_wanted.emit(annotation_id)


def _in_line(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
