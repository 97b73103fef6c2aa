"""What the 通讯录 says, read from the records as they were known at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.codes import MemberRole
from data.models.accounts import Identity
from workbench.teams import ContactRow, contact_rows


def contacts_answers(
    session: Session, day: date, *, team_id: int | None = None, at: datetime | None = None
) -> dict[str, object]:
    """Answer every field of the list for all teams or one, in canonical form.

    Relatives are left out: who is on it as one would tell whose family has a patient.
    """
    found = contact_rows(session, day, at, team_id=team_id)
    listed = [row for row in found if row.role is not MemberRole.FAMILY]
    return {
        "unit": session.scalars(select(Identity)).one().unit,
        "held_on": day.isoformat(),
        "members": _under_headings(listed),
    }


def _under_headings(members: Sequence[ContactRow]) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for team, found in groupby(members, key=lambda row: row.team):
        people = [_member(row) for row in found]
        rows += [{"heading": f"{team}（{len(people)}人）"}, *people]
    return rows


def _member(row: ContactRow) -> dict[str, object]:
    return {
        "name": row.name,
        "role": row.role.short,
        "unit": row.unit,
        "post": row.post,
        "phone": row.phone,
        "other_phone": row.other_phone,
    }
