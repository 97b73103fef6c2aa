"""What changed about a patient's medicines, in sentences."""

from dataclasses import replace
from datetime import date

import pytest

from data.medication_codes import (
    DoseUnit,
    MedicationClass,
    MedicationMeasure,
    NotTakingCause,
    Span,
)
from workbench.changes import list_changes
from workbench.injections import record_injection
from workbench.medication import (
    add_medication,
    correct_medication,
    stop_medication,
    withdraw_medication,
)
from workbench.medication_strategies import add_strategy
from workbench.rules.medication import InjectionEntry, MedicationEntry, StrategyEntry

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


@pytest.fixture
def changes(bench, patient, clock):
    """What changed since the test last asked."""
    clock.move(minutes=1)
    seen = [bench.now()]

    def since():
        clock.move(minutes=1)
        found = list_changes(bench, patient, seen[-1])
        seen.append(bench.now())
        clock.move(minutes=1)
        return [change.sentence for change in found]

    clock.move(minutes=1)
    return since


def test_a_medicine_is_told_with_its_dose_and_interval(bench, patient, changes):
    line = add_medication(bench, patient, DEPOT)
    assert changes() == [
        (
            "2026年9月1日，用药“氟哌啶醇癸酸酯”：种类为用药情况，长效为是，每次为50mg，"
            "间隔为每4周一次，起用为2026年9月1日。"
        )
    ]
    correct_medication(bench, line, replace(DEPOT, dose="75"), why="抄错一行")
    assert changes() == [
        "更正2026年9月1日的用药“氟哌啶醇癸酸酯”：每次由“50mg”改为“75mg”。理由：抄错一行。"
    ]
    stop_medication(bench, line, stopped_on=date(2026, 11, 2), why="改用口服药")
    (stopped,) = changes()
    assert "停用由未知改为“2026年11月2日”" in stopped
    withdraw_medication(bench, line, why="另一个人的药")
    (withdrawn,) = changes()
    assert withdrawn.startswith("撤回2026年9月1日的用药“氟哌啶醇癸酸酯”")


def test_when_an_injection_may_be_given_is_told(bench, patient, changes):
    line = add_medication(bench, patient, DEPOT)
    changes()
    shifted = replace(DEPOT, window_days=7, second_after_days=8)
    correct_medication(bench, line, shifted, why="按说明书")
    assert changes() == [
        (
            "更正2026年9月1日的用药“氟哌啶醇癸酸酯”：可提前或推迟由未知改为“7天”；"
            "第二针相隔由未知改为“8天”。理由：按说明书。"
        )
    ]


def test_an_injection_names_its_medicine(bench, patient, changes):
    line = add_medication(bench, patient, DEPOT)
    changes()
    given = InjectionEntry(given_on=date(2026, 9, 1), dose="50mg", unit=DoseUnit.MG, place="臀部")
    record_injection(bench, line, given)
    assert changes() == ["2026年9月1日，注射“氟哌啶醇癸酸酯”：剂量为50mg，部位为臀部。"]


def test_a_strategy_is_told_with_who_does_what(bench, team, patient, changes):
    entry = StrategyEntry(
        from_on=date(2026, 11, 10),
        medication_class=MedicationClass.INTERMITTENT,
        causes=(NotTakingCause.INCONVENIENT,),
        measures=(MedicationMeasure.DELIVERY,),
        responsible_id=team.members["皮桂香"],
        due_on=date(2026, 12, 1),
    )
    add_strategy(bench, patient, entry)
    assert changes() == [
        (
            "2026年11月10日，一人一策：服药分类为间断服药，原因为购药不方便，措施为送药上门，"
            "责任人为皮桂香，期限为2026年12月1日。"
        )
    ]
