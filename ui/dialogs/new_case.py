"""Putting a person on the register and into case management, in one go."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.models.days import birthday_box, given_day
from ui.models.people import member_choices
from ui.widgets.inputs import Choice, Field, LineBox
from ui.widgets.segmented import Segmented
from workbench.bench import Bench
from workbench.cases import Entry, admit_new_patient, suggest_case_number
from workbench.duplicates import Doubt
from workbench.errors import EmptyField
from workbench.patients import Particulars
from workbench.register_errors import DoubtsOpen
from workbench.screen import CaseKind, Sex
from workbench.teams import MemberRow, list_members, list_teams

EXPLANATION = "先登记患者，再入组。编号、类型和个案管理员会出现在会议记录上。"


class NewCaseDialog(CommandDialog):
    """Asks who the person is, why they enter, and who is responsible."""

    def __init__(self, bench: Bench, parent: QWidget) -> None:
        super().__init__(bench, "新增个案", EXPLANATION, "登记并入组", parent)
        self.setObjectName("new_case_dialog")
        self.name = LineBox("姓名")
        self.sex = Segmented("性别", [(each, each.label) for each in Sex])
        self.born_on = birthday_box("出生日期", "不详")
        self.village = LineBox("村组", "例如 幸福村3组")
        self.diagnosis = LineBox("诊断", "例如 精神分裂症")
        self.number = LineBox("个案编号")
        self.kind = Segmented("个案类型", [(each, each.label) for each in CaseKind])
        self.manager = Choice("个案管理员", member_choices(_members(bench)))
        self._accepted: tuple[Doubt, ...] = ()
        self.name.textEdited.connect(self._doubt_again)
        self._lay_out()
        self.number.setText(suggest_case_number(bench))
        self.name.setFocus()

    def _lay_out(self) -> None:
        rows: tuple[tuple[QWidget, QWidget], ...] = (
            (self.name, self.sex),
            (self.born_on, self.village),
            (self.diagnosis, self.number),
            (self.kind, self.manager),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for number, boxes in enumerate(rows):
            for column, box in enumerate(boxes):
                grid.addWidget(Field(box.accessibleName(), box), number, column)
        self.fields.addLayout(grid)

    def _carry_out(self) -> object:
        manager = self.manager.value()
        sex = next((each for each in Sex if each == self.sex.value()), None)
        kind = next((each for each in CaseKind if each == self.kind.value()), None)
        if sex is None or kind is None:
            raise EmptyField("性别" if sex is None else "个案类型")
        entry = Entry(self.number.text(), kind, manager if isinstance(manager, int) else None)
        try:
            return admit_new_patient(
                self._bench,
                self._particulars(sex),
                entry,
                accepted=self._accepted,
                request_id=self._request_id,
            )
        except DoubtsOpen:
            # Shown in place; pressed once more without another name, it has been checked.
            self._accepted = tuple(Doubt)
            raise

    @Slot()
    def _doubt_again(self) -> None:
        self._accepted = ()

    def _particulars(self, sex: Sex) -> Particulars:
        return Particulars(
            name=self.name.text(),
            sex=sex,
            born_on=given_day(self.born_on),
            village=self.village.text(),
            diagnosis=self.diagnosis.text(),
        )


def _members(bench: Bench) -> list[MemberRow]:
    return [member for team in list_teams(bench) for member in list_members(bench, team.id)]
