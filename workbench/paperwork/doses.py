"""How a medicine is taken, as papers say it."""

from __future__ import annotations

from data.models.medication import MedicationLine

NOT_BROKEN = "\u00a0"


def how_taken(line: MedicationLine) -> str:
    """The doses of a day, or how often and how much; empty where nothing of it is known."""
    by_day = (("早", line.morning), ("中", line.noon), ("晚", line.evening))
    parts = [f"{when}{_dose(line, typed)}" for when, typed in by_day if typed]
    if parts:
        return "\u3000".join(parts)
    each = f"每次剂量{_dose(line, line.dose)}" if line.dose else ""
    return "，".join(filter(None, (_how_often(line), each)))


def _how_often(line: MedicationLine) -> str:
    if line.every is not None and line.every_unit is not None:
        return f"每{line.every}{line.every_unit.label}1次"
    if line.times is not None:
        return f"{line.times_per.label if line.times_per else ''}{line.times}次"
    return ""


def _dose(line: MedicationLine, typed: str) -> str:
    """The dose as it was typed, kept together with its unit."""
    unit = line.unit.label if line.unit else ""
    return typed if typed.endswith(unit) else f"{typed}{NOT_BROKEN}{unit}"
