"""Meetings, who came, and when a team usually meets."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data.base import Base, Code
from data.codes import AbsenceReason, MeetingKind, MeetingState


class Meeting(Base):
    """One sitting of a team. Times are on the wall clock of the meeting room."""

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("team_id", "kind", "year", "number"),)

    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    team_name: Mapped[str]
    kind: Mapped[MeetingKind] = mapped_column(Code(MeetingKind))
    year: Mapped[int]
    number: Mapped[int]
    held_on: Mapped[date] = mapped_column(index=True)
    begins: Mapped[time]
    ends: Mapped[time | None]
    place: Mapped[str]
    chair_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    recorder_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    state: Mapped[MeetingState] = mapped_column(Code(MeetingState))
    opening: Mapped[str] = mapped_column(default="", server_default="")
    other_matters: Mapped[str] = mapped_column(default="", server_default="")
    closing: Mapped[str] = mapped_column(default="", server_default="")
    next_held_on: Mapped[date | None]
    closed_at: Mapped[datetime | None]


class Attendance(Base):
    """One member expected at one meeting."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("meeting_id", "member_id"),)

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("member.id"))
    position: Mapped[int]
    present: Mapped[bool] = mapped_column(default=True, server_default="1")
    reason: Mapped[AbsenceReason | None] = mapped_column(Code(AbsenceReason))


class MeetingRule(Base):
    """When a team usually meets. Never updated: the last one written for a team holds.

    Weeks count from 1, and 5 is the last of the month; weekdays count from Monday, 0.
    """

    __tablename__ = "meeting_rule"

    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"), index=True)
    week: Mapped[int]
    weekday: Mapped[int]
    begins: Mapped[time]
    minutes: Mapped[int]
    written_at: Mapped[datetime]
    written_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
