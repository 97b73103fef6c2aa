"""Days as people and sheets write them, in six notations; nothing is guessed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_IN_ONE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_APART = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_IN_WORDS = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日?")
_SHORT_IN_ONE = re.compile(r"(\d{2})(\d{2})")
_SHORT = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")
_YEARS = range(1900, 2101)
# Sheets believe that 1900 had a 29 February, so numbers up to that day mean one day less.
_LAST_MISCOUNTED = 60


def day_typed(words: str) -> date | None:
    """Read 20261125, 2026-11-25, 2026/11/25, 2026.11.25 or 2026年11月25日; None for the rest.

    Full-width digits do, and so does a time of day behind it, which is left out.
    """
    plain = _TIME.sub("", unicodedata.normalize("NFKC", words).strip()).replace(" ", "")
    if found := _APART.fullmatch(plain):
        return _day(found[1], found[3], found[4])
    if found := _IN_ONE.fullmatch(plain) or _IN_WORDS.fullmatch(plain):
        return _day(*found.groups())
    return None


def coming_day_typed(words: str, today: date) -> date | None:
    """Read a day as it is typed in a hurry: 1125, 11-25, 11.25 or 11月25日 is the next such day.

    A whole day is read as it stands. None for the rest.
    """
    plain = unicodedata.normalize("NFKC", words).replace(" ", "")
    found = _SHORT_IN_ONE.fullmatch(plain) or _SHORT.fullmatch(plain)
    if found is None:
        return day_typed(words)
    days = (_day(str(year), *found.groups()) for year in range(today.year, today.year + 9))
    return next((day for day in days if day is not None and day >= today), None)


def day_counted(number: float, epoch: date) -> date | None:
    """Read a number as sheets store a day: 20261125 by its digits, else days since the epoch.

    None where it may mean something else: a year alone is no day.
    """
    if not number.is_integer() or number in _YEARS:
        return None
    if len(digits := str(int(number))) == 8:
        return day_typed(digits)
    if not _LAST_MISCOUNTED < number < 100_000:
        return None
    return epoch + timedelta(days=int(number))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in _YEARS else None
