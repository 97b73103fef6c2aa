"""What meetings hear of the work they gave out."""

from __future__ import annotations

from dataclasses import dataclass

from data.codes import TaskOutcome


@dataclass(frozen=True)
class Heard:
    """What a meeting heard of a task."""

    outcome: TaskOutcome
    note: str = ""
    evidence: str = ""


def done(note: str = "", evidence: str = "") -> Heard:
    """It was carried out."""
    return Heard(TaskOutcome.DONE, note, evidence)


def not_yet(note: str) -> Heard:
    """It was not carried out, and why."""
    return Heard(TaskOutcome.NOT_CARRIED_OUT, note)


def dropped(note: str) -> Heard:
    """It is no longer needed, and why."""
    return Heard(TaskOutcome.NO_LONGER_NEEDED, note)
