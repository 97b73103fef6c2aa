"""What the 集体评估签字表 says of one patient, read from the records as known at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.codes import MeetingKind, MemberRole, Stability, VisitForm
from data.models.agendas import AgendaItem
from data.models.meetings import Meeting
from data.models.visits import Visit
from data.paper_codes import InformationSource, KeyPatient, RecentTopic
from data.visit_codes import PersonSeen
from forms.answers import number_of, part_of, text_of
from forms.wording import level
from workbench.admissions import admissions_by
from workbench.agenda_entries import items_of
from workbench.annotations import annotations_of
from workbench.assessments import opinions_of
from workbench.decisions import next_meeting_on
from workbench.errors import NoRatingForMatters
from workbench.events import incidents_by
from workbench.known_facts import latest_facts
from workbench.meetings import attendance_of
from workbench.paperwork.options import offered
from workbench.paperwork.people import (
    case_known,
    guarded_answers,
    meeting_answers,
    person_answers,
)
from workbench.paperwork.ratings import (
    agreed_answers,
    decision_answers,
    dissent_answers,
    opinion_answers,
)
from workbench.paperwork.recent import Span, recent_answers
from workbench.paperwork.signers import everybody_signs, psychiatrist_signs
from workbench.rules.dates import plus_months
from workbench.rules.key_patients import is_key_patient
from workbench.states import any_meeting, closed_before

# Visits are three months apart at most while all is well, so as many hold the last of them.
FIRST_LOOK_MONTHS = 3
URGENT = "临"
_IN_PERSON = (VisitForm.CLINIC, VisitForm.HOME)
_SEEN = {
    PersonSeen.PATIENT: InformationSource.PATIENT,
    PersonSeen.FAMILY: InformationSource.GUARDIAN,
    PersonSeen.INFORMANT: InformationSource.NEIGHBOURS,
}
_SPEAKS_FOR = {
    MemberRole.POLICE: InformationSource.POLICE,
    MemberRole.PSYCHIATRIST: InformationSource.HOSPITAL,
    MemberRole.MEDICAL: InformationSource.HOSPITAL,
    MemberRole.GRID: InformationSource.GRID,
}
ASSESSMENT_LISTS = {
    "sources": offered(InformationSource),
    "topics": offered(RecentTopic),
    "stabilities": offered(reversed(Stability)),
    "key_patient": offered(KeyPatient),
}


def assessment_answers(
    session: Session, item: AgendaItem, *, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the 集体评估签字表 for one patient on an agenda."""
    meeting = any_meeting(session, item.meeting_id)
    patient_id, case = _patient(item), case_known(session, item.case_id, at)
    day = meeting.held_on
    span = Span(session, patient_id, _since(session, meeting, at), day, at)
    return {
        **meeting_answers(meeting),
        "number": _number(session, meeting, item),
        "place": meeting.place,
        "period": f"{span.since.isoformat()} 至 {day.isoformat()}",
        **person_answers(session, patient_id, case, day, at),
        **guarded_answers(session, patient_id, case, meeting, at),
        "sources": _sources(span, meeting, item),
        "facts": recent_answers(span),
        "opinions": opinion_answers(session, meeting, item, at),
        **agreed_answers(session, item, at),
        "key_patient": _key_patient(session, patient_id, day, at),
        "next_on": next_meeting_on(meeting).isoformat(),
        "decisions": decision_answers(session, item, at),
        "annotations": "\n".join(_annotations(span)),
        "psychiatrist": psychiatrist_signs(session, meeting),
        "dissents": dissent_answers(session, meeting, item, at),
        "signers": everybody_signs(session, meeting),
        "lists": ASSESSMENT_LISTS,
    }


def assessment_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Whose rating it is and which, repeated on every page after the first."""
    who = (text_of(answers, key) for key in ("case_number", "name", "sex_and_age"))
    return "\u3000".join(filter(None, who)), _rating_in_words(answers)


def _rating_in_words(answers: Mapping[str, object]) -> str:
    before, now = part_of(answers, "previous"), number_of(answers, "level")
    last = number_of(before, "level")
    told = "首次评定" if last is None else f"上次{level(last)}（{text_of(before, 'on')}）"
    stability = text_of(answers, "stability")
    words = Stability(stability).label if stability else ""
    agreed = " · ".join(filter(None, ("—" if now is None else level(now), words)))
    return f"{told}\u3000本次集体评估{agreed}"


def _patient(item: AgendaItem) -> int:
    if item.patient_id is None:
        raise NoRatingForMatters
    return item.patient_id


def _since(session: Session, meeting: Meeting, at: datetime | None) -> date:
    """The day of the team's last meeting, or some months back where there was none."""
    closed = closed_before(session, meeting, at)
    return closed[-1].held_on if closed else plus_months(meeting.held_on, -FIRST_LOOK_MONTHS)


def _number(session: Session, meeting: Meeting, item: AgendaItem) -> str:
    """Year, number of the meeting and place on its agenda: 2026-11-02."""
    position = [row.id for row in items_of(session, meeting.id)].index(item.id) + 1
    kind = URGENT if meeting.kind is MeetingKind.URGENT else ""
    return f"{kind}{meeting.year}-{meeting.number:02d}-{position:02d}"


def _sources(span: Span, meeting: Meeting, item: AgendaItem) -> list[str]:
    """From whom something came that is on record, in the order of the form."""
    found = {*_visited(span.visits()), *_spoke(span, meeting, item), *_reported(span)}
    return [source.value for source in InformationSource if source in found]


def _visited(visits: Sequence[Visit]) -> Iterator[InformationSource]:
    for visit in visits:
        if visit.form in _IN_PERSON:
            yield from (_SEEN[seen] for seen in visit.seen or ())


def _spoke(span: Span, meeting: Meeting, item: AgendaItem) -> Iterator[InformationSource]:
    roles = {member.id: member.role for _, member in attendance_of(span.session, meeting.id)}
    for opinion in opinions_of(span.session, item.id, span.at):
        if opinion.words and roles[opinion.member_id] in _SPEAKS_FOR:
            yield _SPEAKS_FOR[roles[opinion.member_id]]


def _reported(span: Span) -> Iterator[InformationSource]:
    of = span.session, span.patient_id, span.until, span.at
    for incident in incidents_by(*of):
        if incident.happened.police_informed and span.holds(incident.happened.happened_on):
            yield InformationSource.POLICE
    for row in admissions_by(*of):
        if span.holds(row.stay.admitted_on) or span.holds(row.stay.discharged_on):
            yield InformationSource.HOSPITAL


def _key_patient(session: Session, patient_id: int, day: date, at: datetime | None) -> str:
    """What the rule says of the known facts; empty while it cannot say."""
    is_key = is_key_patient(latest_facts(session, patient_id, day, at))
    if is_key is None:
        return ""
    return (KeyPatient.YES if is_key else KeyPatient.NO).value


def _annotations(span: Span) -> Iterator[str]:
    """The psychiatrist's remarks that are open or were made since the last meeting."""
    for row in annotations_of(span.session, span.patient_id, span.at):
        if row.on <= span.until and (row.outcome is None or span.holds(row.on)):
            yield f"{row.text}（{row.about}，{row.on.isoformat()}，{row.state}）"
