"""What somebody opened last. The audit knows it already, so nothing else has to keep it."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import Outcome, RiskLevel
from data.models.audit import AuditRow
from data.models.cases import Case
from data.models.meetings import Meeting
from workbench.assessments import agreed_levels
from workbench.bench import Bench
from workbench.known_facts import NOTHING, facts_of_patients
from workbench.patient_standings import clinical_rating
from workbench.patients import details_of
from workbench.rules.agendas import standing_level
from workbench.states import any_meeting, title_of
from workbench.words import masked

# Which part of an audit row names what was opened.
_OPENINGS = {"open_case_page": "case", "open_meeting": "meeting"}
_LOOKED_THROUGH, _MOST = 300, 6


@dataclass(frozen=True)
class Recent:
    """A case or a meeting, when it was opened last; one of the two keys is 0.

    `number` is that of the case, `held_on` the day of the meeting.
    """

    title: str
    case_id: int = 0
    meeting_id: int = 0
    number: str = ""
    held_on: date | None = None
    level: RiskLevel | None = None
    opened_at: datetime | None = None


def open_meeting(bench: Bench, meeting_id: int) -> None:
    """Leave in the audit that somebody went to a meeting or to its papers."""
    with bench.doing("open_meeting") as work:
        any_meeting(work.session, meeting_id)
        work.about(meeting=meeting_id)


def list_recents(bench: Bench) -> tuple[Recent, ...]:
    """The cases and meetings this account opened last, names shortened, the latest first."""
    with bench.asking("list_recents") as session:
        return recents_of(session, bench.account_id, bench.today())


def recents_of(session: Session, account_id: int, day: date) -> tuple[Recent, ...]:
    """The same within a session."""
    opened = _opened(session, account_id)
    cases = _cases(session, {key for kind, key in opened if kind == "case"}, day)
    meetings = _meetings(session, {key for kind, key in opened if kind == "meeting"})
    known = {"case": cases, "meeting": meetings}
    found = ((known[kind].get(key), at) for (kind, key), at in opened.items())
    return tuple(replace(recent, opened_at=at) for recent, at in found if recent is not None)


def _opened(session: Session, account_id: int) -> dict[tuple[str, int], datetime]:
    """What was opened and when last, the latest first; only the latest rows are looked through."""
    query = (
        select(AuditRow.action, AuditRow.detail, AuditRow.at)
        .where(
            AuditRow.action.in_(_OPENINGS),
            AuditRow.outcome == Outcome.DONE,
            AuditRow.account_id == account_id,
        )
        .order_by(AuditRow.id.desc())
        .limit(_LOOKED_THROUGH)
    )
    last: dict[tuple[str, int], datetime] = {}
    for action, detail, at in session.execute(query):
        kind = _OPENINGS[action]
        last.setdefault((kind, int(json.loads(detail)[kind])), at)
    return dict(list(last.items())[:_MOST])


def _cases(session: Session, keys: Collection[int], day: date) -> dict[int, Recent]:
    if not keys:
        return {}
    cases = list(session.scalars(select(Case).where(Case.id.in_(keys))))
    patients = {case.patient_id for case in cases}
    people, agreed = details_of(session, patients, day), agreed_levels(session, day)
    seen = facts_of_patients(session, patients, day)
    return {
        case.id: Recent(
            masked(people[case.patient_id].name),
            case_id=case.id,
            number=case.number,
            level=standing_level(
                clinical_rating(seen.get(case.patient_id, NOTHING)), agreed.get(case.patient_id)
            ),
        )
        for case in cases
    }


def _meetings(session: Session, keys: Collection[int]) -> dict[int, Recent]:
    rows = session.scalars(select(Meeting).where(Meeting.id.in_(keys))) if keys else ()
    return {row.id: Recent(title_of(row), meeting_id=row.id, held_on=row.held_on) for row in rows}
