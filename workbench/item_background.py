"""What lies behind one item of the meeting: what changed since the last one, and what waits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.facts import known
from data.models.accounts import Account
from data.models.agendas import AgendaItem
from data.models.annotations import Annotation
from data.models.meetings import Meeting
from data.models.plans import Plan
from data.paper_codes import RecentTopic
from data.visit_codes import HospitalStay
from workbench.annotations import AnnotationRow, annotations_of
from workbench.bench import Bench
from workbench.case_steps import waits
from workbench.guardians import guardians_by
from workbench.intake_reading import intakes_of
from workbench.masking import masked_name, with_names_hidden
from workbench.meetings import attendance_of
from workbench.paperwork.recent import Recent, Span, recents_of
from workbench.patients import details_on
from workbench.plan_reading import confirmation_of
from workbench.rules.news import LATE, NEW, REMARK, News, worth_telling
from workbench.states import any_item, any_meeting, closed_before
from workbench.tasks import TaskRow, earlier_tasks

MOST = 5
_A_MONTH = timedelta(days=31)
_TOPICS = {
    RecentTopic.DANGER: ("危险", 0),
    RecentTopic.MEDICATION: ("服药", 1),
    RecentTopic.HOSPITAL: ("住院", 2),
    RecentTopic.GUARDIANSHIP: ("监护", 3),
    RecentTopic.EVENTS: ("生活", 4),
    RecentTopic.SYMPTOMS: ("症状", 5),
}
# What a visit says when there is nothing to say.
_NOTHING = frozenset({"未发现危险行为", HospitalStay.NONE.label})


@dataclass(frozen=True)
class Remark:
    """A remark of the psychiatrist that waits for an answer."""

    id: int
    on: date
    by: str
    text: str


@dataclass(frozen=True)
class Background:
    """What is told about a patient since a day, how much more there is, and what can be settled.

    `plan` is the version that waits to be confirmed, by key and number; `intake` an assessment to
    be decided on.
    """

    since: date
    after_meeting: bool
    news: tuple[News, ...]
    more: int
    remarks: tuple[Remark, ...] = ()
    plan: tuple[int, int] | None = None
    intake_id: int | None = None


def read_background(bench: Bench, item_id: int) -> Background | None:
    """What lies behind an item, names masked; None for a matter that is about nobody. Slow."""
    with bench.asking("read_background") as session:
        item = any_item(session, item_id)
        if item.patient_id is None:
            return None
        return _background(session, any_meeting(session, item.meeting_id), item, item.patient_id)


def _background(
    session: Session, meeting: Meeting, item: AgendaItem, patient_id: int
) -> Background:
    last = next(iter(reversed(closed_before(session, meeting))), None)
    since = last.held_on if last else meeting.held_on - _A_MONTH
    hidden = _names(session, meeting, patient_id)
    span = Span(session, patient_id, since, meeting.held_on, None)
    remarks = _open_remarks(session, patient_id)
    found = [
        *_late(earlier_tasks(session, meeting, patient_id=patient_id)),
        *_happened(span),
        *_visits(span),
        *(News(REMARK, "医师", f"{r.by} {r.on:%m-%d}：{r.text}") for r in remarks),
    ]
    plain = [
        News(each.tag, each.label, _in_one_line(with_names_hidden(each.words, hidden)), each.weight)
        for each in found
    ]
    told, more = worth_telling(plain, MOST)
    intakes = [row for row in intakes_of(session, patient_id, meeting.held_on) if waits(row)]
    return Background(
        since=since,
        after_meeting=last is not None,
        news=told,
        more=more,
        remarks=tuple(_masked(remark, hidden) for remark in remarks),
        plan=_waiting_plan(session, item.case_id) if item.case_id is not None else None,
        intake_id=intakes[0].id if intakes and item.case_id is None else None,
    )


def _names(session: Session, meeting: Meeting, patient_id: int) -> Mapping[str, str]:
    """Everybody who may be named in the record, and what the screen says instead."""
    names = {details_on(session, patient_id, meeting.held_on).name}
    names |= {row.name for row in guardians_by(session, patient_id, meeting.held_on)}
    names |= {member.name for _, member in attendance_of(session, meeting.id)}
    return {name: masked_name(name) for name in names}


def _late(tasks: list[TaskRow]) -> Iterator[News]:
    for task in tasks:
        if task.is_overdue:
            words = f"{task.title}，应于{task.due_on:%m-%d}办结，逾期{task.overdue_days}天"
            yield News(LATE, "任务", f"{words}·{task.implementer}", -task.overdue_days)


def _happened(span: Span) -> Iterator[News]:
    for recent in recents_of(span):
        label, weight = _TOPICS.get(recent.topic, (recent.topic.label[:2], len(_TOPICS)))
        if recent.words not in _NOTHING and span.holds(recent.on):
            tag = "" if recent.topic is RecentTopic.SYMPTOMS else NEW
            yield News(tag, label, _told(recent), weight)


def _told(recent: Recent) -> str:
    source = recent.source.removeprefix("随访").strip()
    return f"{recent.on:%m-%d} {recent.words}" + (f"·{source}" if source else "")


def _visits(span: Span) -> Iterator[News]:
    visits = sorted(span.visits(), key=lambda visit: visit.true_from)
    told = "·".join(f"{visit.true_from:%m-%d} {visit.form.label}" for visit in visits)
    yield News("", "随访", told or "这段时间没有随访记录")


def _open_remarks(session: Session, patient_id: int) -> list[Remark]:
    waiting = [row for row in annotations_of(session, patient_id) if row.outcome is None]
    if not waiting:
        return []
    keys = [row.id for row in waiting]
    written = session.scalars(known(Annotation).where(Annotation.root_id.in_(keys)))
    names = {account.id: account.name for account in session.scalars(select(Account))}
    by = {row.root_id: names.get(row.written_by, "") for row in written}
    return [_remark(row, by[row.id]) for row in waiting]


def _remark(row: AnnotationRow, by: str) -> Remark:
    return Remark(row.id, row.on, by, row.text)


def _masked(remark: Remark, hidden: Mapping[str, str]) -> Remark:
    told = (with_names_hidden(words, hidden) for words in (remark.by, remark.text))
    return Remark(remark.id, remark.on, *told)


def _waiting_plan(session: Session, case_id: int) -> tuple[int, int] | None:
    last = session.scalars(
        known(Plan).where(Plan.case_id == case_id).order_by(Plan.number.desc())
    ).first()
    if last is None or confirmation_of(session, last.root_id) is not None:
        return None
    return last.root_id, last.number


def _in_one_line(words: str) -> str:
    return " ".join(words.split("\n"))
