"""The page of one case: who it is about, by name, and everything the team did, on any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import DecisionKind, RiskLevel, Stability, TaskOutcome
from data.facts import known
from data.models.agendas import AgendaItem
from data.models.assessments import Assessment, Discussion, Opinion
from data.models.cases import Case
from data.models.decisions import Decision
from data.models.meetings import Meeting
from data.models.tasks import TaskResult
from data.models.teams import Member
from data.models.visits import Visit
from workbench.bench import BEIJING, Bench
from workbench.case_steps import steps_due
from workbench.cases import any_case, standing_on, terms_on
from workbench.changes import SPEAKERS, TOLD_WITH_OTHERS, Change, changes_between
from workbench.errors import NotFound
from workbench.known_facts import latest_facts
from workbench.paperwork.standing import guardianship_words, medication_words, tasks_of
from workbench.patients import details_on
from workbench.rules.dates import age_on
from workbench.rules.visits import next_visit
from workbench.states import title_of
from workbench.timelines import Timeline, Track, timeline_of
from workbench.unit_rules import rules_of
from workbench.visits import visits_until

# Whatever is written about a patient, and what the agenda and the register add to it.
CASE_TABLES = frozenset(
    {
        *(speaker.table.__tablename__ for speaker in SPEAKERS),
        *(table.__tablename__ for table in TOLD_WITH_OTHERS),
        *("agenda_item", "case", "meeting"),
    }
)


@dataclass(frozen=True)
class Whole:
    """Who a case is about and how the patient stands on the day of the page."""

    case_id: int
    patient_id: int
    number: str
    name: str
    facts: tuple[str, ...]
    ended: bool
    level: int | None
    highest: int | None
    stability: str
    medication: str
    guardian: str
    next_visit_on: date | None
    because: str


@dataclass(frozen=True)
class TaskLine:
    """One task about the case with the last word on it."""

    id: int
    title: str
    implementer: str
    due_on: date | None
    outcome: TaskOutcome | None
    note: str
    overdue_days: int

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.outcome is None or self.outcome is TaskOutcome.NOT_CARRIED_OUT


@dataclass(frozen=True)
class MeetingLine:
    """What one meeting said, rated and decided about the case."""

    meeting_id: int
    held_on: date
    title: str
    level: RiskLevel | None
    stability: Stability | None
    reason: str
    opinions: tuple[str, ...]
    decisions: tuple[str, ...]
    deferred: bool


@dataclass(frozen=True)
class CaseView:
    """A case on a day, as known at a moment; of the present when no moment is named."""

    on: date
    at: datetime | None
    whole: Whole
    tasks: tuple[TaskLine, ...]
    meetings: tuple[MeetingLine, ...]
    since: date | None
    changes: tuple[Change, ...]
    timeline: Timeline
    due: tuple[str, ...]


def open_case_page(bench: Bench, case_id: int) -> None:
    """Leave in the audit that somebody looked at a case by name."""
    with bench.doing("open_case_page") as work:
        any_case(work.session, case_id)
        work.about(case=case_id)


def end_of(day: date) -> datetime:
    """The last moment of a day here: what was known then is what was written by then."""
    return datetime.combine(day, time.max, tzinfo=BEIJING)


def read_case_view(bench: Bench, case_id: int, on: date | None = None) -> CaseView:
    """The case now or, when a day is named, as it stood on that day and was known on it. Slow."""
    day, at = on or bench.today(), end_of(on) if on else None
    with bench.asking("read_case_view") as session:
        case = any_case(session, case_id)
        if case.entered_on > day:
            raise NotFound(f"{day.year}年{day.month}月{day.day}日的这个个案")
        timeline = timeline_of(session, case.patient_id, day, at)
        meetings = _meetings(session, case, day, at)
        since, changes = _changes(session, case, day, at)
        return CaseView(
            on=day,
            at=at,
            whole=_whole(session, case, day, at, timeline),
            tasks=_tasks(session, case, day, at),
            meetings=meetings,
            since=since,
            changes=changes,
            timeline=timeline,
            due=steps_due(session, case, day, at),
        )


def _whole(
    session: Session, case: Case, day: date, at: datetime | None, timeline: Timeline
) -> Whole:
    person = details_on(session, case.patient_id, day, at)
    standing = standing_on(session, case, day, at)
    levels = [m.level for m in timeline.marks if m.track is Track.LEVELS and m.level is not None]
    visit = next_visit(
        latest_facts(session, case.patient_id, day, at),
        on=day,
        profile=rules_of(session, day, at),
    )
    age = f"{age_on(person.born_on, day)}岁" if person.born_on else ""
    terms = terms_on(session, case.id, day, at)
    manager = session.get_one(Member, terms.case_manager_id).name
    facts = (
        f"{person.sex.label}{age}",
        person.village,
        person.diagnosis,
        terms.kind.label,
        f"个案管理员{manager}",
        standing.standing.label if standing else "",
    )
    return Whole(
        case_id=case.id,
        patient_id=case.patient_id,
        number=case.number,
        name=person.name,
        facts=tuple(filter(None, facts)),
        ended=standing is not None and standing.standing == "ended",
        level=levels[-1] if levels else None,
        highest=max(levels, default=None),
        stability=_stability(session, case, day, at),
        medication=medication_words(session, case.patient_id, day, at),
        guardian=guardianship_words(session, case.patient_id, day, at),
        next_visit_on=visit.on,
        because=visit.because,
    )


def _stability(session: Session, case: Case, day: date, at: datetime | None) -> str:
    """Where it was judged last, at a meeting or on a visit."""
    visits: list[Visit] = visits_until(session, case.patient_id, day, at)
    seen = [(v.true_from, v.stability) for v in visits if v.stability is not None]
    query = (
        known(Assessment, at)
        .add_columns(Meeting.held_on)
        .join(AgendaItem, AgendaItem.id == Assessment.item_id)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(Assessment.patient_id == case.patient_id, Meeting.held_on <= day)
    )
    rated = ((row[1], row[0].stability) for row in session.execute(query))
    judged = [*seen, *((on, value) for on, value in rated if value is not None)]
    last = max(judged, key=lambda pair: pair[0], default=None)
    return last[1].label if last else ""


def _tasks(session: Session, case: Case, day: date, at: datetime | None) -> tuple[TaskLine, ...]:
    found = [t for t in tasks_of(session, case.patient_id, at) if t.case_number == case.number]
    query = known(TaskResult, at).where(TaskResult.task_id.in_([t.task_id for t in found]))
    ordered = query.order_by(TaskResult.written_at)
    results = {row.task_id: row for row in session.scalars(ordered)}
    lines = []
    for task in found:
        last = results.get(task.task_id)
        outcome = last.outcome if last else None
        line = TaskLine(
            id=task.task_id,
            title=task.title,
            implementer=task.implementer,
            due_on=task.due_on,
            outcome=outcome,
            note="；".join(filter(None, (last.note, last.evidence))) if last else "",
            overdue_days=max((day - task.due_on).days, 0) if task.due_on else 0,
        )
        lines.append(line)
    return tuple(sorted(lines, key=lambda line: not line.open))


def _meetings(
    session: Session, case: Case, day: date, at: datetime | None
) -> tuple[MeetingLine, ...]:
    """Every meeting that had the case on its agenda by a day, the last one first."""
    query = (
        select(AgendaItem, Meeting)
        .join(Meeting, Meeting.id == AgendaItem.meeting_id)
        .where(AgendaItem.case_id == case.id, Meeting.held_on <= day)
        .order_by(Meeting.held_on.desc(), Meeting.id.desc())
    )
    found = [(row[0], row[1]) for row in session.execute(query)]
    told = _Told.about(session, [item.id for item, _ in found], at)
    return tuple(told.line(item, meeting) for item, meeting in found)


@dataclass(frozen=True)
class _Told:
    """What was said, rated and decided on some items, by item."""

    rated: dict[int, Assessment]
    said: dict[int, list[Opinion]]
    talk: dict[int, str]
    decided: dict[int, list[Decision]]
    names: dict[int, str]

    @classmethod
    def about(cls, session: Session, items: Collection[int], at: datetime | None) -> _Told:
        """Five queries however many items."""
        rated = session.scalars(known(Assessment, at).where(Assessment.item_id.in_(items)))
        said, decided = defaultdict(list), defaultdict(list)
        opinions = known(Opinion, at).where(Opinion.item_id.in_(items))
        for opinion in session.scalars(opinions.order_by(Opinion.root_id)):
            said[opinion.item_id].append(opinion)
        discussed = known(Discussion, at).where(Discussion.item_id.in_(items))
        talk = {row.item_id: row.words for row in session.scalars(discussed)}
        decisions = known(Decision, at).where(Decision.item_id.in_(items))
        for decision in session.scalars(decisions.order_by(Decision.root_id)):
            decided[decision.item_id].append(decision)
        people = session.execute(select(Member.id, Member.name))
        names = {row.id: row.name for row in people}
        return cls({row.item_id: row for row in rated}, said, talk, decided, names)

    def line(self, item: AgendaItem, meeting: Meeting) -> MeetingLine:
        """One meeting in plain values."""
        rated, decided = self.rated.get(item.id), self.decided.get(item.id, [])
        return MeetingLine(
            meeting_id=meeting.id,
            held_on=meeting.held_on,
            title=title_of(meeting),
            level=rated.level if rated else None,
            stability=rated.stability if rated else None,
            reason=rated.reason if rated else "",
            opinions=(*map(self._opinion, self.said.get(item.id, [])), *self._talk(item)),
            decisions=tuple(map(self._decision, decided)),
            deferred=any(d.kind is DecisionKind.DEFER for d in decided),
        )

    def _talk(self, item: AgendaItem) -> list[str]:
        words = self.talk.get(item.id, "")
        return [f"讨论：{words}"] if words else []

    def _opinion(self, said: Opinion) -> str:
        level = f"建议{int(said.level)}级" if said.level is not None else ""
        dissent = f"保留意见：{said.dissent}" if said.dissent else ""
        parts = "；".join(filter(None, (said.words.rstrip("。；"), level, dissent)))
        return f"{self.names[said.member_id]}：{parts}。"

    def _decision(self, decided: Decision) -> str:
        who = self.names.get(decided.implementer_id or 0, "")
        due = f"{decided.due_on}前" if decided.due_on else ""
        whose = "，".join(filter(None, (who, due)))
        return decided.text + (f"（{whose}）" if whose else "")


def _changes(
    session: Session, case: Case, day: date, at: datetime | None
) -> tuple[date | None, tuple[Change, ...]]:
    """What is new since the last closed meeting about the case; all of it before the first."""
    query = (
        select(Meeting.closed_at, Meeting.held_on)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(
            AgendaItem.case_id == case.id,
            Meeting.closed_at.is_not(None),
            Meeting.held_on <= day,
        )
        .order_by(Meeting.closed_at.desc())
    )
    if at is not None:
        query = query.where(Meeting.closed_at <= at)
    last = session.execute(query).first()
    began = datetime.combine(case.entered_on, time.min, tzinfo=BEIJING) - timedelta(days=1)
    since = last.closed_at if last else began
    changes = changes_between(session, case.patient_id, since, at)
    return (last.held_on if last else None), tuple(reversed(changes))
