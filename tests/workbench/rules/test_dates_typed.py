"""A day is read in six notations and never guessed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.dates_typed import day_counted, day_near, day_typed

DAY = date(2026, 11, 25)
EPOCH = date(1899, 12, 30)
ON_A_MAC = date(1904, 1, 1)


@pytest.mark.parametrize(
    "words",
    [
        "20261125",
        "2026-11-25",
        "2026/11/25",
        "2026.11.25",
        "2026年11月25日",
        "2026年11月25",
        "２０２６１１２５",
        "２０２６－１１－２５",
        " 2026 年 11 月 25 日 ",
        "2026-11-25 00:00:00",
        "2026-11-25T14:30",
    ],
)
def test_one_day_in_each_notation(words):
    assert day_typed(words) == DAY


@pytest.mark.parametrize(
    "words",
    [
        "",
        "不详",
        "2026",
        "2026-11",
        "26-11-25",
        "25/11/2026",
        "2026-11/25",
        "2026-13-01",
        "2026-02-30",
        "20260230",
        "1026-11-25",
        "2026-11-25以后",
        "202611250",
    ],
)
def test_what_is_no_day_is_not_guessed(words):
    assert day_typed(words) is None


def test_a_number_is_counted_from_the_epoch_of_its_sheet():
    assert day_counted(46351.0, EPOCH) == DAY
    assert day_counted(44889.0, ON_A_MAC) == DAY
    assert day_counted(20261125.0, EPOCH) == DAY


@pytest.mark.parametrize("number", [0.0, 59.0, 46351.5, 1980.0, 198002.0, -3.0, 20260230.0, 1e300])
def test_a_number_that_may_mean_something_else_is_no_day(number):
    assert day_counted(number, EPOCH) is None


@given(st.dates(date(1906, 1, 1), date(2100, 12, 31)))
def test_every_day_comes_back_from_every_notation(day):
    written = f"{day.year}-{day.month:02}-{day.day:02}"
    for words in (written, written.replace("-", ""), written.replace("-", "/")):
        assert day_typed(words) == day
    assert day_typed(f"{day.year}年{day.month}月{day.day}日") == day
    assert day_typed(f"{day.year}.{day.month}.{day.day}") == day
    counted = (day - EPOCH) // timedelta(days=1)
    assert day_counted(float(counted), EPOCH) == day


@pytest.mark.parametrize("words", ["1125", "11-25", "11.25", "11/25", "11月25日", "１１２５"])
def test_a_day_without_its_year_is_the_next_such_day(words):
    assert day_near(words, DAY, ahead=True) == DAY
    assert day_near(words, DAY + timedelta(days=1), ahead=True) == date(2027, 11, 25)
    assert day_typed(words) is None


def test_a_whole_day_stays_and_what_is_none_is_not_guessed():
    assert day_near("2025-01-02", DAY, ahead=True) == date(2025, 1, 2)
    assert day_near("0229", DAY, ahead=True) == date(2028, 2, 29)
    for words in ("", "1332", "0230", "下个月", "125"):
        assert day_near(words, DAY, ahead=True) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1120", date(2026, 11, 20)),
        ("11-20", date(2026, 11, 20)),
        ("11/20", date(2026, 11, 20)),
        ("11.20", date(2026, 11, 20)),
        ("11月20日", date(2026, 11, 20)),
        ("１１－２０", date(2026, 11, 20)),
        ("今天", DAY),
        ("昨天", date(2026, 11, 24)),
        ("明天", date(2026, 11, 26)),
        ("2025-3-1", date(2025, 3, 1)),
    ],
)
def test_a_day_said_from_today(words, day):
    assert day_near(words, DAY) == day


def test_without_a_year_it_is_the_last_such_day_or_the_next():
    assert day_near("1125", DAY) == DAY
    assert day_near("1126", DAY) == date(2025, 11, 26)
    assert day_near("1126", DAY, ahead=True) == date(2026, 11, 26)
    assert day_near("1124", DAY, ahead=True) == date(2027, 11, 24)
    assert day_near("0229", DAY) == date(2024, 2, 29)
    assert day_near("2-29", DAY, ahead=True) == date(2028, 2, 29)


@pytest.mark.parametrize("words", ["", "上个月", "2026", "1332", "2-30", "25日", "11-2026"])
def test_words_that_are_no_day_stay_words(words):
    assert day_near(words, DAY) is None


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)))
def test_what_one_reads_is_never_on_the_wrong_side_of_today(day):
    typed = f"{day:%m%d}"
    back, ahead = day_near(typed, DAY), day_near(typed, DAY, ahead=True)
    assert back is not None
    assert ahead is not None
    assert back <= DAY <= ahead
