"""When a long-acting medicine is due again. It reminds; it never says how much."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from data.medication_codes import InjectionState, Span
from workbench.rules.dates import plus_months

TO_DO_WHEN_OVERDUE = "联系患者，报精神科医师"


@dataclass(frozen=True)
class Schedule:
    """How often a medicine is given, and by how many days it may be early or late.

    `second_after_days` is for a medicine whose second injection follows sooner than the others;
    it is only right when the first injection recorded is the first that was ever given.
    """

    every: int | None
    unit: Span | None
    window_days: int = 0
    second_after_days: int | None = None


@dataclass(frozen=True)
class Due:
    """The day an injection is due, and the first and last day of the window around it."""

    opens_on: date
    due_on: date
    closes_on: date


def next_due(schedule: Schedule, given: Collection[date], started_on: date | None) -> Due | None:
    """When the next injection is due: the last one and the interval, or the start without any.

    None where there is no interval or nothing to count from. The interval and the window are
    those of the line; that nothing may be late where no window is known is a default.
    """
    day = _due_on(schedule, given, started_on)
    if day is None:
        return None
    window = timedelta(days=schedule.window_days)
    return Due(day - window, day, day + window)


def state_on(due: Due | None, day: date) -> InjectionState:
    """Whether an injection is due on a day, or overdue because its window has closed."""
    if due is None:
        return InjectionState.NO_INTERVAL
    if day < due.opens_on:
        return InjectionState.NOT_YET
    return InjectionState.DUE if day <= due.closes_on else InjectionState.OVERDUE


def _due_on(schedule: Schedule, given: Collection[date], started_on: date | None) -> date | None:
    if not given:
        return started_on if schedule.every else None
    last = max(given)
    if len(given) == 1 and schedule.second_after_days:
        return last + timedelta(days=schedule.second_after_days)
    if schedule.every is None or schedule.unit is None:
        return None
    if schedule.unit is Span.MONTHS:
        return plus_months(last, schedule.every)
    return last + timedelta(weeks=schedule.every)
