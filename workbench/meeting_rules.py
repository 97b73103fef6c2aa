"""When a team usually meets: the weekday of the month, the hour and how long it takes."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import MeetingKind
from data.models.meetings import Meeting, MeetingRule
from data.models.teams import Team
from workbench.bench import Bench
from workbench.errors import NotFound, Refused
from workbench.rules.calendar import WEEKDAYS

LAST_WEEK = 5
SHORTEST, LONGEST = 10, 600
_EVERY = {1: "每月", 3: "每季度一次，"}


@dataclass(frozen=True)
class UsualMeeting:
    """Which weekday of the month, 5 being the last of its kind; when it begins and how long."""

    week: int
    weekday: int
    begins: time
    minutes: int

    @property
    def words(self) -> str:
        """The rule as it is said, such as 每月第4个周三14:30，约90分钟."""
        return self.said_every(1)

    def said_every(self, months: int) -> str:
        """The same for a meeting that is held every so many months."""
        which = "最后一个" if self.week == LAST_WEEK else f"第{self.week}个"
        often = _EVERY.get(months, f"每{months}个月一次，")
        day = f"{often}{which}{WEEKDAYS[self.weekday]}"
        return f"{day}{self.begins:%H:%M}，约{self.minutes}分钟"


@dataclass(frozen=True)
class Arrangements:
    """The place of a meeting, who led it and who wrote it down."""

    place: str
    chair_id: int
    recorder_id: int


class MeetingRuleImpossible(Refused):
    """A day of the month or a length was given that no meeting can have."""

    def __init__(self) -> None:
        super().__init__(
            "例会的日子或时长不对。",
            next_step=f"请选第1到第4个或最后一个星期几，时长{SHORTEST}到{LONGEST}分钟。",
        )


def set_meeting_rule(bench: Bench, team_id: int, usual: UsualMeeting) -> None:
    """Say when a team usually meets; meetings planned already stay as they are."""
    with bench.doing("set_meeting_rule") as work:
        if work.session.get(Team, team_id) is None:
            raise NotFound("这个小组")
        if not _possible(usual):
            raise MeetingRuleImpossible
        rule = MeetingRule(
            team_id=team_id,
            **asdict(usual),
            written_at=work.written.at,
            written_by=work.written.by,
        )
        work.session.add(rule)
        work.about(team=team_id)


def read_meeting_rule(
    bench: Bench, team_id: int, at: datetime | None = None
) -> UsualMeeting | None:
    """When a team usually meets, as known at a moment; None where nobody has said."""
    with bench.asking("read_meeting_rule") as session:
        return rule_for(session, team_id, at)


def read_arrangements(
    bench: Bench, team_id: int, kind: MeetingKind = MeetingKind.REGULAR
) -> Arrangements | None:
    """Where and under whom a team met last, whatever has become of it; None before it ever did.

    A meeting of the same kind tells more than one of another.
    """
    with bench.asking("read_arrangements") as session:
        return arrangements_of(session, team_id, kind)


def arrangements_of(session: Session, team_id: int, kind: MeetingKind) -> Arrangements | None:
    """The same within a query or a command."""
    query = select(Meeting).where(Meeting.team_id == team_id)
    query = query.order_by(Meeting.kind != kind, Meeting.held_on.desc(), Meeting.id.desc())
    last = session.scalar(query.limit(1))
    return Arrangements(last.place, last.chair_id, last.recorder_id) if last else None


def rule_for(session: Session, team_id: int, at: datetime | None = None) -> UsualMeeting | None:
    """The rule last written for a team, as known at a moment."""
    query = select(MeetingRule).where(MeetingRule.team_id == team_id)
    if at is not None:
        query = query.where(MeetingRule.written_at <= at)
    row = session.scalars(query.order_by(MeetingRule.id.desc()).limit(1)).first()
    return UsualMeeting(row.week, row.weekday, row.begins, row.minutes) if row else None


def _possible(usual: UsualMeeting) -> bool:
    day = 1 <= usual.week <= LAST_WEEK and 0 <= usual.weekday < len(WEEKDAYS)
    return day and SHORTEST <= usual.minutes <= LONGEST
