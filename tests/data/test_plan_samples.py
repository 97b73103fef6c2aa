"""The table of wordings for plans: every area has some, and none of them gives an order."""

from data.casework_codes import PlanArea
from data.clinical_codes import Criterion
from data.plan_samples import plan_samples

ORDERS = ("毫克", "mg", "剂量", "强制", "关锁", "约束")


def test_every_area_has_wordings_and_every_criterion_one_that_answers_it():
    assert {sample.area for sample in plan_samples()} == set(PlanArea)
    assert {c for sample in plan_samples() for c in sample.criteria} == set(Criterion)
    assert all(sample.problem and sample.goal and sample.measures for sample in plan_samples())


def test_no_wording_is_there_twice_and_none_orders_treatment():
    measures = [measure for sample in plan_samples() for measure in sample.measures]
    assert len(measures) == len(set(measures))
    assert not [m for m in measures for word in ORDERS if word in m]
