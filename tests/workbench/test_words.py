"""What is typed, made fit to keep; and names made fit to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import EmptyField, NameTooLong
from workbench.words import clean_name, clean_text, masked, required


@pytest.mark.parametrize(
    ("name", "shown"),
    [("石䶮", "石*"), ("仇小满", "仇*满"), ("欧阳松柏", "欧阳**"), ("阿依努尔·买买提", "阿依**")],
)
def test_a_name_on_the_screen_is_masked(name, shown):
    assert masked(name) == shown


@pytest.mark.parametrize("dot", "•‧・．·")
def test_the_dot_in_a_name_is_written_one_way(dot):
    assert clean_name("姓名", f"阿依努尔{dot}买买提") == "阿依努尔·买买提"


def test_an_endless_name_is_refused():
    assert clean_name("姓名", "龚" * 50) == "龚" * 50
    with pytest.raises(NameTooLong, match="51"):
        clean_name("姓名", "龚" * 51)


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\x00"])
def test_nothing_typed_is_refused(typed):
    with pytest.raises(EmptyField, match="地点"):
        required("地点", typed)


@given(st.text())
def test_cleaning_keeps_all_but_control_characters(typed):
    cleaned = clean_text(typed)
    assert clean_text(cleaned) == cleaned
    assert not any(ord(c) < 32 and c != "\n" for c in cleaned)
    cleaned.encode()  # raises for what could not be stored


@pytest.mark.parametrize("rare", ["䶮", "㛃", "𬭎", "𠅤"])
def test_rare_characters_are_kept(rare):
    assert clean_name("姓名", f"石{rare}") == f"石{rare}"
