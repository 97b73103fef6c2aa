"""What the record already says about the criteria."""

from datetime import date

import pytest

from data.clinical_codes import Adherence, CaseFact, Criterion, Insight
from data.codes import CaseKind, RiskLevel, VisitForm
from tests.workbench.casework import TODAY, a_patient
from tests.workbench.rules.known import BASE
from workbench.errors import NotFound
from workbench.intake_reading import read_intake
from workbench.intake_suggestions import RESTS_ON, suggest_intake
from workbench.intakes import Assessed, assess_intake
from workbench.rules.criteria import find_criteria
from workbench.rules.facts import Facts
from workbench.rules.visit_answers import VisitAnswers
from workbench.visits import record_visit


def visit(bench, patient, day, level=None, **answers):
    return record_visit(
        bench,
        patient,
        visited_on=date(2026, 11, day),
        form=VisitForm.HOME,
        level=level,
        answers=VisitAnswers(**answers),
    )


def test_of_a_patient_without_a_record_everything_is_open(bench):
    found = suggest_intake(bench, a_patient(bench))
    assert {e.met for e in found.evidence.values()} == {None}
    assert (found.kind, CaseFact.RISK_LEVEL in found.missing) == (None, True)
    with pytest.raises(NotFound):
        suggest_intake(bench, 99)


def test_each_criterion_names_its_day_and_source(bench):
    patient = a_patient(bench)
    visit(bench, patient, 3, RiskLevel.AT_HOME)
    visit(bench, patient, 17, adherence=Adherence.INTERMITTENT, insight=Insight.FULL)
    found = suggest_intake(bench, patient)
    low, pills = found.evidence[Criterion.LOW_LEVEL], found.evidence[Criterion.ADHERENCE]
    assert (low.met, low.words, low.on, low.source) == (
        True,
        "危险性评估2级，属于1—2级。",
        date(2026, 11, 3),
        "随访",
    )
    assert (pills.met, pills.on) == (True, date(2026, 11, 17))
    assert found.evidence[Criterion.INSIGHT].met is False
    assert found.kind is CaseKind.HIGH_RISK
    assert suggest_intake(bench, patient, date(2026, 11, 10)).kind is None


def test_what_is_suggested_can_be_written_down_as_it_is(bench):
    patient = a_patient(bench)
    visit(bench, patient, 3, RiskLevel.ANYWHERE, insight=Insight.ABSENT)
    found = suggest_intake(bench, patient)
    kept = read_intake(bench, assess_intake(bench, patient, Assessed(TODAY, found.evidence)))
    assert (kept.kind, kept.by_hand) == (CaseKind.UNSTABLE, False)
    assert {row.criterion: row.met for row in kept.findings} == {
        criterion: evidence.met for criterion, evidence in found.evidence.items()
    }


def test_a_suggestion_reads_as_it_was_known(bench, clock):
    patient = a_patient(bench)
    clock.move(minutes=5)
    before = bench.now()
    clock.move(minutes=5)
    visit(bench, patient, 3, RiskLevel.ANYWHERE)
    assert suggest_intake(bench, patient).kind is CaseKind.UNSTABLE
    assert suggest_intake(bench, patient, at=before).kind is None


@pytest.mark.parametrize("criterion", Criterion)
def test_each_criterion_rests_on_the_facts_the_rule_asks_for(criterion):
    unknown = {f.criterion: f for f in find_criteria(Facts(), on=TODAY, profile=BASE)}
    assert set(RESTS_ON[criterion]) == set(unknown[criterion].missing)
