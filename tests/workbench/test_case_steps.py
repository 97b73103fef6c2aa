"""What can be done next about somebody's case, and at which meeting."""

from datetime import timedelta

from data.casework_codes import ExitReason, IntakeOutcome
from tests.builders import a_planned_meeting, a_running_meeting
from tests.workbench.casework import NONE_MET, TODAY, a_patient, accepted, an_intake
from workbench.case_life import change_case_manager, exit_case, pause_case
from workbench.case_page import end_of, read_case_view
from workbench.case_steps import (
    find_open_case,
    list_case_loads,
    read_entry_outlook,
    read_exit_outlook,
)
from workbench.intake_decisions import Ruling, decide_intake, propose_intake
from workbench.intakes import Assessed, review_criteria


def test_without_an_assessment_or_a_meeting_nothing_decides(bench, team):
    outlook = read_entry_outlook(bench, a_patient(bench))
    assert (outlook.intake, outlook.meeting, outlook.decided_at_meeting) == (None, None, False)


def test_an_assessment_is_decided_where_it_stands_on_the_running_agenda(bench, team):
    patient = a_patient(bench)
    intake = an_intake(bench, patient)
    planned = a_planned_meeting(bench, team, TODAY + timedelta(days=1))
    propose_intake(bench, planned.id, intake)
    assert not read_entry_outlook(bench, patient).decided_at_meeting
    running = a_running_meeting(bench, team)
    assert read_entry_outlook(bench, patient).meeting.id == running.id
    item = propose_intake(bench, running.id, intake)
    outlook = read_entry_outlook(bench, patient)
    assert (outlook.intake.id, outlook.meeting.item_id) == (intake, item)
    assert outlook.decided_at_meeting
    decide_intake(bench, intake, item, Ruling(IntakeOutcome.DEFERRED, "等医师意见"))
    assert read_entry_outlook(bench, patient).intake.id == intake
    decide_intake(bench, intake, item, accepted(team))
    assert read_entry_outlook(bench, patient).intake is None
    assert find_open_case(bench, patient).number == "GA0200"


def test_the_way_out_names_what_is_missing_and_who_decides(bench, team):
    case = team.cases["GA0101"]
    assert read_exit_outlook(bench, case).meeting is None
    meeting = a_running_meeting(bench, team)
    outlook = read_exit_outlook(bench, case)
    assert outlook.goals.obstacles
    assert outlook.meeting.decides
    item = outlook.meeting.item_id
    exit_case(bench, case, item, exit_reason=ExitReason.DIED, words="11月20日因病去世")
    assert find_open_case(bench, team.patients["GA0101"]) is None
    assert meeting.items["GA0101"] == item


def test_each_manager_has_so_many_open_cases(bench, team, meeting):
    manager, other = team.members["穆青禾"], team.members["皮桂香"]
    assert list_case_loads(bench) == {manager: 3}
    change_case_manager(bench, team.cases["GA0102"], other)
    item = meeting.items["GA0101"]
    reason = ExitReason.DIED
    exit_case(bench, team.cases["GA0101"], item, exit_reason=reason, words="11月20日因病去世")
    assert list_case_loads(bench) == {manager: 1, other: 1}


def test_a_case_says_what_is_due_and_what_was_due_on_a_day(bench, team, clock):
    case = team.cases["GA0101"]
    assert read_case_view(bench, case).due == ()
    pause_case(bench, case, reason="住院", until_on=TODAY + timedelta(days=3))
    assert read_case_view(bench, case).due == ()
    clock.move(days=5)
    assert read_case_view(bench, case).due == ("暂停预计到2026年11月28日，可以恢复管理",)
    review_criteria(bench, case, Assessed(bench.today(), NONE_MET))
    assert read_case_view(bench, case).due[-1].startswith("出组还差：")
    before = TODAY + timedelta(days=1)
    assert end_of(before) < bench.now()
    assert read_case_view(bench, case, before).due == ()
