"""一人一策: who does what about medicine that is not taken, and what the next visit found."""

from dataclasses import replace
from datetime import date

import pytest

from data.clinical_codes import Adherence
from data.codes import VisitForm
from data.medication_codes import MedicationClass, MedicationMeasure, NotTakingCause
from workbench.errors import EmptyField, NotFound
from workbench.medication_strategies import (
    add_strategy,
    correct_strategy,
    list_strategies,
    withdraw_strategy,
)
from workbench.rules.medication import StrategyEntry
from workbench.rules.visit_answers import VisitAnswers
from workbench.visit_errors import MedicationHasProblems
from workbench.visits import record_visit


@pytest.fixture
def patient(team):
    return team.patients["GA0103"]


@pytest.fixture
def entry(team):
    return StrategyEntry(
        from_on=date(2026, 11, 5),
        medication_class=MedicationClass.NONE,
        causes=(NotTakingCause.POVERTY, NotTakingCause.OTHER),
        causes_other="独居",
        measures=(MedicationMeasure.FREE_MEDICINE, MedicationMeasure.DELIVERY),
        responsible_id=team.members["皮桂香"],
        due_on=date(2026, 11, 15),
        review_on=date(2026, 12, 5),
    )


def visit(bench, patient, day, adherence):
    record_visit(
        bench,
        patient,
        visited_on=date(2026, 11, day),
        form=VisitForm.HOME,
        answers=VisitAnswers(adherence=adherence),
    )


def test_a_row_comes_back_as_it_was_given(bench, patient, entry):
    key = add_strategy(bench, patient, entry, request_id="r1")
    assert add_strategy(bench, patient, entry, request_id="r1") == key
    (row,) = list_strategies(bench)
    assert (row.id, row.patient_id, row.entry, row.responsible, row.effect) == (
        key,
        patient,
        entry,
        "皮桂香",
        None,
    )


def test_the_effect_is_what_the_next_visit_found(bench, patient, entry):
    visit(bench, patient, 5, Adherence.NONE)
    add_strategy(bench, patient, entry)
    visit(bench, patient, 20, Adherence.REGULAR)
    visit(bench, patient, 12, None)
    visit(bench, patient, 16, Adherence.INTERMITTENT)
    (row,) = list_strategies(bench, patient_id=patient)
    assert (row.effect.adherence, row.effect.on) == (Adherence.INTERMITTENT, date(2026, 11, 16))
    (row,) = list_strategies(bench, patient_id=patient, on=date(2026, 11, 15))
    assert row.effect is None


def test_everything_missing_is_named_at_once(bench, patient, entry):
    wrong = replace(entry, causes=(), measures=(), responsible_id=None, due_on=None)
    with pytest.raises(MedicationHasProblems) as refused:
        add_strategy(bench, patient, wrong)
    assert [p.item for p in refused.value.problems] == [
        "causes",
        "measures",
        "responsible_id",
        "due_on",
    ]
    with pytest.raises(NotFound, match="责任人"):
        add_strategy(bench, patient, replace(entry, responsible_id=99))
    with pytest.raises(NotFound):
        add_strategy(bench, 99, entry)


def test_a_correction_keeps_what_was_known_before(bench, patient, entry, clock):
    key = add_strategy(bench, patient, entry)
    clock.move(minutes=1)
    before = bench.now()
    clock.move(hours=1)
    right = replace(entry, medication_class=MedicationClass.INTERMITTENT)
    with pytest.raises(EmptyField, match="更正理由"):
        correct_strategy(bench, key, right, why="")
    correct_strategy(bench, key, right, why="分类有误")
    assert [row.entry for row in list_strategies(bench)] == [right]
    assert [row.entry for row in list_strategies(bench, at=before)] == [entry]
    clock.move(hours=1)
    withdraw_strategy(bench, key, why="记到了别人名下")
    assert list_strategies(bench) == []
    assert list_strategies(bench, on=date(2026, 11, 4), at=before) == []
