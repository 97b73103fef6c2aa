"""The register as people look through it: how everybody stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.casework_codes import Standing
from data.clinical_codes import Adherence, CaseFact
from data.codes import RiskLevel, Sex, Stability
from data.facts import held, known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment
from data.models.guardians import GuardianDetails
from data.models.meetings import Meeting
from data.models.patients import Consent
from data.models.teams import Member
from data.models.visits import Visit
from data.register_codes import GuardianState
from data.rule_values import Profile
from workbench.assessments import agreed_levels
from workbench.bench import Bench
from workbench.cases import CaseRow, case_managers_on, cases_by, gone_for_good
from workbench.judgements import set_aside
from workbench.known_facts import NOTHING, Known, facts_of_patients
from workbench.lost_contact import lost_contacts
from workbench.patients import Person, details_of
from workbench.rules.agendas import Rated, standing_level
from workbench.rules.facts import Facts
from workbench.rules.key_patients import is_key_patient
from workbench.rules.lost_contact import LostContact
from workbench.rules.stability import classify
from workbench.rules.truth import Truth
from workbench.rules.visits import next_visit_on
from workbench.unit_rules import rules_of
from workbench.visits import dead_by
from workbench.words import masked


@dataclass(frozen=True)
class PatientStanding:
    """One person, as the register lists them: without the full name.

    `case` is the newest one, over or not. `gaps` names what is still to be filled in. Nobody
    visits whom the record knows to be dead or gone for good, so they have no next visit; nor
    those of whom another record is kept, since theirs was found to be a duplicate.
    """

    id: int
    masked: str
    sex: Sex
    age: int | None
    village: str
    diagnosis: str
    case: CaseRow | None
    level: RiskLevel | None
    stability: Stability | None
    adherence: Adherence | None
    last_visit_on: date | None
    visit_due_on: date | None
    visit_due: bool
    lost: bool
    hospitalised: bool
    key: Truth
    gone: bool
    gaps: tuple[str, ...]
    set_aside: bool = False
    case_manager_id: int | None = None
    case_manager: str = ""

    @property
    def managed(self) -> bool:
        """Whether a case is open."""
        return self.case is not None and self.case.standing is not Standing.ENDED


def list_patient_standings(
    bench: Bench, *, on: date | None = None, at: datetime | None = None
) -> list[PatientStanding]:
    """Everybody on the register and how they stand on a day, in the order they came to it."""
    with bench.asking("list_patient_standings") as session:
        return patient_standings(session, on or bench.today(), at)


def patient_standings(
    session: Session, day: date, at: datetime | None = None
) -> list[PatientStanding]:
    """The same within a session, in a fixed number of queries."""
    read = _Read.of(session, day, at)
    people = sorted(details_of(session, None, day, at).items())
    return [read.standing(person) for _, person in people]


@dataclass(frozen=True)
class _Read:
    day: date
    profile: Profile
    records: Mapping[int, Known]
    agreed: Mapping[int, Rated]
    classes: Mapping[int, Stability]
    cases: Mapping[int, CaseRow]
    lost: Mapping[int, LostContact]
    gone: frozenset[int]
    aside: frozenset[int]
    guarded: frozenset[int]
    asked: frozenset[int]
    managers: Mapping[int, Member]

    @classmethod
    def of(cls, session: Session, day: date, at: datetime | None) -> _Read:
        profile, records = rules_of(session, day, at), facts_of_patients(session, None, day, at)
        gone = dead_by(session, day, at) | gone_for_good(session, day, at)
        cases = {row.patient_id: row for row in _in_order(cases_by(session, day, at))}
        return cls(
            day=day,
            profile=profile,
            records=records,
            agreed=agreed_levels(session, day, at),
            classes=_stated_classes(session, day, at),
            cases=cases,
            lost=lost_contacts(session, records, day, profile, at),
            gone=frozenset(gone),
            aside=frozenset(set_aside(session, day, at)),
            guarded=_guarded(session, day, at),
            asked=_asked(session, day, at),
            managers=_managers(session, cases.values(), day, at),
        )

    def standing(self, person: Person) -> PatientStanding:
        patient = person.patient_id
        record = self.records.get(patient, NOTHING)
        facts, gone = record.facts, patient in self.gone or patient in self.aside
        due_on = None if gone else next_visit_on(facts, on=self.day, profile=self.profile)
        lost, case = self.lost.get(patient), self.cases.get(patient)
        manager = self.managers.get(case.id) if case is not None else None
        return PatientStanding(
            id=patient,
            masked=masked(person.name),
            sex=person.sex,
            age=age_on(person.born_on, self.day),
            village=person.village,
            diagnosis=person.diagnosis,
            case=case,
            level=standing_level(clinical_rating(record), self.agreed.get(patient)),
            stability=self.classes.get(patient) or classify(facts).stability,
            adherence=facts.adherence,
            last_visit_on=facts.last_visit_on,
            visit_due_on=due_on,
            visit_due=due_on is not None and due_on <= self.day,
            lost=not gone and lost is not None and lost.lost is True,
            hospitalised=facts.hospitalised is True,
            key=False if gone else is_key_patient(facts),
            gone=gone,
            gaps=tuple(self._gaps(person, facts)),
            set_aside=patient in self.aside,
            case_manager_id=manager.id if manager else None,
            case_manager=manager.name if manager else "",
        )

    def _gaps(self, person: Person, facts: Facts) -> Iterator[str]:
        details = person.details
        present = {
            "身份证号": details.id_number,
            "出生日期": person.born_on,
            "联系电话": details.phone,
            "村组": person.village,
            "诊断": person.diagnosis,
            "监护人": person.patient_id in self.guarded,
            "知情同意": person.patient_id in self.asked,
            "危险性等级": facts.risk_level is not None,
        }
        return (name for name, known_of in present.items() if not known_of)


def age_on(born_on: date | None, day: date) -> int | None:
    """Years completed by a day."""
    if born_on is None or born_on > day:
        return None
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _in_order(rows: list[CaseRow]) -> list[CaseRow]:
    return sorted(rows, key=lambda row: (row.entered_on, row.id))


def clinical_rating(record: Known) -> Rated | None:
    """The level the last visit found, and on which day."""
    found = record.sources.get(CaseFact.RISK_LEVEL)
    level = record.facts.risk_level
    return Rated(level, found.on) if found is not None and level is not None else None


def _stated_classes(session: Session, day: date, at: datetime | None) -> dict[int, Stability]:
    """What the last visit or the last closed meeting called the condition, whichever is later."""
    visits = known(Visit, at).where(Visit.true_from <= day, Visit.stability.is_not(None))
    met = (
        known(Assessment, at)
        .join(AgendaItem, AgendaItem.id == Assessment.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(Meeting.closed_at.is_not(None), Meeting.held_on <= day)
    )
    if at is not None:
        met = met.where(Meeting.closed_at <= at)
    said = [
        *session.execute(
            visits.with_only_columns(Visit.true_from, Visit.patient_id, Visit.stability)
        ),
        *session.execute(
            met.with_only_columns(Meeting.held_on, Assessment.patient_id, Assessment.stability)
        ),
    ]
    said.sort(key=lambda row: row[0])  # of one day the meeting stands after the visit
    return {patient: stability for _, patient, stability in said if stability is not None}


def _guarded(session: Session, day: date, at: datetime | None) -> frozenset[int]:
    """Who has a guardian who acts."""
    facts: dict[int, list[GuardianDetails]] = {}
    for fact in session.scalars(known(GuardianDetails, at)):
        facts.setdefault(fact.guardian_id, []).append(fact)
    present = map(partial(held, day=day), facts.values())
    acting = [fact for fact in present if fact and fact.state is GuardianState.ACTING]
    return frozenset(fact.patient_id for fact in acting if fact.patient_id is not None)


def _managers(
    session: Session, cases: Iterable[CaseRow], day: date, at: datetime | None
) -> dict[int, Member]:
    """Who is responsible for each open case, by its key."""
    running = [row.id for row in cases if row.standing is not Standing.ENDED]
    keys = case_managers_on(session, running, day, at)
    query = select(Member).where(Member.id.in_(set(keys.values())))
    members = {member.id: member for member in session.scalars(query)}
    return {case: members[key] for case, key in keys.items()}


def _asked(session: Session, day: date, at: datetime | None) -> frozenset[int]:
    query = known(Consent, at).where(Consent.true_from <= day)
    keys = session.scalars(query.with_only_columns(Consent.patient_id))
    return frozenset(key for key in keys if key is not None)
