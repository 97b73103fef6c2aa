"""When a place on a sheet is settled, and what must be said beside a signature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.codes import SlotState

SETTLED = frozenset({SlotState.SIGNED, SlotState.LATE, SlotState.PROXY, SlotState.ABSENT})
SIGNED_BY_HAND = frozenset({SlotState.SIGNED, SlotState.LATE, SlotState.PROXY})


class Trouble(StrEnum):
    """Why a mark cannot stand."""

    BEFORE_SEAL = "before_seal"
    IN_FUTURE = "in_future"
    DAY_MISSING = "day_missing"
    NOTE_MISSING = "note_missing"


@dataclass(frozen=True)
class Marked:
    """What a person says of one place after looking at the paper."""

    state: SlotState
    true_on: date | None = None
    note: str = ""


def troubles(marked: Marked, *, sealed_on: date, today: date) -> Iterator[Trouble]:
    """Everything that stands against a mark.

    A signature is never dated back: one given later says its own day. Who signed for another, and
    why somebody is absent, is said in words. (design of the safe: nothing is marked unseen)
    """
    if marked.state is SlotState.LATE and marked.true_on is None:
        yield Trouble.DAY_MISSING
    if marked.true_on is not None and marked.state in SIGNED_BY_HAND:
        if marked.true_on < sealed_on:
            yield Trouble.BEFORE_SEAL
        if marked.true_on > today:
            yield Trouble.IN_FUTURE
    if marked.state in (SlotState.PROXY, SlotState.ABSENT) and not marked.note.strip():
        yield Trouble.NOTE_MISSING


def all_settled(states: Iterable[SlotState]) -> bool:
    """Whether nobody is waited for any more."""
    return all(state in SETTLED for state in states)
