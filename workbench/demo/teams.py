"""Setting up the teams, and handing a place over to somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from functools import partial

from data.codes import TeamKind
from workbench.demo.clock import Calendar, Near
from workbench.demo.seats import LEADING, TEAM, UNIT, VILLAGES, Member, Seat
from workbench.demo.street import Step, Street
from workbench.teams import add_member, add_team, end_membership

_NOTICE = -10  # days between a change of hands and the next meeting
_CASES, _LEADS = f"{UNIT}个案管理小组", f"{UNIT}个案管理领导小组"
_KINDS = {_LEADS: TeamKind.LEADING, _CASES: TeamKind.CASE_MANAGEMENT}
_MEMBERS = {
    _LEADS: LEADING,
    _CASES: TEAM,
    **{f"{area}关爱帮扶小组": members for area, members in VILLAGES.items()},
}
_AREAS = {f"{area}关爱帮扶小组": area for area in VILLAGES}


def teams(calendar: Calendar) -> Iterator[Step]:
    """All teams at the beginning, and each change of hands before its meeting."""
    for name, members in _MEMBERS.items():
        yield Step(calendar.beginning, time(8, 40), partial(_set_up, name=name))
        for member in members:
            day = calendar.on(Near(member.first, _NOTICE)) if member.first else calendar.beginning
            yield Step(day, time(8, 50), partial(_join, team=name, member=member))


def _set_up(street: Street, name: str) -> None:
    kind = _KINDS.get(name, TeamKind.VILLAGE)
    team = add_team(street.bench, name=name, kind=kind, area=_AREAS.get(name, ""))
    street.teams[name] = team
    street.team, street.leading = street.teams.get(_CASES, 0), street.teams.get(_LEADS, 0)


def _join(street: Street, team: str, member: Member) -> None:
    seats = _seats(street, team)
    number = len(street.phones)
    phone = street.phones.setdefault(member.name, f"139000001{number:02d}")
    before = seats.get(member.seat)
    if before is not None:
        end_membership(street.bench, before, until_on=street.bench.today() - timedelta(days=1))
    seats[member.seat] = add_member(
        street.bench,
        street.teams[team],
        name=member.name,
        role=member.role,
        unit=member.unit,
        post=member.post,
        phone=phone,
    )


def _seats(street: Street, team: str) -> dict[Seat, int]:
    if team == _CASES:
        return street.seats
    return street.leaders if team == _LEADS else street.villagers.setdefault(team, {})
