"""What the 会议纪要 says, read from the records as they were known at a moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.casework_codes import IntakeOutcome, Standing
from data.codes import AbsenceReason, MeetingKind, TaskOutcome
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment
from data.models.cases import CaseStanding
from data.models.intakes import IntakeDecision
from data.models.meetings import Attendance, Meeting
from data.models.teams import Member, Team
from workbench.agenda_entries import items_of
from workbench.assessments import previous_assessments
from workbench.bench import BEIJING
from workbench.meetings import attendance_of
from workbench.paperwork.settled import settled_articles
from workbench.rules.meeting_kinds import kind_for
from workbench.states import title_of
from workbench.tasks import TaskRow, earlier_tasks

SENT_TO = "小组各成员单位。"
_ON_LEAVE = (AbsenceReason.DUTY, AbsenceReason.TRAVEL, AbsenceReason.SICK)


def communique_answers(
    session: Session,
    meeting: Meeting,
    at: datetime | None = None,
    *,
    issued_on: date | None = None,
) -> dict[str, object]:
    """Answer every field of the communique, in canonical form.

    It is issued on the day the meeting was closed unless another is named. Nobody on the register
    is named in it.
    """
    chair = session.get_one(Member, meeting.chair_id)
    expected = attendance_of(session, meeting.id)
    return {
        "title": f"{meeting.team_name}会议纪要",
        "number": _number(session, meeting),
        "issuer": f"{meeting.team_name}办公室",
        "issued_on": (issued_on or _closed_on(meeting)).isoformat(),
        "held_on": meeting.held_on.isoformat(),
        "chair": f"{chair.post or chair.role.label}{chair.name}",
        "unit": meeting.team_name,
        "meeting": title_of(meeting),
        **_earlier(session, earlier_tasks(session, meeting, at)),
        **_ratings(session, meeting, at),
        "articles": settled_articles(session, meeting, at),
        "present": [member.name for attendance, member in expected if attendance.present],
        "on_leave": _away(expected, on_leave=True),
        "absent": _away(expected, on_leave=False),
        "sent_to": SENT_TO,
    }


def _number(session: Session, meeting: Meeting) -> str:
    """Counted by kind; what a team usually meets for is not said again under its name."""
    usual = kind_for(session.get_one(Team, meeting.team_id).kind)
    number = f"第{meeting.number}期"
    return number if meeting.kind in (MeetingKind.REGULAR, usual) else meeting.kind.label + number


def _closed_on(meeting: Meeting) -> date:
    closed = meeting.closed_at
    return closed.astimezone(BEIJING).date() if closed else meeting.held_on


def _away(expected: Sequence[tuple[Attendance, Member]], *, on_leave: bool) -> list[str]:
    return [
        member.name
        for attendance, member in expected
        if not attendance.present and (attendance.reason in _ON_LEAVE) is on_leave
    ]


def _earlier(session: Session, tasks: Sequence[TaskRow]) -> dict[str, object]:
    outcomes = Counter(task.outcome for task in tasks)
    overdue = [task for task in tasks if task.is_overdue]
    failed = [task for task in tasks if task.outcome is TaskOutcome.NOT_CARRIED_OUT]
    return {
        "promised": len(tasks),
        "done": outcomes[TaskOutcome.DONE],
        "no_longer_needed": outcomes[TaskOutcome.NO_LONGER_NEEDED],
        "not_due": outcomes[None] - len(overdue),
        "not_carried_out": len(failed),
        "overdue": len(overdue),
        "units": _units(session, [*failed, *overdue]),
    }


def _units(session: Session, tasks: Sequence[TaskRow]) -> list[str]:
    keys = {task.implementer_id for task in tasks}
    members = session.scalars(select(Member).where(Member.id.in_(keys)).order_by(Member.id))
    return list(dict.fromkeys(member.unit for member in members if member.unit))


def _ratings(session: Session, meeting: Meeting, at: datetime | None) -> dict[str, object]:
    keys = [item.id for item in items_of(session, meeting.id)]
    rated = list(session.scalars(known(Assessment, at).where(Assessment.item_id.in_(keys))))
    patients = [row.patient_id for row in rated if row.patient_id is not None]
    before = previous_assessments(session, patients, meeting, at)
    counts = Counter(_course(before.get(row.patient_id or 0), row) for row in rated)
    return {
        "rated": len(rated),
        **{course: counts[course] for course in ("raised", "lowered", "kept", "first")},
        **_entries_and_exits(session, meeting, at),
    }


def _course(before: Assessment | None, now: Assessment) -> str:
    if before is None:
        return "first"
    if before.level == now.level:
        return "kept"
    return "raised" if before.level < now.level else "lowered"


def _entries_and_exits(
    session: Session, meeting: Meeting, at: datetime | None
) -> dict[str, object]:
    items = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting.id)
    entered = known(IntakeDecision, at).where(
        IntakeDecision.item_id.in_(items), IntakeDecision.outcome == IntakeOutcome.ACCEPTED
    )
    left = known(CaseStanding, at).where(
        CaseStanding.item_id.in_(items), CaseStanding.standing == Standing.ENDED
    )
    return {
        "entered": session.scalar(select(func.count()).select_from(entered.subquery())) or 0,
        "left": session.scalar(select(func.count()).select_from(left.subquery())) or 0,
    }
