"""What was said, agreed and decided about one patient at a meeting, as sheets are handed it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data.codes import DecisionKind
from data.models.agendas import AgendaItem
from data.models.assessments import Opinion
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.tasks import Task
from data.models.teams import Member
from workbench.assessments import assessment_of, opinions_of, previous_assessment
from workbench.decisions import decisions_of
from workbench.meetings import attendance_of
from workbench.task_terms import terms_of

IN_WRITING = "（书面）"


def opinion_answers(
    session: Session, meeting: Meeting, item: AgendaItem, at: datetime | None = None
) -> list[dict[str, object]]:
    """What each member said and rated; a level is new where it is not the last one agreed."""
    before = previous_assessment(session, item.patient_id or 0, meeting, at)
    members = {member.id: member for _, member in attendance_of(session, meeting.id)}
    return [
        _opinion(opinion, members[opinion.member_id], int(before.level) if before else None)
        for opinion in opinions_of(session, item.id, at)
        if opinion.words or opinion.level is not None
    ]


def dissent_answers(
    session: Session, meeting: Meeting, item: AgendaItem, at: datetime | None = None
) -> list[dict[str, object]]:
    """What members reserve, each with a key to sign it under."""
    names = {member.id: member.name for _, member in attendance_of(session, meeting.id)}
    return [
        {
            "key": f"dissent:{opinion.member_id}",
            "name": names[opinion.member_id],
            "words": opinion.dissent,
        }
        for opinion in opinions_of(session, item.id, at)
        if opinion.dissent
    ]


def agreed_answers(
    session: Session, item: AgendaItem, at: datetime | None = None
) -> dict[str, object]:
    """What the team agreed, empty where it rated nothing."""
    rated = assessment_of(session, item.id, at)
    return {
        "level": int(rated.level) if rated else None,
        "stability": rated.stability.value if rated and rated.stability else "",
        "reason": rated.reason if rated else "",
    }


def decision_answers(
    session: Session, item: AgendaItem, at: datetime | None = None
) -> list[dict[str, object]]:
    """What was decided, who does it with whom, and by when."""
    decisions = decisions_of(session, item.id, at)
    partners = _partners(session, decisions, at)
    names = _implementers(session, decisions)
    return [
        {
            "position": number,
            "text": _text(decision),
            "implementer": names.get(decision.implementer_id or 0, ""),
            "partner": partners.get(decision.root_id, ""),
            "due_on": decision.due_on.isoformat() if decision.due_on else "",
        }
        for number, decision in enumerate(decisions, start=1)
    ]


def _opinion(opinion: Opinion, member: Member, before: int | None) -> dict[str, object]:
    level = None if opinion.level is None else int(opinion.level)
    return {
        "speaker": {"role": member.role.short, "name": member.name},
        "words": f"{IN_WRITING if opinion.in_writing else ''}{opinion.words}",
        "level": level,
        "new": level is not None and level != before,
    }


def _text(decision: Decision) -> str:
    return f"暂缓议：{decision.text}" if decision.kind is DecisionKind.DEFER else decision.text


def _partners(
    session: Session, decisions: Sequence[Decision], at: datetime | None
) -> dict[int, str]:
    keys = [decision.root_id for decision in decisions]
    tasks = {t.id: t.decision_id for t in session.scalars(_tasks(keys))}
    terms = terms_of(session, list(tasks), at)
    return {tasks[key] or 0: row.partner for key, row in terms.items()}


def _tasks(decisions: Sequence[int]) -> Select[Task]:
    return select(Task).where(Task.decision_id.in_(decisions))


def _implementers(session: Session, decisions: Sequence[Decision]) -> dict[int, str]:
    keys = {decision.implementer_id for decision in decisions if decision.implementer_id}
    return {m.id: m.name for m in session.scalars(select(Member).where(Member.id.in_(keys)))}
