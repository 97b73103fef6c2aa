"""Taking a list of patients out as a table: which columns, and whether with names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from ui.background import Job
from ui.dialogs.saving import ask_where
from ui.messages import explain
from ui.theme import Type
from ui.widgets.buttons import Button, Kind
from ui.widgets.inputs import Choice, Field, LineBox
from ui.widgets.segmented import Segmented
from ui.widgets.text import Label
from ui.widgets.windows import FormDialog
from workbench.bench import Bench
from workbench.column_sets import (
    ColumnSetRow,
    drop_column_set,
    list_column_sets,
    save_column_set,
)
from workbench.errors import Refused
from workbench.patient_export import (
    CSV,
    EXCEL,
    IDENTITY,
    ExportColumn,
    ExportPurpose,
    export_patients,
)

EXPLANATION = "只导出列表里现在显示的患者，顺序相同。默认遮名；导出姓名要写明用途，并留下记录。"
USUAL = {
    ExportColumn.NUMBER,
    ExportColumn.NAME,
    ExportColumn.SEX,
    ExportColumn.AGE,
    ExportColumn.VILLAGE,
    ExportColumn.LEVEL,
    ExportColumn.STABILITY,
    ExportColumn.LAST_VISIT,
    ExportColumn.NEXT_VISIT,
}
COMMON = "常用的列"
MASKED = "不导出姓名（遮名）"
FORMATS = ((EXCEL, "Excel 表格"), (CSV, "文本表格"))
IN_A_ROW = 4


class ExportPatientsDialog(FormDialog):
    """Writes beside the screen; a refusal stands in the dialog."""

    saved = Signal(str)

    def __init__(
        self, bench: Bench, pool: QThreadPool, patient_ids: Sequence[int], parent: QWidget
    ) -> None:
        super().__init__(f"导出名单（{len(patient_ids)}人）", EXPLANATION, parent)
        self.setObjectName("export_patients_dialog")
        self._bench, self._pool, self._patients = bench, pool, tuple(patient_ids)
        self._boxes = {column: QCheckBox(column.label) for column in ExportColumn}
        self._kept: dict[int, ColumnSetRow] = {}
        self.sets = Choice("导出哪些列")
        self.sets.setMinimumContentsLength(10)
        self.name = LineBox("存成一组列", "给这些列起个名称，例如 报派出所，下次直接选")
        self.keep, self.drop = Button("存下"), Button("不再保留")
        offered = [(None, MASKED), *((each, each.label) for each in ExportPurpose)]
        self.purpose = Choice("导出姓名的用途", offered)
        self.format = Segmented("文件格式", FORMATS)
        self.format.show_value(EXCEL)
        self._contents = Label("", Type.NOTE_BOLD, "text2", wrap=True)
        self.verb = Button("导出…", Kind.PRIMARY, keys="Enter")
        self.cancel = Button("取消", keys="Esc")
        self._lay_out()

    def tick(self, column: ExportColumn, *, wanted: bool) -> None:
        """Choose a column, or leave it out."""
        self._boxes[column].setChecked(wanted)

    def export_to(self, target: Path) -> None:
        """Write the list into this file."""
        purpose = next((each for each in ExportPurpose if each == self.purpose.value()), None)
        columns = self._columns()
        work = partial(
            export_patients,
            self._bench,
            target,
            self._patients,
            columns,
            named=purpose is not None,
            purpose=purpose,
        )
        self.verb.setEnabled(False)
        Job(self, work, self._tell, self._fail).start(self._pool)

    def _lay_out(self) -> None:
        self.want_width(600)
        self.fields.addLayout(self._sets_row())
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        for number, (column, box) in enumerate(self._boxes.items()):
            box.setChecked(column in USUAL)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            box.setAccessibleName(column.label)
            box.toggled.connect(self._say_contents)
            grid.addWidget(box, number // IN_A_ROW, number % IN_A_ROW)
        self.fields.addLayout(grid)
        self.fields.addLayout(self._naming_row())
        self.fields.addWidget(Field("姓名、证件号、电话和住址", self.purpose))
        self.fields.addWidget(Field("文件格式", self.format))
        self.fields.addWidget(self._contents)
        self.purpose.activated.connect(self._say_contents)
        self._say_contents()
        self.verb.clicked.connect(self._ask_where)
        self.cancel.clicked.connect(self.reject)
        self.add_verbs(self.verb, self.cancel)

    def _sets_row(self) -> QHBoxLayout:
        self.sets.activated.connect(self._take_set)
        self.drop.clicked.connect(self._drop_set)
        self.drop.setAutoDefault(False)
        self._offer_sets(None)
        return _in_a_row(self.sets, self.drop)

    def _naming_row(self) -> QHBoxLayout:
        self.keep.clicked.connect(self._keep_set)
        self.keep.setAutoDefault(False)
        return _in_a_row(self.name, self.keep)

    def _offer_sets(self, key: int | None) -> None:
        kept = list_column_sets(self._bench)
        self._kept = {row.id: row for row in kept}
        self.sets.offer([(None, COMMON), *((row.id, row.name) for row in kept)])
        self.sets.show_value(key)
        self.drop.setEnabled(key is not None)

    @Slot()
    def _take_set(self) -> None:
        key = self.sets.value()
        chosen = self._kept[key].columns if isinstance(key, int) else USUAL
        for column, box in self._boxes.items():
            box.setChecked(column in chosen)
        self.drop.setEnabled(key is not None)

    @Slot()
    def _keep_set(self) -> None:
        try:
            key = save_column_set(self._bench, self.name.text(), self._columns())
        except Refused as refusal:
            self.refuse(explain(refusal).text)
        else:
            self.banner.say("")
            self.name.clear()
            self._offer_sets(key)

    @Slot()
    def _drop_set(self) -> None:
        key = self.sets.value()
        if isinstance(key, int):
            drop_column_set(self._bench, key)
            self._offer_sets(None)
            self.sets.setFocus()

    def _columns(self) -> list[ExportColumn]:
        return [column for column, box in self._boxes.items() if box.isChecked()]

    @Slot()
    def _say_contents(self) -> None:
        """Before anything leaves: what it tells of whom."""
        told = [column.label for column in IDENTITY if self._boxes[column].isChecked()]
        named = self.purpose.value() is not None
        what = f"含{'、'.join(told)}" if told else "不含姓名、证件号等身份信息"
        how = "" if not told else "，姓名等不遮盖" if named else "，姓名和号码已遮盖，住址隐去"
        self._contents.setText(f"导出的文件共{len(self._patients)}人，{what}{how}。")
        self._contents.set_colour("warn" if named and told else "text2")

    @Slot()
    def _ask_where(self) -> None:
        named = "" if self.purpose.value() is None else "含姓名_"
        name = f"{self._bench.today():%Y%m%d}_患者名单_{named}{len(self._patients)}人"
        target = ask_where(self, f"{name}{self.format.value()}")
        if target is not None:
            self.export_to(target)

    def _tell(self, count: object) -> None:
        self.saved.emit(f"已导出{count}人的名单")
        self.accept()

    def _fail(self, problem: Exception) -> None:
        self.verb.setEnabled(True)
        self.refuse(explain(problem).text)


def _in_a_row(first: QWidget, step: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(first, 1)
    row.addWidget(step)
    return row
