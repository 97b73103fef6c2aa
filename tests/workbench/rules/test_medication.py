"""What medication records must not say, and which measure answers which cause."""

from dataclasses import replace
from datetime import date

import pytest

from data.medication_codes import (
    DoseUnit,
    MedicationClass,
    MedicationMeasure,
    NotTakingCause,
    Span,
    TimesPer,
)
from workbench.rules.medication import (
    InjectionEntry,
    MedicationEntry,
    StrategyEntry,
    injection_problems,
    line_problems,
    measures_for,
    strategy_problems,
)

TODAY = date(2026, 11, 25)
LINE = MedicationEntry(name="奥氮平", unit=DoseUnit.MG, evening="10", started_on=date(2026, 3, 1))
STRATEGY = StrategyEntry(
    from_on=TODAY,
    medication_class=MedicationClass.NONE,
    causes=(NotTakingCause.POVERTY,),
    measures=(MedicationMeasure.FREE_MEDICINE,),
    responsible_id=1,
    due_on=date(2026, 12, 10),
)


def items(problems):
    return [problem.item for problem in problems]


@pytest.mark.parametrize(
    ("change", "item"),
    [
        ({"name": ""}, "name"),
        ({"started_on": date(2026, 11, 26)}, "started_on"),
        ({"stopped_on": date(2026, 11, 26)}, "stopped_on"),
        ({"stopped_on": date(2026, 2, 28)}, "stopped_on"),
        ({"evening": "", "every": 4}, "every"),
        ({"evening": "", "every_unit": Span.WEEKS}, "every"),
        ({"evening": "", "every": 0, "every_unit": Span.WEEKS}, "every"),
        ({"every": 4, "every_unit": Span.WEEKS}, "every"),
        ({"times": 2}, "times"),
        ({"times": 0, "times_per": TimesPer.DAY}, "times"),
        ({"window_days": -1}, "window_days"),
        ({"second_after_days": 0}, "second_after_days"),
        ({"evening": "10mL"}, "evening"),
        ({"dose": "75mg eq"}, "dose"),
    ],
)
def test_each_contradiction_of_a_line_is_named(change, item):
    assert items(line_problems(replace(LINE, **change), today=TODAY)) == [item]


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        MedicationEntry(name="某种草药"),
        replace(LINE, evening="半片"),
        replace(LINE, stopped_on=date(2026, 3, 1)),
        replace(LINE, evening="", dose="2.5", times=2, times_per=TimesPer.DAY),
        replace(LINE, evening="", dose="100", every=4, every_unit=Span.WEEKS),
        replace(LINE, evening="10mg"),
    ],
)
def test_what_is_not_known_of_a_line_may_stay_so(line):
    assert line_problems(line, today=TODAY) == ()


@pytest.mark.parametrize(
    ("entry", "item"),
    [
        (InjectionEntry(given_on=date(2026, 11, 26)), "given_on"),
        (InjectionEntry(given_on=date(2026, 2, 28)), "given_on"),
        (InjectionEntry(given_on=TODAY, dose="50mL", unit=DoseUnit.MG), "dose"),
    ],
)
def test_an_injection_lies_within_its_line(entry, item):
    found = injection_problems(entry, started_on=date(2026, 3, 1), stopped_on=None, today=TODAY)
    assert items(found) == [item]


def test_nothing_is_injected_after_a_medicine_was_stopped():
    entry = InjectionEntry(given_on=date(2026, 10, 2))
    stopped = date(2026, 10, 1)
    found = injection_problems(entry, started_on=None, stopped_on=stopped, today=TODAY)
    assert items(found) == ["given_on"]


@pytest.mark.parametrize(
    ("change", "item"),
    [
        ({"from_on": date(2026, 11, 26)}, "from_on"),
        ({"causes": ()}, "causes"),
        ({"causes": (NotTakingCause.OTHER,)}, "causes_other"),
        ({"measures": ()}, "measures"),
        ({"measures": (MedicationMeasure.OTHER,)}, "measures_other"),
        ({"responsible_id": None}, "responsible_id"),
        ({"due_on": None}, "due_on"),
        ({"due_on": date(2026, 11, 24)}, "due_on"),
        ({"review_on": date(2026, 11, 24)}, "review_on"),
    ],
)
def test_each_gap_of_a_strategy_is_named(change, item):
    assert items(strategy_problems(replace(STRATEGY, **change), today=TODAY)) == [item]
    assert strategy_problems(STRATEGY, today=TODAY) == ()


@pytest.mark.parametrize(
    ("cause", "measures"),
    [
        (NotTakingCause.POVERTY, ["救助救治政策", "困难患者免费服药"]),
        (NotTakingCause.INCONVENIENT, ["送药上门"]),
        (NotTakingCause.RESISTANT, ["调整用药", "服药宣教"]),
        (NotTakingCause.UNGUARDED, ["建议长效针剂"]),
        (NotTakingCause.OTHER, []),
    ],
)
def test_each_cause_has_the_measures_of_the_plan(cause, measures):
    assert [measure.label for measure in measures_for([cause])] == measures


def test_measures_of_several_causes_stand_once_each():
    every = measures_for([*NotTakingCause, *NotTakingCause])
    assert every == tuple(m for m in MedicationMeasure if m is not MedicationMeasure.OTHER)
