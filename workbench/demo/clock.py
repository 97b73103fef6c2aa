"""The days of the story, counted from today, and the clock that is turned to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from data.rule_values import WorkingYear
from workbench.bench import BEIJING
from workbench.rules.dates import plus_months
from workbench.rules.deadlines import is_working_day

MONTHS = 24
_AHEAD = timedelta(days=4)
_FRIDAY = 4
_TICK = timedelta(seconds=7)


@dataclass(frozen=True)
class Near:
    """A day as the story counts it: so many days after a monthly meeting, or before it."""

    meeting: int
    days: int = 0


@dataclass(frozen=True)
class Calendar:
    """When the team met. The first of these meetings is number 1, the last is still to come."""

    today: date
    monthly: tuple[date, ...]
    years: Mapping[int, WorkingYear]

    @classmethod
    def until(cls, today: date, years: Mapping[int, WorkingYear]) -> Calendar:
        """Two years of monthly meetings, the next one a few days after today."""
        coming = _first_working(today + _AHEAD, years)
        held = (plus_months(coming, -back) for back in range(MONTHS, 0, -1))
        return cls(today, (*(_nearest_working(day, years) for day in held), coming), years)

    def on(self, near: Near) -> date:
        """The day that is meant."""
        return self.monthly[near.meeting - 1] + timedelta(days=near.days)

    def working(self, day: date) -> date:
        """The working day of the same month that lies nearest."""
        return _nearest_working(day, self.years)

    @property
    def beginning(self) -> date:
        """The day the records begin."""
        return on_weekday(self.on(Near(1, -30)))


def on_weekday(day: date) -> date:
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(day.weekday() - _FRIDAY, 0))


class Clock:
    """A clock that shows the moment the story has come to."""

    def __init__(self, start: date) -> None:
        self._moment = _moment(start, time(8, 30))

    def __call__(self) -> datetime:
        """Tell the moment; every look at it takes a little while."""
        self._moment += _TICK
        return self._moment

    def move_to(self, day: date, at: time) -> None:
        """Turn to a moment in the office; never back."""
        self._moment = max(self._moment, _moment(day, at))


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=BEIJING).astimezone(UTC)


def _first_working(day: date, years: Mapping[int, WorkingYear]) -> date:
    while not is_working_day(day, years):
        day += timedelta(days=1)
    return day


def _nearest_working(day: date, years: Mapping[int, WorkingYear]) -> date:
    """Stay within the month, so that no month is without a meeting."""
    first = day.replace(day=1)
    days = (first + timedelta(days=n) for n in range((plus_months(first, 1) - first).days))
    return min((d for d in days if is_working_day(d, years)), key=lambda d: abs(d - day))
