"""The life of a case: change of kind and hands, pause, exit by a meeting, and re-entry."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.casework_codes import ExitReason, ItemState, Standing
from data.codes import AgendaTier, CaseKind, Sex
from data.register_codes import ConsentAnswer, ReportType
from tests.builders import Clock, a_planned_meeting, a_running_meeting, a_store, a_team
from tests.workbench.casework import NONE_MET, TWO_MET, a_line, a_patient, on_agenda
from workbench.agendas import add_case_to_agenda
from workbench.case_life import (
    change_case_kind,
    change_case_manager,
    check_case_goals,
    exit_case,
    pause_case,
    read_case_life,
    resume_case,
)
from workbench.cases import (
    Entry,
    list_cases,
    open_case_management,
    read_case,
    suggest_case_number,
)
from workbench.casework_errors import (
    CaseAlreadyPaused,
    CaseEnded,
    CaseNotPaused,
    DayNotPossible,
    ManagedAllTheSame,
    NotAboutThis,
    NothingChanges,
    NotYetReached,
)
from workbench.consents import Asked, list_due_again, record_consent
from workbench.errors import AlreadyInManagement, EmptyField, MeetingNotInSession, NotFound, Refused
from workbench.intakes import Assessed, review_criteria
from workbench.live import read_item
from workbench.meetings import plan_meeting, start_meeting
from workbench.patients import Particulars, correct_patient
from workbench.plan_items import add_plan_item, record_plan_progress
from workbench.plans import confirm_plan, draw_up_plan

TODAY = date(2026, 11, 25)
DIED = {"exit_reason": ExitReason.DIED, "words": "11月20日因病去世"}


@pytest.fixture
def case(team):
    return team.cases["GA0101"]


def again(team, number="GA0301"):
    return Entry(number, CaseKind.UNSTABLE, team.members["皮桂香"])


def test_a_change_of_kind_is_a_revision_with_its_reason(bench, case, clock):
    clock.move(days=10)
    with pytest.raises(EmptyField):
        change_case_kind(bench, case, CaseKind.UNSTABLE, why=" ")
    change_case_kind(bench, case, CaseKind.UNSTABLE, why="自知力缺失")
    assert read_case(bench, case).row.kind is CaseKind.UNSTABLE
    assert read_case(bench, case, TODAY).row.kind is CaseKind.HIGH_RISK
    assert read_case(bench, case).row.standing is Standing.RUNNING
    event = read_case_life(bench, case)[-1]
    assert (event.words, event.why) == ("类型由高风险改为病情不稳定", "自知力缺失")
    with pytest.raises(NothingChanges):
        change_case_kind(bench, case, CaseKind.UNSTABLE, why="同前")


def test_a_case_is_handed_over(bench, team, case, clock):
    clock.move(days=3)
    change_case_manager(bench, case, team.members["皮桂香"], why="分管调整")
    assert read_case(bench, case).case_manager == "皮桂香"
    assert read_case(bench, case, TODAY).case_manager == "穆青禾"
    assert read_case_life(bench, case)[-1].words == "个案管理员改为皮桂香"
    with pytest.raises(NothingChanges):
        change_case_manager(bench, case, team.members["皮桂香"])
    with pytest.raises(NotFound):
        change_case_manager(bench, case, 99)


def test_changes_go_forward_in_time(bench, team, case, clock):
    clock.move(days=10)
    change_case_kind(bench, case, CaseKind.UNSTABLE, why="加重", on=date(2026, 12, 1))
    for on in (date(2026, 11, 30), date(2026, 12, 31)):
        with pytest.raises(DayNotPossible):
            change_case_manager(bench, case, team.members["皮桂香"], on=on)
    for from_on in (date(2026, 11, 24), date(2026, 12, 31)):
        with pytest.raises(DayNotPossible):
            pause_case(bench, case, reason="住院", from_on=from_on)


def test_a_case_is_paused_once_and_resumed(bench, case, clock):
    with pytest.raises(CaseNotPaused):
        resume_case(bench, case)
    with pytest.raises(EmptyField):
        pause_case(bench, case, reason=" ")
    with pytest.raises(DayNotPossible, match="早于暂停"):
        pause_case(bench, case, reason="住院", until_on=date(2026, 11, 1))
    pause_case(bench, case, reason="县精神卫生中心住院", until_on=date(2027, 1, 31))
    with pytest.raises(CaseAlreadyPaused, match="GA0101"):
        pause_case(bench, case, reason="再次住院")
    found = read_case(bench, case)
    assert (found.row.standing, found.since, found.until_on, found.reason) == (
        Standing.PAUSED,
        TODAY,
        date(2027, 1, 31),
        "县精神卫生中心住院",
    )
    clock.move(days=5)
    with pytest.raises(DayNotPossible, match="早于入组日期"):
        resume_case(bench, case, on=date(2026, 11, 24))
    resume_case(bench, case)
    assert read_case(bench, case).row.standing is Standing.RUNNING
    assert read_case(bench, case, date(2026, 11, 29)).row.standing is Standing.PAUSED
    assert [event.words for event in read_case_life(bench, case)[1:]] == [
        "暂停，预计至2027年1月31日",
        "恢复管理",
    ]


def test_a_paused_case_is_still_in_management(bench, team, case):
    pause_case(bench, case, reason="住院")
    with pytest.raises(AlreadyInManagement, match="GA0101"):
        open_case_management(bench, team.patients["GA0101"], again(team))


def test_a_meeting_ends_a_case_and_its_minutes_say_so(bench, team, meeting, case):
    item = meeting.items["GA0101"]
    with pytest.raises(NotAboutThis, match="GA0101"):
        exit_case(bench, case, meeting.items["GA0102"], **DIED)
    with pytest.raises(EmptyField):
        exit_case(bench, case, item, exit_reason=ExitReason.TRANSFERRED, words="")
    exit_case(bench, case, item, **DIED)
    found = read_case(bench, case)
    assert (found.row.standing, found.exit_reason, found.reason) == (
        Standing.ENDED,
        ExitReason.DIED,
        "11月20日因病去世",
    )
    (decision,) = read_item(bench, item).decisions
    assert decision.text == "个案GA0101出组（死亡）：11月20日因病去世"
    assert decision.implementer == "穆青禾"


def test_an_ended_case_is_not_changed(bench, team, meeting, case):
    later = a_planned_meeting(bench, team, date(2026, 12, 23)).id
    exit_case(bench, case, meeting.items["GA0101"], **DIED)
    changes = [
        lambda: pause_case(bench, case, reason="住院"),
        lambda: resume_case(bench, case),
        lambda: change_case_kind(bench, case, CaseKind.UNSTABLE, why="加重"),
        lambda: change_case_manager(bench, case, team.members["皮桂香"]),
        lambda: exit_case(bench, case, meeting.items["GA0101"], **DIED),
        lambda: review_criteria(bench, case, Assessed(TODAY, NONE_MET)),
        lambda: draw_up_plan(bench, case),
        lambda: add_case_to_agenda(bench, later, case, tier=AgendaTier.FOCUS),
    ]
    for change in changes:
        with pytest.raises(CaseEnded, match="GA0101已经出组"):
            change()


def test_exit_needs_a_meeting_in_session(bench, team, case):
    planned = a_planned_meeting(bench, team)
    with pytest.raises(MeetingNotInSession):
        exit_case(bench, case, planned.items["GA0101"], **DIED)


def test_re_entry_opens_a_new_case_and_keeps_the_history(bench, team, meeting, case, clock):
    exit_case(
        bench,
        case,
        meeting.items["GA0101"],
        exit_reason=ExitReason.TRANSFERRED,
        words="迁往柳河镇，已由当地接收",
    )
    clock.move(days=200)
    second = open_case_management(bench, team.patients["GA0101"], again(team))
    found = read_case(bench, second)
    assert (found.row.entry, found.earlier, found.row.kind) == (2, ("GA0101",), CaseKind.UNSTABLE)
    assert read_case(bench, case).row.standing is Standing.ENDED
    assert len(read_case_life(bench, case)) == 2
    rows = {row.number: (row.entry, row.standing) for row in list_cases(bench)}
    assert rows["GA0301"] == (2, Standing.RUNNING)
    assert "GA0301" not in {row.number for row in list_cases(bench, TODAY)}
    with pytest.raises(AlreadyInManagement, match="GA0301"):
        open_case_management(bench, team.patients["GA0101"], again(team, "GA0302"))


def test_what_was_known_before_an_entry_stays_readable(bench, team, meeting, case, clock):
    clock.move(minutes=1)
    before = bench.now()
    clock.move(minutes=1)
    exit_case(bench, case, meeting.items["GA0101"], **DIED)
    assert read_case(bench, case, at=before).row.standing is Standing.RUNNING
    assert read_case(bench, case, at=before).exit_reason is None
    assert len(read_case_life(bench, case, before)) == 1
    with pytest.raises(NotFound):
        read_case(bench, case, at=before - timedelta(days=1))
    assert list_cases(bench, at=before - timedelta(days=1)) == []


def test_goals_end_a_case_only_with_clean_reviews_and_a_plan_carried_out(bench, team, clock):
    case = team.cases["GA0102"]
    meeting = a_running_meeting(bench, team)
    goals = {"exit_reason": ExitReason.GOALS, "words": "情绪平稳，规律服药"}
    drawn_up = draw_up_plan(bench, case)
    line = add_plan_item(bench, drawn_up, a_line(team))
    confirm_plan(bench, drawn_up, meeting_id=meeting.id)
    for _ in range(2):
        clock.move(days=32)
        review_criteria(bench, case, Assessed(bench.today(), NONE_MET))
    with pytest.raises(NotYetReached) as refused:
        exit_case(bench, case, meeting.items["GA0102"], **goals)
    assert [o[:11] for o in refused.value.obstacles] == [
        "最近连续2次复核不再符",
        "干预计划还有1项目标没",
    ]
    record_plan_progress(bench, line, state=ItemState.REACHED, result="未再喊叫")
    clock.move(days=32)
    review_criteria(bench, case, Assessed(bench.today(), NONE_MET))
    assert check_case_goals(bench, case).obstacles == ()
    exit_case(bench, case, meeting.items["GA0102"], **goals)
    assert read_case(bench, case, date.max).row.standing is Standing.ENDED


def refuses(bench, patient, report_type):
    """Somebody of a report type answers no."""
    particulars = Particulars(
        "石䶮", Sex.MALE, date(1980, 2, 29), "梧桐村3组", "精神分裂症", report_type=report_type
    )
    correct_patient(bench, patient, particulars, why="补登报告类型")
    record_consent(bench, patient, Asked(date(2026, 11, 20), ConsentAnswer.REFUSED, "石守田"))


def test_a_withdrawn_consent_ends_a_case_where_management_rests_on_it(bench, team, meeting, case):
    left = {"exit_reason": ExitReason.CONSENT_WITHDRAWN, "words": "患者和家属不同意继续"}
    with pytest.raises(ManagedAllTheSame) as refused:
        exit_case(bench, case, meeting.items["GA0101"], **left)
    assert refused.value.obstacles == ("还没有登记报告类型", "还没有登记本人或监护人的答复")
    refuses(bench, team.patients["GA0101"], ReportType.SIX_CLASSES)
    exit_case(bench, case, meeting.items["GA0101"], **left)
    assert read_case(bench, case).exit_reason is ExitReason.CONSENT_WITHDRAWN
    (due,) = list_due_again(bench, date(2027, 11, 20))
    assert (due.patient_id, due.ask_again_on) == (team.patients["GA0101"], date(2027, 11, 20))


def test_who_was_reported_for_danger_stays_in_management(bench, team, meeting, case):
    refuses(bench, team.patients["GA0101"], ReportType.ONSET)
    with pytest.raises(ManagedAllTheSame, match="仍继续管理"):
        exit_case(
            bench,
            case,
            meeting.items["GA0101"],
            exit_reason=ExitReason.CONSENT_WITHDRAWN,
            words="家属不同意继续",
        )
    assert read_case(bench, case).row.standing is Standing.RUNNING


def test_a_criterion_met_again_starts_the_count_anew(bench, team, clock):
    case = team.cases["GA0102"]
    for evidence in (NONE_MET, NONE_MET, TWO_MET, NONE_MET):
        clock.move(days=32)
        review_criteria(bench, case, Assessed(bench.today(), evidence))
    found = check_case_goals(bench, case)
    assert found.clean == 1
    assert found.obstacles[-1] == "还没有经会议确认的干预计划"


STEPS = st.lists(
    st.tuples(st.sampled_from(["pause", "resume", "kind", "exit"]), st.integers(0, 40)),
    max_size=8,
)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """One store for every sequence: each takes a new patient."""
    clock = Clock(datetime(2026, 11, 25, 6, 30, tzinfo=UTC))
    bench = a_store(tmp_path_factory.mktemp("life") / "store", clock)
    yield bench, a_team(bench), clock
    bench.close()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_tried_history_only_grows(office, steps):
    bench, team, clock = office
    patient = a_patient(bench)
    case = open_case_management(bench, patient, again(team, suggest_case_number(bench)))
    told, kinds = {}, list(CaseKind)
    for step, days in steps:
        clock.move(days=days, minutes=1)
        day = bench.today()
        with suppress(Refused):
            match step:
                case "pause":
                    pause_case(bench, case, reason="住院")
                case "resume":
                    resume_case(bench, case)
                case "kind":
                    kinds.reverse()
                    change_case_kind(bench, case, kinds[0], why="复核")
                case "exit":
                    meeting = plan_meeting(
                        bench,
                        team.id,
                        held_on=day,
                        begins=clock().time(),
                        place="会议室",
                        chair_id=team.members["龚砚秋"],
                        recorder_id=team.members["穆青禾"],
                    )
                    item = on_agenda(bench, meeting, case)
                    start_meeting(bench, meeting)
                    exit_case(bench, case, item, **DIED)
        clock.move(minutes=1)  # commands within one minute are written moments apart
        told[bench.now()] = (day, read_case(bench, case, day))
        for moment, (then, found) in told.items():
            assert read_case(bench, case, then, at=moment) == found
