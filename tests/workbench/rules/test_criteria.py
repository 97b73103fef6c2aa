"""The ten criteria for case management."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from data.clinical_codes import (
    Adherence,
    AdverseReaction,
    CaseFact,
    Criterion,
    Guardianship,
    Insight,
    PhysicalIllness,
    Symptoms,
)
from data.codes import CaseKind, RiskLevel
from tests.workbench.rules.known import BASE, ON, WELL, given
from workbench.rules.criteria import find_criteria, frequent_admissions, low_level
from workbench.rules.facts import Facts


def met(facts):
    return {f.criterion for f in find_criteria(facts, on=ON, profile=BASE) if f.met}


def test_there_are_six_and_four_in_the_order_of_the_document():
    found = [f.criterion for f in find_criteria(WELL, on=ON, profile=BASE)]
    assert found == list(Criterion)
    assert [c.kind for c in found] == [CaseKind.HIGH_RISK] * 6 + [CaseKind.UNSTABLE] * 4


def test_who_is_well_meets_none_and_about_who_is_unknown_nothing_is_said():
    assert met(WELL) == set()
    assert {f.met for f in find_criteria(WELL, on=ON, profile=BASE)} == {False}
    unknown = find_criteria(Facts(), on=ON, profile=BASE)
    assert {f.met for f in unknown} == {None}
    assert all(f.missing and "未知" in f.because for f in unknown)


@pytest.mark.parametrize(
    ("facts", "criterion"),
    [
        ({"risk_level": RiskLevel.VERBAL}, Criterion.LOW_LEVEL),
        ({"risk_level": RiskLevel.AT_HOME}, Criterion.LOW_LEVEL),
        ({"adherence": Adherence.INTERMITTENT}, Criterion.ADHERENCE),
        ({"adherence": Adherence.NONE}, Criterion.ADHERENCE),
        ({"guardianship": Guardianship.WEAK}, Criterion.GUARDIANSHIP),
        ({"guardianship": Guardianship.NONE}, Criterion.GUARDIANSHIP),
        ({"stressful_event": True}, Criterion.STRESS),
        ({"substance_use": True, "stressful_event": None}, Criterion.STRESS),
        ({"police_listed": True, "past_serious_harm": None}, Criterion.HISTORY),
        ({"past_serious_harm": True}, Criterion.HISTORY),
        ({"admissions": (date(2026, 1, 5), date(2026, 6, 8))}, Criterion.ADMISSIONS),
        ({"risk_level": RiskLevel.ANYWHERE}, Criterion.HIGH_LEVEL),
        ({"risk_level": RiskLevel.ARMED}, Criterion.HIGH_LEVEL),
        ({"symptoms": Symptoms.MARKED}, Criterion.SYMPTOMS),
        ({"insight": Insight.ABSENT}, Criterion.INSIGHT),
        ({"adverse_reaction": AdverseReaction.SEVERE, "physical_illness": None}, Criterion.BODY),
        ({"physical_illness": PhysicalIllness.SEVERE}, Criterion.BODY),
    ],
)
def test_each_criterion_is_met_by_its_own_facts_alone(facts, criterion):
    assert met(given(**facts)) == {criterion}


@pytest.mark.parametrize(
    "facts",
    [
        {"adherence": Adherence.NOT_NEEDED},
        {"symptoms": Symptoms.PRESENT},
        {"insight": Insight.PARTIAL},
        {"adverse_reaction": AdverseReaction.MILD},
        {"physical_illness": PhysicalIllness.PRESENT},
        {"hospitalised": True},
    ],
)
def test_what_only_comes_near_a_criterion_does_not_meet_it(facts):
    assert met(given(**facts)) == set()


def test_half_an_answer_asks_for_the_other_half_only():
    facts = given(police_listed=False, past_serious_harm=None, adverse_reaction=None)
    found = {f.criterion: f for f in find_criteria(facts, on=ON, profile=BASE)}
    assert found[Criterion.HISTORY].missing == (CaseFact.PAST_SERIOUS_HARM,)
    assert found[Criterion.BODY].missing == (CaseFact.ADVERSE_REACTION,)


def admitted(*days):
    return frequent_admissions([date.fromisoformat(day) for day in days], on=ON, profile=BASE).met


@pytest.mark.parametrize(
    ("days", "often"),
    [
        (["2026-03-01", "2026-09-01"], True),
        (["2026-03-01", "2026-03-01"], False),  # written down twice
        (["2026-03-01", "2026-11-26"], False),  # not yet
        (["2026-03-01", "2026-11-25"], True),  # today
        (["2025-11-25", "2026-03-01"], True),  # the same day a year ago
        (["2025-11-24", "2026-03-01"], False),
        (["2026-09-01", "2026-03-01", "2020-01-01"], True),
        ([], False),
    ],
)
def test_admissions_count_by_day_within_the_year_up_to_the_day(days, often):
    assert admitted(*days) is often


def test_the_year_up_to_the_29th_of_february_begins_on_the_28th():
    days = (date(2027, 2, 28), date(2027, 5, 1))
    assert frequent_admissions(days, on=date(2028, 2, 29), profile=BASE).met
    earlier = (date(2027, 2, 27), date(2027, 5, 1))
    assert not frequent_admissions(earlier, on=date(2028, 2, 29), profile=BASE).met


@examples(st.lists(st.dates(date(2025, 1, 1), date(2027, 1, 1)), max_size=6), st.data())
def test_neither_order_nor_repeats_of_admissions_matter(days, data):
    again = data.draw(st.permutations(days + days))
    first = frequent_admissions(days, on=ON, profile=BASE)
    assert frequent_admissions(again, on=ON, profile=BASE) == first


def test_the_sentence_names_the_days_it_counted():
    found = frequent_admissions([date(2026, 9, 1), date(2026, 3, 1)], on=ON, profile=BASE)
    assert found.because == (
        "2025年11月25日至2026年11月25日入院2次（2026年3月1日、2026年9月1日），达到2次。"
    )
    assert low_level(RiskLevel.AT_HOME).because == "危险性评估2级，属于1—2级。"


def test_a_unit_may_ask_for_more_admissions():
    stricter = replace(BASE["entry.readmissions"], amount=3)
    profile = BASE.overlaid("自定义", {stricter.key: stricter})
    days = (date(2026, 1, 5), date(2026, 6, 8))
    assert frequent_admissions(days, on=ON, profile=profile).met is False
