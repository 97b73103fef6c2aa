"""Days that are known only to the month or to the year."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from data.register_codes import Precision
from workbench.rules.dates import said
from workbench.rules.dates_typed import day_typed

_MONTH = re.compile(r"(\d{4})(?:[-/.]|年)(\d{1,2})月?|(\d{4})年?")


@dataclass(frozen=True)
class RoughDay:
    """A day and how exactly it is known."""

    on: date
    precision: Precision = Precision.DAY

    def cleaned(self) -> RoughDay:
        """The same with what is not known set to the first."""
        match self.precision:
            case Precision.DAY:
                return self
            case Precision.MONTH:
                return RoughDay(self.on.replace(day=1), self.precision)
            case Precision.YEAR:
                return RoughDay(self.on.replace(month=1, day=1), self.precision)

    @property
    def last(self) -> date:
        """The last day it can have been."""
        match self.precision:
            case Precision.DAY:
                return self.on
            case Precision.MONTH:
                return self.on.replace(day=monthrange(self.on.year, self.on.month)[1])
            case Precision.YEAR:
                return self.on.replace(month=12, day=31)

    @property
    def words(self) -> str:
        """As much of the day as is known."""
        match self.precision:
            case Precision.DAY:
                return said(self.on)
            case Precision.MONTH:
                return f"{self.on.year}年{self.on.month}月"
            case Precision.YEAR:
                return f"{self.on.year}年"


def rough_day(on: date | None, precision: Precision | None) -> RoughDay | None:
    """Put the two halves of a stored day together; None where no day is known."""
    return None if on is None else RoughDay(on, precision or Precision.DAY)


def rough_day_typed(words: str) -> RoughDay | None:
    """Read a whole day, or only 2010-04, 2010年4月, 2010 or 2010年; None for the rest."""
    whole = day_typed(words)
    if whole is not None:
        return RoughDay(whole)
    found = _MONTH.fullmatch(unicodedata.normalize("NFKC", words).strip().replace(" ", ""))
    if found is None:
        return None
    year, month = found[1] or found[3], found[2] or "1"
    first = day_typed(f"{year}-{month}-1")
    precision = Precision.MONTH if found[2] else Precision.YEAR
    return RoughDay(first, precision) if first else None
