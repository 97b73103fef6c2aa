"""What the team decides: an action with a person and a day, to continue, or to defer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from data.codes import DecisionKind
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.cases import CaseStanding
from data.models.decisions import Decision
from data.models.intakes import IntakeDecision
from data.models.meetings import Meeting
from data.models.plans import PlanConfirmation
from data.models.subsidies import SubsidyDecision
from data.models.tasks import Task
from workbench.assessments import (
    assessment_of,
    previous_assessment,
    wanted_reasons,
    write_assessment,
)
from workbench.bench import Bench, Work
from workbench.cases import terms_on
from workbench.continuing import obstacles_at
from workbench.drafts import set_aside
from workbench.errors import (
    CannotContinue,
    DecisionCarriedOut,
    DecisionNeedsDueDate,
    DecisionNeedsImplementer,
    DueBeforeMeeting,
    NotFound,
)
from workbench.rules.calendar import same_day_next_month
from workbench.states import running_item
from workbench.tasks import earlier_tasks
from workbench.teams import require_member
from workbench.words import required

CONTINUED = "维持原等级和原计划"
_WITHOUT_WORK = (DecisionKind.CONTINUE, DecisionKind.DEFER)


@dataclass(frozen=True)
class Deciding:
    """A decision as it is being written: what, who, by when.

    One whose work is given out by others beside it gives none itself.
    """

    text: str
    implementer_id: int | None
    due_on: date | None
    gives_work: bool = True


def record_decision(
    bench: Bench,
    item_id: int,
    *,
    text: str,
    implementer_id: int | None,
    due_on: date | None,
    request_id: str = "",
) -> int:
    """Write down a decision and give its work to the person named; return its key."""
    with bench.doing("record_decision", request_id) as work:
        if work.answer is not None:
            return work.answer
        item, meeting = running_item(work.session, item_id)
        decision = decide(work, item, meeting, Deciding(text, implementer_id, due_on))
        work.about(meeting=meeting.id, item=item_id)
        return work.answers(decision.root_id)


def withdraw_decision(bench: Bench, decision_id: int, *, why: str) -> None:
    """Take a decision back while the meeting is in session, with its task; say why."""
    with bench.doing("withdraw_decision") as work:
        decision = work.session.scalar(known(Decision).where(Decision.root_id == decision_id))
        if decision is None:
            raise NotFound("这条决定")
        _, meeting = running_item(work.session, decision.item_id)
        _require_free_standing(work.session, decision)
        decision.withdraw(work.session, work.written, required("撤回理由", why))
        work.about(meeting=meeting.id, item=decision.item_id, decision=decision_id)


def continue_case(bench: Bench, item_id: int, *, request_id: str = "") -> int:
    """Keep level and plan of an unchanged case until the next meeting; return the decision's key.

    The case manager is the implementer and no task follows. Refuses a case that has to be
    talked about, with every reason.
    """
    with bench.doing("continue_case", request_id) as work:
        if work.answer is not None:
            return work.answer
        item, meeting = running_item(work.session, item_id)
        _keep_level(work, item, meeting)
        decision = _decide(work, item, DecisionKind.CONTINUE, *_continued(work, item, meeting))
        set_aside(work.session, meeting.id, item.id, work.written.at)
        work.about(meeting=meeting.id, item=item_id)
        return work.answers(decision.root_id)


def defer_item(bench: Bench, item_id: int, *, reason: str, request_id: str = "") -> int:
    """Put an item off to a later meeting with the reason; return the decision's key."""
    with bench.doing("defer_item", request_id) as work:
        if work.answer is not None:
            return work.answer
        item, meeting = running_item(work.session, item_id)
        words = required("暂缓议的原因", reason)
        _withdraw(work, item, tuple(DecisionKind), words)
        decision = _decide(work, item, DecisionKind.DEFER, words, None, None)
        set_aside(work.session, meeting.id, item.id, work.written.at)
        work.about(meeting=meeting.id, item=item_id)
        return work.answers(decision.root_id)


def decide(work: Work, item: AgendaItem, meeting: Meeting, given: Deciding) -> Decision:
    """Decide on an action within a command, and what task it gives; who and by when are needed."""
    words = required("会议决定", given.text)
    if given.implementer_id is None:
        raise DecisionNeedsImplementer
    if given.due_on is None:
        raise DecisionNeedsDueDate
    if given.due_on < meeting.held_on:
        raise DueBeforeMeeting
    implementer = given.implementer_id
    require_member(work.session, meeting.team_id, implementer, meeting.held_on, "责任人")
    decision = _decide(work, item, DecisionKind.ACTION, words, implementer, given.due_on)
    if given.gives_work:
        work.session.add(Task(decision_id=decision.root_id))
    return decision


def decisions_of(session: Session, item_id: int, at: datetime | None = None) -> list[Decision]:
    """What was decided on an item, in the order it was decided."""
    query = known(Decision, at).where(Decision.item_id == item_id).order_by(Decision.root_id)
    return list(session.scalars(query))


def next_meeting_on(meeting: Meeting) -> date:
    """The day of the next meeting: as written down, else the same weekday next month."""
    return meeting.next_held_on or same_day_next_month(meeting.held_on)


def _require_free_standing(session: Session, decision: Decision) -> None:
    """Refuse a decision that opened or ended a case, confirmed a plan or settled a proposal."""
    for table in (IntakeDecision, CaseStanding, PlanConfirmation, SubsidyDecision):
        resting = known(table).where(table.decision_id == decision.root_id)
        if session.scalars(resting).first() is not None:
            raise DecisionCarriedOut


def _decide(
    work: Work,
    item: AgendaItem,
    kind: DecisionKind,
    text: str,
    implementer_id: int | None,
    due_on: date | None,
) -> Decision:
    if kind is not DecisionKind.DEFER:
        _withdraw(work, item, _WITHOUT_WORK, "会上改为另作决定")
    return Decision.enter(
        work.session,
        work.written,
        patient_id=item.patient_id,
        true_from=work.today,
        item_id=item.id,
        kind=kind,
        text=text,
        implementer_id=implementer_id,
        due_on=due_on,
    )


def _keep_level(work: Work, item: AgendaItem, meeting: Meeting) -> None:
    if item.patient_id is None or item.case_id is None:
        raise CannotContinue(["它不是在组个案"])
    before = previous_assessment(work.session, item.patient_id, meeting)
    present = assessment_of(work.session, item.id)
    tasks = earlier_tasks(work.session, meeting, patient_id=item.patient_id)
    said = bool(before and present and present.level != before.level)
    obstacles = obstacles_at(work.session, item, meeting, before, tasks, said=said)
    if before is None or obstacles:
        raise CannotContinue([obstacle.words for obstacle in obstacles])
    wanted = wanted_reasons(work.session, item, meeting, before.level)
    if wanted:
        raise CannotContinue(wanted)
    write_assessment(work, item, meeting, before.level, before.stability, "")


def _continued(work: Work, item: AgendaItem, meeting: Meeting) -> tuple[str, int, date]:
    if item.case_id is None:
        raise CannotContinue(["它不是在组个案"])
    terms = terms_on(work.session, item.case_id, meeting.held_on)
    return CONTINUED, terms.case_manager_id, next_meeting_on(meeting)


def _withdraw(work: Work, item: AgendaItem, kinds: Collection[DecisionKind], why: str) -> None:
    for decision in decisions_of(work.session, item.id):
        if decision.kind in kinds:
            _require_free_standing(work.session, decision)
            decision.withdraw(work.session, work.written, why)
