"""A dose is the text that was typed, and a number where it is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.medication_codes import DoseUnit
from workbench.rules.doses import thousandths, unit_typed


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("5", 5000),
        ("12.5", 12500),
        ("0.25", 250),
        ("0.125", 125),
        ("１２．５", 12500),
        ("150 mg eq", 150000),
        ("2mL", 2000),
        (" 25mg ", 25000),
        ("0", 0),
        ("", None),
        ("半片", None),
        ("25-50", None),
        ("-5", None),
        ("1/2", None),
        ("0.0001", None),
        ("5片", None),
        ("5 tablets", None),
        ("1e3", None),
    ],
)
def test_only_one_plain_number_is_counted(typed, number):
    assert thousandths(typed) == number


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("25mg", DoseUnit.MG),
        ("25 MG", DoseUnit.MG),
        ("75mg eq", DoseUnit.MG_EQ),
        ("1ml", DoseUnit.ML),
        ("25", None),
        ("半片", None),
    ],
)
def test_a_unit_behind_the_number_is_read(typed, unit):
    assert unit_typed(typed) is unit


@given(st.integers(0, 999_999_999))
def test_every_dose_up_to_three_places_is_counted_exactly(count):
    assert thousandths(f"{count // 1000}.{count % 1000:03}") == count


@given(st.text())
def test_whatever_is_typed_is_a_number_or_not(typed):
    found = thousandths(typed)
    assert found is None or found >= 0
