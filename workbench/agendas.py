"""What a meeting goes through, and how far each item has come."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.canonical import canonical
from data.codes import AgendaReason, AgendaTier, DecisionKind
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment, Discussion, Opinion
from data.models.cases import Case
from data.models.decisions import Decision
from data.models.meetings import Meeting
from workbench.agenda_entries import Entry, append_items, is_late, is_taken_off, take_off
from workbench.bench import Bench, Work
from workbench.cases import open_case, open_case_of
from workbench.casework_errors import AlreadyProposed
from workbench.drafts import items_with_drafts
from workbench.errors import AlreadyDiscussed, AlreadyInManagement, AlreadyOnAgenda
from workbench.patients import details_on
from workbench.recording import require_patient
from workbench.rules.agendas import Why, is_settled
from workbench.rules.meeting_kinds import rates
from workbench.states import any_item, any_meeting, unsealed_meeting
from workbench.words import masked, required


def add_case_to_agenda(
    bench: Bench, meeting_id: int, case_id: int, *, tier: AgendaTier, request_id: str = ""
) -> int:
    """Put a case at the end of an agenda; return the key of the item."""
    with bench.doing("add_case_to_agenda", request_id) as work:
        if work.answer is not None:
            return work.answer
        meeting = unsealed_meeting(work.session, meeting_id)
        case = open_case(work.session, case_id)
        same = AgendaItem.meeting_id == meeting_id, AgendaItem.case_id == case_id
        if work.session.scalar(select(AgendaItem.id).where(*same)) is not None:
            raise AlreadyOnAgenda(case.number)
        late = is_late(work.session, meeting)
        work.about(again=is_taken_off(work.session, meeting_id, case.patient_id))
        item = AgendaItem(tier=tier, patient_id=case.patient_id, case_id=case_id, late=late)
        append_items(work.session, meeting, [item])
        work.about(meeting=meeting_id, case=case_id)
        return work.answers(item.id)


def add_patient_to_agenda(
    bench: Bench, meeting_id: int, patient_id: int, *, request_id: str = ""
) -> int:
    """Put a patient who has no case at the end of an agenda, for intake; return the item's key."""
    with bench.doing("add_patient_to_agenda", request_id) as work:
        if work.answer is not None:
            return work.answer
        meeting = unsealed_meeting(work.session, meeting_id)
        require_patient(work.session, patient_id)
        present = open_case_of(work.session, patient_id)
        if present is not None:
            raise AlreadyInManagement(present.number)
        item = put_patient(work, meeting, patient_id)
        work.about(meeting=meeting_id, patient=patient_id)
        return work.answers(item.id)


def add_matter_to_agenda(bench: Bench, meeting_id: int, *, title: str, request_id: str = "") -> int:
    """Put something that is not a case at the end of an agenda; return the key of the item."""
    with bench.doing("add_matter_to_agenda", request_id) as work:
        if work.answer is not None:
            return work.answer
        meeting = unsealed_meeting(work.session, meeting_id)
        late = is_late(work.session, meeting)
        item = AgendaItem(tier=AgendaTier.MATTER, title=required("事项", title), late=late)
        append_items(work.session, meeting, [item])
        work.about(meeting=meeting_id)
        return work.answers(item.id)


def remove_from_agenda(bench: Bench, item_id: int) -> int:
    """Take an item off the agenda as long as nothing was recorded about it.

    It is kept under the key returned, so that it can be put back and is not proposed again.
    """
    with bench.doing("remove_from_agenda") as work:
        item = any_item(work.session, item_id)
        unsealed_meeting(work.session, item.meeting_id)
        require_untouched(work.session, item)
        kept_off = take_off(work.session, item)
        work.about(meeting=kept_off.meeting_id, item=item_id, patient=kept_off.patient_id or 0)
        return work.answers(kept_off.id)


def require_untouched(session: Session, item: AgendaItem) -> None:
    """Refuse an item about which something was recorded or is half typed."""
    for table in (Opinion, Discussion, Assessment, Decision):
        recorded = select(table.id).where(table.item_id == item.id).limit(1)
        if session.scalar(recorded) is not None:
            raise AlreadyDiscussed
    if item.id in items_with_drafts(session, item.meeting_id):
        raise AlreadyDiscussed


def put_patient(work: Work, meeting: Meeting, patient_id: int) -> AgendaItem:
    """Put a patient up for intake within a command; refuse one who stands on the agenda."""
    session = work.session
    work.about(again=is_taken_off(session, meeting.id, patient_id))
    same = AgendaItem.meeting_id == meeting.id, AgendaItem.patient_id == patient_id
    if session.scalar(select(AgendaItem.id).where(*same)) is not None:
        raise AlreadyProposed
    name = details_on(session, patient_id, meeting.held_on).name
    item = intake_item(patient_id, masked(name))
    item.late = is_late(session, meeting)
    append_items(session, meeting, [item])
    return item


def intake_item(patient_id: int, name: str) -> AgendaItem:
    """The entry of a patient who is proposed for intake, under a masked name."""
    return AgendaItem(tier=AgendaTier.FOCUS, patient_id=patient_id, title=f"建议入组：{name}")


def kept(reasons: Sequence[Why]) -> str:
    """Reasons as an entry keeps them."""
    return canonical([[why.reason.value, why.words] for why in reasons])


def reasons_of(item: Entry) -> tuple[Why, ...]:
    """Why an entry is on the agenda; empty when somebody put it there by hand since."""
    pairs = json.loads(item.reasons) if item.reasons else []
    return tuple(Why(AgendaReason(code), words) for code, words in pairs)


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
        if is_settled(
            item.tier,
            rated=item.id in rated,
            decided=decided[item.id],
            rates=rates(any_meeting(session, item.meeting_id).kind),
        )
    }


def name_of(session: Session, item: AgendaItem) -> str:
    """What refusals call an item: its case number, or the words of the matter."""
    case = session.get(Case, item.case_id) if item.case_id is not None else None
    return case.number if case else item.title
