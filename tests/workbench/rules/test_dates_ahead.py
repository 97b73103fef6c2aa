"""Days to come, as people say them at a table."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.rules.dates_ahead import day_ahead, split_day

TODAY = date(2026, 11, 25)  # a Wednesday
NEXT = date(2026, 12, 23)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1205", (2026, 12, 5)),
        ("12-05", (2026, 12, 5)),
        ("12.5", (2026, 12, 5)),
        ("12月5日", (2026, 12, 5)),
        ("12月5号", (2026, 12, 5)),
        ("１２月５日前", (2026, 12, 5)),
        ("12月5日之前完成", (2026, 12, 5)),
        ("1月8日", (2027, 1, 8)),
        ("20261205", (2026, 12, 5)),
        ("今天", (2026, 11, 25)),
        ("明天", (2026, 11, 26)),
        ("后天", (2026, 11, 27)),
        ("大后天", (2026, 11, 28)),
        ("周五", (2026, 11, 27)),
        ("周三", (2026, 12, 2)),
        ("本周五", (2026, 11, 27)),
        ("下周三", (2026, 12, 2)),
        ("下星期天", (2026, 12, 6)),
        ("下下周一", (2026, 12, 7)),
        ("月底", (2026, 11, 30)),
        ("下月底", (2026, 12, 31)),
        ("下个月初", (2026, 12, 10)),
        ("下月中", (2026, 12, 15)),
        ("年底前", (2026, 12, 31)),
        ("28日", (2026, 11, 28)),
        ("5号", (2026, 12, 5)),
        ("下月5号", (2026, 12, 5)),
        ("3天内", (2026, 11, 28)),
        ("十天之内", (2026, 12, 5)),
        ("一周内", (2026, 12, 2)),
        ("两周内", (2026, 12, 9)),
        ("两个星期后", (2026, 12, 9)),
        ("半个月内", (2026, 12, 10)),
        ("一个月内", (2026, 12, 25)),
        ("三个月内", (2027, 2, 25)),
        ("二十一天内", (2026, 12, 16)),
        ("下次例会", (2026, 12, 23)),
        ("下次会议前", (2026, 12, 23)),
    ],
)
def test_usual_ways_of_saying_a_day_are_read(words, day):
    assert day_ahead(words, TODAY, NEXT) == date(*day)


@pytest.mark.parametrize("words", ["", "尽快", "本周一", "周八", "32日", "半周内", "内", "13月1日"])
def test_what_is_no_day_to_come_is_not_guessed(words):
    assert day_ahead(words, TODAY, NEXT) is None


def test_a_month_without_such_a_day_gives_its_last_one():
    assert day_ahead("一个月内", date(2027, 1, 31)) == date(2027, 2, 28)


def test_the_next_meeting_has_to_be_known():
    assert day_ahead("下次例会", TODAY) is None


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("核查居住地 12-05", "核查居住地", (2026, 12, 5)),
        ("核查居住地1205", "核查居住地1205", None),
        ("核查居住地 1205", "核查居住地", (2026, 12, 5)),
        ("核查居住地，两周内。", "核查居住地", (2026, 12, 9)),
        ("陪同门诊两周内", "陪同门诊", (2026, 12, 9)),
        ("补签监护协议下周三", "补签监护协议", (2026, 12, 2)),
        ("办理药费补助12月5日前", "办理药费补助", (2026, 12, 5)),
        ("每周随访1次 下月5号", "每周随访1次", (2026, 12, 5)),
        ("每周随访1次", "每周随访1次", None),
        ("12-05", "", (2026, 12, 5)),
        ("", "", None),
    ],
)
def test_a_day_is_taken_from_the_end_of_a_line(text, rest, day):
    assert split_day(text, TODAY, NEXT) == (rest, date(*day) if day else None)


@given(st.dates(date(2026, 11, 26), date(2027, 11, 24)), st.integers(0, 4))
def test_every_day_of_the_year_ahead_is_read_in_every_notation(day, way):
    notations = (
        f"{day:%Y-%m-%d}",
        f"{day:%m%d}",
        f"{day.month}-{day.day}",
        f"{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
    )
    assert split_day(f"陪同复诊 {notations[way]}", TODAY) == ("陪同复诊", day)


@given(st.text(max_size=30))
def test_no_words_are_lost(text):
    rest, _ = split_day(text, TODAY, NEXT)
    assert text.strip().startswith(rest.strip()[:3])
