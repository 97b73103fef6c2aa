"""Medicines as they are written down, corrected, stopped and read on a day."""

from dataclasses import replace
from datetime import date

import pytest

from data.codes import AccountKind, VisitForm
from data.facts import known
from data.medication_codes import DoseUnit, MedicationPurpose, Span, TimesPer
from data.models.medication import MedicationLine
from tests.builders import at_bench
from workbench.errors import EmptyField, NotFound, NotPermitted
from workbench.injections import record_injection, withdraw_injection
from workbench.medication import (
    add_medication,
    correct_medication,
    list_medication,
    stop_medication,
    withdraw_medication,
)
from workbench.rules.medication import InjectionEntry, MedicationEntry
from workbench.visit_errors import AlreadyStopped, InjectionsRecorded, MedicationHasProblems
from workbench.visits import record_visit

OLANZAPINE = MedicationEntry(
    name="奥氮平",
    dosage_form="片剂",
    strength="5mg×28片",
    long_acting=False,
    unit=DoseUnit.MG,
    morning="2.5",
    evening="7.5",
    started_on=date(2026, 3, 1),
    prescriber="闻人澜",
)
DEPOT = MedicationEntry(
    name="氟哌啶醇癸酸酯",
    long_acting=True,
    unit=DoseUnit.MG,
    dose="50",
    every=4,
    every_unit=Span.WEEKS,
    started_on=date(2026, 9, 1),
)


@pytest.fixture
def patient(team):
    return team.patients["GA0103"]


def names(bench, patient, **asked):
    return [row.entry.name for row in list_medication(bench, patient, **asked)]


def line_of(bench, key):
    with bench.store.reading() as session:
        return session.scalars(known(MedicationLine).where(MedicationLine.root_id == key)).one()


@pytest.mark.parametrize(
    "entry",
    [
        OLANZAPINE,
        DEPOT,
        MedicationEntry(name="碳酸锂", dose="250", times=2, times_per=TimesPer.DAY),
        MedicationEntry(name="某种草药", evening="半包"),
    ],
)
def test_a_line_comes_back_as_it_was_given(bench, patient, entry):
    add_medication(bench, patient, entry)
    (row,) = list_medication(bench, patient)
    assert row.entry == entry


def test_a_dose_is_kept_as_typed_and_as_a_number(bench, patient):
    line = line_of(bench, add_medication(bench, patient, OLANZAPINE))
    assert (line.morning, line.morning_thousandths) == ("2.5", 2500)
    assert (line.noon, line.noon_thousandths) == ("", None)
    line = line_of(bench, add_medication(bench, patient, MedicationEntry(name="药", dose="半片")))
    assert (line.dose, line.dose_thousandths) == ("半片", None)


def test_everything_wrong_with_a_line_is_refused_at_once(bench, patient):
    wrong = replace(OLANZAPINE, name=" ", started_on=date(2026, 12, 1), morning="2.5mL")
    with pytest.raises(MedicationHasProblems) as refused:
        add_medication(bench, patient, wrong)
    assert [p.item for p in refused.value.problems] == ["name", "started_on", "morning"]
    assert list_medication(bench, patient) == []


def test_a_medicine_is_in_use_from_its_start_until_the_day_it_is_stopped(bench, patient, clock):
    line = add_medication(bench, patient, OLANZAPINE)
    clock.move(minutes=1)
    before = bench.now()
    clock.move(hours=1)
    stop_medication(bench, line, stopped_on=date(2026, 11, 10), why="体重增加，改药")
    in_use = {
        day: names(bench, patient, on=day)
        for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 11, 9), date(2026, 11, 10))
    }
    assert list(in_use.values()) == [[], ["奥氮平"], ["奥氮平"], []]
    assert names(bench, patient, on=date(2026, 11, 10), at=before) == ["奥氮平"]
    (row,) = list_medication(bench, patient)
    assert (row.entry.stopped_on, row.entry.stop_reason) == (date(2026, 11, 10), "体重增加，改药")


