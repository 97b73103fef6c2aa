"""Which wordings are offered for an area, and which a first plan is begun from."""

from data.casework_codes import PlanArea
from data.clinical_codes import Criterion
from data.codes import CaseKind
from tests.workbench.casework import TODAY, TWO_MET
from workbench.intakes import Assessed, review_criteria
from workbench.plan_reading import read_plan
from workbench.plan_samples import samples_answering, samples_for
from workbench.plans import draw_up_plan
from workbench.rules.plans import AREAS


def test_only_wordings_of_the_area_are_offered():
    for area in PlanArea:
        assert {sample.area for sample in samples_for(area)} == {area}


def test_each_criterion_of_a_kind_has_a_wording_in_an_area_of_its_plan():
    for kind in CaseKind:
        for criterion in Criterion:
            if criterion.kind is kind:
                (sample,) = samples_answering(kind, [criterion])
                assert sample.area in AREAS[kind]
                assert sample.criteria == (criterion,)


def test_a_wording_is_taken_once_though_it_answers_two():
    both = [Criterion.LOW_LEVEL, Criterion.HIGH_LEVEL]
    (sample,) = samples_answering(CaseKind.HIGH_RISK, both)
    assert sample.criteria == tuple(both)
    assert samples_answering(CaseKind.HIGH_RISK, [Criterion.INSIGHT]) == ()


def test_a_plan_is_begun_from_the_criteria_that_are_met(bench, team):
    case = team.cases["GA0101"]
    review_criteria(bench, case, Assessed(TODAY, TWO_MET))
    plan = draw_up_plan(bench, case, from_criteria=True)
    found = read_plan(bench, plan)
    assert [row.line.criteria for row in found.items] == [
        (Criterion.LOW_LEVEL,),
        (Criterion.ADHERENCE,),
    ]
    assert found.unanswered == ()
    assert {row.line.responsible for row in found.items} == {""}
