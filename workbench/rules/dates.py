"""Spans of days and calendar months, and how a day is said."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from data.rule_values import RuleValue, Unit


def plus_months(day: date, months: int) -> date:
    """Return the same day of another month; the last day of a month too short to have it."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plus(day: date, span: RuleValue) -> date:
    """Return the day a span of days or calendar months later."""
    match span.unit:
        case Unit.DAYS:
            return day + timedelta(days=span.amount)
        case Unit.MONTHS:
            return plus_months(day, span.amount)
        case _:
            raise ValueError(f"{span.key} is not a span of days")


def age_on(born: date, day: date) -> int:
    """How many birthdays somebody had had by a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def said(day: date) -> str:
    """The day as it is written in a sentence."""
    return f"{day.year}年{day.month}月{day.day}日"
