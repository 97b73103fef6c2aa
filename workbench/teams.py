"""Teams and who belongs to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from data.codes import MemberRole, TeamKind
from data.facts import held, known
from data.models.meetings import Meeting
from data.models.teams import Member, MemberContact, Team
from workbench.bench import Bench, Work
from workbench.casework_errors import DayNotPossible
from workbench.errors import NotFound, NotOnTeam, TeamHasMet
from workbench.rules.teams import Lacking, lacking_in_village_team
from workbench.words import clean_name, clean_text, required


@dataclass(frozen=True)
class TeamRow:
    """One body that meets."""

    id: int
    name: str
    kind: TeamKind
    area: str = ""


@dataclass(frozen=True)
class ContactRow:
    """One line of the 通讯录."""

    team: str
    team_kind: TeamKind
    member_id: int
    name: str
    role: MemberRole
    unit: str
    post: str
    phone: str
    other_phone: str


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
        return [TeamRow(t.id, t.name, t.kind, t.area) for t in teams]


def list_members(bench: Bench, team_id: int, on: date | None = None) -> list[MemberRow]:
    """Who is on a team on a day, today unless another is named."""
    with bench.asking("list_members") as session:
        members = members_on(session, team_id, on or bench.today())
        return [MemberRow(m.id, m.name, m.role, m.unit, m.post) for m in members]


def list_everybody(bench: Bench, on: date | None = None) -> list[MemberRow]:
    """Who is on any of the teams on a day, today unless another is named."""
    with bench.asking("list_everybody") as session:
        return everybody_on(session, on or bench.today())


def list_contacts(
    bench: Bench,
    on: date | None = None,
    at: datetime | None = None,
    *,
    team_id: int | None = None,
) -> list[ContactRow]:
    """Everybody on the teams, or on one, on a day (today unless named), and how to reach them.

    By kind of team, then team, the leader first. Numbers are those known at the moment.
    """
    with bench.asking("list_contacts") as session:
        return contact_rows(session, on or bench.today(), at, team_id=team_id)


def check_village_team(bench: Bench, team_id: int, on: date | None = None) -> tuple[Lacking, ...]:
    """Which of the nine kinds of member a 关爱帮扶小组 lacks on a day, today unless named.

    Other teams lack nothing here: their members are set by other papers.
    """
    with bench.asking("check_village_team") as session:
        team = _any_team(session, team_id)
        if team.kind is not TeamKind.VILLAGE:
            return ()
        return lacking_of_teams(session, [team_id], on or bench.today())[team_id]


def add_team(
    bench: Bench, *, name: str, kind: TeamKind, area: str = "", request_id: str = ""
) -> int:
    """Set up a team for an area, such as a village; return its key."""
    with bench.doing("add_team", request_id) as work:
        if work.answer is not None:
            return work.answer
        team = Team(name=required("小组名称", name), kind=kind, area=clean_text(area))
        work.session.add(team)
        work.session.flush()
        return work.answers(team.id)


def change_team(bench: Bench, team_id: int, *, name: str, kind: TeamKind) -> None:
    """Call a team by another name or kind; one that has met keeps its kind."""
    with bench.doing("change_team") as work:
        team = _any_team(work.session, team_id)
        if kind is not team.kind and _has_met(work.session, team_id):
            raise TeamHasMet
        team.name, team.kind = required("小组名称", name), kind
        work.about(team=team_id)


def add_member(
    bench: Bench,
    team_id: int,
    *,
    name: str,
    role: MemberRole,
    unit: str,
    post: str = "",
    phone: str = "",
    other_phone: str = "",
    from_on: date | None = None,
    request_id: str = "",
) -> int:
    """Put a person on a team from a day on; return their key."""
    with bench.doing("add_member", request_id) as work:
        if work.answer is not None:
            return work.answer
        _any_team(work.session, team_id)
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
        if phone or other_phone:
            write_contact(work, member.id, member.from_on, phone, other_phone)
        work.about(team=team_id)
        return work.answers(member.id)


def record_phone(
    bench: Bench,
    member_id: int,
    *,
    phone: str,
    other_phone: str = "",
    from_on: date | None = None,
) -> None:
    """Say how a member is reached from a day on, today unless named; earlier numbers are kept."""
    with bench.doing("record_phone") as work:
        any_member(work.session, member_id)
        write_contact(work, member_id, from_on or work.today, phone, other_phone)
        work.about(member=member_id)


def end_membership(bench: Bench, member_id: int, *, until_on: date) -> None:
    """Say until which day a person was on the team; what they signed stays as it is."""
    with bench.doing("end_membership") as work:
        member = any_member(work.session, member_id)
        if until_on < member.from_on:
            raise DayNotPossible("离开日期早于加入日期")
        member.until_on = until_on
        work.about(member=member_id)


def members_on(session: Session, team_id: int, day: date) -> list[Member]:
    """Who is on a team on a day, in the order they joined the list."""
    query = select(Member).where(Member.team_id == team_id, *serving(day))
    return list(session.scalars(query.order_by(Member.id)))


def everybody_on(session: Session, day: date) -> list[MemberRow]:
    """Who is on any of the teams on a day, those of the first team first."""
    query = select(Member).where(*serving(day)).order_by(Member.team_id, Member.id)
    members = session.scalars(query)
    return [MemberRow(m.id, m.name, m.role, m.unit, m.post) for m in members]


def contact_rows(
    session: Session, day: date, at: datetime | None = None, *, team_id: int | None = None
) -> list[ContactRow]:
    """How everybody on the teams, or on one, is reached; in two queries."""
    query = select(Team, Member).join(Member, Member.team_id == Team.id).where(*serving(day))
    if team_id is not None:
        query = query.where(Team.id == team_id)
    order = list(TeamKind)
    found = sorted(
        ((team, member) for team, member in session.execute(query)),
        key=lambda row: (order.index(row[0].kind), row[0].id, *_leader_first(row[1])),
    )
    contacts = contacts_on(session, [member.id for _, member in found], day, at)
    return [_contact_row(team, member, contacts.get(member.id)) for team, member in found]


def lacking_of_teams(
    session: Session, team_ids: Collection[int], day: date
) -> dict[int, tuple[Lacking, ...]]:
    """Which kinds of member each of these village teams lacks on a day, in one query."""
    roles: dict[int, set[MemberRole]] = {key: set() for key in team_ids}
    query = select(Member).where(Member.team_id.in_(team_ids), *serving(day))
    for member in session.scalars(query):
        roles[member.team_id].add(member.role)
    return {key: lacking_in_village_team(found) for key, found in roles.items()}


def require_member(session: Session, team_id: int, member_id: int, day: date, part: str) -> Member:
    """Return a member of the team on that day; `part` says in a refusal who was meant."""
    for member in members_on(session, team_id, day):
        if member.id == member_id:
            return member
    raise NotOnTeam(part)


def write_contact(work: Work, member_id: int, on: date, phone: str, other_phone: str) -> None:
    """Write down within a command how a member is reached from a day on."""
    MemberContact.enter(
        work.session,
        work.written,
        patient_id=None,
        true_from=on,
        member_id=member_id,
        phone=clean_text(phone),
        other_phone=clean_text(other_phone),
    )


def contacts_on(
    session: Session, members: Collection[int], day: date, at: datetime | None = None
) -> dict[int, MemberContact]:
    """How these members are reached on a day, as known at a moment, in one query."""
    found: dict[int, list[MemberContact]] = defaultdict(list)
    query = known(MemberContact, at).where(MemberContact.member_id.in_(members))
    for row in session.scalars(query):
        found[row.member_id].append(row)
    by_member = {member: held(rows, day) for member, rows in found.items()}
    return {member: row for member, row in by_member.items() if row is not None}


def serving(day: date) -> tuple[ColumnElement[bool], ...]:
    """What holds for whoever is on a team on a day."""
    return Member.from_on <= day, or_(Member.until_on.is_(None), Member.until_on >= day)


def _any_team(session: Session, team_id: int) -> Team:
    team = session.get(Team, team_id)
    if team is None:
        raise NotFound("这个小组")
    return team


def _has_met(session: Session, team_id: int) -> bool:
    met = select(Meeting.id).where(Meeting.team_id == team_id).limit(1)
    return session.scalar(met) is not None


def any_member(session: Session, member_id: int) -> Member:
    """Return a member of whatever day."""
    member = session.get(Member, member_id)
    if member is None:
        raise NotFound("这名成员")
    return member


def _leader_first(member: Member) -> tuple[bool, int]:
    return member.role is not MemberRole.LEADER, member.id


def _contact_row(team: Team, member: Member, contact: MemberContact | None) -> ContactRow:
    return ContactRow(
        team=team.name,
        team_kind=team.kind,
        member_id=member.id,
        name=member.name,
        role=member.role,
        unit=member.unit,
        post=member.post,
        phone=contact.phone if contact else "",
        other_phone=contact.other_phone if contact else "",
    )
