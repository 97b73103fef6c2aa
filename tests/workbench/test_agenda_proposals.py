"""What the record proposes for the next meeting, why, and how it gets onto the agenda."""

from datetime import date, time

import pytest
import sqlalchemy as sa

from data.casework_codes import ExitReason, ItemState, Standing
from data.clinical_codes import Guardianship, Insight
from data.codes import (
    AgendaReason,
    AgendaTier,
    CaseKind,
    MeetingKind,
    MemberRole,
    RiskLevel,
    TaskOutcome,
)
from data.visit_codes import LostReason
from tests.workbench.casework import a_line, a_patient, psychiatrist
from tests.workbench.coming_meeting import (
    MARCH,
    a_december,
    a_january,
    a_risky_patient,
    planned,
    proposal,
    proposed,
    reasons,
    visit,
)
from workbench.agenda_proposals import fill_agenda, propose_agenda
from workbench.agendas import add_case_to_agenda, add_matter_to_agenda, add_patient_to_agenda
from workbench.annotations import write_annotation
from workbench.assessments import record_assessment, record_opinion
from workbench.case_life import exit_case, pause_case
from workbench.cases import Entry, open_case_management
from workbench.closing import close_meeting
from workbench.decisions import record_decision
from workbench.errors import (
    MeetingAlreadyClosed,
    NotFound,
    NotPermitted,
)
from workbench.guardianship import Judged, record_capacity
from workbench.live import list_agenda
from workbench.meetings import start_meeting
from workbench.plan_items import add_plan_item, record_plan_progress
from workbench.plans import confirm_plan, draw_up_plan
from workbench.tasks import list_earlier_tasks, record_task_result


@pytest.fixture
def last(bench, team, clock):
    """A closed meeting in December that rated everybody at level 1, a month after they entered."""
    return a_december(bench, team, clock)


@pytest.fixture
def upcoming(bench, team, last, clock):
    return a_january(bench, team, clock)


@pytest.fixture
def patient(team):
    return team.patients["GA0102"]


def test_a_case_without_news_is_gone_through(bench, team, upcoming):
    found = propose_agenda(bench, upcoming)
    assert [p.case_number for p in found] == ["GA0101", "GA0102", "GA0103"]
    assert {p.tier for p in found} == {AgendaTier.ROUND}
    assert {tuple(why.reason for why in p.reasons) for p in found} == {(AgendaReason.ROUTINE,)}
    assert {(p.level, p.wanted, p.item_id) for p in found} == {(RiskLevel.VERBAL, (), None)}


def test_a_level_that_changed_since_the_last_meeting(bench, upcoming, patient):
    visit(bench, patient, date(2027, 1, 18), RiskLevel.AT_HOME)
    found = proposal(bench, upcoming, patient)
    assert [why.words for why in found.reasons] == ["危险性等级由1级变为2级"]
    assert (found.level, found.tier) == (RiskLevel.AT_HOME, AgendaTier.FOCUS)


def test_a_visit_written_down_only_after_the_last_meeting_is_news(bench, team, last, patient):
    visit(bench, patient, date(2026, 12, 20), RiskLevel.AT_HOME)
    why = proposal(bench, planned(bench, team), patient).reasons[0]
    assert (why.reason, why.words) == (AgendaReason.LEVEL_CHANGED, "危险性等级由1级变为2级")


def test_a_high_level_wants_psychiatrist_police_and_village(bench, upcoming, patient):
    visit(bench, patient, date(2027, 1, 18), RiskLevel.ANYWHERE)
    found = proposal(bench, upcoming, patient)
    assert AgendaReason.HIGH_LEVEL in [why.reason for why in found.reasons]
    assert found.wanted == (MemberRole.PSYCHIATRIST, MemberRole.POLICE, MemberRole.VILLAGE)


def test_a_team_does_not_rate_away_what_a_visit_found(bench, team, upcoming, patient, clock):
    visit(bench, patient, date(2027, 1, 18), RiskLevel.ANYWHERE)
    clock.move(days=8)
    item = add_case_to_agenda(bench, upcoming, team.cases["GA0102"], tier=AgendaTier.FOCUS)
    start_meeting(bench, upcoming)
    record_opinion(bench, item, team.members["亓文涛"], words="已住回父母家。")
    why = "已住回父母家，由父母看护"
    record_assessment(bench, item, level=RiskLevel.VERBAL, stability=None, reason=why)
    record_decision(
        bench, item, text="每周走访", implementer_id=team.members["亓文涛"], due_on=MARCH
    )
    close_meeting(bench, upcoming, ends=time(16, 20))
    following = planned(bench, team, date(2027, 2, 10))
    found = reasons(bench, following, patient)
    assert (found[0], AgendaReason.LEVEL_CHANGED in found) == (AgendaReason.HIGH_LEVEL, False)


