"""When a rating has to be explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.codes import RiskLevel
from workbench.rules.assessments import reasons_wanted

LEVELS = st.sampled_from(RiskLevel)
ZERO, ONE, TWO, THREE, FOUR, FIVE = RiskLevel


def wanted(agreed, previous=None, clinical=None, opinions=()):
    return reasons_wanted(agreed, previous=previous, clinical=clinical, opinions=opinions)


@pytest.mark.parametrize(
    ("agreed", "previous", "clinical", "opinions", "words"),
    [
        (THREE, TWO, None, (), "等级由2级改为3级"),
        (ONE, TWO, None, (), "等级由2级改为1级"),
        (TWO, TWO, THREE, (), "低于最近一次临床等级3级"),
        (THREE, THREE, THREE, (ONE, THREE), "各方意见相差2级"),
    ],
)
def test_each_reason_is_said(agreed, previous, clinical, opinions, words):
    (only,) = wanted(agreed, previous, clinical, opinions)
    assert words in only


def test_an_unchanged_rating_on_which_all_agree_needs_none():
    assert wanted(THREE, THREE, TWO, (THREE, TWO)) == ()


def test_a_first_rating_without_anything_known_needs_none():
    assert wanted(FIVE) == ()


@given(LEVELS, LEVELS)
def test_a_reason_is_wanted_exactly_when_the_level_changed(agreed, previous):
    assert bool(wanted(agreed, previous)) == (agreed != previous)


@given(LEVELS, st.lists(LEVELS, min_size=1, max_size=9))
def test_members_two_levels_apart_always_need_a_reason(agreed, opinions):
    far_apart = max(opinions) - min(opinions) >= 2
    assert bool(wanted(agreed, agreed, agreed, opinions)) == far_apart
