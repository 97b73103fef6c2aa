"""Which kind of case the criteria make."""

from dataclasses import replace

import pytest
from hypothesis import given as examples
from hypothesis import settings
from hypothesis import strategies as st

from data.clinical_codes import Adherence, CaseFact, Guardianship, Insight, Symptoms
from data.codes import CaseKind, RiskLevel
from tests.workbench.rules.known import BASE, ON, answered, given, pivotal, some_facts
from workbench.rules.case_kinds import propose_kind
from workbench.rules.criteria import find_criteria
from workbench.rules.facts import Facts


def needing(high_risk, unstable):
    own = [
        replace(BASE["entry.high_risk.min_criteria"], amount=high_risk, profile="自定义"),
        replace(BASE["entry.unstable.min_criteria"], amount=unstable, profile="自定义"),
    ]
    return BASE.overlaid("自定义", {value.key: value for value in own})


def entry(facts, profile=BASE):
    return propose_kind(find_criteria(facts, on=ON, profile=profile), profile)


def test_an_unstable_case_leads_and_the_high_risk_stays_known():
    both = entry(
        given(risk_level=RiskLevel.VERBAL, adherence=Adherence.NONE, insight=Insight.ABSENT)
    )
    assert (both.kind, both.high_risk, both.unstable) == (CaseKind.UNSTABLE, True, True)


def test_one_of_six_is_no_case_and_two_are():
    assert entry(given(guardianship=Guardianship.WEAK)).kind is None
    two = entry(given(guardianship=Guardianship.WEAK, substance_use=True))
    assert (two.kind, two.missing) == (CaseKind.HIGH_RISK, ())


def test_what_is_known_is_established_and_what_could_change_it_is_asked():
    facts = given(
        guardianship=Guardianship.WEAK, adherence=Adherence.NONE, insight=None, police_listed=None
    )
    found = entry(facts)
    assert found.kind is CaseKind.HIGH_RISK
    assert found.missing == (CaseFact.INSIGHT,)


def test_an_unstable_case_asks_for_nothing_more():
    facts = Facts(symptoms=Symptoms.MARKED)
    assert (entry(facts).kind, entry(facts).missing) == (CaseKind.UNSTABLE, ())


def test_the_level_is_asked_for_even_if_it_can_only_make_a_high_risk():
    one_short = given(guardianship=Guardianship.WEAK, risk_level=None)
    assert entry(one_short, needing(2, 2)).missing == (CaseFact.RISK_LEVEL,)


def test_a_fact_that_counts_only_beside_a_low_level_is_asked_for_with_it():
    facts = given(guardianship=None, risk_level=None)
    assert entry(facts).missing == (CaseFact.RISK_LEVEL, CaseFact.GUARDIANSHIP)
    without = given(guardianship=None, risk_level=RiskLevel.NONE)
    assert entry(without).missing == ()


def test_the_sentence_names_the_profile_of_each_threshold():
    found = entry(given(), needing(3, 2))
    assert {rule.profile for rule in found.used} == {"自定义"}
    assert "须3条（规则档“自定义”的默认值，单位可改）" in found.because


@pytest.mark.parametrize(("high_risk", "unstable"), [(2, 1), (1, 1), (3, 2), (6, 4), (7, 5)])
@settings(max_examples=25, deadline=None)
@examples(st.data())
def test_what_is_asked_for_is_exactly_what_could_change_the_kind(high_risk, unstable, data):
    profile = needing(high_risk, unstable)
    facts = some_facts(data, 5)
    could_change = pivotal(facts, lambda full: entry(full, profile).kind)
    assert set(entry(facts, profile).missing) == could_change


def test_answers_and_entry_agree():
    facts = given(risk_level=RiskLevel.VERBAL)
    assert answered(facts).entry == entry(facts)
