"""How one part of the record tells what it knows of a patient."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from sqlalchemy.orm import Session

from data.clinical_codes import CaseFact


@dataclass(frozen=True)
class Found:
    """One fact, the day it was true on, and the row that says so."""

    fact: CaseFact
    value: object
    on: date
    table: str
    key: int


Teller: TypeAlias = Callable[[Session, int, date, datetime | None], Iterable[Found]]
