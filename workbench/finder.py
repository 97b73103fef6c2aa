"""Finding people, meetings and commands by a few signs: read once, then asked at every key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import MeetingState
from data.models.meetings import Meeting
from data.models.teams import Team
from workbench.bench import Bench
from workbench.cases import cases_by
from workbench.judgements import set_aside
from workbench.patient_search import PatientIndex, patient_index
from workbench.patients import details_of
from workbench.recents import Recent, recents_of
from workbench.rules.meeting_dates import day_as_typed
from workbench.rules.searching import Nearness, Sought, nearest
from workbench.states import title_of
from workbench.words import masked

PEOPLE_AT_MOST, OTHERS_AT_MOST = 8, 6


@dataclass(frozen=True)
class FoundPerson:
    """One person, without the full name; `case_id` is 0 for whoever has no case."""

    patient_id: int
    case_id: int
    masked: str
    number: str
    village: str


@dataclass(frozen=True)
class FoundMeeting:
    """One meeting."""

    id: int
    title: str
    team: str
    held_on: date
    state: MeetingState


@dataclass(frozen=True)
class Hits:
    """Whoever and whatever may be meant, the best fit first in each."""

    people: tuple[FoundPerson, ...]
    meetings: tuple[FoundMeeting, ...]
    commands: tuple[int, ...]
    commands_first: bool


class Findable:
    """All that can be found. Full names stay inside: what it answers holds none."""

    def __init__(
        self,
        recents: tuple[Recent, ...],
        people: Iterable[FoundPerson],
        index: PatientIndex,
        meetings: Iterable[tuple[FoundMeeting, Sought]],
    ) -> None:
        self.recents = recents
        self._people = {row.patient_id: row for row in people}
        self._index, self._meetings = index, tuple(meetings)

    def find(self, typed: str, commands: Sequence[str]) -> Hits:
        """Who and what fits; commands are told by their places in the list."""
        people = {k: near for k, near in self._index.find(typed).items() if k in self._people}
        meetings = nearest(typed, enumerate(sought for _, sought in self._meetings))
        entries = nearest(typed, enumerate(Sought((words,)) for words in commands))
        return Hits(
            people=tuple(self._people[key] for key in _first(people, PEOPLE_AT_MOST)),
            meetings=tuple(self._meetings[key][0] for key in _first(meetings, OTHERS_AT_MOST)),
            commands=tuple(_first(entries, OTHERS_AT_MOST)),
            commands_first=_best(entries) < min(_best(people), _best(meetings)),
        )


def read_findable(bench: Bench) -> Findable:
    """Read everybody and every meeting that can be found. Slow."""
    with bench.asking("read_findable") as session:
        day = bench.today()
        return Findable(
            recents=recents_of(session, bench.account_id, day),
            people=_people(session, day),
            index=patient_index(session),
            meetings=_meetings(session, day),
        )


def _people(session: Session, day: date) -> Iterator[FoundPerson]:
    """Everybody who is listed; a record that was set aside as a duplicate is not."""
    newest = {row.patient_id: row for row in cases_by(session, day)}
    aside = set_aside(session, day)
    for patient, person in details_of(session, None, day).items():
        if patient in aside:
            continue
        case = newest.get(patient)
        yield FoundPerson(
            patient_id=patient,
            case_id=case.id if case else 0,
            masked=masked(person.name),
            number=case.number if case else "",
            village=person.village,
        )


def _meetings(session: Session, day: date) -> Iterator[tuple[FoundMeeting, Sought]]:
    """Every meeting, the latest first, by title, team, kind, state and day."""
    teams = {row.id: row.name for row in session.execute(select(Team.id, Team.name))}
    query = select(Meeting).order_by(Meeting.held_on.desc(), Meeting.id.desc())
    for row in session.scalars(query):
        found = FoundMeeting(row.id, title_of(row), teams[row.team_id], row.held_on, row.state)
        names = (found.title, found.team, row.kind.label, row.state.label)
        yield found, Sought(names, words=day_as_typed(row.held_on, day)).spell()


def _first(found: Iterable[int], most: int) -> list[int]:
    return list(found)[:most]


def _best(found: dict[int, Nearness]) -> int:
    return min(found.values(), default=max(Nearness) + 1)
