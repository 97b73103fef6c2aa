"""How stable a condition is."""

import pytest
from hypothesis import given as examples
from hypothesis import settings
from hypothesis import strategies as st

from data.clinical_codes import (
    Adherence,
    AdverseReaction,
    CaseFact,
    Guardianship,
    Insight,
    PhysicalIllness,
    Symptoms,
)
from data.codes import RiskLevel, Stability
from tests.workbench.rules.known import (
    FAIR,
    GOOD,
    NOT_APPLICABLE,
    POOR,
    completions,
    given,
    pivotal,
    some_facts,
)
from workbench.rules.facts import Facts
from workbench.rules.stability import classify

STABLE, BASIC, UNSTABLE = Stability.STABLE, Stability.BASICALLY_STABLE, Stability.UNSTABLE


@pytest.mark.parametrize(
    ("facts", "stability"),
    [
        ({}, STABLE),
        ({"adverse_reaction": AdverseReaction.MILD}, STABLE),
        ({"physical_illness": PhysicalIllness.PRESENT}, STABLE),
        ({"social_functions": (NOT_APPLICABLE,) * 5}, STABLE),
        ({"adherence": Adherence.NONE, "guardianship": Guardianship.NONE}, STABLE),
        ({"risk_level": RiskLevel.VERBAL}, BASIC),
        ({"risk_level": RiskLevel.AT_HOME}, BASIC),
        ({"symptoms": Symptoms.PRESENT}, BASIC),
        ({"insight": Insight.PARTIAL}, BASIC),
        ({"social_functions": (GOOD, GOOD, GOOD, GOOD, POOR)}, BASIC),
        ({"risk_level": RiskLevel.ANYWHERE}, UNSTABLE),
        ({"risk_level": RiskLevel.ARMED}, UNSTABLE),
        ({"symptoms": Symptoms.MARKED}, UNSTABLE),
        ({"insight": Insight.ABSENT}, UNSTABLE),
        ({"adverse_reaction": AdverseReaction.SEVERE}, UNSTABLE),
        ({"physical_illness": PhysicalIllness.SEVERE}, UNSTABLE),
        ({"insight": Insight.ABSENT, "risk_level": RiskLevel.VERBAL}, UNSTABLE),
    ],
)
def test_the_worst_fact_decides(facts, stability):
    assert classify(given(**facts)).stability is stability


def test_one_fact_settles_an_unstable_condition():
    assert classify(Facts(insight=Insight.ABSENT)).stability is UNSTABLE
    assert classify(Facts(insight=Insight.ABSENT)).missing == ()


def test_a_poor_item_settles_the_functions_and_an_empty_one_does_not():
    poor = given(social_functions=(None, None, POOR, None, None))
    assert (classify(poor).stability, classify(poor).missing) == (BASIC, ())
    empty = given(social_functions=(GOOD, FAIR, None, GOOD, GOOD))
    assert classify(empty).stability is None
    assert classify(empty).missing == (CaseFact.SOCIAL_FUNCTIONS,)


def test_what_cannot_make_it_worse_is_not_asked_for():
    facts = given(risk_level=RiskLevel.VERBAL, social_functions=None, insight=None)
    assert classify(facts).missing == (CaseFact.INSIGHT,)
    assert classify(facts).at_least is BASIC


def test_the_sentence_names_the_facts():
    found = classify(given(risk_level=RiskLevel.PERSISTENT, symptoms=Symptoms.MARKED))
    assert found.because == "不稳定：危险性评估4级、精神症状明显。"
    assert "尚缺：自知力" in classify(given(insight=None)).because


@settings(max_examples=60, deadline=None)
@examples(st.data())
def test_it_is_open_exactly_while_completions_differ(data):
    facts = some_facts(data, 4)
    possible = {classify(full).stability for _, full in completions(facts)}
    found = classify(facts)
    assert found.stability == (possible.pop() if len(possible) == 1 else None)
    assert set(found.missing) == pivotal(facts, lambda full: classify(full).stability)
    assert (found.stability is None) == bool(found.missing)
