"""What the 会议记录 says, read from the records as they were known at a moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from data.codes import AgendaTier, DecisionKind, MemberRole, TaskOutcome
from data.models.agendas import AgendaItem
from data.models.assessments import Opinion
from data.models.cases import Case
from data.models.decisions import Decision
from data.models.meetings import Attendance, Meeting
from data.models.teams import Member
from forms.answers import part_of, text_of
from workbench.agenda_entries import items_of
from workbench.assessments import assessment_of, opinions_of, previous_assessment
from workbench.cases import terms_on
from workbench.decisions import decisions_of, next_meeting_on
from workbench.discussions import discussion_of
from workbench.meetings import attendance_of
from workbench.paperwork.people import clock
from workbench.patients import details_on
from workbench.states import title_of
from workbench.tasks import TaskRow, earlier_tasks

# Besides chair and recorder, those whose words weigh most check what was written of them.
_CHECKERS = (MemberRole.PSYCHIATRIST, MemberRole.POLICE)
_COUNTED = {
    TaskOutcome.DONE: "done",
    TaskOutcome.NOT_CARRIED_OUT: "not_carried_out",
    TaskOutcome.NO_LONGER_NEEDED: "no_longer_needed",
}


def minutes_answers(
    session: Session, meeting: Meeting, *, ends: time | None = None, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the minutes, in canonical form.

    `ends` is for a meeting about to close; `at` asks what was known at a moment, so that a
    sealed meeting can be read again years later.
    """
    expected = attendance_of(session, meeting.id)
    chair = session.get_one(Member, meeting.chair_id)
    items = items_of(session, meeting.id)
    names = {member.id: member.name for _, member in expected}
    return {
        "unit": meeting.team_name,
        "meeting": title_of(meeting),
        "held_on": meeting.held_on.isoformat(),
        "begins": clock(meeting.begins),
        "ends": clock(ends or meeting.ends),
        "place": meeting.place,
        "chair": {"name": chair.name, "post": chair.post or chair.role.label},
        "recorder": session.get_one(Member, meeting.recorder_id).name,
        "expected": len(expected),
        "present": [member.name for attendance, member in expected if attendance.present],
        "absent": _absent(session, expected, items, at),
        "guests": [],
        "opening": meeting.opening,
        "earlier": _earlier(earlier_tasks(session, meeting, at)),
        "items": [
            _item(session, meeting, item, number, names, at)
            for number, item in enumerate(items, start=1)
        ],
        "other_matters": meeting.other_matters,
        "closing": meeting.closing,
        "next_meeting": {
            "held_on": next_meeting_on(meeting).isoformat(),
            "begins": clock(meeting.begins),
            "place": meeting.place,
        },
        "signers": [
            {"key": key, "role": role, "name": member.name}
            for key, role, member in signers_of(session, meeting)
        ],
    }


def minutes_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """What the minutes are about, repeated on every page after the first."""
    day = date.fromisoformat(text_of(answers, "held_on"))
    span = "—".join(filter(None, (text_of(answers, "begins"), text_of(answers, "ends"))))
    chair, recorder = part_of(answers, "chair"), text_of(answers, "recorder")
    return (
        f"{text_of(answers, 'meeting')}\u3000{day.month}月{day.day}日 {span}",
        f"主持 {text_of(chair, 'name')}\u3000记录 {recorder}",
    )


def signers_of(session: Session, meeting: Meeting) -> list[tuple[str, str, Member]]:
    """Who signs the minutes: a key for the slot, the part played, and the member."""
    chair = session.get_one(Member, meeting.chair_id)
    recorder = session.get_one(Member, meeting.recorder_id)
    found = [
        (f"chair:{chair.id}", "主持人", chair),
        (f"recorder:{recorder.id}", "记录人", recorder),
    ]
    signing = {chair.id, recorder.id}
    for attendance, member in attendance_of(session, meeting.id):
        if attendance.present and member.role in _CHECKERS and member.id not in signing:
            found.append((f"checker:{member.id}", "发言核对", member))
    return found


