"""Equal content has one text and one digest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.canonical import canonical, differences, digest

PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
VALUES = st.recursive(
    PLAIN, lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(max_size=4), v, max_size=3)
)


@given(st.dictionaries(st.text(max_size=4), VALUES, max_size=4))
def test_the_order_of_keys_does_not_matter(mapping):
    turned = dict(reversed(list(mapping.items())))
    assert digest(canonical(turned)) == digest(canonical(mapping))


@pytest.mark.parametrize("value", [1.5, {1: "a"}, b"a", (1,), {"a": {1.0}}])
def test_what_has_no_single_text_is_refused(value):
    with pytest.raises(TypeError):
        canonical(value)


@given(VALUES, VALUES)
def test_values_differ_exactly_when_their_texts_do(one, other):
    assert bool(differences(one, other)) == (canonical(one) != canonical(other))


def test_the_place_of_a_difference_is_named():
    was = {"items": [{"level": 3, "name": "甲"}], "place": "一"}
    now = {"items": [{"level": 4, "name": "甲"}], "place": "一"}
    assert differences(was, now) == ["items[0].level"]
    assert differences({"a": 1}, {"a": True}) == ["a"]
    assert differences({"a": [1]}, {"a": [1, 2]}) == ["a"]
    assert differences({"a": 1}, {"a": 1, "b": None, "c": 0}) == ["b", "c"]
