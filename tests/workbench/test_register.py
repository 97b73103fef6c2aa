"""Everybody in a list without their names, one person in full, on any day and as known then."""

from dataclasses import replace
from datetime import date

import pytest

from data import register_codes as codes
from data.codes import AccountKind, Sex
from tests.builders import at_bench
from tests.workbench.register import DIAGNOSED, FULL, GUARDIAN, a_moment, fill
from workbench.errors import NotFound
from workbench.patients import Particulars, register_patient
from workbench.register import list_patients, read_patient
from workbench.register_errors import DayNotCome


def test_the_list_shows_nobody_by_full_name(bench, team):
    alone = register_patient(bench, Particulars("阿依努尔·买买提", Sex.FEMALE))
    rows = list_patients(bench)
    assert [row.masked for row in rows] == ["石*", "欧阳**", "仇*满", "阿依**"]
    assert [row.case_number for row in rows] == ["GA0101", "GA0102", "GA0103", ""]
    assert rows[-1].id == alone


def test_the_list_is_as_it_was_on_a_day_and_as_known_at_a_moment(bench, team, clock):
    before = a_moment(clock)
    register_patient(bench, Particulars("丘迟", Sex.MALE))
    assert len(list_patients(bench)) == 4
    assert len(list_patients(bench, at=before)) == 3
    earlier = list_patients(bench, on=date(2026, 1, 1))
    assert {row.case_number for row in earlier} == {""}


def test_one_person_is_read_in_full(bench):
    patient = register_patient(bench, FULL)
    keys = fill(bench, patient)
    found = read_patient(bench, patient)
    assert found.particulars == FULL
    assert found.diagnosis.diagnosed == replace(DIAGNOSED, confirmed=DIAGNOSED.confirmed.cleaned())
    assert found.diagnosis_words == "双相情感障碍，目前为躁狂发作"
    assert found.consent.asked.answer is codes.ConsentAnswer.AGREED
    assert [row.flagged.kind for row in found.flags] == [codes.FlagKind.DISABILITY_CARD]
    assert found.guardian.id == keys["guardian"]
    assert found.guardian.particulars == replace(GUARDIAN, born_on=date(1955, 6, 7))
    assert found.agreement.id == keys["agreement"]
    assert found.capacity.id == keys["capacity"]
    assert [row.id for row in found.admissions] == [keys["admission"]]
    assert [row.id for row in found.incidents] == [keys["incident"]]
    assert [row.id for row in found.life_events] == [keys["life_event"]]


def test_before_anything_was_recorded_everything_is_unknown(bench):
    patient = register_patient(bench, FULL)
    fill(bench, patient)
    early = read_patient(bench, patient, on=date(2009, 1, 1))
    assert early.diagnosis is early.consent is early.guardian is early.capacity is None
    assert early.flags == early.admissions == early.incidents == early.life_events == ()
    assert early.diagnosis_words == FULL.diagnosis


def test_a_reader_reads_and_a_day_to_come_is_no_day_to_record(bench):
    patient = register_patient(bench, FULL)
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    assert read_patient(reader, patient).id == patient
    with pytest.raises(NotFound):
        read_patient(bench, 99)
    with pytest.raises(DayNotCome):
        register_patient(bench, replace(FULL, id_number=None, born_on=date(2030, 1, 1)))
