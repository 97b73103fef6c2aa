"""Teams and who belongs to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from data.codes import MemberRole, TeamKind
from data.models.teams import Member, Team
from workbench.bench import Bench
from workbench.errors import NotFound, NotOnTeam
from workbench.words import clean_name, clean_text, required


@dataclass(frozen=True)
class TeamRow:
    """One body that meets."""

    id: int
    name: str
    kind: TeamKind


@dataclass(frozen=True)
class MemberRow:
    """One person on a team."""

    id: int
    name: str
    role: MemberRole
    unit: str
    post: str


def list_teams(bench: Bench) -> list[TeamRow]:
    """Every team, in the order they were set up."""
    with bench.asking("list_teams") as session:
        teams = session.scalars(select(Team).order_by(Team.id))
        return [TeamRow(t.id, t.name, t.kind) for t in teams]


def list_members(bench: Bench, team_id: int, on: date | None = None) -> list[MemberRow]:
    """Who is on a team on a day, today unless another is named."""
    with bench.asking("list_members") as session:
        members = members_on(session, team_id, on or bench.today())
        return [MemberRow(m.id, m.name, m.role, m.unit, m.post) for m in members]


def add_team(bench: Bench, *, name: str, kind: TeamKind, request_id: str = "") -> int:
    """Set up a team; return its key."""
    with bench.doing("add_team", request_id) as work:
        if work.answer is not None:
            return work.answer
        team = Team(name=required("小组名称", name), kind=kind)
        work.session.add(team)
        work.session.flush()
        return work.answers(team.id)


def add_member(
    bench: Bench,
    team_id: int,
    *,
    name: str,
    role: MemberRole,
    unit: str,
    post: str = "",
    from_on: date | None = None,
    request_id: str = "",
) -> int:
    """Put a person on a team from a day on; return their key."""
    with bench.doing("add_member", request_id) as work:
        if work.answer is not None:
            return work.answer
        if work.session.get(Team, team_id) is None:
            raise NotFound("这个小组")
        member = Member(
            team_id=team_id,
            name=clean_name("姓名", name),
            role=role,
            unit=required("单位", unit),
            post=clean_text(post),
            from_on=from_on or work.today,
        )
        work.session.add(member)
        work.session.flush()
        work.about(team=team_id)
        return work.answers(member.id)


def end_membership(bench: Bench, member_id: int, *, until_on: date) -> None:
    """Say until which day a person was on the team; what they signed stays as it is."""
    with bench.doing("end_membership") as work:
        member = work.session.get(Member, member_id)
        if member is None:
            raise NotFound("这名成员")
        member.until_on = until_on
        work.about(member=member_id)


def members_on(session: Session, team_id: int, day: date) -> list[Member]:
    """Who is on a team on a day, in the order they joined the list."""
    on_that_day = (
        Member.team_id == team_id,
        Member.from_on <= day,
        or_(Member.until_on.is_(None), Member.until_on >= day),
    )
    return list(session.scalars(select(Member).where(*on_that_day).order_by(Member.id)))


def require_member(session: Session, team_id: int, member_id: int, day: date, part: str) -> Member:
    """Return a member of the team on that day; `part` says in a refusal who was meant."""
    for member in members_on(session, team_id, day):
        if member.id == member_id:
            return member
    raise NotOnTeam(part)
