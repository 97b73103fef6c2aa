"""How cases are numbered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.cases import FIRST, next_number


@pytest.mark.parametrize(
    ("taken", "suggested"),
    [
        ([], FIRST),
        (["甲"], FIRST),
        (["GA0101", "GA0103"], "GA0104"),
        (["GA0103", "GA0101"], "GA0104"),
        (["GA0101", "2026-7"], "2026-8"),
        (["GA9999"], "GA10000"),
        (["7"], "8"),
    ],
)
def test_the_next_number_has_the_shape_of_the_last(taken, suggested):
    assert next_number(taken) == suggested


@given(st.lists(st.from_regex(r"[A-Z]{0,2}\d{1,5}", fullmatch=True), max_size=20))
def test_a_suggested_number_is_never_taken(taken):
    assert next_number(taken) not in taken
