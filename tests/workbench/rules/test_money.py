"""Sums of money are typed and said in 元 and kept in 分."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.money import read_sum, said_sum


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("2400", 240000),
        (" 2,400.5元 ", 240050),
        ("0.05", 5),
        ("1，200", 120000),
        ("0", 0),
    ],
)
def test_a_sum_is_read_as_it_is_typed(typed, amount):
    assert read_sum(typed) == amount


@pytest.mark.parametrize("typed", ["", "两千", "-5", "1.005", "1e3", "1234567890", "٣", "1.", ".5"])
def test_what_is_no_sum_is_not_guessed_at(typed):
    assert read_sum(typed) is None


@given(st.integers(0, 10**11 - 1))
def test_what_is_said_reads_back_as_the_same_sum(amount):
    assert read_sum(said_sum(amount)) == amount
