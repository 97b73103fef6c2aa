"""Days that are known only to the month or to the year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.register_codes import Precision
from workbench.rules.rough_days import RoughDay, rough_day

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