def _absent(
    session: Session,
    expected: Sequence[tuple[Attendance, Member]],
    items: Sequence[AgendaItem],
    at: datetime | None,
) -> list[dict[str, object]]:
    said = [opinion for item in items for opinion in opinions_of(session, item.id, at)]
    wrote = {opinion.member_id for opinion in said if opinion.in_writing}
    return [
        {
            "name": member.name,
            "reason": attendance.reason.label if attendance.reason else "",
            "written": member.id in wrote,
        }
        for attendance, member in expected
        if not attendance.present
    ]


def _earlier(tasks: Sequence[TaskRow]) -> dict[str, object]:
    counts = dict.fromkeys((*_COUNTED.values(), "open"), 0)
    for task in tasks:
        counts[_COUNTED[task.outcome] if task.outcome else "open"] += 1
    worth_a_row = [t for t in tasks if t.outcome is not TaskOutcome.DONE]
    rows = [
        {
            "case": task.case_number,
            "title": task.title,
            "implementer": task.implementer,
            "outcome": task.state,
            "note": task.note,
        }
        for task in worth_a_row
        if task.outcome is not None or task.overdue_days
    ]
    return {**counts, "rows": rows}


def _item(
    session: Session,
    meeting: Meeting,
    item: AgendaItem,
    number: int,
    names: Mapping[int, str],
    at: datetime | None,
) -> dict[str, object]:
    said = opinions_of(session, item.id, at)
    decided = decisions_of(session, item.id, at)
    discussed = discussion_of(session, item.id, at)
    deferred = [d.text for d in decided if d.kind is DecisionKind.DEFER]
    return {
        "position": number,
        "tier": item.tier.value,
        **_subject(session, meeting, item, at),
        **_rating(session, meeting, item, at),
        "opinions": [_opinion(opinion, names) for opinion in said if opinion.words],
        **({"discussion": discussed} if discussed else {}),
        "decisions": [
            _decision(session, d, meeting.held_on)
            for d in decided
            if d.kind is not DecisionKind.DEFER
        ],
        "dissents": [
            {"name": names[opinion.member_id], "words": opinion.dissent}
            for opinion in said
            if opinion.dissent
        ],
        "deferred": deferred[-1] if deferred else None,
    }


def _subject(
    session: Session, meeting: Meeting, item: AgendaItem, at: datetime | None
) -> dict[str, object]:
    if item.patient_id is None:
        return {"name": item.title, "case_number": None, "facts": []}
    details = details_on(session, item.patient_id, meeting.held_on, at)
    case = session.get(Case, item.case_id) if item.case_id is not None else None
    facts = [details.village, details.diagnosis]
    if case is not None:
        facts.append(terms_on(session, case.id, meeting.held_on, at).kind.label)
    return {
        "name": details.name,
        "case_number": case.number if case else None,
        "facts": [fact for fact in facts if fact],
    }


def _rating(
    session: Session, meeting: Meeting, item: AgendaItem, at: datetime | None
) -> dict[str, object]:
    if item.patient_id is None or item.tier is AgendaTier.MATTER:
        return {"previous_level": None, "level": None, "stability": "", "reason": ""}
    before = previous_assessment(session, item.patient_id, meeting, at)
    rated = assessment_of(session, item.id, at)
    return {
        "previous_level": int(before.level) if before else None,
        "level": int(rated.level) if rated else None,
        "stability": rated.stability.label if rated and rated.stability else "",
        "reason": rated.reason if rated else "",
    }


def _opinion(opinion: Opinion, names: Mapping[int, str]) -> dict[str, object]:
    return {
        "name": names[opinion.member_id],
        "written": opinion.in_writing,
        "words": opinion.words,
        "level": None if opinion.level is None else int(opinion.level),
    }


def _decision(session: Session, decision: Decision, held_on: date) -> dict[str, object]:
    implementer = session.get(Member, decision.implementer_id or 0)
    return {
        "text": decision.text,
        "implementer": implementer.name if implementer else "",
        "due_on": (decision.due_on or held_on).isoformat(),
    }
