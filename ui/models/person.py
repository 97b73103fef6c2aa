"""The person a page is about, for whatever one wants to write about them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Somebody on the register. The name is as the page may show it: masked, or in full."""

    patient_id: int
    name: str
    case_id: int | None = None
    number: str = ""

    @property
    def called(self) -> str:
        """Name and number, as titles say it."""
        return "·".join(filter(None, (self.name, self.number)))
