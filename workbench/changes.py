"""What became known about a patient between two moments, in sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.facts import Fact, held
from data.models.intakes import IntakeFinding
from data.models.plans import PlanItem, PlanReason
from data.models.teams import MemberContact
from workbench.assistance_speakers import ASSISTANCE_SPEAKERS
from workbench.attachment_speakers import ATTACHMENT_SPEAKERS
from workbench.bench import Bench
from workbench.casework_speakers import CASEWORK_SPEAKERS
from workbench.history_speakers import HISTORY_SPEAKERS
from workbench.medication_speakers import MEDICATION_SPEAKERS
from workbench.meeting_speakers import MEETING_SPEAKERS
from workbench.recording import require_patient
from workbench.register_speakers import REGISTER_SPEAKERS
from workbench.speaking import ChangeKind, Speaker
from workbench.visit_speakers import VISIT_SPEAKERS

F = TypeVar("F", bound=Fact)
FactKey = tuple[str, int]

# A table that is not named here is not heard of: each subject adds its speakers to this list.
SPEAKERS: tuple[Speaker[Any], ...] = (
    *REGISTER_SPEAKERS,
    *HISTORY_SPEAKERS,
    *ASSISTANCE_SPEAKERS,
    *VISIT_SPEAKERS,
    *MEDICATION_SPEAKERS,
    *MEETING_SPEAKERS,
    *CASEWORK_SPEAKERS,
    *ATTACHMENT_SPEAKERS,
)

# Tables that have no sentences of their own, each for its reason.
TOLD_WITH_OTHERS: dict[type[Fact], str] = {
    IntakeFinding: "ten to an assessment, written and withdrawn with it and told in its sentence",
    PlanItem: "a line is told once its version is confirmed, with what is new, gone or different",
    PlanReason: "told with the confirmation of its version, which no reason outlives",
    MemberContact: "about a member of a team and so about no patient",
}


@dataclass(frozen=True)
class Change:
    """One thing that changed: the day it is about, when it was last written, and the sentence.

    `record` is the fact itself, as its table and the key it keeps through all corrections.
    """

    on: date
    written_at: datetime
    kind: ChangeKind
    subject: str
    sentence: str
    record: FactKey


def list_changes(
    bench: Bench, patient_id: int, since: datetime, until: datetime | None = None
) -> list[Change]:
    """What was written after one moment and up to another, in the order it was written.

    Only what differs in the end is told: what was entered and taken back in between is not, and
    several corrections of one fact are one change.
    """
    with bench.asking("list_changes") as session:
        require_patient(session, patient_id)
        return changes_between(session, patient_id, since, until)


def changes_between(
    session: Session, patient_id: int, since: datetime, until: datetime | None = None
) -> list[Change]:
    """The same within a session."""
    found = [
        change
        for speaker in SPEAKERS
        for change in _heard(session, speaker, patient_id, since, until)
    ]
    return sorted(found, key=lambda change: change.written_at)


def _heard(
    session: Session,
    speaker: Speaker[F],
    patient_id: int,
    since: datetime,
    until: datetime | None,
) -> Iterator[Change]:
    roots = _revisions(session, speaker.table, patient_id, until)
    ends = [revisions[-1] for revisions in roots.values() if not revisions[-1].withdrawn]
    for revisions in roots.values():
        fresh = [row for row in revisions if row.written_at > since]
        if not fresh:
            continue
        before = next((row for row in reversed(revisions) if row.written_at <= since), None)
        if before is not None and before.withdrawn:
            before = None
        told = _told(session, speaker, before, fresh, ends)
        if told is not None:
            kind, on, sentence = told
            at, record = fresh[-1].written_at, key_of_fact(fresh[-1])
            yield Change(on, at, kind, speaker.subject, sentence, record)


def key_of_fact(fact: Fact) -> FactKey:
    """Which fact it is, whatever its revision."""
    return fact.__tablename__, fact.root_id


def _revisions(
    session: Session, table: type[F], patient_id: int, until: datetime | None
) -> dict[int, list[F]]:
    query = select(table).where(table.patient_id == patient_id)
    if until is not None:
        query = query.where(table.written_at <= until)
    roots: dict[int, list[F]] = defaultdict(list)
    for row in session.scalars(query.order_by(table.root_id, table.revision)):
        roots[row.root_id].append(row)
    return roots


def _told(
    session: Session, speaker: Speaker[F], before: F | None, fresh: list[F], ends: list[F]
) -> tuple[ChangeKind, date, str] | None:
    """What to tell of one fact, given what was known of it before and every fact at the end."""
    after, why = fresh[-1], _reasons(fresh)
    if before is None:
        if after.withdrawn:
            return None
        replaced = _replaced(speaker, after, ends)
        if replaced is None:
            return ChangeKind.NEW, after.true_from, speaker.new(session, after)
        return ChangeKind.CHANGED, after.true_from, speaker.changed(session, replaced, after)
    if after.withdrawn:
        return ChangeKind.WITHDRAWN, before.true_from, speaker.withdrawn(session, before, why)
    sentence = speaker.corrected(session, before, after, why)
    return (ChangeKind.CORRECTED, after.true_from, sentence) if sentence else None


def _replaced(speaker: Speaker[F], fact: F, ends: Iterable[F]) -> F | None:
    """The fact whose place a new one takes on its day."""
    if speaker.replaces is None:
        return None
    shared = speaker.replaces(fact)
    earlier = (
        other
        for other in ends
        if speaker.replaces(other) == shared
        and (other.true_from, other.root_id) < (fact.true_from, fact.root_id)
    )
    return held(earlier, fact.true_from)


def _reasons(revisions: list[F]) -> str:
    return "；".join(dict.fromkeys(row.why for row in revisions if row.why))
