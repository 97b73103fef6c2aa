"""When a team meets next: by its own day, the rhythm of the kind of meeting, and the days off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import MeetingKind
from data.holidays import working_years
from data.models.meetings import Meeting
from data.models.teams import Team
from workbench.bench import BEIJING, Bench
from workbench.errors import NotFound
from workbench.meeting_rules import rule_for
from workbench.rules.calendar import next_in_rhythm, same_day_months_later
from workbench.rules.dates import said
from workbench.rules.deadlines import working_day_from
from workbench.rules.meeting_kinds import kind_for, rhythm_of
from workbench.unit_rules import rules_of


@dataclass(frozen=True)
class SuggestedDay:
    """A day and an hour for a meeting, and in words why these."""

    day: date
    begins: time
    words: str


def suggest_meeting_day(
    bench: Bench, team_id: int, kind: MeetingKind = MeetingKind.REGULAR
) -> SuggestedDay | None:
    """The next day for a meeting of this kind; None where neither a rule nor a meeting tells it.

    A meeting about a case that cannot wait is held at once.
    """
    with bench.asking("suggest_meeting_day") as session:
        team = session.get(Team, team_id)
        if team is None:
            raise NotFound("这个小组")
        if kind is MeetingKind.URGENT:
            now = bench.now().astimezone(BEIJING)
            return SuggestedDay(now.date(), now.time().replace(second=0, microsecond=0), "今天就开")
        return suggested_day(session, team, kind, bench.today())


def suggested_day(
    session: Session, team: Team, kind: MeetingKind, today: date
) -> SuggestedDay | None:
    """The same within a query or a command, for a kind that is held regularly."""
    last = _last_of(session, team, kind)
    usual, months = rule_for(session, team.id), _months(session, team, kind, today)
    if usual is not None:
        after = max(today, last.held_on if last else date.min)
        day = next_in_rhythm(
            after,
            last.held_on if last else None,
            months=months,
            week=usual.week,
            weekday=usual.weekday,
        )
        return _on_a_working_day(day, usual.begins, usual.said_every(months))
    if last is None:
        return None
    day = same_day_months_later(last.held_on, months)
    while day <= today:
        day = same_day_months_later(day, months)
    return _on_a_working_day(day, last.begins, f"按上次{said(last.held_on)}推算")


def day_after(session: Session, team: Team, kind: MeetingKind, held_on: date) -> date | None:
    """The day of the meeting that follows one held on a day, as far as a rule tells it.

    After a meeting about one case, that is the next regular one.
    """
    urgent = kind is MeetingKind.URGENT
    regular = kind_for(team.kind) if urgent else kind
    months, usual = _months(session, team, regular, held_on), rule_for(session, team.id)
    if usual is not None:
        before = None if urgent else held_on
        day = next_in_rhythm(held_on, before, months=months, week=usual.week, weekday=usual.weekday)
    elif months == 1:
        return None
    else:
        day = same_day_months_later(held_on, months)
    return working_day_from(day, working_years())


def _on_a_working_day(day: date, begins: time, words: str) -> SuggestedDay:
    works = working_day_from(day, working_years())
    moved = f"；{said(day)}不上班，顺延到{said(works)}" if works != day else ""
    return SuggestedDay(works, begins, f"{words}{moved}")


def _last_of(session: Session, team: Team, kind: MeetingKind) -> Meeting | None:
    """The last such meeting of a team; what used to be called 例会 counts for every body."""
    kinds = {kind} | ({MeetingKind.REGULAR} if kind is kind_for(team.kind) else set())
    query = select(Meeting).where(Meeting.team_id == team.id, Meeting.kind.in_(kinds))
    return session.scalar(query.order_by(Meeting.held_on.desc(), Meeting.id.desc()).limit(1))


def _months(session: Session, team: Team, kind: MeetingKind, on: date) -> int:
    return rules_of(session, on)[rhythm_of(kind, team.kind)].amount
