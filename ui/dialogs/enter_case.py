"""Taking somebody on the register into case management: what the meeting decided, or by hand."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.dialogs.command import CommandDialog
from ui.models.people import manager_choices
from ui.models.person import Person
from ui.theme import theme
from ui.widgets.inputs import Choice, Field, LineBox, TextBox
from ui.widgets.segmented import Segmented
from workbench.bench import Bench
from workbench.case_steps import EntryOutlook, list_case_loads, read_entry_outlook
from workbench.cases import Entry, open_case_management, suggest_case_number
from workbench.errors import EmptyField
from workbench.intake_decisions import Ruling, decide_intake
from workbench.screen import CaseKind, IntakeOutcome
from workbench.teams import list_everybody, list_members


class EnterCaseDialog(CommandDialog):
    """With an assessment before a meeting in session it asks what the meeting decided."""

    def __init__(self, bench: Bench, person: Person, parent: QWidget) -> None:
        outlook = read_entry_outlook(bench, person.patient_id)
        super().__init__(bench, f"入组　{person.name}", _explained(outlook), "入组", parent)
        self.setObjectName("enter_case_dialog")
        self.setMinimumWidth(theme().px(560))
        self._person, self._outlook = person, outlook
        meeting = outlook.meeting
        at_meeting = outlook.decided_at_meeting and meeting is not None
        members = (
            list_members(bench, meeting.team_id, meeting.held_on)
            if at_meeting and meeting
            else list_everybody(bench)
        )
        outcomes = [(each, each.label) for each in IntakeOutcome]
        self.outcome = Segmented("会议决定", outcomes)
        self.number = LineBox("个案编号")
        self.kind = Segmented("个案类型", [(each, each.label) for each in CaseKind])
        managers = manager_choices(members, list_case_loads(bench))
        self.manager = Choice("个案管理员", [(None, "请选择"), *managers])
        self.manager.setMinimumContentsLength(10)
        self.reason = TextBox("理由", "不入组或暂缓时，请写明理由", lines=2)
        self._lay_out(at_meeting)
        self._fill(bench, outlook)

    def _lay_out(self, at_meeting: bool) -> None:
        self._entry = QWidget()
        row = QHBoxLayout(self._entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for box in (self.number, self.kind, self.manager):
            row.addWidget(Field(box.accessibleName(), box), int(box is self.manager))
        decided, reason = Field("会议决定", self.outcome), Field("理由", self.reason)
        for part in (decided, self._entry, reason):
            self.fields.addWidget(part)
        decided.setVisible(at_meeting)
        reason.setVisible(at_meeting)
        self.outcome.chosen.connect(self._follow_outcome)
        first = self.outcome if at_meeting else self.kind
        first.begin()

    def _fill(self, bench: Bench, outlook: EntryOutlook) -> None:
        self.outcome.show_value(IntakeOutcome.ACCEPTED)
        self.number.setText(suggest_case_number(bench))
        intake = outlook.intake
        self.kind.show_value(intake.kind if intake else None)
        self.manager.show_value(intake.case_manager_id if intake else None)

    @Slot()
    def _follow_outcome(self) -> None:
        accepted = self.outcome.value() == IntakeOutcome.ACCEPTED
        self._entry.setEnabled(accepted)
        self.verb.setText("入组" if accepted else "记录决定")
        self.verb.setAccessibleName(self.verb.text())

    def _carry_out(self) -> object:
        outlook, meeting = self._outlook, self._outlook.meeting
        if not outlook.decided_at_meeting or not (outlook.intake and meeting and meeting.item_id):
            entry, patient = self._entered(), self._person.patient_id
            open_case_management(self._bench, patient, entry, request_id=self._request_id)
            return f"已入组，编号{entry.number}"
        outcome = next(each for each in IntakeOutcome if each == self.outcome.value())
        taken = self._entered() if outcome is IntakeOutcome.ACCEPTED else None
        ruling = Ruling(outcome, self.reason.toPlainText(), taken)
        intake, item = outlook.intake.id, meeting.item_id
        decide_intake(self._bench, intake, item, ruling, request_id=self._request_id)
        number = f"，编号{taken.number}" if taken else ""
        return f"已写进{meeting.title}的会议记录：{outcome.label}{number}"

    def _entered(self) -> Entry:
        number, manager = self.number.text().strip(), self.manager.value()
        kind = next((each for each in CaseKind if each == self.kind.value()), None)
        if kind is None:
            raise EmptyField("个案类型")
        return Entry(number, kind, manager if isinstance(manager, int) else None)


def _explained(outlook: EntryOutlook) -> str:
    meeting = outlook.meeting
    if outlook.decided_at_meeting and meeting is not None:
        return f"{meeting.title}正在进行，议程上有这名患者。决定会写进会议记录。"
    usual = "一般由小组会议决定是否入组：先做入组评估，列入议程，开会时再办。"
    if outlook.intake is None:
        how = "这名患者还没有待决定的入组评估。"
    elif meeting is None or meeting.item_id is None:
        how = "这名患者的入组评估还没有列入议程。"
    else:
        how = f"这名患者已在{meeting.title}（{meeting.held_on}）的议程上，会议还没有开始。"
    return f"{usual}{how}现在入组就从今天算起，不写进会议记录。"
