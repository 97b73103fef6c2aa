"""When the team meets. Plain dates in, plain dates out."""

from __future__ import annotations

from calendar import monthcalendar
from datetime import date

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def same_day_next_month(day: date) -> date:
    """Return the same weekday of the same week of the next month, such as its fourth Wednesday.

    A month without a fifth such day gives its last one.
    """
    nth = (day.day - 1) // 7
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    days = [week[day.weekday()] for week in monthcalendar(year, month) if week[day.weekday()]]
    return date(year, month, days[min(nth, len(days) - 1)])