def test_a_new_case_nobody_has_rated(bench, team, upcoming):
    new = a_patient(bench)
    open_case_management(bench, new, Entry("GA0201", CaseKind.UNSTABLE, team.members["穆青禾"]))
    found = proposal(bench, upcoming, new)
    assert [why.reason for why in found.reasons] == [
        AgendaReason.NOT_RATED,
        AgendaReason.NEW_CASE,
    ]
    assert found.wanted == (MemberRole.PSYCHIATRIST,)


def test_a_case_that_meets_the_criteria_of_the_other_kind(bench, upcoming, patient):
    visit(bench, patient, date(2027, 1, 18), insight=Insight.ABSENT)
    (why,) = proposal(bench, upcoming, patient).reasons
    assert (why.reason, why.words) == (
        AgendaReason.KIND_CHANGED,
        "现为高风险个案，已符合病情不稳定标准",
    )


def test_tasks_overdue_on_the_day_of_the_meeting(bench, team, upcoming, patient):
    march = planned(bench, team, MARCH)
    assert AgendaReason.OVERDUE_TASKS in reasons(bench, march, patient)
    assert AgendaReason.OVERDUE_TASKS not in reasons(bench, upcoming, patient)
    (task,) = [t for t in list_earlier_tasks(bench, march) if t.patient_id == patient]
    record_task_result(bench, task.id, outcome=TaskOutcome.DONE)
    assert AgendaReason.OVERDUE_TASKS not in reasons(bench, march, patient)


def test_a_remark_nobody_answered(bench, upcoming, patient):
    seen = visit(bench, patient, date(2027, 1, 18))
    write_annotation(psychiatrist(bench), "visit", seen, text="请复查血药浓度")
    assert reasons(bench, upcoming, patient) == [AgendaReason.OPEN_ANNOTATIONS]


def test_a_plan_of_which_a_line_still_open_falls_due(bench, team, upcoming, patient):
    case = team.cases["GA0102"]
    plan = draw_up_plan(bench, case)
    line = add_plan_item(bench, plan, a_line(team, due_on=date(2027, 1, 25)))
    add_plan_item(bench, plan, a_line(team, problem="夜里外出"))
    assert AgendaReason.PLAN_DUE not in reasons(bench, upcoming, patient)
    urgent = planned(bench, team, date(2027, 1, 20), kind=MeetingKind.URGENT)
    add_case_to_agenda(bench, urgent, case, tier=AgendaTier.FOCUS)
    start_meeting(bench, urgent)
    confirm_plan(bench, plan, meeting_id=urgent)
    (why,) = proposal(bench, upcoming, patient).reasons
    assert (why.reason, why.words) == (AgendaReason.PLAN_DUE, "干预计划有项目2027年1月25日到期")
    record_plan_progress(bench, line, state=ItemState.REACHED)
    assert reasons(bench, upcoming, patient) == [AgendaReason.ROUTINE]


def test_a_patient_with_whom_contact_is_lost(bench, upcoming, patient):
    visit(bench, patient, date(2027, 1, 16), None, lost_reason=LostReason.NOT_REACHED)
    assert reasons(bench, upcoming, patient) == [AgendaReason.ROUTINE]
    visit(bench, patient, date(2027, 1, 18), None, lost_reason=LostReason.MISSING)
    assert reasons(bench, upcoming, patient) == [AgendaReason.LOST_CONTACT]
    visit(bench, patient, date(2027, 1, 19))
    assert reasons(bench, upcoming, patient) == [AgendaReason.ROUTINE]


def test_three_tries_in_vain_over_a_month_lose_contact(bench, team, upcoming, patient):
    for day in (16, 18, 20):
        visit(bench, patient, date(2027, 1, day), None, lost_reason=LostReason.NOT_REACHED)
    march = planned(bench, team, MARCH)
    assert AgendaReason.LOST_CONTACT not in reasons(bench, upcoming, patient)
    assert AgendaReason.LOST_CONTACT in reasons(bench, march, patient)


def test_a_visit_that_was_due_before_the_meeting(bench, team, upcoming, patient):
    found = proposal(bench, planned(bench, team, MARCH), patient)
    assert "应于2027年2月15日前随访，尚未随访" in [why.words for why in found.reasons]


def test_a_paused_case_says_so_and_an_ended_one_is_not_proposed(bench, team, upcoming, patient):
    pause_case(bench, team.cases["GA0102"], reason="住院三个月")
    found = proposal(bench, upcoming, patient)
    assert found.standing is Standing.PAUSED
    assert [why.reason for why in found.reasons] == [AgendaReason.PAUSED]
    item = add_case_to_agenda(bench, upcoming, team.cases["GA0101"], tier=AgendaTier.FOCUS)
    start_meeting(bench, upcoming)
    words = {"exit_reason": ExitReason.TRANSFERRED, "words": "迁往柳河镇，已由当地接收"}
    exit_case(bench, team.cases["GA0101"], item, **words)
    visit(bench, team.patients["GA0101"], date(2027, 1, 19), RiskLevel.PERSISTENT)
    assert [p.case_number for p in propose_agenda(bench, upcoming)] == ["GA0102", "GA0103"]


