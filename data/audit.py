"""The audit chain: adding to it, and finding the first row that does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from data.canonical import canonical, digest
from data.codes import Outcome
from data.models.audit import AuditRow

FIRST = "0" * 64


def head(session: Session) -> str:
    """Return the digest that stands for everything done so far."""
    return _last(session)[0]


def next_moment(session: Session, now: datetime) -> datetime:
    """Return the moment to write at: now, but later than every row already written.

    A clock set back must not reorder history.
    """
    last = _last(session)[1]
    return now if last is None else max(now, last + timedelta(microseconds=1))


def append(
    session: Session,
    at: datetime,
    account_id: int,
    action: str,
    outcome: Outcome,
    detail: Mapping[str, object],
) -> AuditRow:
    """Add one row to the chain, in the transaction of what it is about."""
    row = AuditRow(
        at=at,
        account_id=account_id,
        action=action,
        outcome=outcome,
        detail=canonical(dict(detail)),
        before=head(session),
    )
    row.digest = _digest(row)
    session.add(row)
    session.flush()
    return row


def first_broken(session: Session) -> int | None:
    """Return the key of the first row that was changed, moved or cut out; None when all fit."""
    before, key = FIRST, 0
    for row in session.scalars(select(AuditRow).order_by(AuditRow.id)):
        if row.id != key + 1 or row.before != before or row.digest != _digest(row):
            return key + 1
        before, key = row.digest, row.id
    return None


def holds(session: Session, wanted: str) -> bool:
    """Tell whether a head printed or kept earlier is still part of the chain."""
    if wanted == FIRST:
        return True
    return session.scalar(select(AuditRow.id).where(AuditRow.digest == wanted)) is not None


def holds_at(session: Session, number: int, wanted: str) -> bool:
    """Tell whether the chain's row of this number is the one it was when a copy was made."""
    row = session.get(AuditRow, number)
    return (row.digest if row else FIRST) == (wanted or FIRST)


def moment_of(session: Session, action: str, detail: Mapping[str, object]) -> datetime | None:
    """When a command was first carried out on just these keys."""
    done = AuditRow.action == action, AuditRow.outcome == Outcome.DONE
    told = AuditRow.detail == canonical(dict(detail))
    return session.scalar(select(AuditRow.at).where(*done, told).order_by(AuditRow.id).limit(1))


def count(session: Session) -> int:
    """How many commands the chain holds; rows are numbered without gaps."""
    return _last(session)[2]


def _last(session: Session) -> tuple[str, datetime | None, int]:
    row = session.scalar(select(AuditRow).order_by(AuditRow.id.desc()).limit(1))
    return (row.digest, row.at, row.id) if row else (FIRST, None, 0)


def _digest(row: AuditRow) -> str:
    return digest(
        canonical(
            {
                "at": row.at.isoformat(),
                "account": row.account_id,
                "action": row.action,
                "outcome": row.outcome.value,
                "detail": row.detail,
                "before": row.before,
            }
        )
    )
