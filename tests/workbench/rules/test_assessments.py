"""When a rating has to be explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.codes import RiskLevel
from workbench.rules.assessments import level_after_harm, reasons_wanted

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


@pytest.mark.parametrize(
    ("level", "harm", "suicide", "needs"),
    [
        (THREE, True, False, True),
        (THREE, None, True, True),
        (ZERO, False, False, False),
        (ZERO, False, None, None),
        (FOUR, True, True, False),
        (FIVE, None, None, False),
    ],
)
def test_t9_self_harm_or_suicide_means_level_4_or_a_reason(level, harm, suicide, needs):
    found = level_after_harm(level, self_harm=harm, suicide_attempt=suicide)
    assert found.needs_reason is needs
    assert bool(found.missing) == (needs is None)


def test_the_act_and_what_is_unknown_are_named():
    after = level_after_harm(TWO, self_harm=True, suicide_attempt=None)
    assert after.because == "有自伤，应至少评定为4级，评定为2级须写明理由。"
    assert level_after_harm(TWO, self_harm=None, suicide_attempt=None).missing == (
        "自伤",
        "自杀未遂",
    )
