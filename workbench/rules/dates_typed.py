"""Days as people and sheets write them; where a year is left out, the rule for it is stated."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_IN_ONE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_APART = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_IN_WORDS = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日?")
_WITHOUT_YEAR = re.compile(r"(\d{1,2})(?:[-/.]|月)(\d{1,2})日?|(\d{2})(\d{2})")
_NAMED = {"大前天": -3, "前天": -2, "昨天": -1, "今天": 0, "明天": 1, "后天": 2}
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


def day_near(words: str, today: date, *, ahead: bool = False) -> date | None:
    """Read what `day_typed` reads, and days said from today: 1125, 11-25, 11月25日, 昨天.

    Without a year it is the last such day up to today, or the next from today on when one looks
    ahead.
    """
    plain = unicodedata.normalize("NFKC", words).strip().replace(" ", "")
    if plain in _NAMED:
        return today + timedelta(days=_NAMED[plain])
    found = _WITHOUT_YEAR.fullmatch(plain)
    if found is None:
        return day_typed(plain)
    month, day = found[1] or found[3], found[2] or found[4]
    years = range(today.year, today.year + 9) if ahead else range(today.year, today.year - 9, -1)
    days = (_day(str(year), month, day) for year in years)  # 29 February comes every few years
    wanted = (each for each in days if each and (each >= today if ahead else each <= today))
    return next(wanted, None)


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
