"""The names of medicines to choose from, and the intervals a document gives for injections."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.medication_codes import DoseUnit, Span
from data.rule_values import Standing

_TABLE = Path(__file__).parent / "reference" / "medicines.toml"


@dataclass(frozen=True)
class LongActing:
    """What one document says of a long-acting injection: for comparison, never an order."""

    key: str
    name: str
    every: int | None
    unit: Span | None
    second_after_days: int | None
    dose_unit: DoseUnit
    window_days: int
    window_standing: Standing
    places: tuple[str, ...]
    refrigerated: bool
    note: str
    source: str


@dataclass(frozen=True)
class MedicineName:
    """A name to choose, and where it was taken from."""

    name: str
    standing: Standing
    source: str


@cache
def long_acting() -> tuple[LongActing, ...]:
    """Every long-acting injection that is listed."""
    table = _table()
    return tuple(_long_acting(row, table["source"]) for row in table["long_acting"])


@cache
def medicine_names() -> tuple[MedicineName, ...]:
    """Every name to choose from, the injections first; any other may be typed."""
    injected = [MedicineName(m.name, Standing.STATED, m.source) for m in long_acting()]
    return (
        *injected,
        *(
            MedicineName(name, Standing(group["standing"]), group["source"])
            for group in _table()["others"]
            for name in group["names"]
        ),
    )


def _long_acting(row: Mapping[str, Any], source: str) -> LongActing:  # what TOML holds
    every, unit = row.get("every"), row.get("unit")
    if (every is None) != (unit is None):
        raise ValueError(f"medicines: {row['key']}")
    return LongActing(
        key=row["key"],
        name=row["name"],
        every=every,
        unit=Span(unit) if unit else None,
        second_after_days=row.get("second_after_days"),
        dose_unit=DoseUnit(row.get("dose_unit", DoseUnit.MG)),
        window_days=row["window_days"],
        window_standing=Standing(row["window_standing"]),
        places=tuple(row["places"]),
        refrigerated=row.get("refrigerated", False),
        note=row.get("note", ""),
        source=source,
    )


def _table() -> dict[str, Any]:
    return tomllib.loads(_TABLE.read_text("utf-8"))
