"""What goes out after a meeting, each sort in one run: slips for all tasks, department copies."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import MeetingState
from data.models.meetings import Meeting
from data.models.signatures import Seal
from forms.department_copy import DEPARTMENT_COPY
from forms.task_slip import TASK_SLIP
from workbench.bench import Bench
from workbench.errors import NothingToHandOut
from workbench.paperwork.department_copy import departments_of
from workbench.paperwork.pack import Pack
from workbench.paperwork.subjects import About, Subject
from workbench.signature_errors import NotClosedYet
from workbench.states import any_meeting, title_of
from workbench.task_sources import tasks_of_meeting


def read_slips(bench: Bench, meeting_id: int) -> Pack:
    """The slips of every task a meeting gave, those of one person together."""
    with bench.asking("read_slips") as session:
        meeting = _closed(session, meeting_id)
        papers = tuple((TASK_SLIP.code, subject) for subject in _slips(session, meeting))
        if not papers:
            raise NothingToHandOut("这次会议没有交办任务。")
        sealed = _sealed(session, TASK_SLIP.code)
        to_seal = tuple(paper for paper in papers if str(paper[1]) not in sealed)
        return Pack(f"{title_of(meeting)}·任务通知单", papers, to_seal)


def read_department_copies(bench: Bench, meeting_id: int) -> Pack:
    """A copy for every department that a closed meeting gave something to do."""
    with bench.asking("read_department_copies") as session:
        meeting = _closed(session, meeting_id)
        papers = tuple(
            (DEPARTMENT_COPY.code, subject) for subject in departments_of(session, meeting)
        )
        if not papers:
            raise NothingToHandOut("这次会议没有交给哪个单位的事项。")
        return Pack(f"{title_of(meeting)}·部门抄件", papers, ())


def _slips(session: Session, meeting: Meeting) -> Iterator[Subject]:
    given = tasks_of_meeting(session, meeting.id)
    for task in sorted(given, key=lambda task: (task.implementer_id, task.task_id)):
        yield Subject(About.TASK, task.task_id)


def _sealed(session: Session, form: str) -> set[str]:
    return set(session.scalars(select(Seal.subject).where(Seal.form == form)))


def _closed(session: Session, meeting_id: int) -> Meeting:
    meeting = any_meeting(session, meeting_id)
    if meeting.state not in (MeetingState.CLOSED, MeetingState.ARCHIVED):
        raise NotClosedYet
    return meeting
