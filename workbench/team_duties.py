"""Who is on which team, and what is in their hands: cases to manage and tasks not done yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from data.casework_codes import Standing
from data.codes import MemberRole, TeamKind
from data.facts import held, known
from data.models.cases import Case, CaseStanding, CaseTerms
from data.models.teams import Member, MemberContact, Team
from workbench.bench import Bench, Work
from workbench.cases import write_terms
from workbench.casework_errors import DayNotPossible, NothingChanges
from workbench.open_tasks import open_tasks
from workbench.rules.teams import Lacking
from workbench.teams import TeamRow, any_member, contacts_on, lacking_of_teams, write_contact
from workbench.words import clean_text, required

HANDED_ON = "成员换了角色，个案仍由本人管理"


@dataclass(frozen=True)
class MemberDuties:
    """One person on a team, or soon to be, and what would need a successor if they left."""

    id: int
    team_id: int
    name: str
    role: MemberRole
    unit: str
    post: str
    phone: str
    other_phone: str
    from_on: date
    until_on: date | None
    cases: tuple[str, ...]
    tasks: tuple[str, ...]


@dataclass(frozen=True)
class TeamDuties:
    """One team with its members, the leader first, and the kinds of member it lacks."""

    team: TeamRow
    members: tuple[MemberDuties, ...]
    lacking: tuple[Lacking, ...]


def list_team_duties(
    bench: Bench, on: date | None = None, at: datetime | None = None
) -> list[TeamDuties]:
    """Every team on a day, today unless named, in a fixed number of queries.

    Whoever joins later is listed too, so that nobody is entered twice.
    """
    day = on or bench.today()
    with bench.asking("list_team_duties") as session:
        teams = list(session.scalars(select(Team).order_by(Team.id)))
        villages = [team.id for team in teams if team.kind is TeamKind.VILLAGE]
        lacking = lacking_of_teams(session, villages, day)
        members: dict[int, list[MemberDuties]] = defaultdict(list)
        for row in _members(session, day, at):
            members[row.team_id].append(row)
        return [
            TeamDuties(
                TeamRow(team.id, team.name, team.kind, team.area),
                tuple(sorted(members[team.id], key=_leader_first)),
                lacking.get(team.id, ()),
            )
            for team in teams
        ]


def change_member_role(
    bench: Bench,
    member_id: int,
    *,
    role: MemberRole,
    unit: str,
    post: str = "",
    from_on: date,
    request_id: str = "",
) -> int:
    """Give a member another part from a day on; return the key of the new membership.

    The old one ends the day before, so that old papers stay true. Telephones and the cases the
    member manages go along, since it is the same person.
    """
    with bench.doing("change_member_role", request_id) as work:
        if work.answer is not None:
            return work.answer
        old = any_member(work.session, member_id)
        _require_day(work, old, from_on)
        said = {"role": role, "unit": required("单位", unit), "post": clean_text(post)}
        if all(getattr(old, key) == value for key, value in said.items()):
            raise NothingChanges("角色、单位和职务")
        new = Member(
            team_id=old.team_id, name=old.name, from_on=from_on, until_on=old.until_on, **said
        )
        work.session.add(new)
        old.until_on = from_on - timedelta(days=1)
        work.session.flush()
        hand_on(work, old, new)
        work.about(member=member_id)
        return work.answers(new.id)


def hand_on(work: Work, old: Member, new: Member) -> None:
    """Let telephones and cases go along to the new membership of the same person."""
    contact = contacts_on(work.session, [old.id], new.from_on).get(old.id)
    if contact is not None:
        write_contact(work, new.id, new.from_on, contact.phone, contact.other_phone)
    for case, terms in _cases_in_hands(work.session, work.today).get(old.id, []):
        day = max(new.from_on, terms.true_from)
        write_terms(work, case, terms.kind, new.id, day, HANDED_ON)


def _require_day(work: Work, old: Member, day: date) -> None:
    if day < old.from_on:
        raise DayNotPossible("换角色的日期早于加入日期")
    if day > work.today:
        raise DayNotPossible("换角色的日期晚于今天")
    if old.until_on is not None and old.until_on < day:
        raise DayNotPossible("这名成员到那天已经离开小组")


def _members(session: Session, day: date, at: datetime | None) -> list[MemberDuties]:
    query = select(Member).where(or_(Member.until_on.is_(None), Member.until_on >= day))
    rows = [m for m in session.scalars(query.order_by(Member.id)) if _was_ever_on(m)]
    here = contacts_on(session, [m.id for m in rows if m.from_on <= day], day, at)
    to_come = contacts_on(session, [m.id for m in rows if m.from_on > day], date.max, at)
    contacts = here | to_come
    cases = _cases_in_hands(session, day, at)
    tasks: dict[int, list[str]] = defaultdict(list)
    for task in open_tasks(session, day, at=at):
        tasks[task.implementer_id].append(task.title)
    return [
        _duties(row, contacts.get(row.id), [c.number for c, _ in cases.get(row.id, [])], tasks)
        for row in rows
    ]


def _cases_in_hands(
    session: Session, day: date, at: datetime | None = None
) -> dict[int, list[tuple[Case, CaseTerms]]]:
    """The cases open on a day by their number, by the member responsible, in three queries."""
    cases = session.scalars(select(Case).where(Case.entered_on <= day).order_by(Case.number)).all()
    terms: dict[int, list[CaseTerms]] = defaultdict(list)
    for row in session.scalars(known(CaseTerms, at)):
        terms[row.case_id].append(row)
    standings: dict[int, list[CaseStanding]] = defaultdict(list)
    for standing in session.scalars(known(CaseStanding, at)):
        standings[standing.case_id].append(standing)
    found: dict[int, list[tuple[Case, CaseTerms]]] = defaultdict(list)
    for case in cases:
        last, present = held(standings[case.id], day), held(terms[case.id], day)
        if present is not None and (last is None or last.standing is not Standing.ENDED):
            found[present.case_manager_id].append((case, present))
    return found


def _was_ever_on(member: Member) -> bool:
    return member.until_on is None or member.until_on >= member.from_on


def _duties(
    member: Member,
    contact: MemberContact | None,
    cases: Sequence[str],
    tasks: dict[int, list[str]],
) -> MemberDuties:
    return MemberDuties(
        id=member.id,
        team_id=member.team_id,
        name=member.name,
        role=member.role,
        unit=member.unit,
        post=member.post,
        phone=contact.phone if contact else "",
        other_phone=contact.other_phone if contact else "",
        from_on=member.from_on,
        until_on=member.until_on,
        cases=tuple(cases),
        tasks=tuple(tasks[member.id]),
    )


def _leader_first(member: MemberDuties) -> tuple[bool, int]:
    return member.role is not MemberRole.LEADER, member.id
