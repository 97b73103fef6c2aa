"""The months of a patient as marks: what is drawn, and what each mark says."""

from dataclasses import replace
from datetime import date

import pytest

from data.clinical_codes import Adherence
from data.codes import RiskLevel
from data.register_codes import GuardianState
from tests.builders import a_closed_meeting
from tests.workbench.paperwork.test_months import visited
from tests.workbench.register import (
    BURDEN,
    DIAGNOSED,
    GUARDIAN,
    HAPPENED,
    STAY,
    a_moment,
    fill,
)
from workbench.admissions import record_admission
from workbench.case_life import change_case_manager, pause_case
from workbench.errors import NotFound
from workbench.events import record_incident
from workbench.guardians import change_guardian, end_guardianship, name_guardian
from workbench.medication import add_medication, stop_medication
from workbench.patients import change_patient
from workbench.records import RecordKind, read_record
from workbench.register import read_patient
from workbench.rules.medication import MedicationEntry
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


def test_whatever_has_no_track_of_its_own_stands_on_the_last_one(bench, team, patient):
    fill(bench, patient)
    others = marks(bench, patient, Track.RECORDS)
    said = [(mark.on, mark.text) for mark in others]
    assert (DIAGNOSED.from_on, "诊断") in said
    assert (BURDEN.began_on, "生活事件") in said
    assert {text for _, text in said} == {
        *("诊断", "知情同意", "标志", "监护人", "监护协议", "监护能力", "生活事件")
    }
    (told,) = [mark.sentence for mark in others if mark.text == "监护能力"]
    assert told == "2026-01-05监护能力：结论为弱监护，依据为年纪大，夜里顾不过来"


def test_a_mark_knows_its_record_and_what_it_says_can_be_filled_in_again(bench, team, patient):
    keys = fill(bench, patient)
    tracks = (Track.RECORDS, Track.STAYS, Track.EVENTS)
    found = [mark.record for track in tracks for mark in marks(bench, patient, track)]
    assert {(key.kind, key.id) for key in found if key} == set(keys.items())
    read = {key.kind: read_record(bench, key.kind, key.id) for key in found if key}
    assert read[RecordKind.DIAGNOSIS] == DIAGNOSED.cleaned()
    assert read[RecordKind.ADMISSION] == STAY
    assert read[RecordKind.INCIDENT] == HAPPENED
    assert read[RecordKind.LIFE_EVENT] == BURDEN
    assert read[RecordKind.GUARDIAN].name == GUARDIAN.name
    with pytest.raises(NotFound):
        read_record(bench, RecordKind.DIAGNOSIS, 999)
    with pytest.raises(NotFound):
        read_record(bench, RecordKind.VISIT, 1)


def test_what_lasts_can_be_ended_and_only_the_last_word_on_a_guardian_corrected(bench, patient):
    guardian = name_guardian(bench, patient, GUARDIAN, from_on=date(2024, 1, 1))
    later = replace(GUARDIAN, phone="99010001")
    change_guardian(bench, guardian, later, from_on=date(2026, 1, 1))
    add_medication(bench, patient, MedicationEntry(name="奥氮平", started_on=date(2026, 1, 1)))
    first, last = [m for m in marks(bench, patient, Track.RECORDS) if m.text == "监护人"]
    (taken,) = [m for m in marks(bench, patient, Track.RECORDS) if m.text == "用药"]
    assert first.record is None
    assert last.record.lasts
    assert taken.record.lasts
    end_guardianship(bench, guardian, state=GuardianState.DEAD, from_on=UNTIL)
    stop_medication(bench, taken.record.id, stopped_on=UNTIL, why="换药")
    ended = [m.record for m in marks(bench, patient, Track.RECORDS) if m.record]
    assert not [key for key in ended if key.lasts]


def test_a_move_says_what_became_different(bench, patient):
    known = read_patient(bench, patient).particulars
    change_patient(bench, patient, replace(known, phone="99010002"), from_on=UNTIL)
    (move,) = marks(bench, patient, Track.RECORDS)
    assert move.sentence.endswith("患者信息变更：电话由未知改为“99010002”")


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
