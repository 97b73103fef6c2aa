"""What state a meeting must be in before something of it may change."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import MeetingKind, MeetingState
from data.models.agendas import AgendaItem
from data.models.meetings import Meeting
from workbench.errors import MeetingAlreadyClosed, MeetingNotInSession, NotFound


def title_of(meeting: Meeting) -> str:
    """What a meeting is called: 2026年第11次例会."""
    return f"{meeting.year}年第{meeting.number}次{meeting.kind.label}"


def any_meeting(session: Session, meeting_id: int) -> Meeting:
    """Return a meeting in whatever state."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise NotFound("这次会议")
    return meeting


def unsealed_meeting(session: Session, meeting_id: int) -> Meeting:
    """Return a meeting that may still change; refuse one that is sealed."""
    meeting = any_meeting(session, meeting_id)
    if meeting.state in (MeetingState.CLOSED, MeetingState.ARCHIVED):
        raise MeetingAlreadyClosed(title_of(meeting))
    return meeting


def running_meeting(session: Session, meeting_id: int) -> Meeting:
    """Return a meeting that is in session; refuse one that is not begun or sealed."""
    meeting = unsealed_meeting(session, meeting_id)
    if meeting.state is not MeetingState.IN_SESSION:
        raise MeetingNotInSession
    return meeting


def closed_before(session: Session, meeting: Meeting, at: datetime | None = None) -> list[Meeting]:
    """The team's meetings held by the day of this one that are closed, the last one last."""
    query = select(Meeting).where(
        Meeting.team_id == meeting.team_id,
        Meeting.id != meeting.id,
        Meeting.closed_at.is_not(None),
        Meeting.held_on <= meeting.held_on,
    )
    if at is not None:
        query = query.where(Meeting.closed_at < at)
    return list(session.scalars(query.order_by(Meeting.held_on, Meeting.closed_at)))


def regular_before(
    session: Session, meeting: Meeting, at: datetime | None = None
) -> Meeting | None:
    """The last regular meeting of the team before this one that is closed.

    An urgent meeting talks about one case, so the news since the last regular one are told.
    """
    closed = closed_before(session, meeting, at)
    return next((m for m in reversed(closed) if m.kind is not MeetingKind.URGENT), None)


def any_item(session: Session, item_id: int) -> AgendaItem:
    """Return an agenda item of a meeting in whatever state."""
    item = session.get(AgendaItem, item_id)
    if item is None:
        raise NotFound("这一项议程")
    return item


def running_item(session: Session, item_id: int) -> tuple[AgendaItem, Meeting]:
    """Return an item and its meeting, which must be in session."""
    item = any_item(session, item_id)
    return item, running_meeting(session, item.meeting_id)
