"""When the team meets. Plain dates in, plain dates out."""

from __future__ import annotations

from calendar import monthcalendar
from datetime import date

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def same_day_next_month(day: date) -> date:
    """Return the same weekday of the same week of the next month, such as its fourth Wednesday.

    A month without a fifth such day gives its last one.
    """
    return _in_next_month(day, (day.day - 1) // 7 + 1, day.weekday())


def weekday_of_month(year: int, month: int, week: int, weekday: int) -> date:
    """The first, second … such weekday of a month; where there is no fifth, its last one."""
    days = [days[weekday] for days in monthcalendar(year, month) if days[weekday]]
    return date(year, month, days[min(week, len(days)) - 1])


def next_such_day(after: date, week: int, weekday: int) -> date:
    """The next such weekday of its month that comes after a day."""
    this_month = weekday_of_month(after.year, after.month, week, weekday)
    return this_month if this_month > after else _in_next_month(after, week, weekday)


def _in_next_month(day: date, week: int, weekday: int) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return weekday_of_month(year, month, week, weekday)
