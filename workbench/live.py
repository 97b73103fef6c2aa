"""What the meeting screen shows: the agenda at a glance, and one item in full."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data import audit
from data.codes import AgendaTier, DecisionKind, MemberRole, RiskLevel, Stability
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment, Opinion
from data.models.cases import Case
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.tasks import Task
from data.models.teams import Member
from data.register_codes import GuardianState
from workbench.agenda_entries import items_of
from workbench.agendas import reasons_of, settled_items
from workbench.assessments import (
    assessment_of,
    opinions_of,
    previous_assessment,
    previous_assessments,
    wanted_reasons,
)
from workbench.bench import Bench
from workbench.cases import terms_on
from workbench.continuing import obstacles_at
from workbench.decisions import decisions_of, next_meeting_on
from workbench.discussions import discussion_of
from workbench.drafts import items_with_drafts
from workbench.guardians import guardian_on
from workbench.meetings import attendance_of
from workbench.patients import details_of, details_on
from workbench.rules.agendas import USUAL_MINUTES, Why
from workbench.rules.dates import age_on
from workbench.rules.decisions import Obstacle
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
    reasons: tuple[Why, ...] = ()
    late: bool = False


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
    gives_work: bool = False


@dataclass(frozen=True)
class Usual:
    """What holds unless somebody says otherwise: who carries out, by when, for how long one talks.

    The case manager, the next meeting, and the minutes planned; nobody where there is no case.
    """

    implementer_id: int | None
    due_on: date
    minutes: int


@dataclass(frozen=True)
class ItemDetails:
    """One item in full. `reasons_wanted` says why the rating chosen so far needs a reason.

    `obstacles` say why it cannot be continued with one key.
    """

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
    usual: Usual
    patient_id: int | None = None
    case_id: int | None = None
    discussion: str = ""
    obstacles: tuple[Obstacle, ...] = ()
    kind: str = ""


def list_agenda(bench: Bench, meeting_id: int) -> list[AgendaRow]:
    """The items of a meeting in order, names masked; a few queries however many items."""
    with bench.asking("list_agenda") as session:
        meeting = any_meeting(session, meeting_id)
        items = items_of(session, meeting_id)
        glance = _Glance.at(session, meeting, items)
        return [glance.row(item, number) for number, item in enumerate(items, start=1)]


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


def meeting_began(bench: Bench, meeting_id: int) -> datetime | None:
    """When a meeting was begun; None before that."""
    with bench.asking("meeting_began") as session:
        return audit.moment_of(session, "start_meeting", {"meeting": meeting_id})


@dataclass(frozen=True)
class _Glance:
    """What the agenda shows of all its items, read at once."""

    settled: Collection[int]
    deferred: Collection[int]
    drafts: Collection[int]
    names: Mapping[int, str]
    numbers: Mapping[int, str]
    before: Mapping[int, Assessment]
    rated: Mapping[int, Assessment]

    @classmethod
    def at(cls, session: Session, meeting: Meeting, items: Sequence[AgendaItem]) -> _Glance:
        keys = [item.id for item in items]
        patients = [item.patient_id for item in items if item.patient_id is not None]
        cases = [item.case_id for item in items if item.case_id is not None]
        details = details_of(session, patients, meeting.held_on)
        rated = session.scalars(known(Assessment).where(Assessment.item_id.in_(keys)))
        deferred = known(Decision).where(
            Decision.item_id.in_(keys), Decision.kind == DecisionKind.DEFER
        )
        return cls(
            settled=settled_items(session, items),
            deferred={decision.item_id for decision in session.scalars(deferred)},
            drafts=items_with_drafts(session, meeting.id),
            names={patient: masked(row.name) for patient, row in details.items()},
            numbers={c.id: c.number for c in session.scalars(_cases(cases))},
            before=previous_assessments(session, patients, meeting),
            rated={row.item_id: row for row in rated},
        )

    def row(self, item: AgendaItem, number: int) -> AgendaRow:
        before = self.before.get(item.patient_id or 0)
        rated = self.rated.get(item.id)
        return AgendaRow(
            id=item.id,
            position=number,
            tier=item.tier,
            title=self.names.get(item.patient_id or 0, item.title),
            case_number=self.numbers.get(item.case_id or 0, ""),
            previous_level=before.level if before else None,
            level=rated.level if rated else None,
            settled=item.id in self.settled,
            deferred=item.id in self.deferred,
            has_draft=item.id in self.drafts,
            reasons=reasons_of(item),
            late=item.late,
        )


def _cases(keys: Collection[int]) -> Select[Case]:
    return select(Case).where(Case.id.in_(keys))


def _details(session: Session, meeting: Meeting, item: AgendaItem) -> ItemDetails:
    items = items_of(session, meeting.id)
    rated = assessment_of(session, item.id)
    before, clinical, name = None, None, item.title
    facts: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    tasks: list[TaskRow] = []
    terms = terms_on(session, item.case_id, meeting.held_on) if item.case_id is not None else None
    if item.patient_id is not None:
        before = previous_assessment(session, item.patient_id, meeting)
        clinical = clinical_level_on(session, item.patient_id, meeting.held_on)
        name, facts = _who(session, meeting, item, item.patient_id)
        wanted = wanted_reasons(session, item, meeting, rated.level) if rated else ()
        tasks = earlier_tasks(session, meeting, patient_id=item.patient_id)
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
        earlier_tasks=tuple(tasks),
        settled=item.id in settled_items(session, [item]),
        usual=Usual(
            terms.case_manager_id if terms else None,
            next_meeting_on(meeting),
            item.minutes or USUAL_MINUTES[item.tier],
        ),
        patient_id=item.patient_id,
        case_id=item.case_id,
        discussion=discussion_of(session, item.id),
        obstacles=obstacles_at(session, item, meeting, before, tasks),
        kind=terms.kind.label if terms else "",
    )


def _who(
    session: Session, meeting: Meeting, item: AgendaItem, patient_id: int
) -> tuple[str, tuple[str, ...]]:
    details = details_on(session, patient_id, meeting.held_on)
    born = details.born_on
    facts = [f"{details.sex.label}{age_on(born, meeting.held_on)}岁" if born else details.sex.label]
    facts += [details.village, details.diagnosis]
    guardian = guardian_on(session, patient_id, meeting.held_on)
    if guardian is not None and guardian.state is GuardianState.ACTING:
        relation = guardian.relation_words or (guardian.relation.label if guardian.relation else "")
        facts.append(f"监护人 {masked(guardian.name)}" + (f"（{relation}）" if relation else ""))
    return details.name, tuple(fact for fact in facts if fact)


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
    decided = decisions_of(session, item.id)
    keys = [decision.root_id for decision in decided]
    work = set(session.scalars(select(Task.decision_id).where(Task.decision_id.in_(keys))))
    rows = []
    for decision in decided:
        implementer = session.get(Member, decision.implementer_id or 0)
        name = implementer.name if implementer else ""
        said = decision.root_id, decision.kind, decision.text, name, decision.due_on
        rows.append(DecisionRow(*said, gives_work=decision.root_id in work))
    return tuple(rows)
