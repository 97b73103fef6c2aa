"""Picking a wording to begin a line of a plan from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from ui.models.rows import ROW_ROLE, RowsModel
from ui.theme import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.lists import Face, RowsList
from ui.widgets.windows import FormDialog
from workbench.plan_samples import PlanSample


@dataclass(frozen=True)
class Wording:
    """One measure of a sample, with the problem and goal it goes with."""

    sample: PlanSample
    measure: str


class PlanSamplesDialog(FormDialog):
    """Measures under the problem they answer; what is picked is only a beginning."""

    picked = Signal(object)

    def __init__(self, samples: Sequence[PlanSample], parent: QWidget) -> None:
        words = "选一条作为开头，再按实际情况改写。已经写好的内容不会被换掉。"
        super().__init__("参考用语", words, parent)
        self.setObjectName("plan_samples_dialog")
        self._model: RowsModel[Wording] = RowsModel(_face, _spoken, self)
        self._model.show(_lines(samples))
        self.list = RowsList("可选的措施", margin=12)
        self.list.setModel(self._model)
        self.list.setCurrentIndex(self._model.index(1, 0))
        self.list.setMinimumHeight(theme().px(260))
        self.list.activated.connect(self._pick)
        self.list.doubleClicked.connect(self._pick)
        self.fields.addWidget(self.list, 1)
        take, close = Button("采用", Kind.PRIMARY, keys="Enter"), Button("关闭", keys="Esc")
        take.clicked.connect(self._pick_current)
        close.clicked.connect(self.reject)
        self.add_verbs(take, close)
        self.setMinimumWidth(theme().px(560))
        self.list.setFocus()

    @Slot()
    def _pick_current(self) -> None:
        self._pick(self.list.currentIndex())

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        wording: Wording | None = index.data(ROW_ROLE)
        if wording is not None:
            self.accept()
            self.picked.emit(wording)


def _lines(samples: Sequence[PlanSample]) -> list[Wording | Face]:
    lines: list[Wording | Face] = []
    for sample in samples:
        lines.append(Face(sample.problem, f"目标：{sample.goal}", group=True))
        lines += [Wording(sample, measure) for measure in sample.measures]
    return lines


def _face(wording: Wording) -> Face:
    return Face(wording.measure)


def _spoken(wording: Wording) -> str:
    return f"{wording.measure}，用于{wording.sample.problem}"
