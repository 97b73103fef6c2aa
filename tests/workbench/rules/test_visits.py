"""When the next visit is due."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as examples
from hypothesis import settings
from hypothesis import strategies as st

from data.clinical_codes import CaseFact, Insight, Symptoms
from data.codes import RiskLevel
from data.profiles import read_profile
from tests.workbench.rules.known import BASE, ON, completions, given, pivotal, some_facts
from workbench.rules.dates import plus_months
from workbench.rules.facts import Facts
from workbench.rules.visits import next_visit, next_visit_on

TOWN = read_profile("齐云山镇(2024)")
PAST = st.none() | st.dates(date(2025, 1, 1), ON)


def visit(facts, profile=BASE):
    """What is found, which is never another day than the one that lists are told."""
    found = next_visit(facts, on=ON, profile=profile)
    assert next_visit_on(facts, on=ON, profile=profile) == found.on
    return found


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({}, date(2027, 1, 31)),
        ({"insight": Insight.PARTIAL}, date(2026, 11, 30)),
        ({"risk_level": RiskLevel.ANYWHERE}, date(2026, 11, 14)),
        ({"last_visit_on": date(2025, 2, 1)}, date(2025, 5, 1)),  # long overdue
    ],
)
def test_the_interval_of_the_class_counts_from_the_last_visit(facts, due):
    assert visit(given(**facts)).on == due


def test_nobody_is_visited_in_hospital_whatever_else_is_known():
    found = visit(Facts(hospitalised=True, last_visit_on=date(2026, 1, 1)))
    assert (found.on, found.missing) == (None, ())
    assert "住院" in found.because


def test_who_was_never_visited_is_due_now():
    found = visit(given(last_visit_on=None, referred_on=date(2026, 11, 20)))
    assert (found.on, found.missing) == (ON, ())
    assert found.because == "没有随访记录，应立即随访。"


def test_whether_somebody_is_in_hospital_is_asked():
    found = visit(given(hospitalised=None, last_visit_on=None))
    assert (found.on, found.missing) == (ON, (CaseFact.HOSPITALISED,))


@pytest.mark.parametrize(
    ("last", "referred", "due"),
    [
        (date(2026, 11, 1), date(2026, 11, 20), date(2026, 12, 4)),
        (date(2026, 11, 22), date(2026, 11, 20), date(2026, 12, 6)),
        (date(2026, 11, 20), date(2026, 11, 20), date(2026, 12, 4)),
    ],
)
def test_a_referral_is_followed_up_14_days_after_the_later_of_both(last, referred, due):
    assert visit(given(last_visit_on=last, referred_on=referred)).on == due


def test_a_referral_never_puts_a_visit_off():
    facts = given(
        symptoms=Symptoms.MARKED, last_visit_on=date(2026, 11, 1), referred_on=date(2026, 11, 10)
    )
    assert visit(facts).on == date(2026, 11, 15)
    assert date(2026, 11, 24) in {interval.due_on for interval in visit(facts).considered}


def test_every_interval_names_the_profile_that_supplied_it():
    facts = given(insight=Insight.PARTIAL, referred_on=date(2026, 11, 20))
    suppliers = {i.rule.key: i.rule.profile for i in visit(facts, TOWN).considered}
    assert suppliers == {
        "visit.interval.basic": "齐云山镇(2024)",
        "visit.interval.everybody": "国家规范",
        "visit.after_referral": "齐云山镇(2024)",
    }
    assert {i.rule.profile for i in visit(facts).considered} == {"国家规范"}


def test_a_default_is_never_said_to_be_written_in_a_standard():
    found = visit(given(insight=Insight.PARTIAL))
    assert "规则档“国家规范”的默认值，单位可改" in found.because
    assert "规范（公开转载件）" not in found.because


def test_an_open_class_gives_the_day_it_is_due_at_the_latest():
    found = visit(given(insight=None))
    assert found.on == date(2027, 1, 31)
    assert found.missing == (CaseFact.INSIGHT,)
    assert "如病情稳定" in found.because
    assert "最迟2027年1月31日" in found.because


def test_an_open_class_that_changes_nothing_is_not_asked_for():
    facts = given(insight=None, last_visit_on=date(2026, 11, 1), referred_on=date(2026, 11, 1))
    assert visit(facts).on == date(2026, 11, 15)
    assert visit(facts).missing == ()


def test_a_unit_may_visit_everybody_monthly():
    monthly = replace(BASE["visit.interval.everybody"], amount=1, profile="自定义")
    profile = BASE.overlaid("自定义", {monthly.key: monthly})
    assert visit(given(), profile).on == date(2026, 11, 30)


@settings(max_examples=60, deadline=None)
@examples(st.data(), PAST, PAST, st.sampled_from([BASE, TOWN]))
def test_what_is_asked_for_is_exactly_what_could_change_the_day(data, last, referred, profile):
    facts = replace(some_facts(data, 3), last_visit_on=last, referred_on=referred)
    found = visit(facts, profile)
    assert set(found.missing) == pivotal(facts, lambda full: visit(full, profile).on)


@settings(max_examples=60, deadline=None)
@examples(st.data(), st.dates(date(2025, 1, 1), ON), PAST)
def test_the_day_is_the_latest_that_any_completion_gives(data, last, referred):
    facts = replace(some_facts(data, 3), last_visit_on=last, referred_on=referred)
    days = {visit(full).on for _, full in completions(facts)} - {None}
    assert visit(facts).on == max(days, default=None)


@settings(max_examples=60, deadline=None)
@examples(st.data(), st.dates(date(2025, 1, 1), ON), PAST)
def test_it_is_after_the_last_visit_and_never_more_than_three_months_on(data, last, referred):
    facts = replace(
        some_facts(data, 3), hospitalised=False, last_visit_on=last, referred_on=referred
    )
    found = visit(facts)
    assert last < found.on <= plus_months(last, 3)
    assert found.on == min(interval.due_on for interval in found.considered)
