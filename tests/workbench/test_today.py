"""What the day asks for: the next meeting and its checks, and everything that waits."""

from datetime import date, time, timedelta

import pytest

from data.codes import AbsenceReason, MeetingState, RiskLevel, TaskOutcome, VisitForm
from data.register_codes import ConsentAnswer
from forms.signin import SIGNIN
from tests.builders import a_closed_meeting, a_planned_meeting, settle
from tests.workbench.casework import a_line, psychiatrist
from workbench.annotations import decline_annotation, write_annotation
from workbench.backups import back_up
from workbench.consents import Asked, record_consent
from workbench.meetings import plan_meeting, record_absence, start_meeting
from workbench.paperwork.subjects import of_meeting
from workbench.plan_items import add_plan_item
from workbench.plans import confirm_plan, draw_up_plan
from workbench.preparation import Step
from workbench.printing import record_print
from workbench.signatures import list_sheets, mark_sheet_signed
from workbench.tasks import record_task_result
from workbench.today import Matter, read_today
from workbench.visits import record_visit


@pytest.fixture
def given(bench, team):
    """Three tasks of a closed meeting, all due on 23 December and given to one member."""
    return a_closed_meeting(bench, team)


def waiting(bench, matter, at=None):
    """The line about a matter, or nothing."""
    return next((w for w in read_today(bench, at).waiting if w.matter is matter), None)


def check(bench, step):
    meeting = read_today(bench).meeting
    return next(c for c in meeting.checks if c.step is step)


def seen(bench, patient, on, level=RiskLevel.VERBAL):
    return record_visit(bench, patient, visited_on=on, form=VisitForm.HOME, level=level)


def test_a_new_store_asks_for_nothing_but_a_backup(bench):
    today = read_today(bench)
    assert (today.day, today.meeting) == (bench.today(), None)
    assert [line.matter for line in today.waiting] == [Matter.BACKUP]


def test_the_next_meeting_is_the_first_that_is_not_closed(bench, team, given):
    assert read_today(bench).meeting is None
    later = a_planned_meeting(bench, team, date(2027, 1, 27))
    sooner = a_planned_meeting(bench, team, date(2026, 12, 23))
    meeting = read_today(bench).meeting
    assert (meeting.id, meeting.held_on, meeting.days) == (sooner.id, date(2026, 12, 23), 28)
    start_meeting(bench, later.id)
    start_meeting(bench, sooner.id)
    assert read_today(bench).meeting.state is MeetingState.IN_SESSION


def test_a_meeting_whose_day_has_passed_is_still_the_next_one(bench, team, clock):
    a_planned_meeting(bench, team, bench.today())
    clock.move(days=3)
    assert read_today(bench).meeting.days == -3


def test_an_agenda_without_items_is_not_ready_and_one_with_everybody_is(bench, team, meeting):
    agenda = check(bench, Step.AGENDA)
    assert (agenda.total, agenda.open, agenda.ready) == (3, 0, True)


def test_whoever_has_to_be_talked_about_and_is_not_listed_is_named(bench, team):
    plan_meeting(
        bench,
        team.id,
        held_on=bench.today(),
        begins=time(14, 30),
        place="镇政府三楼会议室",
        chair_id=team.members["龚砚秋"],
        recorder_id=team.members["穆青禾"],
    )
    agenda = check(bench, Step.AGENDA)
    assert (agenda.total, agenda.ready) == (0, False)
    assert "石*" in agenda.names


def test_who_was_not_rated_since_the_last_meeting_is_named(bench, team, given, clock):
    clock.move(days=20)
    a_planned_meeting(bench, team, date(2026, 12, 23))
    assert check(bench, Step.RATINGS).open == 3
    seen(bench, team.patients["GA0101"], date(2026, 12, 10))
    ratings = check(bench, Step.RATINGS)
    assert (ratings.total, ratings.open) == (3, 2)
    assert "石*" not in ratings.names


def test_tasks_nobody_has_reported_on_are_counted(bench, team, given):
    a_planned_meeting(bench, team, date(2026, 12, 23))
    record_task_result(bench, 1, outcome=TaskOutcome.DONE)
    tasks = check(bench, Step.TASKS)
    assert (tasks.total, tasks.open, tasks.ready) == (3, 2, False)