def test_a_medicine_is_stopped_once_and_not_before_it_began(bench, patient):
    line = add_medication(bench, patient, OLANZAPINE)
    for day in (date(2026, 2, 28), date(2026, 11, 26)):
        with pytest.raises(MedicationHasProblems):
            stop_medication(bench, line, stopped_on=day, why="改药")
    with pytest.raises(EmptyField, match="停用原因"):
        stop_medication(bench, line, stopped_on=date(2026, 11, 10), why="")
    stop_medication(bench, line, stopped_on=date(2026, 11, 10), why="改药")
    with pytest.raises(AlreadyStopped, match="2026年11月10日"):
        stop_medication(bench, line, stopped_on=date(2026, 11, 11), why="改药")


def test_a_medicine_of_unknown_start_is_in_use_since_it_was_told(bench, patient):
    add_medication(bench, patient, MedicationEntry(name="氯氮平"))
    assert names(bench, patient, on=date(2026, 11, 24)) == []
    assert names(bench, patient, on=date(2026, 11, 25)) == ["氯氮平"]


def test_what_was_only_advised_is_not_in_use(bench, patient):
    advised = replace(OLANZAPINE, purpose=MedicationPurpose.GUIDANCE)
    add_medication(bench, patient, advised)
    assert names(bench, patient) == ["奥氮平"]
    assert names(bench, patient, on=bench.today()) == []


def test_a_correction_keeps_what_was_known_before(bench, patient, clock):
    line = add_medication(bench, patient, OLANZAPINE)
    clock.move(minutes=1)
    before = bench.now()
    clock.move(hours=1)
    right = replace(OLANZAPINE, evening="10", started_on=date(2026, 4, 1))
    with pytest.raises(EmptyField, match="更正理由"):
        correct_medication(bench, line, right, why="")
    correct_medication(bench, line, right, why="抄错一行")
    assert [row.entry for row in list_medication(bench, patient)] == [right]
    assert [row.entry for row in list_medication(bench, patient, at=before)] == [OLANZAPINE]
    assert line_of(bench, line).evening_thousandths == 10000
    assert names(bench, patient, on=date(2026, 3, 31)) == []


def test_a_line_may_name_the_visit_it_was_told_at_but_no_other_patients(bench, team, patient):
    visit = record_visit(bench, patient, visited_on=date(2026, 11, 20), form=VisitForm.HOME)
    told = replace(OLANZAPINE, visit_id=visit)
    add_medication(bench, patient, told)
    assert [row.entry.visit_id for row in list_medication(bench, patient)] == [visit]
    with pytest.raises(NotFound):
        add_medication(bench, team.patients["GA0101"], told)


def test_a_line_written_in_error_is_taken_back(bench, patient, clock):
    line = add_medication(bench, patient, DEPOT)
    given = record_injection(bench, line, InjectionEntry(given_on=date(2026, 9, 1)))
    with pytest.raises(InjectionsRecorded):
        withdraw_medication(bench, line, why="另一个人的药")
    withdraw_injection(bench, given, why="另一个人的药")
    clock.move(minutes=1)
    before = bench.now()
    clock.move(hours=1)
    withdraw_medication(bench, line, why="另一个人的药")
    assert names(bench, patient) == []
    assert names(bench, patient, at=before) == ["氟哌啶醇癸酸酯"]
    with pytest.raises(NotFound):
        withdraw_medication(bench, line, why="另一个人的药")


def test_a_repeated_request_writes_one_line(bench, patient):
    once = add_medication(bench, patient, OLANZAPINE, request_id="r1")
    assert add_medication(bench, patient, OLANZAPINE, request_id="r1") == once
    assert len(list_medication(bench, patient)) == 1
    with pytest.raises(NotFound):
        add_medication(bench, 99, OLANZAPINE)


def test_a_reader_reads_and_does_not_write(bench, patient):
    add_medication(bench, patient, OLANZAPINE)
    reader = at_bench(bench.store, bench.now, kind=AccountKind.READER, administers=False)
    assert names(reader, patient) == ["奥氮平"]
    with pytest.raises(NotPermitted):
        add_medication(reader, patient, OLANZAPINE)
