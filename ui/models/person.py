"""The person a page is about, for whatever one wants to write about them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.live import ItemDetails


@dataclass(frozen=True)
class Person:
    """Somebody on the register, masked, or by the full name once that is kept in the audit."""

    patient_id: int
    name: str
    case_id: int | None = None
    number: str = ""
    by_name: bool = False

    @property
    def called(self) -> str:
        """Name and number, as titles say it."""
        return "·".join(filter(None, (self.name, self.number)))


def person_of(item: ItemDetails | None) -> Person | None:
    """Whoever an agenda item is about, by the masked name."""
    if item is None or item.patient_id is None:
        return None
    return Person(item.patient_id, item.masked, item.case_id, item.case_number)
