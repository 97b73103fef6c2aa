"""What screens need of the floors below: typefaces, and the codes that rows carry."""

from __future__ import annotations

from pathlib import Path

from data.codes import (
    AbsenceReason,
    AgendaTier,
    CaseKind,
    DecisionKind,
    MeetingKind,
    MeetingState,
    MemberRole,
    RiskLevel,
    Sex,
    Stability,
    TaskOutcome,
    TeamKind,
)
from forms.fonts import HEI, HEI_BOLD

__all__ = [
    "AbsenceReason",
    "AgendaTier",
    "CaseKind",
    "DecisionKind",
    "MeetingKind",
    "MeetingState",
    "MemberRole",
    "RiskLevel",
    "Sex",
    "Stability",
    "TaskOutcome",
    "TeamKind",
    "screen_font_files",
]


def screen_font_files() -> tuple[Path, ...]:
    """The bundled typeface, for computers that have no Chinese one."""
    return HEI, HEI_BOLD
