"""What the 会议签到表 says, read from the records as they were known at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from data.codes import AbsenceReason
from data.models.meetings import Meeting
from data.models.teams import Member
from data.paper_codes import InPlace
from forms.answers import text_of
from forms.wording import long_day
from workbench.meetings import attendance_of
from workbench.paperwork.options import offered
from workbench.paperwork.people import clock, meeting_answers


def signin_answers(
    session: Session, meeting: Meeting, *, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the sheet, in canonical form.

    It is sealed before anybody sits down: who came and who did not is written on it by pen.
    """
    expected = [member for _, member in attendance_of(session, meeting.id)]
    return {
        "lists": signin_lists(),
        **meeting_answers(meeting),
        "begins": clock(meeting.begins),
        "place": meeting.place,
        "chair": session.get_one(Member, meeting.chair_id).name,
        "recorder": session.get_one(Member, meeting.recorder_id).name,
        "expected": len(expected),
        "came": None,
        "guests": None,
        "missing": None,
        "meeting_kind": meeting.kind.label,
        "people": [_person(number, member) for number, member in enumerate(expected, 1)],
        "absences": [],
    }


def signin_lists() -> dict[str, object]:
    """Why somebody may be absent, and what they leave instead."""
    return {"reasons": offered(AbsenceReason), "in_place": offered(InPlace)}


def signin_identity(answers: Mapping[str, object]) -> tuple[str, ...]:
    """Which meeting it is, repeated on every page after the first."""
    day = text_of(answers, "held_on")
    when = " ".join(filter(None, (long_day(day) if day else "", text_of(answers, "begins"))))
    return (f"{text_of(answers, 'meeting')}\u3000{when}",)


def _person(number: int, member: Member) -> dict[str, object]:
    return {
        "position": number,
        "name": member.name,
        "role": member.role.label,
        "unit": member.unit,
        "post": member.post,
        "key": f"attendee:{member.id}",
    }
