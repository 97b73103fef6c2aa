"""The demo: two years of an invented street, told up to today whatever day it is."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from data.casework_codes import ExitReason, IntakeOutcome, Standing
from data.codes import AccountKind, MeetingKind, MeetingState, TaskOutcome, TeamKind
from data.facts import known
from data.holidays import working_years
from data.medication_codes import InjectionState
from data.models.accounts import Account
from data.models.annotations import Annotation
from data.models.audit import AuditRow
from data.models.intakes import IntakeDecision
from data.models.meetings import Meeting
from data.models.patients import PatientDetails
from data.models.tasks import TaskResult
from data.models.teams import Member
from data.register_codes import GuardianState
from tests.demo import made_demo
from workbench.accounts import unlock
from workbench.annotations import list_annotations
from workbench.audit import verify_store
from workbench.case_life import read_case_life
from workbench.cases import read_case
from workbench.demo import PASSWORD, make_demo
from workbench.demo.clock import MONTHS, Calendar
from workbench.demo.script import every_step
from workbench.door import accounts_at_door
from workbench.guardians import list_guardians
from workbench.injections import list_long_acting
from workbench.live import list_agenda
from workbench.medication_strategies import list_strategies
from workbench.meetings import list_meetings, read_meeting
from workbench.register import list_patients, read_patient
from workbench.rules.id_numbers import IdNumber, read_id_number
from workbench.signatures import list_sheets
from workbench.tasks import list_earlier_tasks
from workbench.teams import list_members, list_teams
from workbench.visits import list_visits

RARE = ("石䶮", "佟玉㛃", "褚𬭎", "欧阳松柏", "帕丽达·吐尔逊")
PEOPLE, CASES = 47, 8


@pytest.fixture(scope="module")
def bench(tmp_path_factory):
    """A copy of the demo, opened today."""
    copy = made_demo(tmp_path_factory).copy_to(tmp_path_factory.mktemp("demo") / "copy")
    opened = unlock(copy, PASSWORD)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def patients(bench):
    """Everybody on the register in full, by name."""
    rows = [read_patient(bench, row.id) for row in list_patients(bench)]
    return {row.particulars.name: row for row in rows}


def facts(bench, table):
    with bench.store.reading() as session:
        return list(session.scalars(known(table)))


def team(bench, kind):
    return next(row.id for row in list_teams(bench) if row.kind is kind)


def test_two_years_of_meetings_are_closed_and_one_is_to_come(bench):
    meetings = list_meetings(bench)
    closed = [m for m in meetings if m.state in (MeetingState.CLOSED, MeetingState.ARCHIVED)]
    teams = Counter(m.team for m in closed)
    assert teams == {"云栖街道个案管理小组": 24, "云栖街道个案管理领导小组": 8}
    (coming,) = (m for m in meetings if m not in closed)
    assert coming.state is MeetingState.PREPARING
    assert bench.today() < coming.held_on
    assert all(m.settled == m.items > 0 for m in closed)


def test_what_came_back_is_archived_and_the_last_sheets_are_still_on_their_way(bench):
    monthly = [m for m in list_meetings(bench) if m.team == "云栖街道个案管理小组"]
    assert [m.state for m in sorted(monthly, key=lambda m: m.held_on)][-4:] == [
        MeetingState.ARCHIVED,
        MeetingState.CLOSED,
        MeetingState.CLOSED,
        MeetingState.PREPARING,
    ]
    waiting = [row for row in list_sheets(bench) if row.waiting and row.form != "JL"]
    last = max((m for m in monthly if m.state is MeetingState.CLOSED), key=lambda m: m.held_on)
    assert waiting
    assert {row.sealed_on for row in waiting} == {last.held_on}


def test_every_month_has_its_meeting(bench):
    held = sorted(m.held_on for m in list_meetings(bench) if m.team == "云栖街道个案管理小组")
    months = [day.year * 12 + day.month for day in held]
    assert months == list(range(months[0], months[0] + MONTHS + 1))


def test_forty_seven_people_are_on_the_register_and_eight_cases_were_opened(bench, patients):
    assert len(patients) == len(list_patients(bench)) == PEOPLE
    entered = [read_case(bench, key) for key in range(1, CASES + 1)]
    assert sorted(case.row.number for case in entered) == [
        f"YX{number:04d}" for number in range(101, 101 + CASES)
    ]
    assert len({case.patient_id for case in entered}) == CASES - 1


def test_rare_characters_long_names_and_dots_are_read_back_as_they_were_written(patients):
    assert set(RARE) <= set(patients)
    written = "".join(patients)
    assert all(character in written for character in "\u4dae\u36c3\U0002cb4e")


def test_every_id_number_can_be_one_of_an_area_that_does_not_exist(bench, patients):
    for row in patients.values():
        given = row.particulars
        found = read_id_number(given.id_number, on=bench.today())
        assert isinstance(found, IdNumber)
        assert given.id_number.startswith("990101")
        assert (found.number, found.born_on, found.sex) == (
            given.id_number,
            given.born_on,
            given.sex,
        )


def test_the_demo_is_verified_as_good(bench):
    assert [f.sentence for f in verify_store(bench) if not f.good] == []


def test_the_meeting_to_come_has_an_agenda_ready_to_hold(bench):
    (coming,) = [m for m in list_meetings(bench) if m.state is MeetingState.PREPARING]
    agenda = list_agenda(bench, coming.id)
    assert len(agenda) == coming.items >= 7
    assert not any(row.settled for row in agenda)
    assert {row.tier.value for row in agenda} == {"focus", "round", "matter"}
    assert any(not row.case_number for row in agenda if row.tier.value == "focus")


def test_some_work_is_open_some_overdue_and_some_done_before_the_meeting(bench):
    (coming,) = [m for m in list_meetings(bench) if m.state is MeetingState.PREPARING]
    tasks = list_earlier_tasks(bench, coming.id)
    assert any(t.outcome is TaskOutcome.DONE for t in tasks)
    assert any(t.outcome is None and t.due_on < bench.today() for t in tasks)
    assert any(t.outcome is None and t.due_on > bench.today() for t in tasks)
    assert {r.outcome for r in facts(bench, TaskResult)} == set(TaskOutcome)


def test_some_remarks_are_open_and_others_adopted_or_not(bench, patients):
    remarks = [a for row in patients.values() for a in list_annotations(bench, row.id)]
    states = Counter(remark.state for remark in remarks)
    assert states["待处理"] >= 3
    assert states["不采纳"] >= 1
    assert states["采纳，列入任务"] >= 1


def test_cases_ended_rested_came_back_and_changed_hands(bench):
    cases = [read_case(bench, key) for key in range(1, CASES + 1)]
    assert {c.exit_reason for c in cases} >= {ExitReason.GOALS, ExitReason.CONSENT_WITHDRAWN}
    assert Counter(c.row.standing for c in cases) == {
        Standing.RUNNING: 5,
        Standing.ENDED: 2,
        Standing.PAUSED: 1,
    }
    assert {c.row.kind.value for c in cases} == {"high_risk", "unstable"}
    assert max(c.row.entry for c in cases) == 2
    told = "".join(e.words for key in range(1, CASES + 1) for e in read_case_life(bench, key))
    assert "类型由" in told
    assert "个案管理员改为" in told


def test_meetings_took_in_turned_down_and_put_off(bench):
    assert {r.outcome for r in facts(bench, IntakeDecision)} == set(IntakeOutcome)


def test_one_guardian_was_replaced(bench, patients):
    states = Counter(g.state for row in patients.values() for g in list_guardians(bench, row.id))
    assert states[GuardianState.REPLACED] == 1


def test_a_team_of_eleven_changed_two_of_its_members(bench):
    key = team(bench, TeamKind.CASE_MANAGEMENT)
    first = min(m.held_on for m in list_meetings(bench))
    then, now = (list_members(bench, key, on) for on in (first, bench.today()))
    assert len(then) == len(now) == 11
    assert len({m.name for m in then} - {m.name for m in now}) == 2
    assert list_members(bench, team(bench, TeamKind.LEADING))


def test_injections_and_medicines_not_taken_are_there_to_look_after(bench):
    states = {row.state for row in list_long_acting(bench)}
    assert InjectionState.OVERDUE in states
    assert len(states) > 1
    assert len({row.entry.medication_class for row in list_strategies(bench)}) > 1


def test_the_register_has_people_lost_dead_never_visited_overdue_and_barely_known(bench, patients):
    last = {name: next(iter(list_visits(bench, p.id)), None) for name, p in patients.items()}
    visits = [visit for visit in last.values() if visit is not None]
    assert sum(visit is None for visit in last.values()) == 2
    assert sum(visit.lost_reason is not None for visit in visits) == 3
    assert sum(visit.dead for visit in visits) == 1
    assert any(visit.level is None and not visit.lost_reason for visit in visits)
    assert any(visit.visited_on < bench.today() - timedelta(days=92) for visit in visits)
    assert any(visit.visited_on > bench.today() - timedelta(days=14) for visit in visits)


def test_the_audit_names_nobody(bench):
    with bench.store.reading() as session:
        told = "".join(session.scalars(select(AuditRow.detail)))
        names = {
            *session.scalars(select(PatientDetails.name)),
            *session.scalars(select(Member.name)),
        }
    assert len(names) > PEOPLE
    assert [name for name in names if name in told] == []


def test_nothing_was_refused_while_the_story_was_told(bench):
    with bench.store.reading() as session:
        assert set(session.scalars(select(AuditRow.outcome))) == {"done"}
        kinds = {m.kind for m in session.scalars(select(Meeting))}
        assert kinds == {MeetingKind.REGULAR, MeetingKind.LEADING}


DAYS = [date(2024, 2, 29) + timedelta(days=23 * n) for n in range(80)]


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_whatever_day_it_is_everything_lies_before_it_and_in_order(today):
    calendar = Calendar.until(today, working_years())
    gaps = [(b - a).days for a, b in zip(calendar.monthly, calendar.monthly[1:], strict=False)]
    assert 20 <= min(gaps) <= max(gaps) <= 42
    assert timedelta(days=3) < calendar.monthly[-1] - today < timedelta(days=14)
    days = [step.day for step in every_step(calendar)]
    assert calendar.beginning <= min(days) <= max(days) < today


def test_each_meeting_of_the_leading_group_names_the_day_of_the_next(bench):
    """The minutes of a body that meets every quarter named a day a month later."""
    led = [row for row in list_meetings(bench) if row.kind is MeetingKind.LEADING]
    assert len(led) > 2
    gaps = [read_meeting(bench, row.id).next_held_on - row.held_on for row in led]
    assert timedelta(days=80) < min(gaps) <= max(gaps) < timedelta(days=105)


def test_the_story_can_be_told_on_a_leap_day(tmp_path):
    now = datetime(2028, 2, 29, 1, tzinfo=UTC)
    demo = make_demo(tmp_path / "leap", now=lambda: now)
    assert (len(demo.meetings), demo.patients, demo.cases) == (33, PEOPLE, CASES)
    assert demo.bench.today() == date(2028, 2, 29)
    coming = next(m for m in list_meetings(demo.bench) if m.id == demo.meetings[-1])
    assert (coming.state, coming.held_on > date(2028, 2, 29)) == (MeetingState.PREPARING, True)
    assert all(finding.good for finding in verify_store(demo.bench))
    demo.bench.close()


def test_remarks_are_signed_by_the_psychiatrist_whose_account_opens_too(bench):
    written = select(Annotation.written_by, Account.name, Account.kind).join(
        Account, Account.id == Annotation.written_by
    )
    with bench.store.reading() as session:
        ((key, name, kind),) = {tuple(row) for row in session.execute(written)}
    assert (name, kind) == ("闻人澜", AccountKind.PSYCHIATRIST)
    assert (key, name) in accounts_at_door(bench.store.folder)
