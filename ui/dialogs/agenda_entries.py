"""Putting somebody or something on the agenda of a meeting, and how it is talked about."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.command import CommandDialog
from ui.models.choices import CASE_TIERS
from ui.widgets.inputs import Choice, Field, LineBox, NumberBox
from ui.widgets.segmented import Segmented
from workbench.agenda_order import MOST_MINUTES, plan_discussion
from workbench.agenda_plan import PlannedEntry
from workbench.agendas import (
    add_case_to_agenda,
    add_matter_to_agenda,
    add_patient_to_agenda,
)
from workbench.bench import Bench
from workbench.cases import CaseRow, list_cases
from workbench.patient_standings import PatientStanding, list_patient_standings


class AddCaseDialog(CommandDialog):
    """Asks which case, and whether it is talked about at length."""

    def __init__(self, bench: Bench, meeting_id: int, parent: QWidget) -> None:
        super().__init__(bench, "添加个案", "", "列入议程", parent)
        self.setObjectName("add_case_dialog")
        self._meeting_id = meeting_id
        cases = list_cases(bench)
        self.case = Choice("个案", [(case.id, _case_text(case)) for case in cases])
        self.tier = Segmented("讨论方式", [(tier, tier.label) for tier in CASE_TIERS])
        self.tier.show_value(CASE_TIERS[0])
        self.fields.addWidget(Field("个案", self.case))
        self.fields.addWidget(Field("讨论方式", self.tier))
        self.case.setFocus()
        if not cases:
            self.verb.setEnabled(False)
            self.banner.say("还没有在组个案。请先在“会议”菜单里新增个案。")

    def _carry_out(self) -> object:
        case, tier = self.case.value(), self.tier.value()
        return add_case_to_agenda(
            self._bench,
            self._meeting_id,
            case if isinstance(case, int) else 0,
            tier=next(each for each in CASE_TIERS if each == tier),
            request_id=self._request_id,
        )


class AddMatterDialog(CommandDialog):
    """Asks what else is to be talked about."""

    def __init__(self, bench: Bench, meeting_id: int, parent: QWidget) -> None:
        super().__init__(bench, "添加事项", "", "列入议程", parent)
        self.setObjectName("add_matter_dialog")
        self._meeting_id = meeting_id
        self.matter = LineBox("事项", "例如 下季度走访分工")
        self.fields.addWidget(Field("事项", self.matter))
        self.matter.setFocus()

    def _carry_out(self) -> object:
        return add_matter_to_agenda(
            self._bench, self._meeting_id, title=self.matter.text(), request_id=self._request_id
        )


class AddPatientDialog(CommandDialog):
    """Asks who without a case is proposed for intake."""

    def __init__(self, bench: Bench, meeting_id: int, parent: QWidget) -> None:
        super().__init__(
            bench, "添加患者", "还没有入组的患者，列入议程讨论入组。", "列入议程", parent
        )
        self.setObjectName("add_patient_dialog")
        self._meeting_id = meeting_id
        found = [p for p in list_patient_standings(bench) if not p.managed and not p.gone]
        people = [person for person in found if not person.set_aside]
        self.person = Choice("患者", [(person.id, _person_text(person)) for person in people])
        self.fields.addWidget(Field("患者", self.person))
        self.person.setFocus()
        if not people:
            self.verb.setEnabled(False)
            self.banner.say("登记的患者都已入组。要讨论新的患者，请先在“患者”页登记。")

    def _carry_out(self) -> object:
        person = self.person.value()
        return add_patient_to_agenda(
            self._bench,
            self._meeting_id,
            person if isinstance(person, int) else 0,
            request_id=self._request_id,
        )


class PlanDiscussionDialog(CommandDialog):
    """Asks how long an entry may take, and what the meeting is to decide about it."""

    def __init__(self, bench: Bench, entry: PlannedEntry, parent: QWidget) -> None:
        super().__init__(bench, f"讨论安排 {entry.title}", "", "保存讨论安排", parent)
        self.setObjectName("plan_discussion_dialog")
        self._entry = entry
        self.minutes = NumberBox("用时（分钟）", 1, MOST_MINUTES)
        self.question = LineBox("请会议决定", "例如 是否转为每周随访")
        self.minutes.setValue(entry.minutes)
        self.question.setText(entry.question)
        usual = f"平时{entry.usual_minutes}分钟"
        self.fields.addWidget(Field("用时（分钟）", self.minutes, usual))
        self.fields.addWidget(Field("请会议决定", self.question, "可以不填；会印在议程上"))
        self.question.setFocus()

    def _carry_out(self) -> object:
        minutes = self.minutes.value()
        usual = minutes == self._entry.usual_minutes
        plan_discussion(
            self._bench,
            self._entry.id,
            minutes=None if usual else minutes,
            question=self.question.text(),
        )
        return self._entry.id


def _person_text(person: PatientStanding) -> str:
    return "　".join(filter(None, (person.masked, person.village, person.diagnosis)))


def _case_text(case: CaseRow) -> str:
    return f"{case.number}　{case.masked}　{case.village}　{case.diagnosis}"
