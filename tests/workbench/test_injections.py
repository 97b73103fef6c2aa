"""Injections given, and which long-acting medicines are due or overdue on a day."""

from dataclasses import replace
from datetime import date

import pytest

from data.medication_codes import DoseUnit, InjectionState, Span
from workbench.errors import EmptyField, NotFound
from workbench.injections import (
    correct_injection,
    list_injections,
    list_long_acting,
    record_injection,
    withdraw_injection,
)
from workbench.medication import add_medication, stop_medication
from workbench.rules.medication import InjectionEntry, MedicationEntry
from workbench.visit_errors import MedicationHasProblems, NotLongActing

PP3M = MedicationEntry(
    name="棕榈酸帕利哌酮（3个月剂型）",
    long_acting=True,
    unit=DoseUnit.MG_EQ,
    dose="350",
    every=3,
    every_unit=Span.MONTHS,
    window_days=7,
    started_on=date(2026, 5, 20),
)
GIVEN = InjectionEntry(
    given_on=date(2026, 8, 20), dose="350", unit=DoseUnit.MG_EQ, place="三角肌", given_by="穆青禾"
)


@pytest.fixture
def patient(team):
    return team.patients["GA0103"]


@pytest.fixture
def line(bench, patient):
    return add_medication(bench, patient, PP3M)


def states(bench, line, *days, at=None):
    rows = [list_long_acting(bench, on=date(2026, month, day), at=at) for month, day in days]
    return [row.state for found in rows for row in found if row.line_id == line]


def test_an_injection_comes_back_as_it_was_given(bench, patient, line):
    key = record_injection(bench, line, GIVEN, request_id="r1")
    assert record_injection(bench, line, GIVEN, request_id="r1") == key
    (row,) = list_injections(bench, patient)
    assert (row.id, row.line_id, row.entry) == (key, line, GIVEN)


def test_the_next_injection_becomes_due_and_then_overdue(bench, line):
    record_injection(bench, line, GIVEN)
    assert states(bench, line, (11, 12), (11, 13), (11, 27), (11, 28)) == [
        InjectionState.NOT_YET,
        InjectionState.DUE,
        InjectionState.DUE,
        InjectionState.OVERDUE,
    ]


def test_an_overdue_injection_says_whom_to_tell_and_nothing_about_a_dose(bench, patient, line):
    record_injection(bench, line, GIVEN)
    (row,) = list_long_acting(bench, patient_id=patient, on=date(2026, 12, 1))
    assert (row.to_do, row.overdue_days) == ("联系患者，报精神科医师", 11)
    assert (row.last_given_on, row.due.due_on) == (date(2026, 8, 20), date(2026, 11, 20))
    (row,) = list_long_acting(bench, patient_id=patient)
    assert (row.state, row.to_do, row.overdue_days) == (InjectionState.DUE, "", 0)


def test_an_earlier_day_knows_nothing_of_a_later_injection(bench, line):
    record_injection(bench, line, replace(GIVEN, given_on=date(2026, 5, 20)))
    record_injection(bench, line, GIVEN)
    (row,) = list_long_acting(bench, on=date(2026, 8, 19))
    assert (row.last_given_on, row.state) == (date(2026, 5, 20), InjectionState.DUE)


def test_what_was_known_at_a_moment_stays_so_after_a_correction(bench, patient, line, clock):
    key = record_injection(bench, line, GIVEN)
    clock.move(minutes=1)
    before = bench.now()
    clock.move(hours=1)
    right = replace(GIVEN, given_on=date(2026, 7, 20))
    with pytest.raises(EmptyField, match="更正理由"):
        correct_injection(bench, key, right, why="")
    correct_injection(bench, key, right, why="看错月份")
    assert [row.entry for row in list_injections(bench, patient)] == [right]
    assert states(bench, line, (11, 20)) == [InjectionState.OVERDUE]
    assert states(bench, line, (11, 20), at=before) == [InjectionState.DUE]


def test_a_withdrawn_injection_was_never_given(bench, patient, line):
    key = record_injection(bench, line, GIVEN)
    withdraw_injection(bench, key, why="另一个人的注射")
    assert list_injections(bench, patient) == []
    with pytest.raises(NotFound):
        correct_injection(bench, key, GIVEN, why="另一个人的注射")


def test_only_a_long_acting_medicine_in_use_is_injected(bench, patient, line):
    oral = add_medication(bench, patient, MedicationEntry(name="奥氮平"))
    with pytest.raises(NotLongActing):
        record_injection(bench, oral, GIVEN)
    stop_medication(bench, line, stopped_on=date(2026, 11, 1), why="改用口服药")
    with pytest.raises(MedicationHasProblems, match="停用日期"):
        record_injection(bench, line, replace(GIVEN, given_on=date(2026, 11, 20)))
    with pytest.raises(NotFound):
        record_injection(bench, 99, GIVEN)
    assert list_long_acting(bench) == []


def test_the_longest_overdue_stands_first_and_one_without_interval_last(bench, team, line):
    other, third = team.patients["GA0101"], team.patients["GA0102"]
    unset = replace(PP3M, every=None, every_unit=None)
    add_medication(bench, third, unset)
    older = add_medication(bench, other, PP3M)
    record_injection(bench, line, GIVEN)
    record_injection(bench, older, replace(GIVEN, given_on=date(2026, 6, 1)))
    rows = list_long_acting(bench, on=date(2026, 12, 1))
    assert [row.patient_id for row in rows] == [other, team.patients["GA0103"], third]
    assert [row.state for row in rows] == [
        InjectionState.OVERDUE,
        InjectionState.OVERDUE,
        InjectionState.NO_INTERVAL,
    ]
