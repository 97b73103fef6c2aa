"""The months of a patient as a screen draws them: nine tracks, each mark with its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.facts import Fact, known
from data.models.assistance import Assistance
from data.models.care_teams import CareTeam
from data.models.cases import Case
from data.models.events import LifeEvent
from data.models.guardians import GuardianAgreement, GuardianCapacity, GuardianDetails
from data.models.histories import PastHistory
from data.models.medication import Injection, MedicationLine, MedicationStrategy
from data.models.patients import Consent, Diagnosis, PatientDetails, PatientFlag
from data.models.subsidies import Subsidy, SubsidyPayment, SubsidyProposal
from data.register_codes import GuardianState
from workbench.admissions import admissions_by
from workbench.case_life import life_of
from workbench.changes import SPEAKERS
from workbench.events import incidents_by
from workbench.guardians import guardians_by
from workbench.paperwork.months import Rows, months_answers
from workbench.records import RecordKey, RecordKind, record_key
from workbench.visits import visits_until


class Track(StrEnum):
    """What is drawn on one line of its own, from the top downwards."""

    LEVELS = "levels"
    STAYS = "stays"
    MEDICATION = "medication"
    INJECTIONS = "injections"
    VISITS = "visits"
    EVENTS = "events"
    MEETINGS = "meetings"
    CASES = "cases"
    RECORDS = "records"

    @property
    def label(self) -> str:
        """What stands before the line."""
        return _LABELS[self]


F = TypeVar("F", bound=Fact)
_SAYS = {speaker.table: speaker for speaker in SPEAKERS}
_ALL_ON_ONE: tuple[type[Fact], ...] = (
    MedicationLine,
    MedicationStrategy,
    GuardianAgreement,
    GuardianCapacity,
    LifeEvent,
    Assistance,
    Subsidy,
    SubsidyPayment,
    SubsidyProposal,
    Consent,
    Diagnosis,
    PatientFlag,
    PastHistory,
    CareTeam,
)
_LABELS = {
    Track.LEVELS: "危险性等级",
    Track.STAYS: "住院",
    Track.MEDICATION: "口服药",
    Track.INJECTIONS: "长效针剂",
    Track.VISITS: "随访",
    Track.EVENTS: "事件",
    Track.MEETINGS: "会议",
    Track.CASES: "个案",
    Track.RECORDS: "其他记录",
}


@dataclass(frozen=True)
class Mark:
    """One thing on a track: a day, or a stretch from one day to another.

    `gap` says that something is missing here: medicine not taken regularly, an injection missed.
    `record` is what was written down, where the mark stands for one record.
    """

    track: Track
    on: date
    to: date
    text: str
    sentence: str
    level: int | None = None
    gap: bool = False
    record: RecordKey | None = None


@dataclass(frozen=True)
class Timeline:
    """Everything up to a day; the screen chooses how many months of it to draw."""

    until: date
    marks: tuple[Mark, ...]

    def since(self, first: date) -> tuple[Mark, ...]:
        """What reaches into the days from this one on."""
        return tuple(mark for mark in self.marks if mark.to >= first)


def timeline_of(
    session: Session, patient_id: int, until: date, at: datetime | None = None
) -> Timeline:
    """The marks of a patient by track and day, up to a day and as known at a moment."""
    told = months_answers(session, patient_id, until, at)
    marks = (
        *_levels(_rows(told, Track.LEVELS), until),
        *_stays(session, patient_id, until, at),
        *map(_medicine, _rows(told, Track.MEDICATION)),
        *(_missed(row) for row in _rows(told, Track.INJECTIONS) if row["hollow"]),
        *_injections(session, patient_id, until, at),
        *_visits(session, patient_id, until, at),
        *_events(session, patient_id, until, at),
        *(_on_a_day(Track.MEETINGS, row, "例会") for row in _rows(told, Track.MEETINGS)),
        *_cases(session, patient_id, until, at),
        *_records(session, patient_id, until, at),
    )
    return Timeline(until, marks)


def _rows(told: dict[str, object], track: Track) -> Rows:
    rows = told[track.value]
    return rows if isinstance(rows, list) else []


def _levels(rows: Rows, until: date) -> Iterator[Mark]:
    begins = [_day(row["on"]) for row in rows]
    ends = [*(begun - timedelta(1) for begun in begins[1:]), until][: len(begins)]
    for row, begun, end in zip(rows, begins, ends, strict=True):
        level = int(str(row["level"]))
        told = f"{begun}起{level}级" + ("" if end == until else f"，到{end}")
        yield Mark(Track.LEVELS, begun, end, f"{level}级", told, level)


def _stays(session: Session, patient_id: int, until: date, at: datetime | None) -> Iterator[Mark]:
    for row in admissions_by(session, patient_id, until, at):
        begun, ended = row.stay.admitted_on, row.stay.discharged_on
        days = f"{((ended or until) - begun).days + 1}天"
        told = f"，{ended}出院，共{days}" if ended else "，仍在院"
        told = f"{begun}住院，{row.stay.hospital}{told}"
        key = RecordKey(RecordKind.ADMISSION, row.id, lasts=ended is None)
        text = days if ended else "在院"
        yield Mark(Track.STAYS, begun, ended or until, text, told, record=key)


def _medicine(row: dict[str, object]) -> Mark:
    begun, ended = _day(row["on"]), _day(row["to"])
    days = (ended - begun).days + 1
    gap = bool(row["hollow"])
    heard = str(row["text"]) if gap else "规律服药"
    text = f"{heard}{days}天" if gap else ""
    return Mark(Track.MEDICATION, begun, ended, text, f"{begun}至{ended}{heard}，{days}天", gap=gap)


def _missed(row: dict[str, object]) -> Mark:
    on = _day(row["on"])
    return Mark(Track.INJECTIONS, on, on, "漏", f"{on}应打长效针剂，漏打", gap=True)


def _injections(
    session: Session, patient_id: int, until: date, at: datetime | None
) -> Iterator[Mark]:
    for fact in _by(session, Injection, patient_id, until, at):
        on = fact.true_from
        told = f"{on}已打长效针剂，{_SAYS[Injection].told(session, fact)}"
        yield Mark(Track.INJECTIONS, on, on, "", told, record=record_key(fact))


def _events(session: Session, patient_id: int, until: date, at: datetime | None) -> Iterator[Mark]:
    for row in incidents_by(session, patient_id, until, at):
        seen = row.happened
        source = f"来源：{seen.source}" if seen.source else ""
        parts = filter(None, (seen.kind.label, seen.words, seen.place, source))
        told = f"{seen.happened_on}{'，'.join(parts)}"
        on, key = seen.happened_on, RecordKey(RecordKind.INCIDENT, row.id)
        yield Mark(Track.EVENTS, on, on, seen.kind.label, told, record=key)


def _visits(session: Session, patient_id: int, until: date, at: datetime | None) -> Iterator[Mark]:
    for visit in visits_until(session, patient_id, until, at)[::-1]:
        if not visit.lost_reason:
            on = visit.true_from
            level = "" if visit.level is None else f"评估{int(visit.level)}级"
            parts = filter(None, (visit.form.label, level, visit.words))
            key = RecordKey(RecordKind.VISIT, visit.root_id)
            yield Mark(Track.VISITS, on, on, "", f"{on}{'，'.join(parts)}", record=key)


def _records(session: Session, patient_id: int, until: date, at: datetime | None) -> Iterator[Mark]:
    """Whatever has no track of its own, one mark for each."""
    for table in _ALL_ON_ONE:
        for fact in _by(session, table, patient_id, until, at):
            lasts = isinstance(fact, MedicationLine) and fact.stopped_on is None
            told = _SAYS[table].told(session, fact)
            yield _record(fact, told, record_key(fact, lasts=lasts))
    yield from _guardians(session, patient_id, until, at)
    yield from _moves(session, patient_id, until, at)


def _guardians(
    session: Session, patient_id: int, until: date, at: datetime | None
) -> Iterator[Mark]:
    """A guardian is corrected as they are now, so only the last word on each can be."""
    last = {fact.guardian_id: fact.id for fact in guardians_by(session, patient_id, until, at)}
    for fact in _by(session, GuardianDetails, patient_id, until, at):
        acts = fact.state is GuardianState.ACTING
        key = RecordKey(RecordKind.GUARDIAN, fact.guardian_id, lasts=acts)
        told = _SAYS[GuardianDetails].told(session, fact)
        yield _record(fact, told, key if last.get(fact.guardian_id) == fact.id else None)


def _moves(session: Session, patient_id: int, until: date, at: datetime | None) -> Iterator[Mark]:
    """What became different about a person; what they were registered with is no event."""
    for before, fact in pairwise(_by(session, PatientDetails, patient_id, until, at)):
        told = _SAYS[PatientDetails].changed(session, before, fact).removesuffix("。")
        yield Mark(Track.RECORDS, fact.true_from, fact.true_from, "患者信息", told)


def _record(fact: Fact, told: str, key: RecordKey | None) -> Mark:
    on, subject = fact.true_from, _SAYS[type(fact)].subject
    return Mark(Track.RECORDS, on, on, subject, f"{on}{told}", record=key)


def _by(
    session: Session, table: type[F], patient_id: int, until: date, at: datetime | None
) -> list[F]:
    ours = known(table, at).where(table.patient_id == patient_id, table.true_from <= until)
    return list(session.scalars(ours.order_by(table.true_from, table.root_id)))


def _cases(session: Session, patient_id: int, until: date, at: datetime | None) -> Iterator[Mark]:
    """Entry, other hands, another kind, pauses and the end of each of the patient's cases."""
    mine = select(Case).where(Case.patient_id == patient_id, Case.entered_on <= until)
    for case in session.scalars(mine.order_by(Case.entered_on, Case.id)):
        for event in life_of(session, case, at):
            if event.on <= until:
                why = f"，{event.why}" if event.why else ""
                told = f"{event.on}{event.words}{why}"
                yield Mark(Track.CASES, event.on, event.on, event.brief, told)


def _on_a_day(track: Track, row: dict[str, object], what: str) -> Mark:
    on = _day(row["on"])
    return Mark(track, on, on, "", f"{on}{what}")


def _day(told: object) -> date:
    return date.fromisoformat(str(told))


def in_order_of_days(marks: Sequence[Mark]) -> list[Mark]:
    """The latest first, for whoever reads instead of looking."""
    places = list(Track)
    return sorted(marks, key=lambda m: (-m.on.toordinal(), places.index(m.track)))
