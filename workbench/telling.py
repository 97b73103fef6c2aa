"""How one part of the record tells what it knows of many patients at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import NamedTuple, TypeAlias

from sqlalchemy.orm import Session

from data.clinical_codes import CaseFact


class Found(NamedTuple):
    """One fact about one patient, the day it was true on, and the row that says so.

    There are thousands of them, and a tuple is made several times as quickly as a dataclass.
    """

    patient_id: int
    fact: CaseFact
    value: object
    on: date
    table: str
    key: int


# Asked for some patients, or for everybody by None; of each patient in the teller's own order.
Teller: TypeAlias = Callable[
    [Session, Collection[int] | None, date, datetime | None], Iterable[Found]
]
