"""What a visit is begun with: last time's answers, what happened since, and what it speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.facts import known
from data.models.visits import Visit
from data.rule_values import Profile
from data.visit_codes import FormVersion
from workbench.bench import Bench
from workbench.changes import Change, changes_between
from workbench.errors import NotFound
from workbench.known_facts import known_on
from workbench.medication import in_use, lines_of
from workbench.paperwork.doses import how_taken
from workbench.recording import require_patient
from workbench.rules.facts import Facts
from workbench.rules.stability import Classed
from workbench.rules.visit_answers import VisitRecord
from workbench.rules.visit_filling import begun, filled_from, record_from
from workbench.rules.visit_questions import Filled, Reached
from workbench.rules.visit_records import Problem, facts_of, find_problems, suggested_class
from workbench.rules.visits import NextVisit, next_visit
from workbench.unit_rules import rules_of
from workbench.visit_columns import record_of
from workbench.visits import visits_until

_REASONS = frozenset({"level_reason", "stability_reason"})


@dataclass(frozen=True)
class Weighed:
    """What the fields speak for, and everything in them that cannot stand.

    `wanted` names the items that other answers call for and that are still open.
    """

    record: VisitRecord
    classed: Classed
    next_visit: NextVisit
    problems: tuple[Problem, ...]
    wanted: frozenset[str]
    met: bool

    @property
    def day_to_fill_in(self) -> date | None:
        """The day of the next visit to begin with: that of the rules, after a visit that met."""
        due = self.next_visit.on
        return due if self.met and due is not None and due > self.record.visited_on else None


@dataclass(frozen=True)
class VisitStart:
    """A visit about to be written or corrected, with everything to judge it by.

    `before` is the last visit that met somebody, `last` the last try of any kind. Facts and
    rules are those of the day it was begun on, so that weighing reads nothing.
    """

    patient_id: int
    visit_id: int | None
    version: FormVersion
    filled: Filled
    before: VisitRecord | None
    last: VisitRecord | None
    since: tuple[Change, ...]
    medicines: tuple[str, ...]
    facts: Facts
    profile: Profile
    today: date

    def filled_before(self) -> Filled | None:
        """Last time's answers, item by item."""
        return filled_from(self.before) if self.before else None

    def weighed(self, filled: Filled) -> Weighed:
        """Weigh what the fields say, together with what is known besides."""
        record = record_from(filled, _REASONS, self.version)
        problems = find_problems(record.cleaned(), today=self.today)
        classed = suggested_class(record)
        facts = _together(self.facts, facts_of(record))
        due = next_visit(facts, on=record.visited_on, profile=self.profile)
        wanted = frozenset(p.item for p in problems if not filled.get(p.item))
        met = filled.get("reached") is Reached.MET
        return Weighed(record, classed, due, problems, wanted, met)


def read_visit_start(
    bench: Bench, patient_id: int, *, visit_id: int | None = None, at: datetime | None = None
) -> VisitStart:
    """Begin a visit to a patient, or take one that is recorded in hand to correct it."""
    with bench.asking("read_visit_start") as session:
        require_patient(session, patient_id)
        present = None if visit_id is None else _present(session, patient_id, visit_id, at)
        day = bench.today() if present is None else present.true_from
        earlier = _earlier(session, patient_id, day, present, at)
        met = next((visit for visit in earlier if _met(visit)), None)
        before = record_of(met) if met else None
        record = record_of(present) if present else None
        return VisitStart(
            patient_id=patient_id,
            visit_id=visit_id,
            version=present.form_version if present else FormVersion.V2017,
            filled=filled_from(record) if record else begun(before, today=day),
            before=before,
            last=record_of(earlier[0]) if earlier else None,
            since=_since(session, patient_id, earlier, at) if present is None else (),
            medicines=_medicines(session, patient_id, day, at),
            facts=known_on(session, patient_id, day, at).facts,
            profile=rules_of(session, day, at),
            today=bench.today(),
        )


def _present(session: Session, patient_id: int, visit_id: int, at: datetime | None) -> Visit:
    mine = Visit.root_id == visit_id, Visit.patient_id == patient_id
    visit = session.scalar(known(Visit, at).where(*mine))
    if visit is None:
        raise NotFound("这次随访")
    return visit


def _earlier(
    session: Session, patient_id: int, day: date, present: Visit | None, at: datetime | None
) -> list[Visit]:
    """The visits before the one in hand, the last one first."""
    visits = visits_until(session, patient_id, day, at)
    if present is None:
        return visits
    place = present.true_from, present.root_id
    return [visit for visit in visits if (visit.true_from, visit.root_id) < place]


def _met(visit: Visit) -> bool:
    return not record_of(visit).ends_the_questions


def _since(
    session: Session, patient_id: int, earlier: Sequence[Visit], at: datetime | None
) -> tuple[Change, ...]:
    """What else became known after the last visit was written down."""
    if not earlier:
        return ()
    told = changes_between(session, patient_id, earlier[0].written_at, at)
    return tuple(change for change in reversed(told) if change.subject != "随访")


def _medicines(
    session: Session, patient_id: int, day: date, at: datetime | None
) -> tuple[str, ...]:
    used = (line for line in lines_of(session, patient_id, at) if in_use(line, day))
    return tuple(f"{line.name}　{how_taken(line)}".rstrip() for line in used)


def _together(known_before: Facts, found: Facts) -> Facts:
    """What was found on the visit, and where it tells nothing what was known before it."""
    told = {
        each.name: value
        for each in fields(Facts)
        if (value := getattr(found, each.name)) is not None
    }
    return replace(known_before, **told)
