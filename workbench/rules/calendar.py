"""When the team meets. Plain dates in, plain dates out."""

from __future__ import annotations

from calendar import monthcalendar
from datetime import date, timedelta

# Held closer to the usual day than this, a meeting was that day's: the program's own measure.
EARLY = timedelta(weeks=2)
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def same_day_next_month(day: date) -> date:
    """Return the same weekday of the same week of the next month, such as its fourth Wednesday.

    A month without a fifth such day gives its last one.
    """
    return same_day_months_later(day, 1)


def same_day_months_later(day: date, months: int) -> date:
    """The same weekday of the same week, so many months on."""
    return _in_later_month(day, months, (day.day - 1) // 7 + 1, day.weekday())


def weekday_of_month(year: int, month: int, week: int, weekday: int) -> date:
    """The first, second … such weekday of a month; where there is no fifth, its last one."""
    days = [days[weekday] for days in monthcalendar(year, month) if days[weekday]]
    return date(year, month, days[min(week, len(days)) - 1])


def next_such_day(after: date, week: int, weekday: int) -> date:
    """The next such weekday of its month that comes after a day."""
    this_month = weekday_of_month(after.year, after.month, week, weekday)
    return this_month if this_month > after else _in_later_month(after, 1, week, weekday)


def next_in_rhythm(after: date, last: date | None, *, months: int, week: int, weekday: int) -> date:
    """The next such weekday after a day, for a body that meets every so many months.

    Whoever meets less than monthly waits so many months from the last time on. A monthly meeting
    that was held some days early took the place of that month's.
    """
    soonest = next_such_day(after, week, weekday)
    if last is None:
        return soonest
    if months > 1:
        return max(soonest, _in_later_month(last, months, week, weekday))
    early = timedelta() < soonest - last < EARLY
    return next_such_day(soonest, week, weekday) if early else soonest


def _in_later_month(day: date, months: int, week: int, weekday: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return weekday_of_month(day.year + years, month + 1, week, weekday)
