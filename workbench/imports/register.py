"""The register as a list is held against it: found by number, or by name and birth date."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Select
from sqlalchemy.orm import Session

from data.codes import RiskLevel
from data.facts import Fact, held, known
from data.models.guardians import GuardianDetails
from data.models.visits import Visit
from data.register_codes import GuardianState
from workbench.imports.checking import Line
from workbench.judgements import set_aside
from workbench.patients import Person, details_of
from workbench.recording import by_patient

F = TypeVar("F", bound=Fact)


class Register:
    """Everybody on the register on a day, read once for a whole list."""

    def __init__(self, session: Session, today: date) -> None:
        self._session, self._today = session, today
        aside = set_aside(session, today)
        everybody = details_of(session, None, today).items()
        self._people = {key: person for key, person in everybody if key not in aside}
        self._by_number: dict[str, Person] = {}
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        for person in self._people.values():
            if person.details.id_number:
                self._by_number[person.details.id_number] = person
            self._by_name[person.name].append(person)

    def find(self, line: Line) -> list[Person]:
        """Who a row may be about: by ID number, else by name and birth date, else by name.

        Somebody with another ID number is somebody else.
        """
        number, born_on = line.values.get("id_number"), line.values.get("born_on")
        if number in self._by_number:
            return [self._by_number[str(number)]]
        alike = self._by_name.get(line.text("name"), [])
        if number:
            alike = [person for person in alike if not person.details.id_number]
        if born_on:
            alike = [person for person in alike if person.born_on == born_on]
        return alike

    @cached_property
    def guardians(self) -> dict[int, GuardianDetails]:
        """Whoever acts as guardian of each."""
        last = self._last(known(GuardianDetails))
        return {key: row for key, row in last.items() if row.state is GuardianState.ACTING}

    @cached_property
    def levels(self) -> dict[int, RiskLevel]:
        """The last clinical rating of each."""
        last = self._last(known(Visit).where(Visit.level.is_not(None)))
        return {key: row.level for key, row in last.items() if row.level is not None}

    def _last(self, query: Select[F]) -> dict[int, F]:
        facts = by_patient(self._session.scalars(query))
        found = {key: held(rows, self._today) for key, rows in facts.items()}
        return {key: row for key, row in found.items() if row is not None}
