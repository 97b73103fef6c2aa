"""What the months of a patient say of the records."""

from datetime import date

import pytest

from data.canonical import canonical
from data.clinical_codes import Adherence
from data.codes import RiskLevel, VisitForm
from data.visit_codes import LostReason
from forms.timelines import timeline
from tests.builders import a_closed_meeting
from tests.workbench.paperwork.visits import injected
from tests.workbench.register import HAPPENED, STAY, a_moment
from workbench.admissions import record_admission
from workbench.events import record_incident
from workbench.paperwork.months import months_answers
from workbench.rules.visit_answers import VisitAnswers
from workbench.visits import record_visit

UNTIL = date(2026, 11, 25)


@pytest.fixture
def patient(bench, team):
    return team.patients["GA0103"]  # of whom no visit is on record


def months(bench, patient, at=None, until=UNTIL):
    with bench.store.reading() as session:
        return months_answers(session, patient, until, at)


def visited(bench, patient, day, adherence=None, level=None, **answers):
    given = VisitAnswers(adherence=adherence, **answers)
    record_visit(bench, patient, visited_on=day, form=VisitForm.HOME, level=level, answers=given)


def test_a_patient_without_any_record_has_empty_months(bench, patient):
    said = months(bench, patient)
    assert canonical(said)
    assert [said[key] for key in ("levels", "stays", "visits", "facts")] == [[], [], [], []]
    assert timeline(said) is not None


def test_the_level_is_told_from_the_day_on_which_it_became_another(bench, patient):
    visited(bench, patient, date(2026, 3, 2), level=RiskLevel.AT_HOME)
    visited(bench, patient, date(2026, 4, 2), level=RiskLevel.AT_HOME)
    visited(bench, patient, date(2026, 6, 2), level=RiskLevel.PERSISTENT)
    said = months(bench, patient)
    assert said["levels"] == [
        {"on": "2026-03-02", "level": 2},
        {"on": "2026-06-02", "level": 4},
    ]
    assert said["facts"][0] == "危险等级：2026-03-02起2级，2026-06-02起▲4级。"


def test_what_a_team_agreed_stands_beside_what_was_found_on_visits(bench, team, patient):
    visited(bench, patient, date(2026, 11, 3), level=RiskLevel.AT_HOME)
    a_closed_meeting(bench, team)
    said = months(bench, patient)
    assert said["levels"][-1] == {"on": "2026-11-25", "level": 3}
    assert said["meetings"] == [{"on": "2026-11-25", "hollow": True}]


def test_what_a_visit_heard_of_medicines_covers_the_time_since_the_one_before(bench, patient):
    visited(bench, patient, date(2026, 3, 1), Adherence.REGULAR)
    visited(bench, patient, date(2026, 4, 1), Adherence.REGULAR)
    visited(bench, patient, date(2026, 5, 1), Adherence.INTERMITTENT)
    visited(bench, patient, date(2026, 6, 1))
    visited(bench, patient, date(2026, 7, 1), Adherence.NOT_NEEDED)
    assert months(bench, patient)["medication"] == [
        {"on": "2026-03-01", "to": "2026-04-01", "text": "", "hollow": False},
        {"on": "2026-04-02", "to": "2026-05-01", "text": "间断服药", "hollow": True},
    ]


def test_an_injection_whose_window_closed_is_told_as_missed(bench, patient):
    injected(bench, patient, date(2026, 8, 3), date(2026, 9, 3), date(2026, 11, 3))
    assert [(row["on"], row["text"]) for row in months(bench, patient)["injections"]] == [
        ("2026-08-03", ""),
        ("2026-09-03", ""),
        ("2026-10-03", "漏"),
        ("2026-11-03", ""),
    ]


def test_stays_and_incidents_are_told_with_their_days(bench, patient):
    record_admission(bench, patient, STAY)
    record_incident(bench, patient, HAPPENED)
    said = months(bench, patient)
    assert said["stays"] == [{"on": "2026-03-01", "to": "2026-04-02", "text": "33天"}]
    assert said["events"] == [{"on": "2026-09-12", "text": "", "kind": "肇事"}]
    assert said["facts"] == ["住院：2026-03-01至2026-04-02（33天）。", "事件：2026-09-12（肇事）。"]


def test_who_was_not_found_was_not_visited(bench, patient):
    visited(bench, patient, date(2026, 10, 1), lost_reason=LostReason.MISSING)
    assert months(bench, patient)["visits"] == []


def test_months_read_later_as_they_read_then(bench, patient, clock):
    visited(bench, patient, date(2026, 3, 2), level=RiskLevel.AT_HOME)
    moment, before = a_moment(clock), months(bench, patient)
    record_incident(bench, patient, HAPPENED)
    assert months(bench, patient) != before
    assert months(bench, patient, moment) == before


def test_what_came_after_the_last_day_is_left_out(bench, patient):
    visited(bench, patient, date(2026, 10, 1), level=RiskLevel.NONE)
    assert months(bench, patient, until=date(2026, 9, 30))["levels"] == []
