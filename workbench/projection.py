"""What is written at the table, made fit for a screen that everybody in the room sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.models.guardians import GuardianDetails
from data.models.patients import PatientDetails
from data.models.teams import Member
from workbench.bench import Bench
from workbench.masking import (
    masked_name,
    with_houses_hidden,
    with_names_hidden,
    with_numbers_cut,
)

_ADDRESS = "（住址）"
_SHORTEST_NAME, _SHORTEST_ADDRESS = 2, 4
_SPACES = (" ", "\u3000")


@dataclass(frozen=True)
class Veil:
    """Other words for everybody's name and address. Asked at every key, it reads nothing."""

    instead: Mapping[str, str] = field(repr=False)

    def over(self, text: str) -> str:
        """A text with names masked and without numbers and addresses of people."""
        present = {words: other for words, other in self.instead.items() if words in text}
        return with_houses_hidden(with_numbers_cut(with_names_hidden(text, present)))


def read_veil(bench: Bench) -> Veil:
    """Whatever anybody was ever called and wherever they lived, patients, families and members."""
    with bench.asking("read_veil") as session:
        instead = dict(_addresses(session))
        for name in _names(session):
            if len(name) >= _SHORTEST_NAME:
                instead |= dict.fromkeys(_spellings(name), masked_name(name))
        return Veil(instead)


def _names(session: Session) -> Iterator[str]:
    people, contact = PatientDetails, PatientDetails.committee_contact
    for column in (people.name, people.former_name, contact, GuardianDetails.name, Member.name):
        yield from session.scalars(select(column).distinct())


def _spellings(name: str) -> Iterator[str]:
    """A name of two signs is often written with a space, to stand as wide as one of three."""
    yield name
    if len(name) == _SHORTEST_NAME:
        yield from (space.join(name) for space in _SPACES)


def _addresses(session: Session) -> Iterator[tuple[str, str]]:
    people, guards = PatientDetails, GuardianDetails
    for place in (
        select(people.address, people.village),
        select(people.registered_address, people.registered_village),
        select(guards.address, people.village).join(people, people.patient_id == guards.patient_id),
    ):
        for address, village in session.execute(place.distinct()):
            yield from _ways_to_say(address, village)


def _ways_to_say(address: str, village: str) -> Iterator[tuple[str, str]]:
    """The whole address leaves the village; what follows the village is an address as well."""
    if village and address.startswith(village):
        rest = address.removeprefix(village)
        if rest:
            yield address, village
        address = rest
    if len(address) >= _SHORTEST_ADDRESS:
        yield address, _ADDRESS
