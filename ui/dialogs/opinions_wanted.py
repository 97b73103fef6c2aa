"""Everything that waits for a psychiatrist's opinion, to go through one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.models.opinions import opinion_face, opinion_spoken
from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.lists import RowsList
from ui.widgets.notices import EmptyState
from ui.widgets.windows import FormDialog
from workbench.opinions_wanted import OpinionWanted


class OpinionsWantedDialog(FormDialog):
    """A list; Enter opens the plan it is about."""

    picked = Signal(object)
    title = "等精神科医师看"
    words = "3级及以上的排在最前。医师写过批注，或在确认计划的会上到场，就算看过。"
    spoken = "等精神科医师看的个案"
    nothing = ("没有等医师看的", "计划都看过，批注都已处理。")

    def __init__(self, rows: Sequence[OpinionWanted], parent: QWidget) -> None:
        super().__init__(self.title, self.words, parent)
        self.setObjectName("opinions_wanted_dialog")
        self._model: RowsModel[OpinionWanted] = RowsModel(opinion_face, opinion_spoken, self)
        self._model.show(rows)
        self.list = RowsList(self.spoken, margin=12)
        self.list.setModel(self._model)
        self.list.setMinimumHeight(theme().px(240))
        self.list.activated.connect(self._pick)
        self.list.clicked.connect(self._pick)
        open_, close = Button("打开计划", Kind.PRIMARY, keys="Enter"), Button("关闭", keys="Esc")
        open_.clicked.connect(self._pick_current)
        close.clicked.connect(self.reject)
        if rows:
            self.list.setCurrentIndex(self._model.index(0, 0))
            self.fields.addWidget(self.list, 1)
            self.add_verbs(open_, close)
        else:
            self.fields.addWidget(EmptyState("check", *self.nothing))
            self.add_verbs(close)
        self.setMinimumWidth(theme().px(560))
        self.list.setFocus()

    @Slot()
    def _pick_current(self) -> None:
        self._pick(self.list.currentIndex())

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        row: OpinionWanted | None = index.data(ROW_ROLE)
        if row is not None:
            self.accept()
            self.picked.emit(row)


class RemarksWaitingDialog(OpinionsWantedDialog):
    """The remarks of psychiatrists that the team has to adopt or to decline."""

    title = "待处理批注"
    words = "医师写了批注，小组还没有说采纳还是不采纳。打开计划，在批注旁边处理。"
    spoken = "待处理的批注"
    nothing = ("没有待处理的批注", "医师写的批注小组都已处理。")
