"""Rows of a list of members beside a team: who is new, and what would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import TeamKind
from data.facts import known
from data.import_codes import ImportKind
from data.models.teams import Member, MemberContact, Team
from workbench.errors import NotFound
from workbench.imports.cells import shown
from workbench.imports.checking import Checked, Line, Problem
from workbench.imports.errors import TeamUnclear
from workbench.imports.fields import label_of
from workbench.imports.mapping import Columns
from workbench.imports.previews import Change, Matched
from workbench.teams import members_on

OF_MEMBER = ("role", "unit", "post")
OF_CONTACT = ("phone", "other_phone")


def match_members(
    session: Session, team_id: int, columns: Columns, checked: Checked, today: date
) -> list[Matched]:
    """Set every fit row beside the team; rows that stay unclear become problems."""
    present = members_on(session, team_id, today)
    contacts = contacts_of(session)
    named = Counter(line.text("name") for line in checked.lines)
    matched = []
    for line in checked.lines:
        found = _find(line, present, alone=named[line.text("name")] == 1)
        if len(found) > 1:
            words = f"在小组里有{len(found)}个人都对得上，请先核对他们的角色"
            checked.problems.append(Problem(line.row, columns.header("name"), words))
            continue
        matched.append(_beside(line, found[0] if found else None, contacts, checked))
    checked.problems.sort(key=lambda problem: problem.row)
    return matched


def team_for(session: Session, team_id: int | None) -> int:
    """The team a list is for: the one named, or the only one there is."""
    if team_id is not None:
        if session.get(Team, team_id) is None:
            raise NotFound("这个小组")
        return team_id
    teams = list(session.scalars(select(Team).order_by(Team.id)))
    managing = [team for team in teams if team.kind is TeamKind.CASE_MANAGEMENT]
    only = teams if len(teams) == 1 else managing
    if len(only) != 1:
        raise TeamUnclear([f"{team.id}.{team.name}" for team in teams])
    return only[0].id


def contacts_of(session: Session) -> dict[int, MemberContact]:
    """How each member is reached, as last written down."""
    facts = session.scalars(known(MemberContact).order_by(MemberContact.root_id))
    return {fact.member_id: fact for fact in facts}


def _find(line: Line, present: Sequence[Member], *, alone: bool) -> list[Member]:
    """By name and role; by name alone where nobody else of that name is in the list."""
    alike = [member for member in present if member.name == line.text("name")]
    exact = [member for member in alike if member.role == line.values["role"]]
    return exact or (alike if alone else [])


def _beside(
    line: Line, member: Member | None, contacts: dict[int, MemberContact], checked: Checked
) -> Matched:
    if member is None:
        return Matched(line)
    contact = contacts.get(member.id)
    was = {key: getattr(member, key) for key in OF_MEMBER}
    was |= {key: getattr(contact, key) if contact else "" for key in OF_CONTACT}
    differing = [k for k in was if k in line.values and line.values[k] != was[k]]
    if any(key in OF_MEMBER for key in differing):
        checked.notices.append(
            f"第{line.row}行：任职有变动，原任职到昨天为止，请核对其负责的个案和任务"
        )
    changes = tuple(
        Change(label_of(ImportKind.MEMBERS, key), shown(was[key]), shown(line.values[key]))
        for key in differing
    )
    return Matched(line, member=member, changes=changes)
