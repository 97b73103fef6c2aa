"""The months of a patient as marks: what is drawn, and what each mark says."""

from datetime import date

import pytest

from data.clinical_codes import Adherence
from data.codes import RiskLevel
from tests.builders import a_closed_meeting
from tests.workbench.paperwork.test_months import visited
from tests.workbench.register import HAPPENED, STAY, a_moment
from workbench.admissions import record_admission
from workbench.case_life import change_case_manager, pause_case
from workbench.events import record_incident
from workbench.timelines import Track, in_order_of_days, timeline_of

UNTIL = date(2026, 11, 25)


@pytest.fixture
def patient(bench, team):
    return team.patients["GA0103"]


def marks(bench, patient, track, at=None):
    with bench.store.reading() as session:
        timeline = timeline_of(session, patient, UNTIL, at)
    return [mark for mark in timeline.marks if mark.track is track]


def test_each_level_lasts_until_the_day_before_the_next(bench, patient):
    visited(bench, patient, date(2026, 3, 2), level=RiskLevel.AT_HOME)
    visited(bench, patient, date(2026, 6, 2), level=RiskLevel.PERSISTENT)
    first, second = marks(bench, patient, Track.LEVELS)
    assert (first.on, first.to, first.level) == (date(2026, 3, 2), date(2026, 6, 1), 2)
    assert (second.on, second.to, second.level) == (date(2026, 6, 2), UNTIL, 4)
    assert first.sentence == "2026-03-02起2级，到2026-06-01"


def test_medicine_that_was_not_taken_regularly_is_a_gap_with_its_days(bench, patient):
    visited(bench, patient, date(2026, 9, 1), adherence=Adherence.REGULAR)
    visited(bench, patient, date(2026, 9, 11), adherence=Adherence.INTERMITTENT)
    taken, gap = marks(bench, patient, Track.MEDICATION)
    assert not taken.gap
    assert gap.gap
    assert gap.text == "间断服药10天"


def test_a_stay_an_incident_and_a_meeting_say_what_they_are(bench, team, patient):
    record_admission(bench, patient, STAY)
    record_incident(bench, patient, HAPPENED)
    a_closed_meeting(bench, team)
    (stay,) = marks(bench, patient, Track.STAYS)
    (incident,) = marks(bench, patient, Track.EVENTS)
    (meeting,) = marks(bench, patient, Track.MEETINGS)
    assert stay.on == STAY.admitted_on
    assert HAPPENED.words in incident.sentence
    assert meeting.sentence.endswith("例会")


def test_only_what_reaches_into_the_months_is_in_sight(bench, patient):
    visited(bench, patient, date(2025, 3, 2), level=RiskLevel.AT_HOME)
    visited(bench, patient, date(2026, 11, 2))
    with bench.store.reading() as session:
        timeline = timeline_of(session, patient, UNTIL)
    seen = timeline.since(date(2026, 11, 1))
    assert [mark.track for mark in seen] == [Track.LEVELS, Track.VISITS, Track.CASES]
    assert [m.on for m in in_order_of_days(timeline.marks)] == sorted(
        (m.on for m in timeline.marks), reverse=True
    )


def test_what_was_written_later_was_not_yet_known(bench, clock, patient):
    moment = a_moment(clock)
    visited(bench, patient, date(2026, 11, 2))
    assert marks(bench, patient, Track.VISITS, moment) == []
    assert len(marks(bench, patient, Track.VISITS)) == 1


def test_entry_pause_and_other_hands_stand_on_a_line_of_their_own(bench, team, patient):
    case = team.cases["GA0103"]
    change_case_manager(bench, case, team.members["皮桂香"], why="原管理员调离")
    pause_case(bench, case, reason="住院")
    found = marks(bench, patient, Track.CASES)
    assert [mark.text for mark in found] == ["入组", "换人", "暂停"]
    assert found[1].sentence == "2026-11-25个案管理员改为皮桂香，原管理员调离"
