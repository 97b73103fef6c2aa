"""Planning a meeting, who comes, and starting it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.codes import AbsenceReason, MeetingKind, MeetingState, MemberRole, SheetKind
from data.models.meetings import Attendance, Meeting
from data.models.signatures import Seal
from data.models.teams import Member, Team
from workbench.agenda_entries import items_of
from workbench.agendas import settled_items
from workbench.bench import Bench, Work
from workbench.decisions import next_meeting_on
from workbench.errors import EmptyAgenda, MeetingAlreadyStarted, NotFound, NotOnTeam
from workbench.next_meetings import day_after
from workbench.states import any_meeting, title_of, unsealed_meeting
from workbench.teams import members_on, require_member
from workbench.words import clean_text, required


@dataclass(frozen=True)
class MeetingRow:
    """One line of the list of meetings."""

    id: int
    title: str
    team: str
    held_on: date
    begins: time
    place: str
    chair: str
    state: MeetingState
    items: int
    settled: int
    kind: MeetingKind = MeetingKind.REGULAR

    def is_early(self, today: date) -> bool:
        """Whether its day is still to come, so that nobody begins it by mistake."""
        return self.state is MeetingState.PREPARING and today < self.held_on


@dataclass(frozen=True)
class Arranged:
    """What is settled about a meeting when it is planned."""

    kind: MeetingKind
    held_on: date
    begins: time
    place: str
    chair_id: int
    recorder_id: int


@dataclass(frozen=True)
class AttendanceRow:
    """One expected member, and whether they came."""

    member_id: int
    name: str
    role: MemberRole
    unit: str
    present: bool
    reason: AbsenceReason | None


@dataclass(frozen=True)
class MeetingDetails:
    """One meeting in full. `digest` and `audit_head` are empty until it is sealed."""

    row: MeetingRow
    team_id: int
    chair_id: int
    recorder_id: int
    recorder: str
    ends: time | None
    opening: str
    other_matters: str
    closing: str
    next_held_on: date
    attendance: tuple[AttendanceRow, ...]
    digest: str
    audit_head: str


def list_meetings(bench: Bench) -> list[MeetingRow]:
    """Every meeting, latest first."""
    query = select(Meeting).order_by(Meeting.held_on.desc(), Meeting.id.desc())
    with bench.asking("list_meetings") as session:
        return [_row(session, meeting) for meeting in session.scalars(query)]


def read_meeting(bench: Bench, meeting_id: int) -> MeetingDetails:
    """One meeting with who is expected and what is noted about it as a whole."""
    with bench.asking("read_meeting") as session:
        meeting = any_meeting(session, meeting_id)
        seal = session.scalar(
            select(Seal)
            .where(Seal.meeting_id == meeting_id, Seal.form == SheetKind.MINUTES.value)
            .order_by(Seal.version.desc())
            .limit(1)
        )
        return MeetingDetails(
            row=_row(session, meeting),
            team_id=meeting.team_id,
            chair_id=meeting.chair_id,
            recorder_id=meeting.recorder_id,
            recorder=session.get_one(Member, meeting.recorder_id).name,
            ends=meeting.ends,
            opening=meeting.opening,
            other_matters=meeting.other_matters,
            closing=meeting.closing,
            next_held_on=next_meeting_on(meeting),
            attendance=tuple(
                AttendanceRow(m.id, m.name, m.role, m.unit, a.present, a.reason)
                for a, m in attendance_of(session, meeting_id)
            ),
            digest=seal.digest if seal else "",
            audit_head=seal.audit_head if seal else "",
        )


def plan_meeting(
    bench: Bench,
    team_id: int,
    *,
    held_on: date,
    begins: time,
    place: str,
    chair_id: int,
    recorder_id: int,
    kind: MeetingKind = MeetingKind.REGULAR,
    request_id: str = "",
) -> int:
    """Put a meeting in the calendar, everybody on the team expected; return its key."""
    with bench.doing("plan_meeting", request_id) as work:
        if work.answer is not None:
            return work.answer
        team = work.session.get(Team, team_id)
        if team is None:
            raise NotFound("这个小组")
        given = Arranged(kind, held_on, begins, place, chair_id, recorder_id)
        return work.answers(arrange(work, team, given).id)


def arrange(work: Work, team: Team, given: Arranged) -> Meeting:
    """Put a meeting in the calendar within a command, everybody on the team expected."""
    session, day = work.session, given.held_on
    require_member(session, team.id, given.chair_id, day, "主持人")
    require_member(session, team.id, given.recorder_id, day, "记录人")
    meeting = Meeting(
        team_id=team.id,
        team_name=team.name,
        kind=given.kind,
        year=day.year,
        number=_next_number(session, team.id, given.kind, day.year),
        held_on=day,
        begins=given.begins,
        place=required("地点", given.place),
        chair_id=given.chair_id,
        recorder_id=given.recorder_id,
        state=MeetingState.PREPARING,
        next_held_on=day_after(session, team, given.kind, day),
    )
    session.add(meeting)
    session.flush()
    _expect(session, meeting)
    return meeting


def start_meeting(bench: Bench, meeting_id: int, *, today: bool = False) -> None:
    """Begin: from now on opinions, ratings and decisions are recorded.

    One that stands on another day is moved to today first where that is asked for.
    """
    with bench.doing("start_meeting") as work:
        meeting = unsealed_meeting(work.session, meeting_id)
        if meeting.state is not MeetingState.PREPARING:
            raise MeetingAlreadyStarted
        if not items_of(work.session, meeting_id):
            raise EmptyAgenda
        if today:
            move_to(work.session, meeting, work.today)
        meeting.state = MeetingState.IN_SESSION
        work.about(meeting=meeting_id)


def record_absence(bench: Bench, meeting_id: int, member_id: int, *, reason: AbsenceReason) -> None:
    """Say that an expected member is not at the table, and why."""
    with bench.doing("record_absence") as work:
        attendance = _expected(work.session, meeting_id, member_id)
        work.about(meeting=meeting_id, member=member_id, was=_was(attendance))
        attendance.present, attendance.reason = False, reason


def record_presence(bench: Bench, meeting_id: int, member_id: int) -> None:
    """Say that a member came after all."""
    with bench.doing("record_presence") as work:
        attendance = _expected(work.session, meeting_id, member_id)
        work.about(meeting=meeting_id, member=member_id, was=_was(attendance))
        attendance.present, attendance.reason = True, None


def write_meeting_notes(
    bench: Bench,
    meeting_id: int,
    *,
    opening: str,
    other_matters: str,
    closing: str,
    next_held_on: date | None,
) -> None:
    """Write what concerns the meeting as a whole: opening, other matters, read-back, next day."""
    with bench.doing("write_meeting_notes") as work:
        meeting = unsealed_meeting(work.session, meeting_id)
        meeting.opening = clean_text(opening)
        meeting.other_matters = clean_text(other_matters)
        meeting.closing = clean_text(closing)
        meeting.next_held_on = next_held_on
        work.about(meeting=meeting_id)


def attendance_of(session: Session, meeting_id: int) -> list[tuple[Attendance, Member]]:
    """Who was expected, in order."""
    query = (
        select(Attendance, Member)
        .join(Member, Member.id == Attendance.member_id)
        .where(Attendance.meeting_id == meeting_id)
        .order_by(Attendance.position)
    )
    return [(attendance, member) for attendance, member in session.execute(query)]


def move_to(session: Session, meeting: Meeting, day: date) -> None:
    """Hold it on another day within a command; what it proposed for the next time follows."""
    team = session.get_one(Team, meeting.team_id)
    if meeting.next_held_on == day_after(session, team, meeting.kind, meeting.held_on):
        meeting.next_held_on = day_after(session, team, meeting.kind, day)
    if meeting.year != day.year:
        meeting.number = _next_number(session, meeting.team_id, meeting.kind, day.year)
    meeting.held_on, meeting.year = day, day.year


def _row(session: Session, meeting: Meeting) -> MeetingRow:
    items = items_of(session, meeting.id)
    return MeetingRow(
        id=meeting.id,
        title=title_of(meeting),
        team=meeting.team_name,
        held_on=meeting.held_on,
        begins=meeting.begins,
        place=meeting.place,
        chair=session.get_one(Member, meeting.chair_id).name,
        state=meeting.state,
        items=len(items),
        settled=len(settled_items(session, items)),
        kind=meeting.kind,
    )


def _next_number(session: Session, team_id: int, kind: MeetingKind, year: int) -> int:
    last = select(func.max(Meeting.number)).where(
        Meeting.team_id == team_id, Meeting.kind == kind, Meeting.year == year
    )
    return (session.scalar(last) or 0) + 1


def _expect(session: Session, meeting: Meeting) -> None:
    members = members_on(session, meeting.team_id, meeting.held_on)
    session.add_all(
        Attendance(meeting_id=meeting.id, member_id=member.id, position=place)
        for place, member in enumerate(members, start=1)
    )


def _was(attendance: Attendance) -> str:
    """Why they were away until now; empty when they were at the table."""
    return attendance.reason.value if attendance.reason else ""


def _expected(session: Session, meeting_id: int, member_id: int) -> Attendance:
    unsealed_meeting(session, meeting_id)
    attendance = session.scalar(
        select(Attendance).where(
            Attendance.meeting_id == meeting_id, Attendance.member_id == member_id
        )
    )
    if attendance is None:
        raise NotOnTeam("这个人")
    return attendance
