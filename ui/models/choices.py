"""What one can pick from, in the order in which it is offered."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.rules.meeting_kinds import KINDS
from workbench.screen import (
    AbsenceReason,
    AccountKind,
    AgendaTier,
    MeetingKind,
    MemberRole,
    RiskLevel,
    SlotState,
    Stability,
    TaskOutcome,
    TeamKind,
)
from workbench.teams import TeamRow

MEETING_KINDS = tuple(MeetingKind)
CASE_TIERS = (AgendaTier.FOCUS, AgendaTier.ROUND)
MEMBER_ROLES = tuple(MemberRole)
TEAM_KINDS = (
    TeamKind.CASE_MANAGEMENT,
    TeamKind.JOINT,
    TeamKind.VILLAGE,
    TeamKind.LEADING,
)
USUAL_TEAM = TeamKind.CASE_MANAGEMENT
STABILITIES = (Stability.STABLE, Stability.BASICALLY_STABLE, Stability.UNSTABLE)
LEVELS = tuple(RiskLevel)
LEVEL_CHOICES = [(None, "未评"), *((int(level), level.label) for level in LEVELS)]
ABSENCE_REASONS = tuple(AbsenceReason)
TASK_OUTCOMES = tuple(TaskOutcome)
SLOT_STATES = tuple(SlotState)
ACCOUNT_KINDS = tuple(AccountKind)


def level_of(number: object) -> RiskLevel | None:
    """The level with a number, or none."""
    return RiskLevel(number) if isinstance(number, int) else None


def stability_of(value: object) -> Stability | None:
    """The stability with a code, or none."""
    return next((each for each in STABILITIES if each == value), None)


def slot_state_of(value: object) -> SlotState:
    """The state with a code; a place nobody chose anything for is still to be signed."""
    return next((each for each in SLOT_STATES if each == value), SlotState.TO_SIGN)


def team_kind_of(value: object) -> TeamKind:
    """The kind of team with a code; the usual one where nobody chose."""
    return next((each for each in TEAM_KINDS if each == value), USUAL_TEAM)


def role_of(value: object) -> MemberRole | None:
    """The role with a code, or none."""
    return next((each for each in MEMBER_ROLES if each == value), None)


def meeting_kind_of(value: object) -> MeetingKind:
    """The kind of meeting with a code; the usual one where nobody chose."""
    return next((each for each in MEETING_KINDS if each == value), MeetingKind.REGULAR)


def team_for(kind: MeetingKind, teams: Sequence[TeamRow]) -> tuple[int | None, str]:
    """The team that holds such meetings, or what the one is called that is not registered."""
    for body in KINDS[kind].bodies:
        for team in teams:
            if team.kind is body:
                return team.id, ""
    return None, KINDS[kind].bodies[0].label


def account_kind_of(value: object) -> AccountKind:
    """The kind of account with a code; the one that may do least where nobody chose."""
    return next((each for each in ACCOUNT_KINDS if each == value), AccountKind.READER)
