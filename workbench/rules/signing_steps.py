"""How far the sheets of one meeting have come: made, printed, signed, back, archived."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum


class Stage(IntEnum):
    """The steps in their order."""

    MADE = 0
    PRINTED = 1
    SIGNED = 2
    RETURNED = 3
    ARCHIVED = 4


@dataclass(frozen=True)
class OneSheet:
    """One sheet: whether it was printed, how many places are settled, whether a scan is kept."""

    printed: bool
    settled: int
    places: int
    scanned: bool

    @property
    def returned(self) -> bool:
        """Whether the paper was seen again: a scan of it is kept, or every place was looked at."""
        return self.scanned or self.settled == self.places


@dataclass(frozen=True)
class Step:
    """One step: how much of it is done, of how much."""

    stage: Stage
    done: int
    of: int

    @property
    def finished(self) -> bool:
        """Whether nothing of it is left."""
        return self.of > 0 and self.done == self.of


def steps_of(sheets: Collection[OneSheet], *, archived: bool) -> tuple[Step, ...]:
    """Every step. Sheets are counted, for signing the places on them."""
    made = len(sheets)
    return (
        Step(Stage.MADE, made, made),
        Step(Stage.PRINTED, sum(sheet.printed for sheet in sheets), made),
        Step(Stage.SIGNED, sum(s.settled for s in sheets), sum(s.places for s in sheets)),
        Step(Stage.RETURNED, sum(sheet.returned for sheet in sheets), made),
        Step(Stage.ARCHIVED, int(archived), 1),
    )


def present_step(steps: Collection[Step]) -> Stage | None:
    """The first step that is not finished; none once the meeting is archived."""
    if any(step.stage is Stage.ARCHIVED and step.finished for step in steps):
        return None
    return next((step.stage for step in steps if not step.finished), None)