def test_what_has_to_be_talked_about_comes_first_and_the_higher_level_before(bench, team, upcoming):
    visit(bench, team.patients["GA0102"], date(2027, 1, 18), RiskLevel.AT_HOME)
    visit(bench, team.patients["GA0103"], date(2027, 1, 18), RiskLevel.PERSISTENT)
    new = a_patient(bench)
    open_case_management(bench, new, Entry("GA0100", CaseKind.HIGH_RISK, team.members["穆青禾"]))
    risky = a_risky_patient(bench)
    assert [(p.case_number, p.tier) for p in propose_agenda(bench, upcoming)] == [
        ("GA0103", AgendaTier.FOCUS),
        ("GA0102", AgendaTier.FOCUS),
        ("", AgendaTier.FOCUS),
        ("GA0100", AgendaTier.FOCUS),
        ("GA0101", AgendaTier.ROUND),
    ]
    assert proposed(bench, upcoming)[2] == risky


def test_what_is_proposed_goes_onto_the_agenda_at_once_with_its_reasons(bench, team, upcoming):
    visit(bench, team.patients["GA0103"], date(2027, 1, 18), RiskLevel.AT_HOME)
    risky = a_risky_patient(bench)
    add_matter_to_agenda(bench, upcoming, title="下季度走访分工")
    by_hand = add_case_to_agenda(bench, upcoming, team.cases["GA0102"], tier=AgendaTier.FOCUS)
    assert fill_agenda(bench, upcoming, request_id="f1") == 3
    assert fill_agenda(bench, upcoming, request_id="f1") == 3
    rows = list_agenda(bench, upcoming)
    assert [(row.title, row.tier) for row in rows] == [
        ("欧阳**", AgendaTier.FOCUS),
        ("仇*满", AgendaTier.FOCUS),
        ("鲜*澈", AgendaTier.FOCUS),
        ("石*", AgendaTier.ROUND),
        ("下季度走访分工", AgendaTier.MATTER),
    ]
    assert [[why.words for why in row.reasons] for row in rows] == [
        ["在管个案，没有需要讨论的变化"],
        ["危险性等级由1级变为2级"],
        ["符合高风险标准，建议入组"],
        ["在管个案，没有需要讨论的变化"],
        [],
    ]
    assert proposal(bench, upcoming, team.patients["GA0102"]).item_id == by_hand
    assert proposal(bench, upcoming, risky).item_id == rows[2].id
    assert fill_agenda(bench, upcoming) == 0


def test_a_sealed_meeting_takes_no_proposals(bench, team, last):
    with pytest.raises(MeetingAlreadyClosed):
        fill_agenda(bench, last.id)
    with pytest.raises(MeetingAlreadyClosed):
        add_patient_to_agenda(bench, last.id, a_patient(bench))
    with pytest.raises(NotFound, match="会议"):
        propose_agenda(bench, 99)
    with pytest.raises(NotPermitted):
        fill_agenda(psychiatrist(bench), last.id)


def test_what_was_proposed_at_a_moment_can_be_read_again(bench, upcoming, patient, clock):
    clock.move(minutes=1)
    before = bench.now()
    clock.move(minutes=1)
    visit(bench, patient, date(2027, 1, 18), RiskLevel.ANYWHERE)
    risky = a_risky_patient(bench)
    assert reasons(bench, upcoming, patient, before) == [AgendaReason.ROUTINE]
    assert risky not in [p.patient_id for p in propose_agenda(bench, upcoming, before)]


def statements(bench, meeting):
    """How many statements the proposal takes."""
    seen = []

    def count(_connection, _cursor, statement, *_):
        seen.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", count)
    try:
        propose_agenda(bench, meeting)
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", count)
    return len(seen)


def test_fifty_cases_take_as_many_queries_as_five(bench, team, upcoming):
    few = statements(bench, upcoming)
    for number in range(47):
        patient = a_patient(bench, f"亓官{chr(0x4E00 + number)}")
        visit(bench, patient, date(2027, 1, 15), insight=Insight.ABSENT)
        record_capacity(bench, patient, Judged(date(2027, 1, 15), Guardianship.WEAK))
        if number % 2:
            entry = Entry(f"GA1{number:03d}", CaseKind.UNSTABLE, team.members["穆青禾"])
            open_case_management(bench, patient, entry)
    assert len(propose_agenda(bench, upcoming)) == 50
    assert statements(bench, upcoming) == few > 10
