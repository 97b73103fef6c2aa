"""What the 会前个案摘要 says of one patient on an agenda, as known at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from data.codes import AgendaReason
from data.models.agendas import AgendaItem
from data.models.cases import Case
from data.models.meetings import Meeting
from forms.answers import text_of
from workbench.agendas import reasons_of
from workbench.annotations import AnnotationRow, annotations_of
from workbench.assessments import previous_assessment
from workbench.bench import BEIJING
from workbench.cases import entry_number, terms_on
from workbench.errors import NoRatingForMatters
from workbench.paperwork.brief_changes import changes_answer, shortened
from workbench.paperwork.months import months_answers
from workbench.paperwork.people import meeting_answers, sex_and_age
from workbench.paperwork.recent import Span
from workbench.paperwork.standing import (
    guardianship_words,
    medication_words,
    open_tasks_of,
    task_words,
)
from workbench.patients import details_on
from workbench.rules.dates import plus_months, said
from workbench.states import any_meeting, regular_before

FIRST_LOOK_MONTHS = 3  # as far as a brief looks back before a first meeting
NOTHING_KNOWN = "没有记录。"
_DECIDED_ANYWAY = frozenset(
    {AgendaReason.ROUTINE, AgendaReason.LEVEL_CHANGED, AgendaReason.HIGH_LEVEL}
)


def brief_answers(
    session: Session, item: AgendaItem, *, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the brief on one patient on an agenda."""
    if item.patient_id is None:
        raise NoRatingForMatters
    meeting = any_meeting(session, item.meeting_id)
    patient_id, day = item.patient_id, meeting.held_on
    before = regular_before(session, meeting, at)
    rated = previous_assessment(session, patient_id, meeting, at)
    remarks = [row for row in annotations_of(session, patient_id, at) if row.outcome is None]
    return {
        **meeting_answers(meeting),
        "place": f"第{item.position}项\u2002{item.tier.label}",
        "period": f"{_since(meeting, before).isoformat()} 至 {day.isoformat()}",
        **_person(session, item, patient_id, day, at),
        "stability": rated.stability.label if rated and rated.stability else "",
        "level": int(rated.level) if rated else None,
        "to_decide": list(_to_decide(item, remarks)),
        "changes": changes_answer(
            Span(session, patient_id, _since(meeting, before), day, at),
            _last_closed(meeting, before),
        ),
        "timeline": months_answers(session, patient_id, day, at),
        "medication": medication_words(session, patient_id, day, at) or NOTHING_KNOWN,
        "guardianship": guardianship_words(session, patient_id, day, at) or NOTHING_KNOWN,
        "tasks": "\n".join(task_words(open_tasks_of(session, patient_id, at), day)) or "没有。",
        "annotations": "\n".join(map(_remark, remarks)) or "没有待处理的批注。",
        "notes": None,
    }


def brief_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Whom it is about, repeated on every page after the first."""
    who = (text_of(answers, key) for key in ("case_number", "name", "kind"))
    return ("\u3000".join(filter(None, who)),)


def _person(
    session: Session, item: AgendaItem, patient_id: int, day: date, at: datetime | None
) -> dict[str, object]:
    person = details_on(session, patient_id, day, at)
    case = session.get(Case, item.case_id or 0)
    kind = ""
    if case is not None:
        stay = f"（第{entry_number(session, case)}次入组）"
        kind = terms_on(session, case.id, day, at).kind.label + stay
    return {
        "name": person.name,
        "sex_and_age": sex_and_age(person, day).replace("\u3000", " "),
        "case_number": case.number if case else "",
        "village": person.village,
        "diagnosis": person.diagnosis,
        "kind": kind,
    }


def _since(meeting: Meeting, before: Meeting | None) -> date:
    return before.held_on if before else plus_months(meeting.held_on, -FIRST_LOOK_MONTHS)


def _to_decide(item: AgendaItem, remarks: Sequence[AnnotationRow]) -> Iterator[str]:
    """What stands on the agenda besides level and class, and the remarks nobody answered."""
    for why in reasons_of(item):
        if why.reason not in _DECIDED_ANYWAY and why.reason is not AgendaReason.OPEN_ANNOTATIONS:
            yield why.words
    for row in remarks:
        yield f"{said(row.on)}批注是否采纳：{shortened(row.text)}"


def _last_closed(meeting: Meeting, before: Meeting | None) -> datetime:
    """Since when something is news: whatever was written before was there at the last meeting."""
    closed = before.closed_at if before else None
    return closed or datetime.combine(_since(meeting, before), time(), BEIJING)


def _remark(row: AnnotationRow) -> str:
    return f"{row.on.isoformat()}\u3000{row.text}（{row.about}）\u3000{row.state}"
