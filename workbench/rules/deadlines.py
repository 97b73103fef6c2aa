"""Deadlines counted in working days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from data.rule_values import RuleValue, Unit, WorkingYear
from workbench.rules.dates import said

_SATURDAY = 5


@dataclass(frozen=True)
class Deadline:
    """The last day for something; provisional while a year on the way has no official days."""

    due_on: date
    provisional: bool
    because: str


def due_after(since: date, limit: RuleValue, years: Mapping[int, WorkingYear]) -> Deadline:
    """Count working days from the day after; weekends worked instead of a holiday count.

    齐云山镇方案（2024），三（六）3 gives limits of 5 and 10 working days; that the day of arrival
    does not count is how such spans are usually counted.
    """
    if limit.unit is not Unit.WORKING_DAYS:
        raise ValueError(f"{limit.key} is not a number of working days")
    day, unknown_years, left = since, set(), limit.amount
    for day in _days_after(since):
        if day.year not in years:
            unknown_years.add(day.year)
        left -= is_working_day(day, years)
        if not left:
            break
    counted = f"自{said(since)}次日起{limit.words}，到{said(day)}（{limit.basis}）"
    open_years = "、".join(str(year) for year in sorted(unknown_years))
    warning = f"；{open_years}年的放假安排还没有录入，期限是暂定的" if unknown_years else ""
    return Deadline(day, bool(unknown_years), f"{counted}{warning}。")


def is_working_day(day: date, years: Mapping[int, WorkingYear]) -> bool:
    """Tell whether offices work that day; by weekday alone in a year that is not known."""
    year = years.get(day.year)
    if year is not None and day in year.worked:
        return True
    return day.weekday() < _SATURDAY and (year is None or day not in year.off)


def working_day_from(day: date, years: Mapping[int, WorkingYear]) -> date:
    """That day if offices work on it, or the first after it on which they do."""
    while not is_working_day(day, years):
        day += timedelta(days=1)
    return day


def _days_after(since: date) -> Iterator[date]:
    day = since
    while True:
        day += timedelta(days=1)
        yield day
