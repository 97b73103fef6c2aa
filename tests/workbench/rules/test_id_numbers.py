"""Which numbers can be ID numbers, and what they say. All are from an area that does not exist."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.codes import Sex
from workbench.rules.id_numbers import IdFault, IdNumber, WrongId, check_digit, read_id_number

TODAY = date(2026, 11, 25)
GOOD = "990101198002290011"
BIRTHS = st.dates(date(1900, 1, 1), TODAY)


def read(typed, on=TODAY):
    return read_id_number(typed, on=on)


def fits(number):
    """The definition, not the table: weighted by powers of two the places leave 1 over eleven."""
    values = [10 if place == "X" else int(place) for place in number]
    return sum(value * 2 ** (17 - n) for n, value in enumerate(values)) % 11 == 1


def made(born_on, sequence):
    body = f"990101{born_on:%Y%m%d}{sequence:03d}"
    return body + check_digit(body)


def test_a_good_number_gives_birth_date_and_sex():
    assert fits(GOOD)
    found = read(GOOD)
    assert (found.number, found.born_on, found.sex) == (GOOD, date(1980, 2, 29), Sex.MALE)


@given(BIRTHS, st.integers(0, 999))
def test_every_number_made_by_the_scheme_is_read_back(born_on, sequence):
    number = made(born_on, sequence)
    assert fits(number)
    found = read(number)
    assert isinstance(found, IdNumber)
    assert found.born_on == born_on
    assert found.sex is (Sex.MALE if sequence % 2 else Sex.FEMALE)


@given(BIRTHS, st.integers(0, 999), st.integers(0, 17), st.sampled_from("0123456789"))
def test_one_wrong_figure_is_always_found(born_on, sequence, place, figure):
    number = made(born_on, sequence)
    changed = number[:place] + figure + number[place + 1 :]
    assert isinstance(read(changed), IdNumber) == (changed == number)


@given(BIRTHS, st.integers(0, 999), st.integers(0, 16))
def test_two_neighbours_swapped_are_always_found(born_on, sequence, place):
    number = made(born_on, sequence)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert isinstance(read(swapped), IdNumber) == (swapped == number)


@given(BIRTHS, st.integers(0, 999), st.booleans())
def test_full_width_figures_a_small_x_and_spaces_are_read_alike(born_on, sequence, wide):
    number = made(born_on, sequence)
    shift = {ord(c): ord(c) + 0xFEE0 for c in "0123456789xX"}
    typed = number.lower().translate(shift if wide else {})
    assert read(f" {typed[:6]} {typed[6:14]}\t{typed[14:]}\n").number == number


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(0, 999))
def test_a_number_of_fifteen_becomes_one_of_eighteen(born_on, sequence):
    number = made(born_on, sequence)
    found = read(number[:6] + number[8:17])
    assert (found.number, found.born_on) == (number, born_on)
    assert "15位号码已换成18位" in found.warnings


@pytest.mark.parametrize(
    ("typed", "fault", "because"),
    [
        ("", IdFault.LENGTH, "身份证号应为18位或15位，填写的是0位"),
        (GOOD[:17], IdFault.LENGTH, "身份证号应为18位或15位，填写的是17位"),
        (GOOD + "8", IdFault.LENGTH, "身份证号应为18位或15位，填写的是19位"),
        ("9901011980O2290018", IdFault.CHARACTERS, "第11位的“O”不是数字"),
        ("99010119800229X018", IdFault.CHARACTERS, "第15位的“X”不是数字"),
        ("99010180022900X", IdFault.CHARACTERS, "第15位的“X”不是数字"),
        ("99010119800229001²", IdFault.CHARACTERS, "第18位的“²”不是数字"),
        ("990101198102290018", IdFault.DATE, "出生日期1981年02月29日不存在"),
        ("990101198013010018", IdFault.DATE, "出生日期1980年13月01日不存在"),
        ("990101000001010018", IdFault.DATE, "出生年份0000早于1850年"),
        ("990101202611260019", IdFault.DATE, "出生日期2026年11月26日还没有到"),
        ("990101198002290018", IdFault.CHECK_DIGIT, "最后一位校验码与前17位对不上"),
    ],
)
def test_a_bad_number_is_refused_with_what_is_wrong(typed, fault, because):
    assert read(typed) == WrongId(fault, because)


def test_nobody_is_born_after_the_day_asked_about():
    number = made(TODAY, 1)
    assert isinstance(read(number), IdNumber)
    assert read(number, TODAY - timedelta(days=1)).fault is IdFault.DATE


def test_an_unknown_area_is_only_a_warning():
    assert read(GOOD).warnings == ("没有以990101开头的地区码，请核对前6位",)
