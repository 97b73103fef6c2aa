"""Wordings to begin a line of a plan from, read from the table that ships with the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.casework_codes import PlanArea
from data.clinical_codes import Criterion

_TABLE = Path(__file__).parent / "reference" / "plan_samples.toml"


@dataclass(frozen=True)
class PlanSample:
    """A problem with its goal, and measures to choose from; `criteria` are those it answers."""

    area: PlanArea
    problem: str
    goal: str
    measures: tuple[str, ...]
    criteria: tuple[Criterion, ...]


@cache
def plan_samples() -> tuple[PlanSample, ...]:
    """Every sample, in the order in which they are offered."""
    return tuple(
        PlanSample(
            PlanArea(row["area"]),
            row["problem"],
            row["goal"],
            tuple(row["measures"]),
            tuple(Criterion(value) for value in row.get("criteria", ())),
        )
        for row in tomllib.loads(_TABLE.read_text("utf-8"))["sample"]
    )
