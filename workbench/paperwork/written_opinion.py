"""What the 书面意见征询单 asks a member who cannot come, as known at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from data.codes import AgendaTier, RiskLevel
from data.models.meetings import Meeting
from data.models.teams import Member
from forms.answers import text_of
from workbench.errors import NotOnTeam
from workbench.meetings import attendance_of
from workbench.paperwork.people import clock, meeting_answers, reached
from workbench.paperwork.topics import Topic, topics_of

_NO_CASE_YET = "拟入组"
_OF_A_CASE = "维持还是调整等级，对干预计划有何意见"
_OF_AN_ENTRY = "是否同意入组，建议何种等级"


def written_opinion_answers(
    session: Session, meeting: Meeting, member_id: int, *, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the sheet for one member; refuses one who is not expected."""
    member = _expected(session, meeting, member_id)
    recorder = session.get_one(Member, meeting.recorder_id)
    topics = topics_of(session, meeting, at)
    return {
        "lists": written_opinion_lists(),
        **meeting_answers(meeting),
        "name": member.name,
        "unit_and_post": "\u3000".join(filter(None, (member.unit, member.post))),
        "begins": clock(meeting.begins),
        "return_to": reached(session, recorder, meeting.held_on, at),
        "cases": [_case(topic) for topic in topics if topic.tier is not AgendaTier.MATTER],
        "other_words": None,
        "signers": [
            {"key": f"absentee:{member.id}", "role": member.role.label, "name": member.name}
        ],
    }


def written_opinion_lists() -> dict[str, object]:
    """The levels a member may propose."""
    return {"levels": [{"code": str(level.value), "label": level.label} for level in RiskLevel]}


def written_opinion_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Who is asked about which meeting, repeated on every page after the first."""
    return (
        text_of(answers, "meeting"),
        f"征询对象 {text_of(answers, 'name')}\u3000{text_of(answers, 'unit_and_post')}",
    )


def _expected(session: Session, meeting: Meeting, member_id: int) -> Member:
    for _, member in attendance_of(session, meeting.id):
        if member.id == member_id:
            return member
    raise NotOnTeam("征询对象")


def _case(topic: Topic) -> dict[str, object]:
    previous = topic.previous
    return {
        "position": topic.position,
        "case_number": topic.case_number or _NO_CASE_YET,
        "name": topic.name,
        "facts": "\u3000".join(topic.facts),
        "previous": {"level": int(previous.level), "on": previous.on.isoformat()}
        if previous
        else None,
        "reasons": topic.reasons,
        "question": _OF_A_CASE if topic.case_number else _OF_AN_ENTRY,
        "level": None,
        "words": None,
    }
