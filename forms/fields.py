"""What can be filled in, and what its answer is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an answer is made of, and so how it is said and what its blank looks like."""

    LINE = "line"
    DAY = "day"  # 2026年11月25日（星期三）
    LONG_DATE = "long_date"  # 2026年11月25日
    ARCHIVE = "archive"  # 20261125
    DATE = "date"  # 2026-11-25
    SHORT = "short"  # 11-25, with the year above it when far from the day the sheet is of
    TIME = "time"
    COUNT = "count"
    NAME = "name"
    NAMES = "names"
    PERSON = "person"
    ACTOR = "actor"  # the part somebody plays, and their name
    ABSENCES = "absences"
    OCCASION = "occasion"
    LEVEL = "level"
    RATED = "rated"  # a level and the day it was given
    TICKS = "ticks"  # every option of a list with a box before it
    CODES = "codes"  # every option with its number, and squares for the numbers chosen
    SQUARES = "squares"  # every sign in a square of its own
    CHANGED = "changed"  # words that were added, taken out or kept
    PEN = "pen"  # white until somebody writes it, on paper or here
    INK = "ink"  # the key of whoever signs there
    ROWS = "rows"
    SIGNERS = "signers"
    FACTS = "facts"


@dataclass(frozen=True)
class Field:
    """One thing to fill in, under the key its answer comes with.

    `options` names the list a choice is made from; `boxes` is how many numbers may be written;
    `room` is how many characters a blank leaves for it. The answer to a choice is one code, a list
    of codes, or a mapping of such `chosen` and the `words` written into the blanks of an option.
    """

    key: str
    kind: Kind = Kind.LINE
    options: str = ""
    boxes: int = 1
    room: float = 4.0
