"""What sets the kinds of meetings apart: whose they are, how often, who comes, what they rate."""

from __future__ import annotations

from dataclasses import dataclass

from data.codes import AgendaReason, MeetingKind, MemberRole, TeamKind
from workbench.rules.attendance import ALWAYS

SHORT_NOTICE = 30  # minutes that a meeting about one case is given: a default of this program


@dataclass(frozen=True)
class Kind:
    """One kind of meeting.

    `every` is the key of the unit rule that says how often, empty where that is the business of
    the team that meets. `raised` are the reasons for which a case comes before this meeting;
    None where every case does.
    """

    bodies: tuple[TeamKind, ...]
    must_come: tuple[MemberRole, ...] = ALWAYS
    every: str = ""
    rates: bool = True
    raised: frozenset[AgendaReason] | None = None


# What the team cannot settle by itself: a default of this program.
ABOVE_THE_TEAM = frozenset(
    {
        AgendaReason.HIGH_LEVEL,
        AgendaReason.OVERDUE_TASKS,
        AgendaReason.BLOCKED_TASKS,
        AgendaReason.DEFERRED,
    }
)
# 领导小组 quarterly: 管庄地区方案（2019），五. 综合管理小组 and 关爱帮扶小组 monthly, and 联合会商
# of 政法, 卫健 and 派出所 quarterly: 齐云山镇方案（2024），三（一）1 and 四2. Neither says who must
# come besides; these are defaults of this program.
KINDS = {
    MeetingKind.REGULAR: Kind((TeamKind.CASE_MANAGEMENT,)),
    MeetingKind.URGENT: Kind((TeamKind.CASE_MANAGEMENT,), raised=frozenset()),
    MeetingKind.LEADING: Kind(
        (TeamKind.LEADING,),
        (MemberRole.LEADER, MemberRole.PREVENTION, MemberRole.POLICE, MemberRole.POLITICS_LAW),
        every="meeting.leading",
        rates=False,
        raised=ABOVE_THE_TEAM,
    ),
    MeetingKind.COMMUNITY: Kind(
        (TeamKind.JOINT, TeamKind.VILLAGE),
        (MemberRole.LEADER, MemberRole.PREVENTION, MemberRole.POLICE, MemberRole.VILLAGE),
    ),
    MeetingKind.JOINT: Kind(
        (TeamKind.JOINT, TeamKind.LEADING),
        (MemberRole.POLITICS_LAW, MemberRole.PREVENTION, MemberRole.POLICE),
        every="meeting.joint_dispatch",
        rates=False,
        raised=ABOVE_THE_TEAM | {AgendaReason.LOST_CONTACT, AgendaReason.LEVEL_CHANGED},
    ),
}


def rhythm_of(kind: MeetingKind, body: TeamKind) -> str:
    """The key of the unit rule that says how often such a meeting of a body is held."""
    return KINDS[kind].every or f"meeting.{body.value}"


def rates(kind: MeetingKind) -> bool:
    """Whether a case that is settled at such a meeting has to be rated there."""
    return KINDS[kind].rates


def kind_for(body: TeamKind) -> MeetingKind:
    """The kind of meeting that a body usually holds."""
    return next(kind for kind, about in KINDS.items() if body in about.bodies)
