"""Which kinds of member a village team lacks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from data.codes import MemberRole

# A village head who leads the team is a cadre too; who counts as 卫生医疗机构人员 is a default of
# this program.
_SOURCE = "齐云山镇提质增效专项行动方案（2024），三（一）1"
_VILLAGE_TEAM: dict[str, frozenset[MemberRole]] = {
    "组长（村、社区主任）": frozenset({MemberRole.LEADER}),
    "村、社区干部": frozenset({MemberRole.VILLAGE, MemberRole.LEADER}),
    "网格员": frozenset({MemberRole.GRID}),
    "基层精防人员": frozenset({MemberRole.PREVENTION}),
    "卫生医疗机构人员": frozenset({MemberRole.MEDICAL, MemberRole.PSYCHIATRIST}),
    "民政": frozenset({MemberRole.CIVIL_AFFAIRS}),
    "残疾人专职委员": frozenset({MemberRole.DISABLED_FEDERATION}),
    "家属": frozenset({MemberRole.FAMILY}),
    "志愿者": frozenset({MemberRole.VOLUNTEER}),
}


@dataclass(frozen=True)
class Lacking:
    """One kind of member nobody on the team is, and why that is said."""

    kind: str
    because: str


def lacking_in_village_team(roles: Collection[MemberRole]) -> tuple[Lacking, ...]:
    """Name each of the nine kinds nobody on the team is; empty when all are there."""
    return tuple(
        Lacking(kind, f"小组里没有“{kind}”，可由{_who(fitting)}担任（{_SOURCE}）。")
        for kind, fitting in _VILLAGE_TEAM.items()
        if not fitting & set(roles)
    )


# Who usually sits at the table of the other teams; a proposal of this program, not a rule.
_USUAL = (
    MemberRole.LEADER,
    MemberRole.PREVENTION,
    MemberRole.PSYCHIATRIST,
    MemberRole.POLICE,
    MemberRole.VILLAGE,
    MemberRole.CIVIL_AFFAIRS,
    MemberRole.DISABLED_FEDERATION,
)


def usual_roles_lacking(roles: Collection[MemberRole]) -> tuple[MemberRole, ...]:
    """Who usually sits at the table and is not on the list yet."""
    return tuple(role for role in _USUAL if role not in roles)


def _who(roles: frozenset[MemberRole]) -> str:
    return "或".join(role.label for role in MemberRole if role in roles)
