"""The vectors of the rules, and what holds of all answers together."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as examples
from hypothesis import settings
from hypothesis import strategies as st

from data.clinical_codes import Adherence, Criterion, Guardianship, Insight
from data.codes import CaseKind, RiskLevel, Stability
from data.profiles import profile_names, read_profile
from tests.workbench.rules.known import (
    BASE,
    DOMAINS,
    WELL,
    answered,
    completions,
    given,
    some_facts,
)


def met(found):
    return {finding.criterion for finding in found.findings if finding.met}


def test_t1_who_is_well_is_stable_and_seen_in_three_months():
    found = answered(WELL)
    assert found.stability.stability is Stability.STABLE
    assert found.visit.on == date(2027, 1, 31)
    assert (found.entry.kind, met(found), found.missing) == (None, set(), ())


def test_t2_a_partial_insight_is_basically_stable_and_seen_in_a_month():
    found = answered(given(insight=Insight.PARTIAL))
    assert found.stability.stability is Stability.BASICALLY_STABLE
    assert found.visit.on == date(2026, 11, 30)


def test_t3_level_1_alone_is_one_criterion_and_no_entry():
    found = answered(given(risk_level=RiskLevel.VERBAL))
    assert found.stability.stability is Stability.BASICALLY_STABLE
    assert (met(found), found.entry.kind) == ({Criterion.LOW_LEVEL}, None)


def test_t4_level_1_and_irregular_medication_are_a_high_risk():
    found = answered(given(risk_level=RiskLevel.VERBAL, adherence=Adherence.INTERMITTENT))
    assert found.stability.stability is Stability.BASICALLY_STABLE
    assert (len(met(found)), found.entry.kind) == (2, CaseKind.HIGH_RISK)


def test_t5_irregular_medication_without_a_guardian_is_a_high_risk_at_level_0():
    facts = given(adherence=Adherence.INTERMITTENT, guardianship=Guardianship.NONE)
    found = answered(facts)
    assert found.stability.stability is Stability.STABLE
    assert (len(met(found)), found.entry.kind) == (2, CaseKind.HIGH_RISK)


def test_t6_who_needs_no_medicine_does_not_take_it_irregularly():
    found = answered(given(risk_level=RiskLevel.AT_HOME, adherence=Adherence.NOT_NEEDED))
    assert (met(found), found.entry.kind) == ({Criterion.LOW_LEVEL}, None)


def test_t7_level_3_is_unstable_and_seen_in_14_days():
    found = answered(given(risk_level=RiskLevel.ANYWHERE))
    assert found.stability.stability is Stability.UNSTABLE
    assert found.entry.kind is CaseKind.UNSTABLE
    assert found.visit.on == date(2026, 11, 14)


def test_t8_an_absent_insight_is_unstable_at_level_0():
    found = answered(given(insight=Insight.ABSENT))
    assert found.stability.stability is Stability.UNSTABLE
    assert found.entry.kind is CaseKind.UNSTABLE


def test_t10_two_admissions_within_the_year_and_a_police_listing_are_a_high_risk():
    facts = given(admissions=(date(2026, 2, 3), date(2026, 9, 9)), police_listed=True)
    found = answered(facts)
    assert met(found) == {Criterion.ADMISSIONS, Criterion.HISTORY}
    assert found.entry.kind is CaseKind.HIGH_RISK


def test_t11_two_admissions_13_months_apart_are_not_frequent():
    found = answered(given(admissions=(date(2025, 10, 20), date(2026, 11, 20))))
    assert met(found) == set()


def test_t12_when_both_hold_unstable_leads_and_the_high_risk_items_are_shown():
    facts = given(
        risk_level=RiskLevel.VERBAL, guardianship=Guardianship.WEAK, insight=Insight.ABSENT
    )
    found = answered(facts)
    assert found.entry.kind is CaseKind.UNSTABLE
    assert found.entry.high_risk is True
    assert met(found) == {Criterion.LOW_LEVEL, Criterion.GUARDIANSHIP, Criterion.INSIGHT}


@pytest.mark.parametrize(
    ("last", "due"),
    [(date(2026, 1, 31), date(2026, 2, 28)), (date(2024, 1, 31), date(2024, 2, 29))],
)
def test_t16_a_month_after_31_january_is_the_end_of_february(last, due):
    found = answered(given(insight=Insight.PARTIAL, last_visit_on=last))
    assert found.visit.on == due


@pytest.mark.parametrize("name", profile_names())
def test_every_profile_answers_with_its_own_or_the_base_values(name):
    found = answered(given(insight=Insight.PARTIAL), read_profile(name))
    assert found.entry.kind is None
    assert {rule.profile for rule in found.used} <= {name, "国家规范"}


def values(found):
    """What is answered, without the words."""
    return (
        found.stability.stability,
        found.entry.kind,
        found.visit.on,
        found.key_patient.is_key,
    )


@settings(max_examples=60, deadline=None)
@examples(st.data())
def test_when_nothing_is_missing_no_completion_changes_an_answer(data):
    facts = some_facts(data, 4)
    found = answered(facts)
    outcomes = {values(answered(full)) for _, full in completions(facts)}
    assert bool(found.missing) == (len(outcomes) > 1)
    if not found.missing:
        assert outcomes == {values(found)}


@settings(max_examples=150, deadline=None)
@examples(st.data())
def test_one_more_answer_never_flips_a_settled_one(data):
    facts = some_facts(data, len(DOMAINS))
    unknown = [fact for fact in DOMAINS if getattr(facts, fact) is None]
    if not unknown:
        unknown, facts = list(DOMAINS), replace(WELL, **dict.fromkeys(DOMAINS))
    fact = data.draw(st.sampled_from(unknown))
    more = replace(facts, **{fact.value: data.draw(st.sampled_from(DOMAINS[fact]))})
    before, after = answered(facts), answered(more)
    for was, now in zip(parts(before), parts(after), strict=True):
        value, missing = was
        if not missing:
            assert now == was
        elif fact not in missing:
            assert now[0] == value
    for was, now in zip(before.findings, after.findings, strict=True):
        assert was.met is None or was.met is now.met
    assert set(after.missing) <= set(before.missing) - {fact}


def parts(found):
    """Each answer with what it still asks for."""
    return zip(
        values(found),
        (
            found.stability.missing,
            found.entry.missing,
            found.visit.missing,
            found.key_patient.missing,
        ),
        strict=True,
    )


def test_every_answer_explains_itself():
    for facts in (WELL, given(insight=None), replace(WELL, **dict.fromkeys(DOMAINS))):
        found = answered(facts)
        sentences = [
            found.stability.because,
            found.entry.because,
            found.visit.because,
            *(finding.because for finding in found.findings),
        ]
        assert all(sentence.endswith("。") for sentence in sentences)
        assert found.key_patient.reasons


def test_the_base_is_used_where_a_place_says_nothing():
    found = answered(WELL, read_profile("达拉特旗(2024)"))
    assert {rule.profile for rule in found.used} == {"国家规范"}
    assert found.visit.on == answered(WELL, BASE).visit.on
