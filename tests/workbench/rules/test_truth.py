"""Yes, no, and not known."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.truth import any_of, at_least, deciding, is_one_of, reachable

TRUTHS = st.sampled_from([True, False, None])
GRADES = st.frozensets(st.integers(0, 2), min_size=1).map(
    lambda grades: grades if len(grades) == 1 else grades | {0}
)


def worlds(answers):
    return product(*((True, False) if answer is None else (answer,) for answer in answers))


@given(st.integers(0, 6), st.lists(TRUTHS, max_size=5))
def test_a_count_is_known_exactly_when_every_world_agrees(needed, answers):
    outcomes = {sum(world) >= needed for world in worlds(answers)}
    assert at_least(needed, answers) == (outcomes.pop() if len(outcomes) == 1 else None)


@pytest.mark.parametrize(
    ("answers", "one"),
    [((None, True), True), ((None, False), None), ((False, False), False), ((), False)],
)
def test_one_yes_is_enough(answers, one):
    assert any_of(*answers) is one


def test_an_unknown_value_is_not_one_of_any():
    assert is_one_of(None, {1}) is None
    assert is_one_of(1, {1}) is True
    assert is_one_of(2, {1}) is False


@given(st.dictionaries(st.sampled_from("甲乙丙丁"), GRADES, min_size=1))
def test_the_worst_grades_that_can_be_are_those_of_some_world(grades):
    found = {max(world) for world in product(*grades.values())}
    assert reachable(list(grades.values())) == found


@given(
    st.dictionaries(st.sampled_from("甲乙丙丁"), GRADES, min_size=1),
    st.sampled_from([lambda g: g, lambda g: g > 0, lambda g: g > 1, lambda g: g == 1]),
)
def test_a_fact_decides_exactly_when_two_worlds_that_differ_in_it_alone_differ(grades, outcome):
    expected = set()
    for key, own in grades.items():
        rest = product(*(grades[other] for other in grades if other != key))
        if any(len({outcome(max((*others, g))) for g in own}) > 1 for others in rest):
            expected.add(key)
    assert set(deciding(grades, outcome)) == expected
