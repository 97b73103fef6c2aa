"""What a meeting settled item by item, in sentences that may be passed on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import DecisionKind
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.cases import Case
from data.models.decisions import Decision
from data.models.guardians import GuardianDetails
from data.models.meetings import Meeting
from data.models.tasks import Task
from data.models.teams import Member
from workbench.agenda_entries import items_of
from workbench.masking import surname_with_code, with_names_hidden
from workbench.meetings import attendance_of
from workbench.patients import details_of
from workbench.rules.dates import said

_END = "。；;"


@dataclass(frozen=True)
class _Settled:
    """The items of a meeting with all that is needed to say what was settled."""

    meeting: Meeting
    items: Sequence[AgendaItem]
    decisions: Mapping[int, Sequence[Decision]]
    with_work: frozenset[int]
    members: Mapping[int, Member]
    names: Mapping[int, str]
    codes: Mapping[int, str]
    hidden: Mapping[str, str]


def settled_articles(session: Session, meeting: Meeting, at: datetime | None = None) -> list[str]:
    """One sentence for each item that was decided, then those kept, deferred and the rest.

    A fixed number of queries however many items. Nobody on the register is named.
    """
    found = _read(session, meeting, at)
    acted = (_article(found, item) for item in found.items)
    other = (_hide(found, line) for line in meeting.other_matters.splitlines())
    return [
        *filter(None, acted),
        *_together(found, DecisionKind.CONTINUE, "维持原等级和原计划。"),
        *_together(found, DecisionKind.DEFER, "暂缓议，列入以后的会议。"),
        *(f"{line.strip(_END)}。" for line in other if line.strip()),
    ]


def hidden_names(
    session: Session, meeting: Meeting, at: datetime | None = None
) -> Mapping[str, str]:
    """Whoever on the register or guarding them is not to be named, with other words for each."""
    return _read(session, meeting, at).hidden


def _read(session: Session, meeting: Meeting, at: datetime | None) -> _Settled:
    items = items_of(session, meeting.id)
    decided = known(Decision, at).where(Decision.item_id.in_([item.id for item in items]))
    decisions: dict[int, list[Decision]] = defaultdict(list)
    for decision in session.scalars(decided.order_by(Decision.root_id)):
        decisions[decision.item_id].append(decision)
    keys = [d.root_id for rows in decisions.values() for d in rows]
    work = session.scalars(select(Task.decision_id).where(Task.decision_id.in_(keys)))
    members = session.scalars(select(Member).where(Member.team_id == meeting.team_id))
    patients = {item.patient_id for item in items if item.patient_id is not None}
    people = details_of(session, patients, meeting.held_on, at)
    names = {patient: person.name for patient, person in people.items()}
    codes = _codes(session, items)
    return _Settled(
        meeting=meeting,
        items=items,
        decisions=decisions,
        with_work=frozenset(key for key in work if key is not None),
        members={member.id: member for member in members},
        names=names,
        codes=codes,
        hidden=_hidden(session, meeting, names, codes, at),
    )


def _codes(session: Session, items: Sequence[AgendaItem]) -> dict[int, str]:
    cases = [item.case_id for item in items if item.case_id is not None]
    found = session.scalars(select(Case).where(Case.id.in_(cases)))
    return {case.patient_id: case.number for case in found}


def _hidden(
    session: Session,
    meeting: Meeting,
    names: Mapping[int, str],
    codes: Mapping[int, str],
    at: datetime | None,
) -> dict[str, str]:
    """Other words for patients and those who guard them, unless they sit at the table."""
    guards = session.scalars(
        known(GuardianDetails, at).where(GuardianDetails.patient_id.in_(names))
    )
    patients = {name: surname_with_code(name, codes.get(key, "")) for key, name in names.items()}
    instead = {guard.name: surname_with_code(guard.name, "") for guard in guards} | patients
    at_the_table = {member.name for _, member in attendance_of(session, meeting.id)}
    return {name: words for name, words in instead.items() if name not in at_the_table}


def _article(found: _Settled, item: AgendaItem) -> str:
    rows = [d for d in found.decisions.get(item.id, ()) if d.kind is DecisionKind.ACTION]
    if not rows:
        return ""
    return f"{_subject(found, item)}：{'；'.join(_sentence(found, item, row) for row in rows)}。"


def _together(found: _Settled, kind: DecisionKind, words: str) -> list[str]:
    alike = [
        item
        for item in found.items
        if any(decision.kind is kind for decision in found.decisions.get(item.id, ()))
    ]
    unit = "例" if all(item.patient_id is not None for item in alike) else "项"
    counted = f"等{len(alike)}{unit}" if len(alike) > 1 else ""
    return [f"{'、'.join(_subject(found, i) for i in alike)}{counted}{words}"] if alike else []


def _subject(found: _Settled, item: AgendaItem) -> str:
    if item.patient_id is None:
        return _hide(found, item.title)
    return surname_with_code(found.names[item.patient_id], found.codes.get(item.patient_id, ""))


def _sentence(found: _Settled, item: AgendaItem, decision: Decision) -> str:
    own = found.names.get(item.patient_id or 0, "")
    instead = {**found.hidden, **({own: surname_with_code(own, "")} if own else {})}
    text = with_names_hidden(decision.text, instead).replace("\n", "，").strip(_END)
    implementer = found.members.get(decision.implementer_id or 0)
    if decision.root_id not in found.with_work or implementer is None:
        return text
    due = f"，{_day(decision.due_on, found.meeting)}前完成" if decision.due_on else ""
    return f"{text}，由{implementer.unit or implementer.name}负责{due}"


def _day(day: date, meeting: Meeting) -> str:
    return said(day) if day.year != meeting.held_on.year else f"{day.month}月{day.day}日"


def _hide(found: _Settled, text: str) -> str:
    return with_names_hidden(text, found.hidden)
