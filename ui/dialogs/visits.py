"""The visits to one patient, to correct one or take it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.dialogs.reasons import ReasonDialog
from ui.models.rows import ROW_ROLE, RowsModel
from ui.models.visits import visit_face, visit_spoken
from ui.theme import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.lists import RowsList
from ui.widgets.windows import FormDialog
from workbench.bench import Bench
from workbench.visits import VisitRow, list_visits, withdraw_visit


class VisitsDialog(FormDialog):
    """Lists what is recorded. Correcting goes on on the page; taking back asks for the reason."""

    correct_wanted = Signal(int)

    def __init__(self, bench: Bench, patient_id: int, parent: QWidget) -> None:
        rows = list_visits(bench, patient_id)
        told = "选一次随访，更正或撤回；原来的内容和理由都留有记录。"
        super().__init__("历次随访", told if rows else "还没有随访记录。", parent)
        self.setObjectName("visits_dialog")
        self._bench = bench
        self._model: RowsModel[VisitRow] = RowsModel(visit_face, visit_spoken, self)
        self.list = RowsList("随访列表")
        self.list.setModel(self._model)
        self._model.show(rows)
        self.list.setMinimumSize(theme().px(420), theme().px(200))
        self.fields.addWidget(self.list)
        self.list.setVisible(bool(rows))
        self._correct = Button("更正这次", Kind.PRIMARY, keys="Enter")
        self._withdraw = Button("撤回这次…")
        close = Button("关闭", keys="Esc")
        self._correct.clicked.connect(self._ask_to_correct)
        self._withdraw.clicked.connect(self._ask_to_withdraw)
        self.list.activated.connect(self._ask_to_correct)
        close.clicked.connect(self.reject)
        self.add_verbs(self._correct, self._withdraw, close)
        for verb in (self._correct, self._withdraw):
            verb.setEnabled(bool(rows))
        if rows:
            self.list.setCurrentIndex(self._model.index(0, 0))
            self.list.setFocus()

    @Slot()
    def _ask_to_correct(self) -> None:
        row = self._chosen()
        if row is not None:
            self.accept()
            self.correct_wanted.emit(row.id)

    @Slot()
    def _ask_to_withdraw(self) -> None:
        row, window = self._chosen(), self.parentWidget()
        if row is not None and window is not None:
            self.accept()
            ask_to_withdraw_visit(self._bench, row, window).open()

    def _chosen(self) -> VisitRow | None:
        row: VisitRow | None = self.list.currentIndex().data(ROW_ROLE)
        return row


def ask_to_withdraw_visit(bench: Bench, row: VisitRow, parent: QWidget) -> ReasonDialog:
    """Ask why a visit is taken back, and take it back."""
    title = f"撤回{row.visited_on}的随访"
    take_back = partial(_withdraw, bench, row.id)
    return ReasonDialog(bench, title, "撤回的理由", "撤回", take_back, parent)


def _withdraw(bench: Bench, visit_id: int, why: str) -> None:
    withdraw_visit(bench, visit_id, why=why)
