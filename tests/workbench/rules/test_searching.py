"""A few signs are enough to say who is meant."""

import pytest

from workbench.rules.searching import Sought, found_by

AYI = Sought(("阿依努尔·买买提", "", "梧桐村3组", "GA0107"), ("99010119800229001X", "13900000617"))


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "努尔", "尔买", "阿依努尔买买提", "ga0107", "0107", "梧桐", "3组", "001x", "0617"],
)
def test_a_person_is_found_by_any_part_of_the_words_and_the_end_of_the_numbers(typed):
    assert found_by(typed, AYI)


def test_every_part_typed_has_to_be_met():
    assert found_by("阿依 梧桐", AYI)
    assert not found_by("阿依 柳溪", AYI)


@pytest.mark.parametrize("typed", ["139000", "1980", "石", "x", "6 17"])
def test_the_middle_of_a_number_and_a_single_sign_of_it_find_nobody(typed):
    assert not found_by(typed, Sought(("阿依努尔",), AYI.numbers))


def test_what_an_input_method_puts_between_syllables_does_not_count():
    assert found_by("ga'01'07", AYI)


def test_a_number_nobody_knows_ends_in_nothing():
    assert not found_by("17", Sought(("石䶮",), ("", "")))
