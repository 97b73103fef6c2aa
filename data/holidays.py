"""The official days off, read from the table that ships with the program."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType

from data.rule_values import WorkingYear

_TABLE = Path(__file__).parent / "reference" / "holidays.toml"


@cache
def working_years() -> Mapping[int, WorkingYear]:
    """Each year the table covers, with its days off and the weekend days worked instead."""
    years = tomllib.loads(_TABLE.read_text("utf-8"))
    return MappingProxyType({int(year): _year(int(year), named) for year, named in years.items()})


def _year(year: int, festivals: list[dict[str, object]]) -> WorkingYear:
    off: set[date] = set()
    worked: set[date] = set()
    for festival in festivals:
        off |= _span(festival["first"], festival["last"])
        worked |= set(_days(festival.get("worked", [])))
    if off & worked or any(day.year != year for day in off | worked):
        raise ValueError(f"holiday table: {year}")
    return WorkingYear(frozenset(off), frozenset(worked))


def _span(first: object, last: object) -> set[date]:
    begins, ends = _days([first, last])
    if ends < begins:
        raise ValueError(f"holiday table: {begins}")
    return {begins + timedelta(days=n) for n in range((ends - begins).days + 1)}


def _days(listed: object) -> list[date]:
    if not isinstance(listed, list) or not all(isinstance(day, date) for day in listed):
        raise ValueError("holiday table: a day is not a date")
    return listed
