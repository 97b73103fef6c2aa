"""Who must be at the table for a case."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from data.clinical_codes import CaseFact
from data.codes import MemberRole, RiskLevel

ALWAYS = (MemberRole.LEADER, MemberRole.PREVENTION)
AT_HIGH_LEVELS = (MemberRole.PREVENTION, MemberRole.POLICE, MemberRole.VILLAGE)


@dataclass(frozen=True)
class Needed:
    """The roles a case needs, those not there, and those an unknown level leaves open."""

    roles: tuple[MemberRole, ...]
    absent: tuple[MemberRole, ...]
    open_roles: tuple[MemberRole, ...]
    because: str
    missing: tuple[CaseFact, ...]


def must_attend(
    level: RiskLevel | None,
    present: Collection[MemberRole],
    *,
    always: Collection[MemberRole] = ALWAYS,
) -> Needed:
    """Name the roles: some for every case, and three more that level 3 and up cannot do without.

    No document says so; both lists are defaults of this program that a unit can change.
    """
    high = level is not None and level >= RiskLevel.ANYWHERE
    wanted = {*always, *(AT_HIGH_LEVELS if high else ())}
    unclear = {*AT_HIGH_LEVELS} - wanted - {*present} if level is None else set()
    roles, absent = _in_order(wanted), _in_order(wanted - {*present})
    open_roles = _in_order(unclear)
    return Needed(
        roles=roles,
        absent=absent,
        open_roles=open_roles,
        because=_because(level, roles, absent, open_roles),
        missing=(CaseFact.RISK_LEVEL,) if open_roles else (),
    )


def _because(
    level: RiskLevel | None,
    roles: tuple[MemberRole, ...],
    absent: tuple[MemberRole, ...],
    open_roles: tuple[MemberRole, ...],
) -> str:
    rated = f"危险性评估{level.label}" if level is not None else "危险性等级未知"
    sentence = f"{rated}，应有{_listed(roles)}参加（默认设置，单位可改）"
    if absent:
        sentence += f"；未到：{_listed(absent)}"
    if open_roles:
        sentence += f"；如为3级及以上，还应有{_listed(open_roles)}"
    return f"{sentence}。"


def _listed(roles: Collection[MemberRole]) -> str:
    return "、".join(role.label for role in roles)


def _in_order(roles: Collection[MemberRole]) -> tuple[MemberRole, ...]:
    return tuple(role for role in MemberRole if role in roles)
