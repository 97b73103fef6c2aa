"""Plans in numbered versions: drawn up, filled in, and confirmed by a meeting for good."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.casework_codes import CareForm, ManagementLevel, UntreatedReason
from data.models.agendas import AgendaItem
from data.models.cases import Case
from data.models.meetings import Meeting
from data.models.plans import Plan, PlanConfirmation
from workbench.bench import Bench, Work
from workbench.cases import open_case, terms_on
from workbench.casework_errors import NotOnThisAgenda, PlanDraftOpen, PlanNotReady
from workbench.conclusions import Concluded, conclude
from workbench.decisions import next_meeting_on
from workbench.errors import EmptyField
from workbench.plan_items import PlanLine, add_line, draft_plan, write_item, write_reason
from workbench.plan_reading import (
    confirmation_of,
    items_of,
    last_plan,
    left_open,
    lines_of,
    reasons_of,
)
from workbench.plan_samples import samples_answering
from workbench.rules.plans import AREAS, obstacles_to_confirming
from workbench.states import running_meeting
from workbench.words import clean_text, required

_COPIED = (
    "area",
    "problem",
    "goal",
    "measure",
    "responsible_id",
    "partner",
    "start_on",
    "due_on",
    "frequency",
    "criteria",
)


@dataclass(frozen=True)
class PlanHeading:
    """What a plan says as a whole: the views and strengths, and how the patient is cared for."""

    patient_view: str = ""
    family_view: str = ""
    strengths: str = ""
    care: CareForm | None = None
    untreated: UntreatedReason | None = None
    untreated_note: str = ""
    level: ManagementLevel | None = None
    next_level: ManagementLevel | None = None

    def cleaned(self) -> PlanHeading:
        """The same, fit to keep; why nobody treats the patient is kept only where nobody does."""
        untreated = self.care is CareForm.UNTREATED
        note = clean_text(self.untreated_note) if untreated else ""
        if untreated and self.untreated is None:
            raise EmptyField("未治原因")
        if untreated and self.untreated is UntreatedReason.OTHER and not note:
            raise EmptyField("其他未治原因")
        return replace(
            self,
            patient_view=clean_text(self.patient_view),
            family_view=clean_text(self.family_view),
            strengths=clean_text(self.strengths),
            untreated=self.untreated if untreated else None,
            untreated_note=note,
        )


def draw_up_plan(
    bench: Bench,
    case_id: int,
    heading: PlanHeading | None = None,
    *,
    from_criteria: bool = False,
    request_id: str = "",
) -> int:
    """Begin the next version of the plan for a case; return its key.

    The lines of the confirmed version before it come along, as far as the areas of the kind the
    case has now go. Where asked, each criterion that is met and not answered gets a sample line
    to be made fit. Only one version is written at a time.
    """
    with bench.doing("draw_up_plan", request_id) as work:
        if work.answer is not None:
            return work.answer
        case, before = open_case(work.session, case_id), last_plan(work.session, case_id)
        if before is not None and confirmation_of(work.session, before.root_id) is None:
            raise PlanDraftOpen(before.number)
        given = (heading or _heading_of(before)).cleaned()
        plan = Plan.enter(
            work.session,
            work.written,
            patient_id=case.patient_id,
            true_from=work.today,
            case_id=case_id,
            number=before.number + 1 if before else 1,
            kind=terms_on(work.session, case_id, work.today).kind,
            **vars(given),
        )
        if before is not None:
            _carry_forward(work, before, plan)
        if from_criteria:
            _begin_from_criteria(work, plan, case)
        work.about(case=case_id)
        return work.answers(plan.root_id)


def write_plan_heading(bench: Bench, plan_id: int, heading: PlanHeading) -> None:
    """Write the views, strengths and care of a version that is not confirmed yet."""
    with bench.doing("write_plan_heading") as work:
        plan = draft_plan(work.session, plan_id)
        plan.correct(work.session, work.written, vars(heading.cleaned()))
        work.about(plan=plan_id)


def drop_plan(bench: Bench, plan_id: int, *, why: str) -> None:
    """Take back a version that is not confirmed yet, so that another can be begun."""
    with bench.doing("drop_plan") as work:
        plan = draft_plan(work.session, plan_id)
        plan.withdraw(work.session, work.written, required("作废理由", why))
        work.about(plan=plan_id)


def confirm_plan(bench: Bench, plan_id: int, *, meeting_id: int) -> None:
    """Confirm a version at a meeting in session that has the case on its agenda.

    Refused, with every obstacle, while a line lacks a person or a day, or a criterion that is
    met has neither a line nor a reason. From then on the version never changes.
    """
    with bench.doing("confirm_plan") as work:
        plan = draft_plan(work.session, plan_id)
        case, meeting = (
            open_case(work.session, plan.case_id),
            running_meeting(work.session, meeting_id),
        )
        item = _agenda_item(work.session, case, meeting)
        terms = terms_on(work.session, case.id, meeting.held_on)
        lines = lines_of(work.session, plan)
        missing = left_open(work.session, plan, case)
        obstacles = obstacles_to_confirming(lines, missing, terms.kind)
        if obstacles:
            raise PlanNotReady(obstacles)
        words = f"确认第{plan.number}次干预计划（{plan.kind.label}），共{len(lines)}项"
        days = [line.due_on for line in lines if line.due_on is not None]
        due_on = max(days, default=next_meeting_on(meeting))
        decision = conclude(work, item, Concluded(words, terms.case_manager_id, due_on))
        _write_confirmation(work, plan, item, meeting, decision.root_id)
        work.about(plan=plan_id, meeting=meeting_id, item=item.id)


def _carry_forward(work: Work, before: Plan, plan: Plan) -> None:
    for item in items_of(work.session, before.root_id):
        if item.area in AREAS[plan.kind]:
            copied = {name: getattr(item, name) for name in _COPIED}
            write_item(work, plan, copied, item.line)
    for criterion, row in reasons_of(work.session, before.root_id).items():
        write_reason(work, plan, criterion, row.reason)


def _begin_from_criteria(work: Work, plan: Plan, case: Case) -> None:
    for sample in samples_answering(plan.kind, left_open(work.session, plan, case)):
        add_line(
            work,
            plan,
            PlanLine(
                area=sample.area,
                problem=sample.problem,
                goal=sample.goal,
                measure=sample.measures[0],
                criteria=sample.criteria,
            ),
        )


def _write_confirmation(
    work: Work, plan: Plan, item: AgendaItem, meeting: Meeting, decision_id: int
) -> None:
    PlanConfirmation.enter(
        work.session,
        work.written,
        patient_id=plan.patient_id,
        true_from=meeting.held_on,
        plan_id=plan.root_id,
        item_id=item.id,
        decision_id=decision_id,
    )


def _agenda_item(session: Session, case: Case, meeting: Meeting) -> AgendaItem:
    item = session.scalar(
        select(AgendaItem).where(AgendaItem.meeting_id == meeting.id, AgendaItem.case_id == case.id)
    )
    if item is None:
        raise NotOnThisAgenda(case.number)
    return item


def _heading_of(plan: Plan | None) -> PlanHeading:
    if plan is None:
        return PlanHeading()
    return PlanHeading(
        plan.patient_view,
        plan.family_view,
        plan.strengths,
        plan.care,
        plan.untreated,
        plan.untreated_note,
        plan.level,
        plan.next_level,
    )
