"""The street office as the story goes on: its open store, and the keys of what was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, time
from operator import attrgetter

from data.codes import AccountKind
from workbench.bench import Bench
from workbench.demo.clock import Calendar, Clock, Near
from workbench.demo.seats import Seat
from workbench.demo.tasks import Heard


@dataclass
class Street:
    """Who sits where, and under which key everything of the story lies."""

    bench: Bench
    clock: Clock
    calendar: Calendar
    doctor: int
    teams: dict[str, int] = field(default_factory=dict)
    team: int = 0
    leading: int = 0
    seats: dict[Seat, int] = field(default_factory=dict)
    leaders: dict[Seat, int] = field(default_factory=dict)
    villagers: dict[str, dict[Seat, int]] = field(default_factory=dict)
    phones: dict[str, str] = field(default_factory=dict)
    patients: dict[str, int] = field(default_factory=dict)
    cases: dict[int, int] = field(default_factory=dict)
    entries: int = 0
    keys: dict[tuple[int, str], int] = field(default_factory=dict)
    promised: dict[tuple[int | None, str], list[Heard]] = field(default_factory=dict)
    items: dict[tuple[int, str], int] = field(default_factory=dict)
    meetings: list[tuple[date, int]] = field(default_factory=list)

    @property
    def psychiatrist(self) -> Bench:
        """The same bench, worked at by the psychiatrist."""
        kind = AccountKind.PSYCHIATRIST
        return replace(self.bench, account_id=self.doctor, kind=kind, administers=False)


@dataclass(frozen=True)
class Step:
    """Something that is written down on a day."""

    day: date
    at: time
    do: Callable[[Street], object]


Do = Callable[[Street, int, date], object]


@dataclass(frozen=True)
class Happening:
    """Something in the life of one patient, on a day of the story."""

    near: Near
    do: Do

    def step(self, calendar: Calendar, patient: str) -> Step:
        """The same as a step, once it is known whom it is about."""
        day = calendar.on(self.near)
        return Step(day, time(10), lambda street: self.do(street, street.patients[patient], day))


def replay(street: Street, steps: list[Step]) -> None:
    """Write everything down in the order of its moments."""
    for step in sorted(steps, key=attrgetter("day", "at")):
        street.clock.move_to(step.day, step.at)
        step.do(street)
