"""What still fails a meeting before it begins: about whom, and who owes it."""

from datetime import date

import pytest

from data.codes import AbsenceReason, RiskLevel, Sex, VisitForm
from data.register_codes import ConsentAnswer
from tests.builders import a_closed_meeting, a_planned_meeting
from workbench.agendas import add_patient_to_agenda, remove_from_agenda
from workbench.checkup import Point, read_checkup
from workbench.consents import Asked, record_consent
from workbench.meetings import record_absence
from workbench.paperwork.subjects import of_meeting
from workbench.patients import Particulars, register_patient
from workbench.printing import record_print
from workbench.visits import record_visit

DECEMBER, JANUARY = date(2026, 12, 23), date(2027, 1, 27)


@pytest.fixture
def ahead(bench, team):
    """A meeting in December after one in November; all three cases are on its agenda."""
    a_closed_meeting(bench, team)
    return a_planned_meeting(bench, team, DECEMBER)


def light(bench, meeting, point):
    return next(each for each in read_checkup(bench, meeting.id) if each.point is point)


def test_what_is_missing_stands_first_and_the_weighty_before_the_rest(bench, ahead):
    lights = read_checkup(bench, ahead.id)
    assert {each.point for each in lights} == set(Point)
    ranks = [(each.ready, each.minor) for each in lights]
    assert ranks == sorted(ranks)
    assert not lights[0].ready


def test_whom_nobody_rated_since_the_last_meeting_is_owed_by_the_case_manager(bench, team, ahead):
    late = light(bench, ahead, Point.RATINGS)
    assert (late.total, late.missing, late.owed_by) == (3, 3, ("穆*禾",))
    assert (late.first.patient_id, late.first.case_number) == (team.patients["GA0101"], "GA0101")
    for patient in team.patients.values():
        record_visit(
            bench,
            patient,
            visited_on=bench.today(),
            form=VisitForm.HOME,
            level=RiskLevel.AT_HOME,
        )
    assert light(bench, ahead, Point.RATINGS).ready


def test_tasks_nobody_reported_on_are_owed_by_who_was_to_do_them(bench, ahead):
    tasks = light(bench, ahead, Point.TASKS)
    assert (tasks.total, tasks.missing, tasks.owed_by) == (3, 3, ("亓*涛",))


def test_a_psychiatrist_who_came_this_quarter_is_enough(bench, team, ahead):
    record_absence(bench, ahead.id, team.members["闻人澜"], reason=AbsenceReason.SICK)
    assert light(bench, ahead, Point.PSYCHIATRIST).ready


def test_in_a_new_quarter_a_psychiatrist_is_expected_and_weighs_more_when_away(bench, team, ahead):
    january = a_planned_meeting(bench, team, JANUARY)
    expected = light(bench, january, Point.PSYCHIATRIST)
    assert (expected.ready, expected.minor) == (False, True)
    record_absence(bench, january.id, team.members["闻人澜"], reason=AbsenceReason.SICK)
    away = light(bench, january, Point.PSYCHIATRIST)
    assert (away.minor, away.owed_by) == (False, ("闻*澜",))
    assert "还没有参会" in away.because


def test_a_role_that_a_case_cannot_do_without_is_named(bench, team, ahead):
    assert light(bench, ahead, Point.TABLE).ready
    record_absence(bench, ahead.id, team.members["亓文涛"], reason=AbsenceReason.SICK)
    table = light(bench, ahead, Point.TABLE)
    assert (table.missing, table.about) == (3, ("民警",))
    opinions = light(bench, ahead, Point.OPINIONS)
    assert (opinions.total, opinions.missing, opinions.owed_by) == (1, 1, ("亓*涛",))


def test_cases_without_a_record_of_consent(bench, team, ahead):
    record_consent(bench, team.patients["GA0102"], Asked(bench.today(), ConsentAnswer.AGREED))
    consents = light(bench, ahead, Point.CONSENTS)
    assert consents.missing == 2
    assert consents.first.case_number == "GA0101"


def test_a_name_that_cannot_be_printed_is_found_before_the_paper(bench, ahead):
    assert light(bench, ahead, Point.NAMES).ready
    odd = register_patient(bench, Particulars("龚\U000323af", Sex.MALE, None, "柳溪村", "双相障碍"))
    add_patient_to_agenda(bench, ahead.id, odd)
    names = light(bench, ahead, Point.NAMES)
    assert (names.missing, names.about) == (1, ("\U000323af",))


def test_an_agenda_says_who_has_to_be_on_it_unless_somebody_took_them_off(bench, team, ahead):
    assert light(bench, ahead, Point.AGENDA).ready
    for item in ahead.items.values():
        remove_from_agenda(bench, item)
    agenda = light(bench, ahead, Point.AGENDA)
    assert (agenda.missing, agenda.about) == (1, ())


def test_the_pack_is_there_once_the_agenda_was_printed(bench, ahead):
    assert not light(bench, ahead, Point.PACK).ready
    record_print(bench, "YC", of_meeting(ahead.id), pages=2, copies=1)
    assert light(bench, ahead, Point.PACK).ready
