"""Days that are known only to the month or to the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.register_codes import Precision
from workbench.rules.rough_days import RoughDay, rough_day, rough_day_typed

DAY = date(2009, 3, 5)


@pytest.mark.parametrize(
    ("precision", "words", "kept"),
    [
        (Precision.YEAR, "2009年", date(2009, 1, 1)),
        (Precision.MONTH, "2009年3月", date(2009, 3, 1)),
        (Precision.DAY, "2009年3月5日", DAY),
    ],
)
def test_only_as_much_is_said_and_kept_as_is_known(precision, words, kept):
    assert RoughDay(DAY, precision).words == words
    assert RoughDay(DAY, precision).cleaned() == RoughDay(kept, precision)


@given(st.dates(), st.sampled_from(Precision))
def test_cleaning_changes_nothing_that_is_said(day, precision):
    rough = RoughDay(day, precision)
    assert rough.cleaned().words == rough.words
    assert rough.cleaned().cleaned() == rough.cleaned()


@given(st.dates(), st.sampled_from(Precision))
def test_the_last_day_is_the_last_of_which_the_same_is_said(day, precision):
    rough = RoughDay(day, precision)
    assert rough.cleaned().on <= day <= rough.last
    assert RoughDay(rough.last, precision).words == rough.words
    if rough.last < date.max:
        assert RoughDay(rough.last + timedelta(days=1), precision).words != rough.words


def test_without_a_day_nothing_is_known():
    assert rough_day(None, None) is None
    assert rough_day(DAY, None) == RoughDay(DAY, Precision.DAY)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.sampled_from(Precision))
def test_what_is_said_of_a_rough_day_is_read_as_the_same(day, precision):
    rough = RoughDay(day, precision).cleaned()
    assert rough_day_typed(rough.words) == rough


@pytest.mark.parametrize("words", ["2009-03", "2009.3", "2009/03", "２００９年３月"])
def test_a_month_is_read_in_the_usual_notations(words):
    assert rough_day_typed(words) == RoughDay(date(2009, 3, 1), Precision.MONTH)


@pytest.mark.parametrize("words", ["", "小时候", "2009-13", "1009", "09-03"])
def test_what_is_no_rough_day_is_not_guessed(words):
    assert rough_day_typed(words) is None
