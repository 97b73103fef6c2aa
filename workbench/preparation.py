"""What stands between now and the next meeting, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import AgendaTier, Labelled, MeetingKind, MeetingState
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Opinion
from data.models.meetings import Meeting
from data.models.papers import PrintRun
from data.models.teams import Member
from forms.signin import SIGNIN
from workbench.agenda_entries import items_of, left_off
from workbench.agenda_proposals import proposals_for
from workbench.meetings import attendance_of
from workbench.paperwork.subjects import of_meeting
from workbench.patients import details_of
from workbench.rules.meeting_kinds import rates
from workbench.states import closed_before, title_of
from workbench.tasks import earlier_tasks
from workbench.visits import clinical_levels_of
from workbench.words import masked

_STILL_TO_COME = (MeetingState.PREPARING, MeetingState.IN_SESSION)


class Step(Labelled):
    """One thing to have ready before a meeting."""

    AGENDA = "agenda", "议程"
    RATINGS = "ratings", "会前评估"
    TASKS = "tasks", "上次任务"
    OPINIONS = "opinions", "书面意见"
    SIGN_IN = "sign_in", "签到表"


@dataclass(frozen=True)
class Check:
    """How far one step has come: of how many, how many are open, and whom they are about."""

    step: Step
    total: int
    open: int
    names: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether nothing is left to do. An agenda without items and no sign-in sheet are not."""
        needs_some = self.step in (Step.AGENDA, Step.SIGN_IN)
        return not self.open and (self.total > 0 or not needs_some)


@dataclass(frozen=True)
class NextMeeting:
    """The meeting that comes next; `days` counts up to it and is negative once it should be over.

    One in session is next until it is closed.
    """

    id: int
    title: str
    kind: MeetingKind
    held_on: date
    begins: time
    place: str
    state: MeetingState
    days: int
    checks: tuple[Check, ...]


def next_meeting(session: Session, day: date, at: datetime | None = None) -> NextMeeting | None:
    """The first meeting that is not over, with what is still to be done for it on a day."""
    query = select(Meeting).where(Meeting.state.in_(_STILL_TO_COME))
    meeting = session.scalar(query.order_by(Meeting.held_on, Meeting.id).limit(1))
    if meeting is None:
        return None
    return NextMeeting(
        id=meeting.id,
        title=title_of(meeting),
        kind=meeting.kind,
        held_on=meeting.held_on,
        begins=meeting.begins,
        place=meeting.place,
        state=meeting.state,
        days=(meeting.held_on - day).days,
        checks=tuple(_checks(session, meeting, day, at)),
    )


def _checks(session: Session, meeting: Meeting, day: date, at: datetime | None) -> Iterator[Check]:
    items = items_of(session, meeting.id)
    yield agenda_check(session, meeting, items, at)
    if rates(meeting.kind):
        yield _ratings(session, meeting, items, day, at)
    tasks = earlier_tasks(session, meeting, at)
    yield Check(Step.TASKS, len(tasks), sum(task.outcome is None for task in tasks))
    yield _opinions(session, meeting, items, at)
    yield _sign_in(session, meeting)


def agenda_check(
    session: Session, meeting: Meeting, items: Sequence[AgendaItem], at: datetime | None
) -> Check:
    """Whoever has to be talked about and is not listed, unless taken off on purpose."""
    off = {entry.patient_id for entry in left_off(session, meeting.id)}
    missing = [
        proposal.masked
        for proposal in proposals_for(session, meeting, at)
        if proposal.item_id is None
        and proposal.tier is AgendaTier.FOCUS
        and proposal.patient_id not in off
    ]
    return Check(Step.AGENDA, len(items), len(missing), tuple(missing))


def _ratings(
    session: Session,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    day: date,
    at: datetime | None,
) -> Check:
    """Whom no visit has rated since the team met last."""
    patients = patients_on(items)
    missing = unrated(session, meeting, patients, day, at)
    people = details_of(session, missing, day, at)
    names = tuple(masked(people[key].name) for key in missing)
    return Check(Step.RATINGS, len(patients), len(missing), names)


def patients_on(items: Sequence[AgendaItem]) -> list[int]:
    """Who is on an agenda, each once."""
    return list(dict.fromkeys(item.patient_id for item in items if item.patient_id))


def unrated(
    session: Session, meeting: Meeting, patients: Sequence[int], day: date, at: datetime | None
) -> list[int]:
    """Whom of these no visit has rated since the team met last."""
    before = closed_before(session, meeting, at)
    since = before[-1].held_on if before else date.min
    rated = clinical_levels_of(session, patients, day, at)
    return [key for key in patients if key not in rated or rated[key].on < since]


def silent_absentees(
    session: Session, meeting: Meeting, items: Sequence[AgendaItem], at: datetime | None
) -> tuple[list[Member], int]:
    """Who will not be at the table and has sent no word on anything, and of how many absent."""
    absent = [member for came, member in attendance_of(session, meeting.id) if not came.present]
    said = known(Opinion, at).where(Opinion.item_id.in_([item.id for item in items]))
    heard = set(session.scalars(said.with_only_columns(Opinion.member_id)))
    return [member for member in absent if member.id not in heard], len(absent)


def _opinions(
    session: Session, meeting: Meeting, items: Sequence[AgendaItem], at: datetime | None
) -> Check:
    """Who will not be at the table and has sent no word on anything either."""
    silent, absent = silent_absentees(session, meeting, items, at)
    return Check(Step.OPINIONS, absent, len(silent), tuple(masked(m.name) for m in silent))


def _sign_in(session: Session, meeting: Meeting) -> Check:
    """Printed or not; whether it is signed is asked after the meeting."""
    of_it = PrintRun.form == SIGNIN.code, PrintRun.subject == str(of_meeting(meeting.id))
    printed = session.scalar(select(PrintRun.id).where(*of_it).limit(1)) is not None
    return Check(Step.SIGN_IN, 1, 0 if printed else 1)
