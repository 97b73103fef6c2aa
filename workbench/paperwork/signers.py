"""Who signs what a whole team agreed: everybody expected, and why somebody is not there."""

from __future__ import annotations

from sqlalchemy.orm import Session

from data.codes import MemberRole
from data.models.meetings import Meeting
from workbench.paperwork.case_signers import Expected, expected_at


def everybody_signs(session: Session, meeting: Meeting) -> list[dict[str, object]]:
    """Everybody expected at a meeting in order; whoever is absent signs later."""
    return [_signer(expected) for expected in expected_at(session, meeting)]


def in_narrow_columns(session: Session, meeting: Meeting) -> list[dict[str, object]]:
    """The same with short words for their roles."""
    expected = expected_at(session, meeting)
    return [{**_signer(one), "role": one.member.role.short} for one in expected]


def psychiatrist_signs(session: Session, meeting: Meeting) -> str:
    """The key under which the psychiatrist signs a remark; one at the table before one who is not.

    Empty where none is on the team.
    """
    found = [
        (bool(expected.absent), expected.member.id)
        for expected in expected_at(session, meeting)
        if expected.member.role is MemberRole.PSYCHIATRIST
    ]
    return f"psychiatrist:{min(found)[1]}" if found else ""


def _signer(expected: Expected) -> dict[str, object]:
    member = expected.member
    signer: dict[str, object] = {
        "key": f"member:{member.id}",
        "role": member.role.label,
        "name": member.name,
    }
    return {**signer, "absent": expected.absent} if expected.absent else signer
