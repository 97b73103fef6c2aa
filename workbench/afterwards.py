"""What is left to do once a meeting is closed, in order, and how far each of it has come."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import Labelled, SlotState
from data.models.meetings import Meeting
from data.models.papers import PrintRun
from data.models.signatures import Seal, Sheet, Slot
from data.models.teams import Member, Team
from forms.communique import COMMUNIQUE
from forms.department_copy import DEPARTMENT_COPY
from forms.minutes import MINUTES
from forms.task_slip import TASK_SLIP
from workbench.bench import Bench
from workbench.called_meetings import next_day, upcoming_of
from workbench.paperwork.catalogue import sort_of
from workbench.paperwork.department_copy import departments_of
from workbench.paperwork.subjects import About, Subject, of_meeting
from workbench.signature_errors import NotClosedYet
from workbench.states import any_meeting, title_of
from workbench.task_sources import tasks_of_meeting
from workbench.words import masked


class After(Labelled):
    """One thing that follows a meeting."""

    MINUTES = "minutes", "会议记录"
    SIGNATURES = "signatures", "签字"
    SLIPS = "slips", "交办"
    COMMUNIQUE = "communique", "会议纪要"
    COPIES = "copies", "部门抄件"
    NEXT = "next", "下次会议"


@dataclass(frozen=True)
class Afterwards:
    """How far one of them has come: of how many, how many are done, and who is waited for.

    `day` is that of the next meeting, which has a key once it is planned.
    """

    step: After
    total: int
    done: int
    names: tuple[str, ...] = ()
    day: date | None = None
    meeting_id: int | None = None
    title: str = ""

    @property
    def ready(self) -> bool:
        """Whether nothing is left of it."""
        return self.done >= self.total


def read_afterwards(bench: Bench, meeting_id: int) -> tuple[Afterwards, ...]:
    """Everything that follows a closed meeting, done or not."""
    with bench.asking("read_afterwards") as session:
        meeting = any_meeting(session, meeting_id)
        if meeting.closed_at is None:
            raise NotClosedYet
        return tuple(_steps(session, meeting, bench.today()))


def _steps(session: Session, meeting: Meeting, today: date) -> Iterator[Afterwards]:
    whole = [of_meeting(meeting.id)]
    slips = [Subject(About.TASK, t.task_id) for t in tasks_of_meeting(session, meeting.id)]
    copies = list(departments_of(session, meeting))
    yield _printed(session, After.MINUTES, MINUTES.code, whole)
    yield _signatures(session, meeting)
    yield _printed(session, After.SLIPS, TASK_SLIP.code, slips)
    yield _printed(session, After.COMMUNIQUE, COMMUNIQUE.code, whole)
    yield _printed(session, After.COPIES, DEPARTMENT_COPY.code, copies)
    yield _next(session, meeting, today)


def _printed(session: Session, step: After, form: str, subjects: Collection[Subject]) -> Afterwards:
    """Of papers nobody has to bring back, that they were printed is all there is to know."""
    wanted = [str(subject) for subject in subjects]
    runs = select(PrintRun.subject).where(PrintRun.form == form, PrintRun.subject.in_(wanted))
    return Afterwards(step, len(wanted), len(set(session.scalars(runs))))


def _signatures(session: Session, meeting: Meeting) -> Afterwards:
    """Sheets signed at the table; what somebody brings back later keeps no meeting open."""
    sheets = (
        select(Sheet.id, Seal.form)
        .join(Seal, Seal.id == Sheet.seal_id)
        .where(Seal.meeting_id == meeting.id, Sheet.void_on.is_(None))
    )
    keys = [key for key, form in session.execute(sheets) if not _returns_later(form)]
    waiting = (
        select(Slot.sheet_id, Member.name, Slot.name)
        .outerjoin(Member, Member.id == Slot.member_id)
        .where(Slot.sheet_id.in_(keys), Slot.state == SlotState.TO_SIGN)
        .order_by(Slot.id)
    )
    rows = list(session.execute(waiting))
    names = dict.fromkeys(masked(member or name) for _, member, name in rows if member or name)
    open_sheets = {sheet for sheet, _, _ in rows}
    return Afterwards(After.SIGNATURES, len(keys), len(keys) - len(open_sheets), tuple(names))


def _returns_later(form: str) -> bool:
    sort = sort_of(form)
    return sort is not None and sort.returns_later


def _next(session: Session, meeting: Meeting, today: date) -> Afterwards:
    """The one that is planned already, or else the day on which it would be held."""
    planned = upcoming_of(session, meeting)
    if planned is not None:
        day, key, title = planned.held_on, planned.id, title_of(planned)
        return Afterwards(After.NEXT, 1, 1, day=day, meeting_id=key, title=title)
    team = session.get_one(Team, meeting.team_id)
    day, _ = next_day(session, team, meeting, today)
    return Afterwards(After.NEXT, 1, 0, day=day)