def test_who_does_not_come_and_wrote_nothing_is_named(bench, team):
    planned = a_planned_meeting(bench, team)
    assert check(bench, Step.OPINIONS).ready
    record_absence(bench, planned.id, team.members["亓文涛"], reason=AbsenceReason.DUTY)
    opinions = check(bench, Step.OPINIONS)
    assert (opinions.total, opinions.open, opinions.names) == (1, 1, ("亓*涛",))
    start_meeting(bench, planned.id)
    settle(bench, team, planned.items["GA0101"], RiskLevel.ANYWHERE)
    assert check(bench, Step.OPINIONS).ready


def test_the_sign_in_sheet_is_ready_once_it_was_printed(bench, team):
    planned = a_planned_meeting(bench, team)
    assert not check(bench, Step.SIGN_IN).ready
    record_print(bench, SIGNIN.code, of_meeting(planned.id), pages=1, copies=1)
    assert check(bench, Step.SIGN_IN).ready


def test_overdue_tasks_are_counted_from_the_day_after_they_were_due(bench, team, given, clock):
    assert waiting(bench, Matter.OVERDUE_TASKS) is None
    clock.move(days=29)
    line = waiting(bench, Matter.OVERDUE_TASKS)
    assert (line.count, line.names, line.first_on) == (3, ("亓*涛",), date(2026, 12, 23))
    record_task_result(bench, 1, outcome=TaskOutcome.DONE)
    assert waiting(bench, Matter.OVERDUE_TASKS).count == 2


def test_visits_due_within_two_weeks_are_counted_the_first_leading(bench, team, clock):
    patients = team.patients.values()
    for patient in patients:
        seen(bench, patient, bench.today())
    before = waiting(bench, Matter.VISITS)
    clock.move(days=80)
    line = waiting(bench, Matter.VISITS)
    assert (before.count if before else 0, line.count) == (0, len(patients))
    assert line.first_on <= bench.today() + timedelta(days=14)


def test_a_remark_waits_until_it_is_answered(bench, team):
    visit = seen(bench, team.patients["GA0102"], date(2026, 11, 20))
    remark = write_annotation(psychiatrist(bench), "visit", visit, text="请复查血药浓度")
    line = waiting(bench, Matter.ANNOTATIONS)
    assert (line.count, line.names) == (1, ("欧阳**",))
    decline_annotation(bench, remark, reason="上周已查")
    assert waiting(bench, Matter.ANNOTATIONS) is None


def test_sheets_wait_until_everybody_has_signed(bench, given):
    line = waiting(bench, Matter.SIGNATURES)
    assert line.count == len(list_sheets(bench))
    assert line.meeting_id == given.id
    for sheet in list_sheets(bench):
        mark_sheet_signed(bench, sheet.id)
    assert waiting(bench, Matter.SIGNATURES) is None


def test_a_confirmed_plan_is_due_on_the_day_of_its_first_open_line(bench, team, meeting, clock):
    plan = draw_up_plan(bench, team.cases["GA0101"])
    due = bench.today() + timedelta(days=10)
    add_plan_item(bench, plan, a_line(team, due_on=due))
    confirm_plan(bench, plan, meeting_id=meeting.id)
    clock.move(days=9)
    assert waiting(bench, Matter.PLANS) is None
    clock.move(days=1)
    line = waiting(bench, Matter.PLANS)
    assert (line.count, line.names, line.first_on) == (1, ("石*",), due)


def test_who_refused_is_asked_again_on_the_day(bench, team, clock):
    patient = team.patients["GA0101"]
    again = bench.today() + timedelta(days=30)
    record_consent(bench, patient, Asked(bench.today(), ConsentAnswer.REFUSED, ask_again_on=again))
    assert waiting(bench, Matter.CONSENTS) is None
    clock.move(days=30)
    line = waiting(bench, Matter.CONSENTS)
    assert (line.count, line.names, line.first_on) == (1, ("石*",), again)


def test_a_backup_is_asked_for_after_a_week(bench, team, clock):
    back_up(bench)
    assert waiting(bench, Matter.BACKUP) is None
    made = bench.today()
    clock.move(days=7)
    assert waiting(bench, Matter.BACKUP).first_on == made


def test_what_waited_at_a_moment_can_be_read_again(bench, team, given, clock):
    clock.move(days=29)
    before = bench.now()
    clock.move(minutes=1)
    record_task_result(bench, 1, outcome=TaskOutcome.DONE)
    assert waiting(bench, Matter.OVERDUE_TASKS).count == 2
    assert waiting(bench, Matter.OVERDUE_TASKS, at=before).count == 3
