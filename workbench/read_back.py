"""What a meeting concluded, read back to everybody before it is closed; only masked words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import AgendaTier, DecisionKind, MeetingState, RiskLevel
from data.facts import Fact, known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment, Opinion
from data.models.cases import Case
from data.models.decisions import Decision
from data.models.guardians import GuardianDetails
from data.models.meetings import Meeting
from data.models.teams import Member
from workbench.agenda_entries import items_of
from workbench.agendas import settled_items
from workbench.assessments import previous_assessments
from workbench.bench import BEIJING, Bench
from workbench.drafts import items_with_drafts
from workbench.masking import with_names_hidden, with_numbers_masked
from workbench.meetings import attendance_of
from workbench.patients import details_of
from workbench.rules.agendas import USUAL_MINUTES
from workbench.rules.assessments import reasons_wanted
from workbench.rules.read_backs import (
    Concluded,
    Lack,
    Lacking,
    ending_time,
    in_naming_order,
    lacking_on,
    unheard,
)
from workbench.states import any_meeting, title_of
from workbench.tasks import earlier_tasks
from workbench.visits import clinical_levels_of
from workbench.words import masked

Of = TypeVar("Of", bound=Fact)
Hide = Callable[[str], str]


@dataclass(frozen=True)
class ReadDecision:
    """One decision: what, who, by when."""

    text: str
    who: str
    due_on: date | None


@dataclass(frozen=True)
class ReadItem:
    """One item as it is read out; `changed` unless level and plan simply go on."""

    item_id: int
    position: int
    tier: AgendaTier
    name: str
    number: str
    before: RiskLevel | None
    level: RiskLevel | None
    reason: str
    decisions: tuple[ReadDecision, ...]
    reserved: int
    deferred: str
    changed: bool


@dataclass(frozen=True)
class Gap:
    """Something that is lacking: about which item, or about the meeting as a whole."""

    lack: Lack
    title: str
    words: str
    item_id: int | None
    holds_up: bool


@dataclass(frozen=True)
class ReadBack:
    """Everything that is read back. Nobody on the register is named in full anywhere in it."""

    meeting_id: int
    title: str
    held_on: date
    begins: time
    ends: time
    open: bool
    chair: str
    recorder: str
    present: int
    absent: tuple[str, ...]
    expected: int
    earlier_tasks: int
    heard_tasks: int
    gaps: tuple[Gap, ...]
    items: tuple[ReadItem, ...]

    @property
    def changed(self) -> tuple[ReadItem, ...]:
        """What is read out one by one."""
        return tuple(item for item in self.items if item.changed)

    @property
    def unchanged(self) -> tuple[ReadItem, ...]:
        """What is said in one sentence."""
        return tuple(item for item in self.items if not item.changed)


def read_back(bench: Bench, meeting_id: int) -> ReadBack:
    """Everything a meeting concluded, and what is lacking; a few queries however many items."""
    with bench.asking("read_back") as session:
        meeting = any_meeting(session, meeting_id)
        items = items_of(session, meeting_id)
        found = _Found.of(session, meeting, items)
        tasks = earlier_tasks(session, meeting)
        silent = unheard([(t.due_on, t.outcome is not None) for t in tasks], meeting.held_on)
        expected = attendance_of(session, meeting_id)
        people = {member.id: masked(member.name) for _, member in expected}
        return ReadBack(
            meeting_id=meeting.id,
            title=title_of(meeting),
            held_on=meeting.held_on,
            begins=meeting.begins,
            ends=meeting.ends or _ending(bench, meeting, items),
            open=meeting.state is MeetingState.IN_SESSION,
            chair=people.get(meeting.chair_id, ""),
            recorder=people.get(meeting.recorder_id, ""),
            present=sum(attendance.present for attendance, _ in expected),
            absent=tuple(people[m.id] for attendance, m in expected if not attendance.present),
            expected=len(expected),
            earlier_tasks=len(tasks),
            heard_tasks=sum(task.outcome is not None for task in tasks),
            gaps=_gaps(found, items, silent),
            items=tuple(found.row(item, place) for place, item in enumerate(items, 1)),
        )


def _ending(bench: Bench, meeting: Meeting, items: Sequence[AgendaItem]) -> time:
    now = bench.now().astimezone(BEIJING)
    planned = sum(item.minutes or USUAL_MINUTES[item.tier] for item in items)
    today = now.date() == meeting.held_on
    return ending_time(meeting.begins, now=now.time() if today else None, planned=planned)


@dataclass(frozen=True)
class _Found:
    """What is known of all items, read at once."""

    names: Mapping[int, str]
    numbers: Mapping[int, str]
    members: Mapping[int, str]
    before: Mapping[int, Assessment]
    rated: Mapping[int, list[Assessment]]
    decided: Mapping[int, list[Decision]]
    said: Mapping[int, list[Opinion]]
    clinical: Mapping[int, RiskLevel]
    settled: set[int]
    drafts: set[int]
    hide: Hide

    @classmethod
    def of(cls, session: Session, meeting: Meeting, items: Sequence[AgendaItem]) -> _Found:
        keys = [item.id for item in items]
        patients = [item.patient_id for item in items if item.patient_id is not None]
        cases = select(Case.id, Case.number).where(Case.id.in_([i.case_id for i in items]))
        decided = _by_item(session, Decision, keys)
        acting = {d.implementer_id for rows in decided.values() for d in rows}
        members = select(Member.id, Member.name).where(Member.id.in_(acting))
        people = details_of(session, patients, meeting.held_on)
        names = {key: person.name for key, person in people.items()}
        clinical = clinical_levels_of(session, patients, meeting.held_on)
        return cls(
            names={key: masked(name) for key, name in names.items()},
            numbers={row.id: row.number for row in session.execute(cases)},
            members={row.id: masked(row.name) for row in session.execute(members)},
            before=previous_assessments(session, patients, meeting),
            rated=_by_item(session, Assessment, keys),
            decided=decided,
            said=_by_item(session, Opinion, keys),
            clinical={key: rated.level for key, rated in clinical.items()},
            settled=settled_items(session, items),
            drafts=items_with_drafts(session, meeting.id),
            hide=_hiding(session, names),
        )

    def row(self, item: AgendaItem, position: int) -> ReadItem:
        """One item as it is read out."""
        decided = self.decided.get(item.id, [])
        deferred = [d.text for d in decided if d.kind is DecisionKind.DEFER]
        reserved = sum(bool(opinion.dissent) for opinion in self.said.get(item.id, []))
        before, level = self._levels(item)
        goes_on = bool(decided) and all(d.kind is DecisionKind.CONTINUE for d in decided)
        return ReadItem(
            item_id=item.id,
            position=position,
            tier=item.tier,
            name=self.names.get(item.patient_id or 0) or self.hide(item.title),
            number=self.numbers.get(item.case_id or 0, ""),
            before=before,
            level=level,
            reason=self.hide(self._reason(item)),
            decisions=tuple(self._decision(d) for d in decided if d.kind is not DecisionKind.DEFER),
            reserved=reserved,
            deferred=self.hide(deferred[-1]) if deferred else "",
            changed=not goes_on or reserved > 0 or before != level,
        )

    def lacking(self, item: AgendaItem) -> list[Lacking]:
        """What one item lacks."""
        decided = self.decided.get(item.id, [])
        promises = tuple(
            (self.hide(d.text), d.implementer_id is not None, d.due_on is not None)
            for d in decided
            if d.kind is not DecisionKind.DEFER
        )
        state = item.id in self.settled, item.id in self.drafts
        wanted = self._reasons_wanted(item)
        return list(lacking_on(Concluded(*state, self._reason(item), wanted, promises)))

    def _reasons_wanted(self, item: AgendaItem) -> tuple[str, ...]:
        before, level = self._levels(item)
        if level is None:
            return ()
        opinions = [o.level for o in self.said.get(item.id, []) if o.level is not None]
        clinical = self.clinical.get(item.patient_id or 0)
        return reasons_wanted(level, previous=before, clinical=clinical, opinions=opinions)

    def _levels(self, item: AgendaItem) -> tuple[RiskLevel | None, RiskLevel | None]:
        before, rated = self.before.get(item.patient_id or 0), self.rated.get(item.id)
        return (before.level if before else None), (rated[-1].level if rated else None)

    def _reason(self, item: AgendaItem) -> str:
        rated = self.rated.get(item.id)
        return rated[-1].reason if rated else ""

    def _decision(self, decision: Decision) -> ReadDecision:
        who = self.members.get(decision.implementer_id or 0, "")
        return ReadDecision(self.hide(decision.text), who, decision.due_on)


def _gaps(found: _Found, items: Sequence[AgendaItem], silent: int) -> tuple[Gap, ...]:
    rows = [found.row(item, place) for place, item in enumerate(items, 1)]
    lacking = [
        (row.position, lack)
        for row, item in zip(rows, items, strict=True)
        for lack in found.lacking(item)
    ]
    gaps = [_gap(rows[place - 1], lack) for place, lack in in_naming_order(lacking)]
    if silent:
        words = f"有{silent}项已到期，还没有说结果"
        gaps.append(Gap(Lack.REVIEW, "上次的任务", words, None, holds_up=False))
    return tuple(gaps)


def _gap(row: ReadItem, lack: Lacking) -> Gap:
    title = f"{row.position:02d} {row.name}"
    return Gap(lack.lack, title, lack.words, row.item_id, lack.holds_up)


def _by_item(session: Session, table: type[Of], keys: Sequence[int]) -> dict[int, list[Of]]:
    rows: dict[int, list[Of]] = defaultdict(list)
    column = table.__table__.c.item_id
    for row in session.scalars(known(table).where(column.in_(keys)).order_by(table.root_id)):
        rows[row.item_id].append(row)  # type: ignore[attr-defined]  # all three tables have it
    return rows


def _hiding(session: Session, names: Mapping[int, str]) -> Hide:
    """Words in which patients and their guardians are hidden, and numbers told by their ends."""
    relatives = known(GuardianDetails).where(GuardianDetails.patient_id.in_(names))
    people = [*names.values(), *(each.name for each in session.scalars(relatives))]
    instead = {name: masked(name) for name in people}
    return partial(_hidden, instead)


def _hidden(instead: Mapping[str, str], words: str) -> str:
    return with_numbers_masked(with_names_hidden(words, instead))
