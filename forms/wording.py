"""Words as they are set on a sheet: names, days, levels, and what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from forms.blocks import Blank, Face, Line, Run, Words

WEEKDAYS = "一二三四五六日"
NOTHING = "无"
UNKNOWN = "—"
WIDE_SPACE = "\u3000"
HALF_SPACE = "\u2002"
FIRST_SERIOUS_LEVEL = 3
SHORT_DAY_REACH = 180  # days from the day of a sheet within which month and day say enough
HELD_ON = "held_on"  # where the day of a sheet stands among its answers
BLANK = "＿"  # in the label of an option, as wide as a character
Said = list[Run | None]  # None: what follows begins a new line


def lines(said: Iterable[Run | None]) -> tuple[Line, ...]:
    """Runs as lines, a new one wherever the typist began one."""
    found: list[list[Run]] = [[]]
    for run in said:
        if run is None:
            found.append([])
        else:
            found[-1].append(run)
    return tuple(map(tuple, found))


def typed(text: str, face: Face = Face.VALUE) -> Iterator[Run | None]:
    """What a person typed, line by line. Nothing in it is markup."""
    for number, line in enumerate(text.splitlines()):
        if number:
            yield None
        if line:
            yield Words(line, face)


def printed(text: str, face: Face) -> Iterator[Run | None]:
    """What the form says: a new line where it begins one, and ruled blanks to write on."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield None
        yield from label_runs(line, face)


def form(text: str) -> Words:
    """Words of the form itself."""
    return Words(text, Face.FORM)


def strong(text: str) -> Words:
    """Words that carry the decision."""
    return Words(text, Face.STRONG)


def name(text: str, face: Face = Face.VALUE) -> Words:
    """A person's name, never broken over two lines."""
    return Words(text, face, whole=True)


def column_name(text: str, face: Face = Face.VALUE) -> Words:
    """A name in a column, where names of two characters are set apart to the width of three."""
    return name(WIDE_SPACE.join(text) if len(text) == 2 else text, face)


def spread(label: str) -> str:
    """A label of two or three characters set to the width of four."""
    gaps = {2: WIDE_SPACE * 2, 3: HALF_SPACE}
    return gaps.get(len(label), "").join(label)


def level(number: int) -> str:
    """A level as number and word, marked from the third on."""
    return f"{'▲' if number >= FIRST_SERIOUS_LEVEL else ''}{number}级"


def in_chinese(number: int) -> str:
    """A number up to 99 as articles are counted: 一, 十二, 三十."""
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    leading = "" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十"
    return leading + (digits[ones] if ones or not tens else "")


def long_day(day: str) -> str:
    """2026年11月25日"""
    held = date.fromisoformat(day)
    return f"{held.year}年{held.month}月{held.day}日"


def short_day(day: str, held_on: str) -> Said:
    """12-23, with the year on a line above it where that is far from the day of the sheet."""
    if not day:
        return [Words(UNKNOWN)]
    meant = date.fromisoformat(day)
    near = is_near(day, held_on)
    return [*([] if near else [Words(f"{meant.year}年"), None]), Words(f"{meant:%m-%d}")]


def is_near(day: str, held_on: str) -> bool:
    """Whether month and day say enough on a sheet of a day."""
    days = date.fromisoformat(day) - date.fromisoformat(held_on) if held_on else None
    return days is not None and abs(days.days) <= SHORT_DAY_REACH


def rating_change(before: int | None, now: int | None) -> tuple[Run, ...]:
    """How a new level stands to the last one."""
    if now is None:
        return (Words(UNKNOWN),)
    if before is None:
        return (Words("首次评定 "), strong(level(now)))
    if before == now:
        return (Words("维持 "), strong(level(now)))
    return (Words(f"上次{level(before)} → 本次 "), strong(level(now)))


def heavy(said: tuple[Line, ...]) -> tuple[Line, ...]:
    """The same lines in the heavy face."""
    return tuple(
        tuple(replace(run, face=Face.STRONG) if isinstance(run, Words) else run for run in line)
        for line in said
    )


def label_runs(text: str, face: Face, written: Sequence[str] = ()) -> Iterator[Run]:
    """Words of the form, with what was written where they leave a blank, or else a rule."""
    left = list(written)
    for part in re.split(f"({BLANK}+)", text):
        if not part.startswith(BLANK):
            yield from [Words(part, face)] if part else []
        elif left and left[0]:
            yield strong(left.pop(0))
        else:
            left = left[1:]
            yield Blank(len(part))
