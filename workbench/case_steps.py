"""What can be done next about somebody's case: entering it, ending it, and at which meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.casework_codes import IntakeOutcome, Standing
from data.codes import MeetingState
from data.models.agendas import AgendaItem
from data.models.cases import Case
from data.models.meetings import Meeting
from workbench.bench import Bench
from workbench.case_life import goals_of
from workbench.cases import (
    CaseRow,
    case_managers_on,
    case_rows,
    cases_by,
    open_case,
    open_case_of,
    standing_on,
)
from workbench.intake_reading import IntakeDetails, intakes_of
from workbench.rules.case_life import GoalsCheck
from workbench.rules.dates import said
from workbench.rules.meeting_kinds import KINDS
from workbench.states import title_of


@dataclass(frozen=True)
class NextMeeting:
    """The meeting that is going on, else the next one; `item_id` is the patient's entry there."""

    id: int
    team_id: int
    title: str
    held_on: date
    in_session: bool
    item_id: int | None

    @property
    def decides(self) -> bool:
        """Whether the patient can be decided on right now."""
        return self.in_session and self.item_id is not None


@dataclass(frozen=True)
class EntryOutlook:
    """The way of a patient into case management: what was assessed, and where it is decided."""

    intake: IntakeDetails | None
    meeting: NextMeeting | None

    @property
    def decided_at_meeting(self) -> bool:
        """Whether a meeting has the assessment before it now."""
        return self.intake is not None and self.meeting is not None and self.meeting.decides


@dataclass(frozen=True)
class ExitOutlook:
    """The way of a case out again: what keeps its goals from being reached, and who decides."""

    case: CaseRow
    goals: GoalsCheck
    meeting: NextMeeting | None


def find_open_case(bench: Bench, patient_id: int) -> CaseRow | None:
    """The case a patient has open, running or paused."""
    with bench.asking("find_open_case") as session:
        case = open_case_of(session, patient_id)
        return case_rows(session, [case], date.max)[0] if case else None


def read_entry_outlook(bench: Bench, patient_id: int) -> EntryOutlook:
    """What stands before the entry of a patient who has no open case."""
    with bench.asking("read_entry_outlook") as session:
        waiting = (i for i in intakes_of(session, patient_id, bench.today()) if waits(i))
        return EntryOutlook(next(waiting, None), next_meeting(session, patient_id))


def read_exit_outlook(bench: Bench, case_id: int) -> ExitOutlook:
    """What stands before the end of an open case."""
    with bench.asking("read_exit_outlook") as session:
        case, day = open_case(session, case_id), bench.today()
        (row,) = case_rows(session, [case], day)
        goals = goals_of(session, case_id, day)
        return ExitOutlook(row, goals, next_meeting(session, case.patient_id))


def list_case_loads(bench: Bench) -> dict[int, int]:
    """How many open cases each case manager has today, by the key of the member."""
    with bench.asking("list_case_loads") as session:
        return case_loads(session, bench.today())


def case_loads(session: Session, day: date) -> dict[int, int]:
    """The same on a day, within a query."""
    open_cases = [c.id for c in cases_by(session, day) if c.standing is not Standing.ENDED]
    return Counter(case_managers_on(session, open_cases, day).values())


def next_meeting(session: Session, patient_id: int) -> NextMeeting | None:
    """Where a patient is talked about next; a meeting that has them on its agenda leads.

    One that takes up particular cases only is no place for anybody else.
    """
    open_states = (MeetingState.PREPARING, MeetingState.IN_SESSION)
    query = select(Meeting).where(Meeting.state.in_(open_states))
    found = list(session.scalars(query.order_by(Meeting.held_on, Meeting.id)))
    mine = AgendaItem.patient_id == patient_id, AgendaItem.meeting_id.in_([m.id for m in found])
    items = {item.meeting_id: item.id for item in session.scalars(select(AgendaItem).where(*mine))}
    found = [m for m in found if m.id in items or KINDS[m.kind].raised is None]
    running = MeetingState.IN_SESSION
    found.sort(key=lambda m: (m.state is not running, m.id not in items))
    return next((_told(meeting, items.get(meeting.id)) for meeting in found), None)


def steps_due(
    session: Session, case: Case, day: date, at: datetime | None = None
) -> tuple[str, ...]:
    """What may be done about a case on a day, as known at a moment."""
    last = standing_on(session, case, day, at)
    if last is not None and last.standing is Standing.ENDED:
        return ()
    return tuple(_due(session, case, day, at, last.until_on if last else None))


def _due(
    session: Session, case: Case, day: date, at: datetime | None, until_on: date | None
) -> Iterator[str]:
    if until_on is not None and until_on <= day:
        yield f"暂停预计到{said(until_on)}，可以恢复管理"
    goals = goals_of(session, case.id, day, at)
    if not goals.obstacles:
        yield "复核和计划目标都已达到，可以提请会议出组"
    elif goals.clean:
        yield f"出组还差：{'；'.join(goals.obstacles)}"


def waits(intake: IntakeDetails) -> bool:
    return intake.review_of is None and intake.outcome in (None, IntakeOutcome.DEFERRED)


def _told(meeting: Meeting, item_id: int | None) -> NextMeeting:
    return NextMeeting(
        meeting.id,
        meeting.team_id,
        title_of(meeting),
        meeting.held_on,
        meeting.state is MeetingState.IN_SESSION,
        item_id,
    )
