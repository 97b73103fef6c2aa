"""What a meeting goes through, and how far each item has come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data.codes import AgendaTier, DecisionKind
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment, Opinion
from data.models.cases import Case
from data.models.decisions import Decision
from workbench.bench import Bench
from workbench.cases import open_case
from workbench.errors import AlreadyDiscussed, AlreadyOnAgenda
from workbench.rules.agendas import is_settled
from workbench.states import any_item, unsealed_meeting
from workbench.words import required


def add_case_to_agenda(
    bench: Bench, meeting_id: int, case_id: int, *, tier: AgendaTier, request_id: str = ""
) -> int:
    """Put a case at the end of an agenda; return the key of the item."""
    with bench.doing("add_case_to_agenda", request_id) as work:
        if work.answer is not None:
            return work.answer
        unsealed_meeting(work.session, meeting_id)
        case = open_case(work.session, case_id)
        same = AgendaItem.meeting_id == meeting_id, AgendaItem.case_id == case_id
        if work.session.scalar(select(AgendaItem.id).where(*same)) is not None:
            raise AlreadyOnAgenda(case.number)
        item = AgendaItem(
            meeting_id=meeting_id,
            position=_last_position(work.session, meeting_id) + 1,
            tier=tier,
            patient_id=case.patient_id,
            case_id=case_id,
        )
        work.session.add(item)
        work.session.flush()
        work.about(meeting=meeting_id, case=case_id)
        return work.answers(item.id)


def add_matter_to_agenda(bench: Bench, meeting_id: int, *, title: str, request_id: str = "") -> int:
    """Put something that is not a case at the end of an agenda; return the key of the item."""
    with bench.doing("add_matter_to_agenda", request_id) as work:
        if work.answer is not None:
            return work.answer
        unsealed_meeting(work.session, meeting_id)
        item = AgendaItem(
            meeting_id=meeting_id,
            position=_last_position(work.session, meeting_id) + 1,
            tier=AgendaTier.MATTER,
            title=required("事项", title),
        )
        work.session.add(item)
        work.session.flush()
        work.about(meeting=meeting_id)
        return work.answers(item.id)


def remove_from_agenda(bench: Bench, item_id: int) -> None:
    """Take an item off the agenda as long as nothing was recorded about it."""
    with bench.doing("remove_from_agenda") as work:
        item = any_item(work.session, item_id)
        unsealed_meeting(work.session, item.meeting_id)
        for table in (Opinion, Assessment, Decision):
            recorded = select(table.id).where(table.item_id == item_id).limit(1)
            if work.session.scalar(recorded) is not None:
                raise AlreadyDiscussed
        work.session.delete(item)
        work.about(meeting=item.meeting_id, item=item_id)


def items_of(session: Session, meeting_id: int) -> list[AgendaItem]:
    """The items of a meeting in order."""
    query = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id)
    return list(session.scalars(query.order_by(AgendaItem.position)))


def settled_items(session: Session, items: Sequence[AgendaItem]) -> set[int]:
    """Which of these items need nothing more, in two queries however many there are."""
    keys = [item.id for item in items]
    rated = set(
        session.scalars(
            known(Assessment)
            .with_only_columns(Assessment.item_id)
            .where(Assessment.item_id.in_(keys))
        )
    )
    decided: dict[int, set[DecisionKind]] = defaultdict(set)
    decisions = known(Decision).with_only_columns(Decision.item_id, Decision.kind)
    for item_id, kind in session.execute(decisions.where(Decision.item_id.in_(keys))):
        decided[item_id].add(kind)
    return {
        item.id
        for item in items
        if is_settled(item.tier, rated=item.id in rated, decided=decided[item.id])
    }


def name_of(session: Session, item: AgendaItem) -> str:
    """What refusals call an item: its case number, or the words of the matter."""
    case = session.get(Case, item.case_id) if item.case_id is not None else None
    return case.number if case else item.title


def _last_position(session: Session, meeting_id: int) -> int:
    last = select(func.max(AgendaItem.position)).where(AgendaItem.meeting_id == meeting_id)
    return session.scalar(last) or 0
