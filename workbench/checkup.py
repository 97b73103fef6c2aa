"""What still fails a meeting that is being prepared: what, about whom, and who owes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import Labelled, MemberRole, RiskLevel
from data.facts import known
from data.models.meetings import Attendance, Meeting
from data.models.patients import Consent
from data.models.teams import Member
from forms.glyphs import missing_in
from workbench.agenda_entries import is_late, items_of
from workbench.bench import Bench
from workbench.meetings import attendance_of
from workbench.paperwork.topics import Topic, topics_for
from workbench.preparation import (
    agenda_check,
    patients_on,
    silent_absentees,
    unrated,
)
from workbench.rules.attendance import must_attend
from workbench.rules.meeting_dates import psychiatrist_has_come
from workbench.rules.meeting_kinds import KINDS, rates
from workbench.states import any_meeting, closed_before
from workbench.tasks import earlier_tasks
from workbench.unit_rules import rules_of
from workbench.words import masked


class Point(Labelled):
    """One thing to have in order before a meeting."""

    AGENDA = "agenda", "议程"
    RATINGS = "ratings", "会前评估"
    PSYCHIATRIST = "psychiatrist", "精神科医师"
    TASKS = "tasks", "上次任务"
    TABLE = "table", "应到人员"
    OPINIONS = "opinions", "书面意见"
    CONSENTS = "consents", "知情同意"
    PACK = "pack", "会前包"
    NAMES = "names", "字库"


@dataclass(frozen=True)
class Whom:
    """The first person a light is about, for the way out."""

    patient_id: int
    masked: str
    case_id: int | None
    case_number: str


@dataclass(frozen=True)
class Light:
    """One point: of how many how many are missing, about whom, and who owes it."""

    point: Point
    total: int = 0
    missing: int = 0
    about: tuple[str, ...] = ()
    owed_by: tuple[str, ...] = ()
    first: Whom | None = None
    because: str = ""
    minor: bool = False

    @property
    def ready(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True)
class _Before:
    """What the lights are read from."""

    session: Session
    meeting: Meeting
    day: date
    at: datetime | None
    topics: Sequence[Topic]
    whom: Mapping[int, Whom]
    reporters: Mapping[int, str]

    def about(
        self, point: Point, patients: Sequence[int], *, total: int, minor: bool = False
    ) -> Light:
        """A light about people on the agenda, owed by whoever reports on them."""
        owing = [self.reporters[key] for key in patients if self.reporters[key]]
        return Light(
            point,
            total,
            len(patients),
            tuple(self.whom[key].masked for key in patients),
            tuple(masked(name) for name in dict.fromkeys(owing)),
            self.whom[patients[0]] if patients else None,
            minor=minor,
        )


def read_checkup(bench: Bench, meeting_id: int, at: datetime | None = None) -> tuple[Light, ...]:
    """Every light of a meeting, what is missing first; none of them keeps it from being held."""
    with bench.asking("read_checkup") as session:
        found = list(_lights(session, any_meeting(session, meeting_id), bench.today(), at))
    return tuple(sorted(found, key=lambda light: (light.ready, light.minor)))


def _lights(session: Session, meeting: Meeting, day: date, at: datetime | None) -> Iterator[Light]:
    items = items_of(session, meeting.id)
    patients = patients_on(items)
    before = _read(session, meeting, day, at)
    agenda = agenda_check(session, meeting, items, at)
    missing = agenda.open or (0 if items else 1)
    yield Light(Point.AGENDA, agenda.total, missing, agenda.names)
    if rates(meeting.kind):
        late = unrated(session, meeting, patients, day, at)
        yield before.about(Point.RATINGS, late, total=len(patients))
        yield _psychiatrist(before)
    yield _tasks(before)
    yield _table(before)
    silent, absent = silent_absentees(session, meeting, items, at)
    names = tuple(masked(member.name) for member in silent)
    yield Light(Point.OPINIONS, absent, len(silent), names, names, minor=True)
    unasked = _not_asked(before, [item.patient_id for item in items if item.case_id])
    yield before.about(Point.CONSENTS, unasked, total=len(patients), minor=True)
    yield _names(before)
    yield Light(Point.PACK, 1, 0 if is_late(session, meeting) else 1, minor=True)


def _read(session: Session, meeting: Meeting, day: date, at: datetime | None) -> _Before:
    items = [item for item in items_of(session, meeting.id) if item.patient_id]
    topics = topics_for(session, meeting, items, at)
    pairs = list(zip(items, topics, strict=True))
    return _Before(
        session,
        meeting,
        day,
        at,
        topics,
        whom={
            item.patient_id or 0: Whom(
                item.patient_id or 0, masked(topic.name), item.case_id, topic.case_number
            )
            for item, topic in pairs
        },
        reporters={item.patient_id or 0: topic.reporter for item, topic in pairs},
    )


def _psychiatrist(before: _Before) -> Light:
    """Whether one came to a meeting of the team this quarter, or is expected at this one."""
    meeting, session = before.meeting, before.session
    closed = [m.id for m in closed_before(session, meeting, before.at)]
    came = (
        select(Meeting.held_on)
        .join(Attendance, Attendance.meeting_id == Meeting.id)
        .join(Member, Member.id == Attendance.member_id)
        .where(Meeting.id.in_(closed), Attendance.present)
        .where(Member.role == MemberRole.PSYCHIATRIST)
    )
    days = list(session.scalars(came))
    profile = rules_of(session, before.day, before.at)
    held = psychiatrist_has_come(days, on=meeting.held_on, profile=profile)
    if held.held:
        return Light(Point.PSYCHIATRIST, 1, because=held.because)
    doctors = [
        (attends.present, member.name)
        for attends, member in attendance_of(session, meeting.id)
        if member.role is MemberRole.PSYCHIATRIST
    ]
    expected = any(present for present, _ in doctors)
    names = tuple(masked(name) for _, name in doctors)
    light = Light(Point.PSYCHIATRIST, 1, 1, names, names, because=held.because)
    return replace(light, minor=expected)


def _tasks(before: _Before) -> Light:
    """Which earlier tasks nobody has said the outcome of, and who was to do them."""
    tasks = earlier_tasks(before.session, before.meeting, before.at)
    unheard = [task for task in tasks if task.outcome is None]
    owing = tuple(masked(name) for name in dict.fromkeys(t.implementer for t in unheard))
    return Light(Point.TASKS, len(tasks), len(unheard), owing, owing)


def _table(before: _Before) -> Light:
    """Which roles somebody on the agenda needs that nobody expected at the table has."""
    attends = attendance_of(before.session, before.meeting.id)
    present = {member.role for came, member in attends if came.present}
    needed = [
        must_attend(level, present, always=KINDS[before.meeting.kind].must_come)
        for level in _levels(before)
    ]
    absent = dict.fromkeys(role for need in needed for role in need.absent)
    lacking = [need for need in needed if need.absent]
    return Light(
        Point.TABLE,
        len(needed),
        len(lacking),
        tuple(role.label for role in absent),
        because=lacking[0].because if lacking else "",
    )


def _levels(before: _Before) -> list[RiskLevel | None]:
    """Of everybody who is talked about; a meeting above the team needs the same people always."""
    if not rates(before.meeting.kind):
        return [RiskLevel(0)]
    return [None if t.level is None else RiskLevel(t.level) for t in before.topics]


def _not_asked(before: _Before, patients: Sequence[int | None]) -> list[int]:
    """Whose case is managed without anybody having written down that consent was asked for."""
    query = known(Consent, before.at).where(Consent.true_from <= before.meeting.held_on)
    asked = set(before.session.scalars(query.with_only_columns(Consent.patient_id)))
    return [key for key in patients if key is not None and key not in asked]


def _names(before: _Before) -> Light:
    """Whose name no bundled typeface can print in full."""
    odd = {topic.name: [m.character for m in missing_in(topic.name, "")] for topic in before.topics}
    signs = tuple(dict.fromkeys(sign for found in odd.values() for sign in found))
    return Light(
        Point.NAMES, len(odd), sum(bool(found) for found in odd.values()), signs, minor=True
    )
