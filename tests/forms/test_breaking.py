"""Lines break where Chinese printing allows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.blocks import Blank, Box, Face, Words
from forms.breaking import (
    MOST_STRETCH,
    NEVER_FIRST,
    NEVER_LAST,
    OVERHANG,
    SPACES,
    Letter,
    set_lines,
)
from forms.writers.pdf.runs import letters as set_letters

HAN = st.text("镇卫生院随访服药情况稳定", min_size=1, max_size=4)
KEPT = st.sampled_from(["2026年", "12月", "990101", "10mg", "a-b@c.d", "▲3级", "14:30"])
CLOSING = st.text("，。、；：？！）》”’…—％", max_size=2)
WRAPPED = st.tuples(st.sampled_from(["", "（", "《", "“", "☐"]), HAN | KEPT, CLOSING).map("".join)
TEXTS = st.lists(WRAPPED, min_size=1, max_size=40).map("".join)


def letters(text, unit=0):
    return [Letter(sign, 0.5 if sign.isascii() else 1.0, "font", unit) for sign in text]


def broken(text, width):
    return [
        "".join(letter.sign for letter in line.letters)
        for line in set_lines(letters(text), width, 1)
    ]


@given(TEXTS, st.integers(12, 40))
def test_no_line_begins_or_ends_with_a_forbidden_mark(text, width):
    lines = broken(text, width)
    assert all(line[0] not in NEVER_FIRST for line in lines[1:])
    assert all(line[-1] not in NEVER_LAST for line in lines[:-1])


@given(st.text(max_size=120), st.integers(2, 40))
def test_nothing_is_lost_but_spaces_at_the_end_of_a_line(text, width):
    kept = "".join(broken(text, width))
    left_out = [sign for sign in text if sign not in SPACES]
    assert [sign for sign in kept if sign not in SPACES] == left_out


@given(st.text("镇院，。（“a1 ", max_size=120), st.integers(2, 40))
def test_no_line_is_wider_than_its_room_but_for_a_hanging_mark(text, width):
    for line in set_lines(letters(text), width, 1):
        set_width = sum(letter.width for letter in line.letters)
        assert set_width <= width + OVERHANG + 1e-6
        reached = max((x + letter.width for x, letter in line.placed()), default=0)
        assert reached <= max(width, set_width) + 1e-6


@given(TEXTS, st.integers(12, 40))
def test_gaps_grow_a_little_or_not_at_all(text, width):
    assert all(0 <= line.gap <= MOST_STRETCH for line in set_lines(letters(text), width, 1))


@pytest.mark.parametrize("width", range(9, 30))
@pytest.mark.parametrize("whole", ["990101199001011236", "2026年", "▲4级", "14:30", "30例"])
def test_numbers_stay_whole(whole, width):
    lines = broken(f"患者证件号码为{whole}已经核对过了两次{whole}没有差错", width)
    assert sum(line.count(whole) for line in lines) == 2


@pytest.mark.parametrize("width", range(8, 30))
def test_names_stay_whole(width):
    name = "阿依努尔·买买提"
    text = [*letters("会议由小组成员"), *letters(name, unit=1), *letters("主持并作说明")]
    lines = ["".join(letter.sign for letter in line.letters) for line in set_lines(text, width, 1)]
    assert any(name in line for line in lines)


def test_a_name_that_no_line_can_hold_breaks_after_its_dot():
    name = letters("阿依努尔·买买提江", unit=1)
    lines = ["".join(letter.sign for letter in line.letters) for line in set_lines(name, 6, 1)]
    assert lines == ["阿依努尔·", "买买提江"]


def test_a_last_line_of_one_character_pulls_a_second_one_down():
    assert broken("一二三四五六七八九", 8) == ["一二三四五六七", "八九"]
    assert broken("一二三四五六七八九。", 8) == ["一二三四五六七", "八九。"]


def test_a_closing_mark_may_hang_half_a_character_over_the_edge():
    lines = set_lines(letters("一二三四五六七，八九十"), 7.5, 1)
    assert "".join(letter.sign for letter in lines[0].letters) == "一二三四五六七，"


def test_too_long_a_run_is_broken_rather_than_set_over_the_edge():
    assert broken("9" * 50, 10) == ["9" * 20, "9" * 20, "9" * 10]


def test_a_line_far_too_short_stays_ragged():
    first = set_lines(letters("一二三四五" + "a" * 18), 10, 1)[0]
    assert first.gap == 0


@pytest.mark.parametrize("width", range(30, 120, 3))
def test_a_box_is_never_parted_from_the_words_after_it(width):
    options = ["面访本人", "走访邻居", "未办：情况变化，不再需要", "无"]
    line = ()
    for option in options:
        line += (*((Words("\u2002"),) if line else ()), Box(), Words(option, Face.FORM))
    lines = set_lines(list(set_letters(line, 10)), width, 3.5)
    told = ["".join(letter.sign or "□" for letter in set_line.letters) for set_line in lines]
    assert [f"□{option}" in "".join(told) for option in options] == [True] * 4
    assert all(sum(f"□{option}" in one for one in told) == 1 for option in options if width > 45)


def test_a_blank_stays_with_the_box_it_belongs_to():
    line = (Words("所附证据有下列各项"), Box(), Words("照片"), Blank(3), Words("张"))
    lines = set_lines(list(set_letters(line, 10)), 50, 3.5)
    told = ["".join(letter.sign or "□" for letter in one.letters) for one in lines]
    assert told == ["所附证据有下列各项", "□照片□张"]
