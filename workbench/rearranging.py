"""A meeting that is planned is held at another time or place, or led by somebody else."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy.orm import Session

from data.codes import MeetingState
from data.models.meetings import Attendance, Meeting
from workbench.bench import Bench
from workbench.errors import MeetingAlreadyStarted
from workbench.meetings import attendance_of, move_to
from workbench.states import unsealed_meeting
from workbench.teams import members_on, require_member
from workbench.words import required


def rearrange_meeting(
    bench: Bench,
    meeting_id: int,
    *,
    held_on: date,
    begins: time,
    place: str,
    chair_id: int,
    recorder_id: int,
) -> None:
    """Change what was settled when a meeting was planned; agenda and absences stay.

    Whoever has joined the team by the new day is expected too. Refuses one that has begun: its
    day stands on what was recorded.
    """
    with bench.doing("rearrange_meeting") as work:
        meeting = unsealed_meeting(work.session, meeting_id)
        if meeting.state is not MeetingState.PREPARING:
            raise MeetingAlreadyStarted
        require_member(work.session, meeting.team_id, chair_id, held_on, "主持人")
        require_member(work.session, meeting.team_id, recorder_id, held_on, "记录人")
        meeting.begins, meeting.place = begins, required("地点", place)
        meeting.chair_id, meeting.recorder_id = chair_id, recorder_id
        if held_on != meeting.held_on:
            move_to(work.session, meeting, held_on)
            _expect_more(work.session, meeting)
        work.about(meeting=meeting_id)


def _expect_more(session: Session, meeting: Meeting) -> None:
    expected = attendance_of(session, meeting.id)
    known = {member.id for _, member in expected}
    place = max((attendance.position for attendance, _ in expected), default=0)
    joined = (m for m in members_on(session, meeting.team_id, meeting.held_on) if m.id not in known)
    session.add_all(
        Attendance(meeting_id=meeting.id, member_id=member.id, position=number)
        for number, member in enumerate(joined, start=place + 1)
    )
