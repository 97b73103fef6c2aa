"""What the meeting screen shows: the agenda at a glance, and one item in full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from data.codes import AgendaTier, DecisionKind, MemberRole, RiskLevel, Stability
from data.models.agendas import AgendaItem
from data.models.assessments import Opinion
from data.models.cases import Case
from data.models.meetings import Meeting
from data.models.teams import Member
from workbench.agendas import items_of, settled_items
from workbench.assessments import (
    assessment_of,
    opinions_of,
    previous_assessment,
    wanted_reasons,
)
from workbench.bench import Bench
from workbench.cases import terms_on
from workbench.decisions import decisions_of
from workbench.drafts import items_with_drafts
from workbench.meetings import attendance_of
from workbench.patients import details_on
from workbench.states import any_item, any_meeting
from workbench.tasks import TaskRow, earlier_tasks
from workbench.visits import clinical_level_on
from workbench.words import masked


@dataclass(frozen=True)
class AgendaRow:
    """One item as the agenda lists it."""

    id: int
    position: int
    tier: AgendaTier
    title: str
    case_number: str
    previous_level: RiskLevel | None
    level: RiskLevel | None
    settled: bool
    deferred: bool
    has_draft: bool


@dataclass(frozen=True)
class OpinionRow:
    """One expected member, and what they said so far."""

    member_id: int
    name: str
    role: MemberRole
    present: bool
    words: str = ""
    level: RiskLevel | None = None
    dissent: str = ""
    in_writing: bool = False


@dataclass(frozen=True)
class DecisionRow:
    """One decision."""

    id: int
    kind: DecisionKind
    text: str
    implementer: str
    due_on: date | None


@dataclass(frozen=True)
class ItemDetails:
    """One item in full. `reasons_wanted` says why the rating chosen so far needs a reason."""

    id: int
    meeting_id: int
    position: int
    total: int
    tier: AgendaTier
    name: str
    masked: str
    case_number: str
    facts: tuple[str, ...]
    previous_level: RiskLevel | None
    previous_stability: Stability | None
    clinical_level: RiskLevel | None
    level: RiskLevel | None
    stability: Stability | None
    reason: str
    reasons_wanted: tuple[str, ...]
    opinions: tuple[OpinionRow, ...]
    decisions: tuple[DecisionRow, ...]
    earlier_tasks: tuple[TaskRow, ...]
    settled: bool


def list_agenda(bench: Bench, meeting_id: int) -> list[AgendaRow]:
    """The items of a meeting in order, names masked."""
    with bench.asking("list_agenda") as session:
        meeting = any_meeting(session, meeting_id)
        items = items_of(session, meeting_id)
        settled, drafts = settled_items(session, items), items_with_drafts(session, meeting_id)
        return [
            _agenda_row(session, meeting, item, number, item.id in settled, item.id in drafts)
            for number, item in enumerate(items, start=1)
        ]


def read_item(bench: Bench, item_id: int) -> ItemDetails:
    """One item with everything said, rated and decided so far."""
    with bench.asking("read_item") as session:
        item = any_item(session, item_id)
        return _details(session, any_meeting(session, item.meeting_id), item)


def reasons_for_level(bench: Bench, item_id: int, level: RiskLevel) -> tuple[str, ...]:
    """Why a level would need a written reason, so that the screen can ask for it at once."""
    with bench.asking("reasons_for_level") as session:
        item = any_item(session, item_id)
        return wanted_reasons(session, item, any_meeting(session, item.meeting_id), level)


def _agenda_row(
    session: Session,
    meeting: Meeting,
    item: AgendaItem,
    number: int,
    settled: bool,
    has_draft: bool,
) -> AgendaRow:
    before = rated = None
    title, case_number = item.title, ""
    if item.patient_id is not None:
        before = previous_assessment(session, item.patient_id, meeting)
        rated = assessment_of(session, item.id)
        title = masked(details_on(session, item.patient_id, meeting.held_on).name)
        case_number = _case_number(session, item)
    kinds = {decision.kind for decision in decisions_of(session, item.id)}
    return AgendaRow(
        id=item.id,
        position=number,
        tier=item.tier,
        title=title,
        case_number=case_number,
        previous_level=before.level if before else None,
        level=rated.level if rated else None,
        settled=settled,
        deferred=DecisionKind.DEFER in kinds,
        has_draft=has_draft,
    )


def _details(session: Session, meeting: Meeting, item: AgendaItem) -> ItemDetails:
    items = items_of(session, meeting.id)
    rated = assessment_of(session, item.id)
    before, clinical, name = None, None, item.title
    facts: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    tasks = earlier_tasks(session, meeting)
    if item.patient_id is not None:
        before = previous_assessment(session, item.patient_id, meeting)
        clinical = clinical_level_on(session, item.patient_id, meeting.held_on)
        name, facts = _who(session, meeting, item, item.patient_id)
        wanted = wanted_reasons(session, item, meeting, rated.level) if rated else ()
    return ItemDetails(
        id=item.id,
        meeting_id=meeting.id,
        position=[i.id for i in items].index(item.id) + 1,
        total=len(items),
        tier=item.tier,
        name=name,
        masked=masked(name) if item.patient_id is not None else name,
        case_number=_case_number(session, item),
        facts=facts,
        previous_level=before.level if before else None,
        previous_stability=before.stability if before else None,
        clinical_level=clinical,
        level=rated.level if rated else None,
        stability=rated.stability if rated else None,
        reason=rated.reason if rated else "",
        reasons_wanted=wanted,
        opinions=_opinions(session, meeting, item),
        decisions=_decisions(session, item),
        earlier_tasks=tuple(t for t in tasks if t.patient_id == item.patient_id),
        settled=item.id in settled_items(session, [item]),
    )


def _who(
    session: Session, meeting: Meeting, item: AgendaItem, patient_id: int
) -> tuple[str, tuple[str, ...]]:
    details = details_on(session, patient_id, meeting.held_on)
    born = details.born_on
    facts = [f"{details.sex.label}{_age(born, meeting.held_on)}岁" if born else details.sex.label]
    facts += [details.village, details.diagnosis]
    if item.case_id is not None:
        facts.append(terms_on(session, item.case_id, meeting.held_on).kind.label)
    return details.name, tuple(fact for fact in facts if fact)


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _case_number(session: Session, item: AgendaItem) -> str:
    case = session.get(Case, item.case_id) if item.case_id is not None else None
    return case.number if case else ""


def _opinions(session: Session, meeting: Meeting, item: AgendaItem) -> tuple[OpinionRow, ...]:
    said = {opinion.member_id: opinion for opinion in opinions_of(session, item.id)}
    return tuple(
        _opinion_row(member, attendance.present, said.get(member.id))
        for attendance, member in attendance_of(session, meeting.id)
    )


def _opinion_row(member: Member, present: bool, said: Opinion | None) -> OpinionRow:
    row = OpinionRow(member.id, member.name, member.role, present)
    if said is None:
        return row
    return OpinionRow(
        row.member_id,
        row.name,
        row.role,
        present,
        said.words,
        said.level,
        said.dissent,
        said.in_writing,
    )


def _decisions(session: Session, item: AgendaItem) -> tuple[DecisionRow, ...]:
    rows = []
    for decision in decisions_of(session, item.id):
        implementer = session.get(Member, decision.implementer_id or 0)
        name = implementer.name if implementer else ""
        rows.append(
            DecisionRow(decision.root_id, decision.kind, decision.text, name, decision.due_on)
        )
    return tuple(rows)
