"""What the 汇总签字表 says, read from the records as known at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from data.codes import DecisionKind
from data.models.decisions import Decision
from data.models.meetings import Meeting
from workbench.paperwork.people import meeting_answers
from workbench.paperwork.rated_cases import (
    FIRST,
    KEPT,
    LOWERED,
    RAISED,
    RatedCase,
    case_answers,
    rated_cases,
)
from workbench.paperwork.signers import in_narrow_columns

_COUNTED = {"raised": RAISED, "lowered": LOWERED, "kept": KEPT, "first": FIRST}


def summary_answers(
    session: Session, meeting: Meeting, *, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the 汇总签字表: each patient on the agenda on a line."""
    cases = rated_cases(session, meeting, at)
    changes = [case.change for case in cases if case.change]
    return {
        **meeting_answers(meeting),
        "place": meeting.place,
        "rated": len(changes),
        **{key: sum(c.startswith(word) for c in changes) for key, word in _COUNTED.items()},
        "cases": [_line(number, case) for number, case in enumerate(cases, start=1)],
        "signers": in_narrow_columns(session, meeting),
    }


def _line(position: int, case: RatedCase) -> dict[str, object]:
    days = [decision.due_on for decision in case.decisions if decision.due_on]
    return {
        "position": position,
        **case_answers(case),
        "change": case.change,
        "new": case.now is not None and case.now != case.before,
        "rising": case.change.startswith((RAISED, FIRST)),
        "decisions": _said(case.decisions),
        "implementers": list(case.implementers),
        "due_on": min(days).isoformat() if days else "",
    }


def _said(decisions: Sequence[Decision]) -> str:
    """All decisions in one sentence."""
    told = (
        f"暂缓议：{decision.text}" if decision.kind is DecisionKind.DEFER else decision.text
        for decision in decisions
    )
    words = "；".join(text.rstrip("。；") for text in told)
    return f"{words}。" if words else ""
